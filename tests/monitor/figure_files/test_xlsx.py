"""A workbook, with the cells that a spreadsheet makes of what somebody types."""

import re
from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal

import pytest

from monitor.figure_files import Fault, read_figures
from monitor.models.public import State
from monitor.periods import parse_period
from stroomop.lib.table_files.sheet_values import Format, digits_of, format_of
from tests.monitor.figure_files.made_up import RECORD, ROW, raw_path, raw_rows, sheet_path

LETTERS = dict(zip(RECORD, "ABCDEFGHIJK", strict=True))


def read(folder, *records, **options):
    return [*read_figures(sheet_path(folder, *records, **options))]


def read_styled(folder, number_format, **record):
    """A row of which one cell is shown in another way."""
    [column] = record

    def style(sheet):
        sheet[f"{LETTERS[column]}2"].number_format = number_format

    [row] = read(folder, record, prepare=style)
    return row


def test_xlsx_is_read(tmp_path):
    assert read(tmp_path, {"value": 10, "period": 2023}, {"retrieved_note": "één"}) == [
        ROW,
        replace(ROW, number=3, note="één"),
    ]


def test_xlsx_is_known_by_its_content(tmp_path):
    assert [*read_figures(sheet_path(tmp_path, {}, name="cijfers.csv"))] == [ROW]


def test_xlsx_by_another_hand_is_read(tmp_path):
    assert [*read_figures(raw_path(tmp_path, raw_rows({})))] == [ROW]
    assert [*read_figures(raw_path(tmp_path, raw_rows({}), strings=None, styles=None, relations=ONE_SHEET))] == [ROW]


def test_xlsx_with_prefixes_is_read(tmp_path):
    rows = re.sub(r"<(/?)(row|c|is|t)\b", r"<\1x:\2", raw_rows({}))

    assert [*read_figures(raw_path(tmp_path, rows))] == [ROW]


ONE_SHEET = '<Relationships><Relationship Id="rId1" Type="x/worksheet" Target="worksheets/sheet1.xml"/></Relationships>'


@pytest.mark.parametrize(
    ("cell", "value"),
    [(1707.0, "1707"), (16.2, "16.2"), (0.1, "0.1"), (-3, "-3"), ("12,50", "12.50"), (0, "0")],
)
def test_xlsx_keeps_the_number_as_somebody_typed_it(tmp_path, cell, value):
    [row] = read(tmp_path, {"value": cell})

    assert str(row.value) == value


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("1707.0", "1707"), ("12.50", "12.50"), ("16.199999999999999", "16.2"), ("1.1000000000000001", "1.1"),
        ("12345678901234567890", "12345678901234567890"), ("123456789012345.0001", "123456789012345"),
    ],
)  # fmt: skip
def test_digits_are_those_of_the_file_unless_a_spreadsheet_made_them_up(text, number):
    assert str(digits_of(text)) == number


def test_xlsx_of_text_numbers_has_one_style_for_them(tmp_path):
    rows = read(tmp_path, {"value": "1.234"}, {"value": "1,5"}, {"value": 2.5}, {"value": "."})

    assert [row.value for row in rows] == [Decimal(1234), Decimal("1.5"), Decimal("2.5"), None]


@pytest.mark.parametrize("cell", [date(2024, 6, 30), datetime(2024, 6, 30)])
def test_xlsx_with_a_real_date_as_period_is_a_reference_date(tmp_path, cell):
    assert read(tmp_path, {"period": cell}) == [replace(ROW, period=parse_period("2024-06-30"))]


def test_xlsx_with_real_dates_and_yes_or_no(tmp_path):
    rows = read(tmp_path, {"published_on": date(2024, 2, 29), "benadering": True, "doelwaarde": False})

    assert rows == [replace(ROW, published_on=date(2024, 2, 29), approximate=True)]


def test_xlsx_without_a_value_tells_why(tmp_path):
    rows = read(tmp_path, {"value": None, "reason": "niet gemeten"})

    assert rows == [replace(ROW, value=None, state=State.NOT_MEASURED)]


A_MONTH = (
    "Cel E2: het rekenprogramma maakte hier een datum of tijd van. "
    "Maak van de cel tekst en typ de inhoud opnieuw, bijvoorbeeld 2023-06."
)
PERCENT = (
    "Cel H2: dit getal is opgemaakt als percentage, en dan is 12% in het bestand 0,12. "
    "Maak van de opmaak een gewoon getal en typ 12."
)


@pytest.mark.parametrize(
    ("number_format", "record", "message"),
    [
        (
            "mmm-yy",
            {"period": date(2023, 6, 1)},
            A_MONTH,
        ),
        (
            "0.0%",
            {"value": 0.125},
            PERCENT,
        ),
        ("dd-mm-yyyy", {"period": 12}, "Cel E2: hier staat een datum die niet bestaat. Verbeter de cel."),
        ("dd-mm-yyyy", {"period": 45000.5}, "Cel E2: bij de datum staat een tijd. Haal de tijd weg."),
        (
            "dd-mm-yyyy",
            {"value": 45000},
            "Kolom 'value': hier hoort geen datum. Maak van de cel tekst en typ de inhoud opnieuw.",
        ),
        ("General", {"value": "=1+1"}, "Cel H2: hier staat een formule. Plak alleen de waarde."),
        ("General", {"unit": "=A1"}, "Cel D2: hier staat een formule. Plak alleen de waarde."),
        ("General", {"value": "#N/A"}, "Cel H2: hier staat een foutmelding. Verbeter de cel."),
    ],
)
def test_xlsx_with_a_cell_that_must_not_be_used(tmp_path, number_format, record, message):
    assert read_styled(tmp_path, number_format, **record) == Fault(2, message)


def test_xlsx_with_a_formula_outside_the_columns(tmp_path):
    def prepare(sheet):
        sheet["Z3"] = "=1"

    rows = read(tmp_path, {}, {}, prepare=prepare)

    assert rows == [ROW, Fault(3, "Cel Z3: hier staat een formule. Plak alleen de waarde.")]


def test_xlsx_with_text_outside_the_columns(tmp_path):
    def prepare(sheet):
        sheet["Z2"] = "let op"

    message = "Het aantal kolommen klopt niet: het moeten er 11 zijn, zoals in de regel met kolomnamen."
    assert read(tmp_path, {}, prepare=prepare) == [Fault(2, message)]


def test_xlsx_counts_empty_lines(tmp_path):
    def prepare(sheet):
        sheet.insert_rows(2, 5)

    assert read(tmp_path, {}, prepare=prepare) == [replace(ROW, number=7)]


def test_xlsx_loses_what_the_export_escaped(tmp_path):
    assert read(tmp_path, {"definition": "'=1"}) == [replace(ROW, definition="=1")]


def test_xlsx_counts_days_from_1904_where_it_says_so(tmp_path):
    rows = raw_rows({}).replace('<c t="inlineStr"><is><t>2023</t></is></c>', '<c s="1"><v>0</v></c>')
    book = '<workbook xmlns:r="r"><workbookPr date1904="1"/><sheets><sheet name="x" r:id="rId1"/></sheets></workbook>'

    assert [*read_figures(raw_path(tmp_path, rows, workbook=book))] == [replace(ROW, period=parse_period("1904-01-01"))]


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ('<c t="d"><v>2024-06-30</v></c>', "2024-06-30"),
        ('<c t="d"><v>2024-06-30T00:00:00</v></c>', "2024-06-30"),
        ('<c t="str"><v>2024-06-30</v></c>', "2024-06-30"),
        ('<c r="E2" t="d"><v>2024-06-30T01:00</v></c>', "Cel E2: bij de datum staat een tijd. Haal de tijd weg."),
        ("<c><f>1</f></c>", "Cel in kolom 5: hier staat een formule. Plak alleen de waarde."),
    ],
)
def test_xlsx_with_other_kinds_of_cells(tmp_path, cell, expected):
    rows = raw_rows({}).replace('<c t="inlineStr"><is><t>2023</t></is></c>', cell)

    [row] = read_figures(raw_path(tmp_path, rows))

    assert (row.message if isinstance(row, Fault) else row.period.code) == expected


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("General", Format.NUMBER), ("0.00", Format.NUMBER), ("#,##0;[Red]-#,##0", Format.NUMBER),
        ('0 "dagen"', Format.NUMBER), (r"0\d", Format.NUMBER), ("@", Format.NUMBER), ("0%", Format.PERCENT),
        ('0"%"', Format.NUMBER), ("dd-mm-yyyy", Format.DAY), ("[$-413]d mmmm yyyy;@", Format.DAY),
        ("yyyy-mm", Format.NO_DAY), ("[h]:mm", Format.NO_DAY), ("mm:ss", Format.NO_DAY),
    ],
)  # fmt: skip
def test_format_tells_what_a_number_stands_for(code, expected):
    assert format_of(code) == expected
