"""Numbers keep the digits that were written, in either style."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from monitor.figure_files.numbers import DUTCH, ENGLISH, OTHER, read_number, style_of, within_limit
from tests.monitor.figure_files.made_up import read

STYLES = st.sampled_from([DUTCH, ENGLISH])
SPACES = [" ", "\xa0", "\u202f", "\u2009", "'", "\u2019"]
NUMBERS = st.builds(
    lambda whole, places: Decimal(whole).scaleb(-places), st.integers(-(10**25), 10**25), st.integers(0, 12)
)


def written(number, style, thousands=""):
    return f"{number:,f}".replace(",", "t").replace(".", style.decimal).replace("t", thousands)


@given(NUMBERS, STYLES, st.data())
def test_number_comes_back_with_the_same_digits(number, style, data):
    thousands = data.draw(st.sampled_from(["", style.thousands, *SPACES]))

    assert format(read_number(written(number, style, thousands), style), "f") == format(number, "f")


@given(st.lists(NUMBERS, min_size=1, max_size=5), STYLES, STYLES)
def test_style_of_a_file_is_that_of_its_numbers(numbers, style, usual):
    texts = [written(number, style, style.thousands) for number in numbers]
    telling = any(not OTHER[style].fits(text) for text in texts)

    assert style_of(texts, usual) == (style if telling else usual)


@given(st.text("0123456789.,-' ", max_size=12), STYLES)
def test_anything_is_a_number_or_a_dutch_refusal(text, style):
    try:
        number = read_number(text, style)
    except ValueError as error:
        number, message = None, str(error)

    assert number is not None or message.startswith("is ")
    assert style.fits(text) == (number is not None)


@pytest.mark.parametrize(
    ("text", "style", "number"),
    [
        ("1234", DUTCH, "1234"), ("1.234,5", DUTCH, "1234.5"), ("12,5", DUTCH, "12.5"), ("1.234", DUTCH, "1234"),
        ("1234", ENGLISH, "1234"), ("1,234.5", ENGLISH, "1234.5"), ("12.50", ENGLISH, "12.50"),
        ("1.234", ENGLISH, "1.234"), ("1 234", ENGLISH, "1234"), ("1\u202f234\u202f567,00", DUTCH, "1234567.00"),
        ("1'234", DUTCH, "1234"), ("-3", DUTCH, "-3"), ("\N{MINUS SIGN}1.000", DUTCH, "-1000"), ("0,0", DUTCH, "0.0"),
        ("0.123", ENGLISH, "0.123"), ("9" * 40, DUTCH, "9" * 40),
    ],
)  # fmt: skip
def test_number_is_read_as_its_style_says(text, style, number):
    assert str(read_number(text, style)) == number


TOO_LONG = "is geen getal van hoogstens 40 tekens."
OTHERWISE = "is anders geschreven dan de andere getallen. Schrijf overal zoals 1.234,5."


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("12.5", OTHERWISE), ("1,234.5", OTHERWISE), ("0.123", OTHERWISE), ("1234.567", OTHERWISE),
        *((text, "is geen getal. Schrijf bijvoorbeeld 1.234,5.") for text in (
            "1.2.3,4", "1,2,3", "1,23,456", "1.234,5,6", "1 23", "1 2345", "1 234.567 890", "1.234 567", "", "-",
            "5,", ",5", "+5", "1e5", "NaN", "٣", "12%", "0.000.001", "--1",
        )),
        ("9" * 41, TOO_LONG), ("0," + "1" * 39, TOO_LONG),
    ],
)  # fmt: skip
def test_number_against_the_style_is_refused(text, message):
    with pytest.raises(ValueError, match=r"^is ") as error:
        read_number(text, DUTCH)

    assert str(error.value) == message


@pytest.mark.parametrize("number", ["1E+999999", "NaN", "Infinity", "1E-50"])
def test_number_of_a_file_that_is_no_number_for_us_is_refused(number):
    with pytest.raises(ValueError, match="is geen getal van hoogstens 40 tekens"):
        within_limit(Decimal(number))


def test_number_with_an_exponent_is_written_out():
    assert str(within_limit(Decimal("1.5E+3"))) == "1500"


@pytest.mark.parametrize(
    ("texts", "usual", "style"),
    [
        ([], DUTCH, DUTCH), (["1.234", "5", "x"], DUTCH, DUTCH), (["1.234", "5", "x"], ENGLISH, ENGLISH),
        (["1.234", "1.5"], DUTCH, ENGLISH), (["1,234", "1.234,5"], ENGLISH, DUTCH),
        (["1.234.567"], ENGLISH, DUTCH), (["1 234.567"], DUTCH, ENGLISH), (["1,5", "1.5"], DUTCH, DUTCH),
        (["1,5", "1.5"], ENGLISH, ENGLISH), (["1,5", "1.5", "2.5"], DUTCH, ENGLISH),
    ],
)  # fmt: skip
def test_style_is_told_by_most_numbers_that_can_be_read_in_one_way(texts, usual, style):
    assert style_of(texts, usual) == style


@pytest.mark.parametrize(
    ("delimiter", "values", "expected"),
    [
        (";", ["1.234", "5"], ["1234", "5"]),
        (",", ["1.234", "5"], ["1.234", "5"]),
        (",", ["1.234", "0,5"], ["1234", "0.5"]),
        (";", ["1.234", "0.50"], ["1.234", "0.50"]),
        (";", ["1.234", "1,5", "1.5"], ["1234", "1.5", f"Kolom 'value': '1.5' {OTHERWISE}"]),
    ],
)
def test_file_has_one_style_for_all_its_numbers(tmp_path, delimiter, values, expected):
    rows = read(tmp_path, *({"value": value} for value in values), delimiter=delimiter)

    assert [str(row.value) if hasattr(row, "value") else row.message for row in rows] == expected
