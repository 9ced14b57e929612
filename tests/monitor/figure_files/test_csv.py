"""A CSV file, however a spreadsheet wrote it."""

import csv
import io
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from monitor.figure_files import Fault, read_figures
from stroomop.lib.csv_file import csv_response
from stroomop.lib.table_files import clean
from tests.monitor.figure_files.made_up import RECORD, ROW, csv_text, read_one, refusal, write


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252"])
@pytest.mark.parametrize("delimiter", [",", ";"])
@pytest.mark.parametrize("line_end", ["\r\n", "\n", "\r"])
def test_csv_is_read_in_every_form(tmp_path, encoding, delimiter, line_end):
    text = csv_text({"retrieved_note": "één, twee; drie"}, delimiter=delimiter).replace("\r\n", line_end)

    assert [*read_figures(write(tmp_path, text.encode(encoding)))] == [replace(ROW, note="één, twee; drie")]


@pytest.mark.parametrize("name", ["cijfers.xlsx", "cijfers.json", "cijfers"])
def test_csv_is_known_by_its_content(tmp_path, name):
    assert [*read_figures(write(tmp_path, csv_text({}), name))] == [ROW]


def test_csv_of_two_encodings_is_refused(tmp_path):
    lines = csv_text({"unit": "één"}).encode() + csv_text({"unit": "één"}).encode("cp1252")

    assert refusal(write(tmp_path, lines)) == (
        "De letters met een accent zijn in dit bestand op twee manieren bewaard. "
        "Open het in je rekenprogramma, kijk ze na en bewaar het als CSV (UTF-8)."
    )


def test_csv_may_have_its_columns_in_any_order(tmp_path):
    columns = sorted(RECORD, reverse=True)
    text = ",".join(columns) + "\n" + ",".join(RECORD[column] for column in columns)

    assert [*read_figures(write(tmp_path, text))] == [ROW]


def test_csv_may_have_empty_columns_and_lines(tmp_path):
    header, row, end = csv_text({}).split("\r\n")
    text = "\n".join([f"{header},, ", f"{row},,", "", "," * 12, f"{row},,", end])

    assert [*read_figures(write(tmp_path, text))] == [ROW, replace(ROW, number=5)]


def test_csv_counts_lines_as_a_spreadsheet_does(tmp_path):
    text = csv_text({"definition": "eerste\r\ntweede"}, {"value": "x"})

    row, fault = read_figures(write(tmp_path, text))

    assert row == replace(ROW, definition="eerste\r\ntweede")
    assert fault == Fault(3, "Kolom 'value': 'x' is geen getal. Schrijf bijvoorbeeld 1,234.5.")


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        ("'=1+1", "=1+1"), ("'+1", "+1"), ("'-1", "-1"), ("'@x", "@x"), ("'\tx", "x"), ("'t zand", "'t zand"),
        ("' =1", "=1"), ("''=1", "'=1"), ("'", "'"), ("a;'=1", "a;=1"), ("a; '=1", "a; '=1"),
    ],
)  # fmt: skip
def test_csv_loses_what_the_export_escaped(tmp_path, cell, text):
    assert read_one(tmp_path, definition=cell) == replace(ROW, definition=text)


def test_csv_with_an_escaped_number_gives_the_number(tmp_path):
    assert str(read_one(tmp_path, value="'-5").value) == "-5"


@given(st.text("'=-+@;\r\n\" ax\t\uff1d\u200b", max_size=10).map(str.strip))
def test_text_comes_back_from_the_export(text):
    content = csv_response("x.csv", ["text"], [[text]]).content.decode("utf-8-sig")
    [_, cells] = csv.reader(io.StringIO(content, newline=""))

    # A line that is only an empty cell has no cells.
    assert [clean(cell) for cell in cells] == [text][: len(cells)]


QUOTES = (
    "de aanhalingstekens kloppen niet. Zet een tekst met een aanhalingsteken erin tussen aanhalingstekens, "
    "met elk aanhalingsteken daarbinnen dubbel."
)


@pytest.mark.parametrize("end", ['"', '"' + "x" * 150_000 + "\r\n", '"x"y,', '"' + "x\r\n" * 100_000])
def test_csv_with_a_quote_that_never_closes_is_refused(tmp_path, end):
    assert refusal(write(tmp_path, csv_text({}) + end)) == f"Rij 3: {QUOTES}"


def test_csv_with_an_endless_line_is_refused(tmp_path):
    path = write(tmp_path, csv_text({}) + "x" * 200_001)

    assert refusal(path) == (
        "Het bestand heeft een regel van meer dan 200.000 tekens. Zet elke rij op een eigen regel."
    )
