from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stroomop.lib.numbers import dutch_number


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("0", "0"),
        ("891", "891"),
        ("1818", "1.818"),
        ("1234567.80", "1.234.567,80"),
        ("12.5", "12,5"),
        ("4.0", "4,0"),
        ("0.004", "0,004"),
        ("-20", "\N{MINUS SIGN}20"),
        ("-0.0", "0,0"),
        ("1E+3", "1.000"),
        ("1E-7", "0,0000001"),
    ],
)
def test_number_keeps_the_decimals_of_its_source(value, text):
    assert dutch_number(Decimal(value)) == text


@pytest.mark.parametrize(
    ("value", "decimals", "text"),
    [
        ("12.29", 1, "12,3"),
        ("0.05", 1, "0,1"),
        ("2.5", 0, "3"),
        ("-2.5", 0, "\N{MINUS SIGN}3"),
        ("-0.04", 1, "0,0"),
        ("999.96", 1, "1.000,0"),
        ("7", 2, "7,00"),
        ("1234567890123456789012345678901234567890", 1, "1.234.567.890.123.456.789.012.345.678.901.234.567.890,0"),
    ],
)
def test_number_rounds_a_half_away_from_zero(value, decimals, text):
    assert dutch_number(Decimal(value), decimals) == text


@given(st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**12), max_value=10**12, places=3))
def test_number_can_be_read_back(value):
    text = dutch_number(value)

    assert Decimal(text.replace(".", "").replace(",", ".").replace("\N{MINUS SIGN}", "-")) == value
