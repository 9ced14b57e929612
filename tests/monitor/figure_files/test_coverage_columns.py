"""Of how many institutions a figure is, in the columns covered and covered_of."""

import pytest

from tests.monitor.figure_files.made_up import fault, read_one

NOT_WHOLE = "is geen heel getal van 0 tot 1 miljoen."


@pytest.mark.parametrize(
    ("cells", "read"),
    [
        ({}, (None, None)),
        ({"covered": "", "covered_of": ""}, (None, None)),
        ({"covered": "9", "covered_of": "12"}, (9, 12)),
        ({"covered": "12", "covered_of": "12"}, (12, 12)),
        ({"covered": "0", "covered_of": "0"}, (0, 0)),
        # How many there are may be unknown.
        ({"covered": "9"}, (9, None)),
        ({"covered": "999999", "covered_of": "999999"}, (999_999, 999_999)),
        ({"covered": "9.0", "value": "1.5"}, (9, None)),
    ],
)
def test_coverage_is_read(tmp_path, cells, read):
    row = read_one(tmp_path, **cells)

    assert (row.covered, row.covered_of) == read


@pytest.mark.parametrize(
    ("cells", "message"),
    [
        ({"covered": "negen"}, "Kolom 'covered': 'negen' is geen getal. Schrijf bijvoorbeeld 1,234.5."),
        ({"covered": "1.5"}, f"Kolom 'covered': '1.5' {NOT_WHOLE}"),
        ({"covered": "-1"}, f"Kolom 'covered': '-1' {NOT_WHOLE}"),
        ({"covered": "9", "covered_of": "1000000"}, f"Kolom 'covered_of': '1000000' {NOT_WHOLE}"),
        (
            {"covered_of": "12"},
            "Er staat hoeveel instellingen er zijn, maar niet hoeveel er meetelden. Vul dat ook in.",
        ),
        (
            {"covered": "13", "covered_of": "12"},
            "Er tellen nooit meer instellingen mee dan er zijn: 13 van de 12.",
        ),
    ],
)
def test_coverage_that_can_not_be_is_refused(tmp_path, cells, message):
    assert fault(tmp_path, **cells) == message
