"""Observations of StatLine, as JSON and as CSV."""

import json
from dataclasses import replace
from decimal import Decimal

import pytest

from monitor.figure_files import Fault
from monitor.models.public import State
from monitor.periods import parse_period
from tests.monitor.figure_files.made_up import OBSERVATION, ROW, json_path, read_figures, sheet_path, write

TABLE = "https://data.example.org/CBS/12345NED"
FIGURE = replace(
    ROW,
    number=1,
    indicator="K000001",
    indicator_name="",
    definition="",
    unit="",
    categories=(("RegioS", "GM9999"),),
    source="CBS StatLine 12345NED",
    source_url=TABLE,
    origin="CBS",
)
# A CSV names no address; and its first line is the header.
OF_CSV = replace(FIGURE, number=2, source_url="https://www.cbs.nl/nl-nl/cijfers/detail/12345NED")
CSV = "Id;Measure;ValueAttribute;Value;StringValue;RegioS;Perioden\r\n1;K000001;None;10;;GM9999  ;2023JJ00\r\n"


def read(folder, *observations):
    return [*read_figures(json_path(folder, *observations))]


def read_one(folder, **observation):
    [row] = read(folder, observation)
    return row


def test_json_is_read(tmp_path):
    assert read(tmp_path, {}, {"Value": 3, "Geslacht": "V1"}) == [
        FIGURE,
        replace(FIGURE, number=2, value=Decimal(3), categories=(("RegioS", "GM9999"), ("Geslacht", "V1"))),
    ]


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf", b" \r\n\t"])
def test_json_may_be_a_bare_list(tmp_path, mark):
    path = write(tmp_path, mark + json.dumps([OBSERVATION]).encode(), "Tabel 12345NED (2).json")

    assert [*read_figures(path)] == [replace(OF_CSV, number=1)]


def test_json_may_say_its_table_last(tmp_path):
    content = {"meer": [1, {"x": None}], "value": [OBSERVATION], "@odata.context": f"{TABLE}/$metadata#Observations"}

    assert [*read_figures(write(tmp_path, json.dumps(content)))] == [FIGURE]


def test_table_is_named_by_what_the_file_was_called(tmp_path):
    path = write(tmp_path, CSV, "upload-7")

    assert [*read_figures(path, "12345NED.csv")] == [OF_CSV]


@pytest.mark.parametrize("delimiter", [";", ","])
def test_csv_is_read(tmp_path, delimiter):
    path = write(tmp_path, CSV.replace(";", delimiter), "12345NED_waarnemingen.csv")

    assert [*read_figures(path)] == [OF_CSV]


def test_csv_without_the_columns_that_we_pass_over(tmp_path):
    path = write(tmp_path, "Perioden,Value,Measure\n2023JJ00,10,K000001", "12345NED.csv")

    assert [*read_figures(path)] == [replace(OF_CSV, categories=())]


def test_csv_has_one_style_of_numbers(tmp_path):
    lines = "Measure;Value;Perioden\nA;1.234;2023JJ00\nA;1,5;2023JJ00\n"

    rows = read_figures(write(tmp_path, lines, "12345NED.csv"))

    assert [row.value for row in rows] == [Decimal(1234), Decimal("1.5")]


def test_sheet_with_the_columns_of_statline_is_read(tmp_path):
    def prepare(sheet):
        for number, line in enumerate([["Measure", "Value", "Perioden"], ["K000001", 10, "2023JJ00"]], 1):
            sheet.delete_cols(1, 99) if number == 1 else None
            for column, cell in enumerate(line, 1):
                sheet.cell(number, column, cell)

    path = sheet_path(tmp_path, prepare=prepare, name="12345NED.xlsx")

    assert [*read_figures(path)] == [replace(OF_CSV, categories=())]


@pytest.mark.parametrize(
    ("code", "ours"),
    [
        ("2023JJ00", "2023"), ("2023HJ01", "2023-H1"), ("2023HJ02", "2023-H2"), ("2023KW01", "2023-Q1"),
        ("2023KW04", "2023-Q4"), ("2023MM01", "2023-01"), ("2023MM12", "2023-12"), ("2023SJ00", "2023/2024"),
        ("  2023JJ00  ", "2023"),
    ],
)  # fmt: skip
def test_period_of_statline(tmp_path, code, ours):
    assert read_one(tmp_path, Perioden=code) == replace(FIGURE, period=parse_period(ours))


@pytest.mark.parametrize(
    "code", ["2023", "2023JJ01", "2023KW00", "2023KW05", "2023MM13", "2023HJ03", "2023X000", "2023VJ00", "23JJ00"]
)
def test_period_of_statline_that_we_do_not_know(tmp_path, code):
    message = (
        f"De periode '{code}' is niet bekend. Wij lezen bijvoorbeeld 2023JJ00, 2023HJ01, 2023KW03, 2023MM06 "
        "en 2023SJ00. Haal de rij weg."
    )

    assert read_one(tmp_path, Perioden=code) == Fault(1, message)


def test_period_of_statline_before_our_time(tmp_path):
    assert read_one(tmp_path, Perioden="0001JJ00").message.startswith("'0001' is geen periode.")


@pytest.mark.parametrize("total", ["NL01", "NL01  ", "T001038", "T1", "10000"])
def test_total_of_statline_is_no_category(tmp_path, total):
    assert read_one(tmp_path, RegioS=total) == replace(FIGURE, categories=())


@pytest.mark.parametrize("part", ["NL02", "TX1", "T", "1T1"])
def test_part_of_statline_is_a_category(tmp_path, part):
    assert read_one(tmp_path, RegioS=part) == replace(FIGURE, categories=(("RegioS", part),))


@pytest.mark.parametrize(
    ("attribute", "state"),
    [("Impossible", State.NOT_APPLICABLE), ("Confidential", State.UNCERTAIN), ("x", State.UNCERTAIN)],
)
def test_observation_without_a_number_tells_why(tmp_path, attribute, state):
    observation = {"Value": None, "ValueAttribute": attribute}

    assert read_one(tmp_path, **observation) == replace(FIGURE, value=None, state=state)


@pytest.mark.parametrize(
    ("observation", "message"),
    [
        ({"Value": None}, "Er staat geen getal, en geen reden waarom het er niet is. Haal de rij weg."),
        (
            {"Value": None, "ValueAttribute": None},
            "Er staat geen getal, en geen reden waarom het er niet is. Haal de rij weg.",
        ),
        ({"ValueAttribute": "Impossible"}, "Er staat een getal, en ook 'Impossible'. Kijk bij StatLine wat klopt."),
        ({"Value": "veel"}, "Kolom 'Value': 'veel' is geen getal. Schrijf bijvoorbeeld 1,234.5."),
        ({"Value": True}, "Kolom 'Value': hier hoort tekst of een getal. Haal de waarneming weg."),
        ({"RegioS": ["GM1"]}, "Kolom 'RegioS': hier hoort tekst of een getal. Haal de waarneming weg."),
        ({"RegioS": " "}, "Kolom 'RegioS': de cel is leeg. Vul de cel in."),
        ({"Measure": None}, "Kolom 'Measure': de cel is leeg. Vul de cel in."),
        ({"RegioS": "\ud800"}, "Kolom 'RegioS': er staat een teken in dat niet te lezen is. Typ de tekst opnieuw."),
        ({"\0": "x"}, "Kolom '\0': er staat een teken in dat niet te lezen is. Typ de tekst opnieuw."),
    ],
)
def test_observation_that_is_wrong_says_what_to_do(tmp_path, observation, message):
    assert read_one(tmp_path, **observation) == Fault(1, message)


@pytest.mark.parametrize(
    ("written", "value"),
    [("12.50", "12.50"), ("1234567890.123456789", "1234567890.123456789"), ("1E+2", "100"), ("0.10", "0.10")],
)
def test_json_keeps_the_digits(tmp_path, written, value):
    path = json_path(tmp_path, {"Value": "HIER"})
    [row] = read_figures(write(tmp_path, path.read_text().replace('"HIER"', written)))

    assert str(row.value) == value


def test_json_may_carry_remarks(tmp_path):
    assert read_one(tmp_path, **{"@odata.id": "x"}) == FIGURE


@pytest.mark.parametrize("context", ["", "javascript:x/12345NED/$metadata", "https://data.example.org/$metadata"])
def test_table_without_a_number_is_called_as_its_file(tmp_path, context):
    [row] = read_figures(json_path(tmp_path, {}, context=context))
    [line] = read_figures(write(tmp_path, CSV))

    assert [(one.source, one.source_url) for one in (row, line)] == [
        ("CBS StatLine (tabel)", ""),
        ("CBS StatLine (cijfers)", ""),
    ]
