import csv
import io
from datetime import date
from decimal import Decimal

import pytest
from django.http import HttpResponse
from hypothesis import given
from hypothesis import strategies as st

from stroomop.lib.csv_file import csv_response, csv_stream
from stroomop.lib.text import writable

SIGNS = "=+-@\uff1d\uff0b\uff0d\uff20"
TEXTS = st.one_of(st.text(), st.text(alphabet=f"{SIGNS};,\"'\t\r\n a\0\ufeff"))


def read(response: HttpResponse) -> list[list[str]]:
    return list(csv.reader(io.StringIO(response.content.decode("utf-8-sig"), newline=""), strict=True))


def written(value: object) -> str:
    """What a reader of the file finds in a cell."""
    [_, [_, cell, _]] = read(csv_response("test.csv", ["a", "b", "c"], [["voor", value, "na"]]))
    return cell


def bare(text: str) -> str:
    return text.replace("'", "")


def test_file_is_a_download_in_utf8_with_a_header():
    response = csv_response("adviezen.csv", ["nummer", "titel"], [])

    assert dict(response.items()) == {
        "Content-Type": "text/csv; charset=utf-8; header=present",
        "Content-Disposition": 'attachment; filename="adviezen.csv"',
    }
    assert response.status_code == 200


def test_long_file_is_the_same_and_sent_while_it_is_read():
    rows = [[number, f"Rij {number}"] for number in range(1_200)]
    read_rows = iter(rows)

    response = csv_stream("één.csv", ["a", "b"], read_rows)
    whole = csv_response("één.csv", ["a", "b"], rows)
    first = [next(iter(response)) for _ in range(2)]

    assert (response.streaming, next(read_rows)) == (True, [499, "Rij 499"])
    assert dict(response.items()) == dict(whole.items())
    assert whole.content.startswith(b"".join(first))
    assert csv_stream("x.csv", ["a", "b"], rows).getvalue() == whole.content


def test_name_of_the_file_may_hold_any_letter():
    response = csv_response("één.csv", ["a"], [])

    assert response["Content-Disposition"] == "attachment; filename*=utf-8''%C3%A9%C3%A9n.csv"


def test_file_is_written_as_rfc_4180_says():
    rows = [[1, "Een, twee"], [2, 'Een "woord"'], [3, "Twee\nregels"], [4, ""], [5, "é; €"]]

    response = csv_response("test.csv", ["nummer", "titel"], rows)

    assert response.content == (
        b"\xef\xbb\xbfnummer,titel\r\n"
        b'1,"Een, twee"\r\n'
        b'2,"Een ""woord"""\r\n'
        b'3,"Twee\nregels"\r\n'
        b"4,\r\n" + "5,é; €\r\n".encode()
    )


def test_file_without_rows_has_its_header():
    assert csv_response("test.csv", ["a", "b"], iter([])).content == b"\xef\xbb\xbfa,b\r\n"


def test_only_cell_that_is_empty_still_makes_a_row():
    assert read(csv_response("test.csv", ["a"], [[None], ["x"]])) == [["a"], [""], ["x"]]


@pytest.mark.parametrize(
    ("value", "cell"),
    [
        (None, ""),
        ("", ""),
        (0, "0"),
        (-5, "-5"),
        (1.5, "1.5"),
        (Decimal("-12.50"), "-12.50"),
        (date(2024, 5, 31), "2024-05-31"),
        ("\0Een\x0btest\x1f", "Eentest"),
        ("a=b, c-d; e@f 2+2", "a=b, c-d; e@f 2+2"),
        ("een\ntwee", "een\ntwee"),
        ("\u2019s morgens", "\u2019s morgens"),
    ],
)
def test_value_is_written_as_it_is(value, cell):
    assert written(value) == cell


@pytest.mark.parametrize("sign", SIGNS)
@pytest.mark.parametrize(
    "before", ["", " ", "   ", "\xa0", "\t", "\r\n", '"', "'", "''", "\" '", "\0", "\ufeff", "\u200b"]
)
def test_text_that_would_run_as_a_formula_begins_with_an_apostrophe(before, sign):
    cell = written(f"{before}{sign}1+1")

    assert cell.startswith("'")
    assert bare(cell) == bare(writable(f"{before}{sign}1+1"))


@pytest.mark.parametrize("text", ["\ttest", "\rtest", "\ntest", "\t", "-5", "@naam", "-", "="])
def test_text_that_begins_as_a_formula_begins_with_an_apostrophe(text):
    assert written(text) == f"'{text}"


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        ("a;=1+1", "a;'=1+1"),
        ("a; =1+1;@b", "a;' =1+1;'@b"),
        ('a;"=1+1"', 'a;\'"=1+1"'),
        ("a\n=1+1", "a\n'=1+1"),
        ("a\r\n=1+1", "a\r\n'=1+1"),
        ("a\r=1+1", "a\r'=1+1"),
        (";=1+1", ";'=1+1"),
        ("a\n\n  -1", "a\n\n'  -1"),
        ("a, =1+1", "a, =1+1"),
    ],
)
def test_formula_in_a_text_does_not_run_where_excel_would_cut_it(text, cell):
    assert written(text) == cell


def test_header_is_guarded_as_well():
    assert read(csv_response("test.csv", ["=1+1"], [])) == [["'=1+1"]]


@given(st.lists(st.lists(TEXTS, min_size=2, max_size=2), max_size=4))
def test_every_text_comes_back_but_for_apostrophes(rows):
    found = read(csv_response("test.csv", ["a", "b"], rows))

    assert [list(map(bare, row)) for row in found] == [
        ["a", "b"],
        *([bare(writable(cell)) for cell in row] for row in rows),
    ]


@given(st.lists(st.lists(st.one_of(st.none(), st.integers(), st.decimals(allow_nan=False)), min_size=1), min_size=1))
def test_every_number_comes_back_as_it_was(rows):
    found = read(csv_response("test.csv", ["a"], rows))

    assert found[1:] == [["" if cell is None else f"{Decimal(cell):f}" for cell in row] for row in rows]


@given(TEXTS)
def test_no_text_begins_as_a_formula(text):
    cell = written(text)

    assert not cell.lstrip("\"' ").startswith(tuple(SIGNS)) or cell.startswith("'")
    assert not cell.startswith((*SIGNS, "\t", "\r", "\n"))


@given(TEXTS)
def test_no_part_that_excel_cuts_off_begins_as_a_formula(text):
    parts = written(text).replace("\r", ";").replace("\n", ";").split(";")

    assert [part for part in parts if part.lstrip(' \t"').startswith(tuple(SIGNS))] == []


@given(st.text(alphabet=st.characters(categories=["L", "N"])))
def test_plain_words_are_left_alone(text):
    assert written(text) == text


def test_long_text_is_written_in_a_moment():
    texts = ["\n" * 100_000, " " * 100_000, "; " * 50_000, ";" + "' \"" * 30_000]

    assert [bare(written(text)) for text in texts] == [bare(text) for text in texts]
