"""A workbook that is broken, hostile, or not what we ask for."""

import struct
import zipfile

import pytest

from stroomop.lib import zip_file
from stroomop.lib.table_files import NO_ROWS, archive, workbook
from stroomop.lib.table_files.archive import BROKEN, LOCKED, NO_WORKBOOK, TOO_LARGE, WITH_MACROS
from tests.monitor.figure_files.made_up import (
    RELATIONS,
    measured_memory,
    raw_path,
    raw_rows,
    read_figures,
    refusal,
    sheet_path,
    write,
)

MANY = 21_000_000
ENTITIES = """<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>"""
OUTSIDE = """<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/hostname">]>"""


def test_xlsx_with_more_than_one_sheet_is_refused_by_name(tmp_path):
    path = sheet_path(tmp_path, {}, sheets=[("Leeg", []), ("Oud", [["x"]]), ("Uitleg", [["y"]])])

    assert refusal(path) == ("Het bestand heeft 3 tabbladen met inhoud: 'Sheet', 'Oud', 'Uitleg'. Bewaar er één apart.")


def test_xlsx_with_only_empty_sheets_beside_is_read(tmp_path):
    assert len([*read_figures(sheet_path(tmp_path, {}, sheets=[("Leeg", []), ("Ook leeg", [])]))]) == 1


def test_xlsx_without_figures_is_refused(tmp_path):
    assert refusal(sheet_path(tmp_path)) == NO_ROWS
    assert refusal(raw_path(tmp_path, "<row/>" * 5)) == NO_ROWS


def test_xlsx_with_its_columns_lower_is_refused(tmp_path):
    message = refusal(sheet_path(tmp_path, {}, prepare=lambda sheet: sheet.insert_rows(1)))

    assert message.startswith("In het bestand ontbreken deze kolommen: indicator_code, ")


def test_xlsx_with_a_formula_for_a_column_is_refused(tmp_path):
    def prepare(sheet):
        sheet["A1"] = "=1"

    assert refusal(sheet_path(tmp_path, {}, prepare=prepare)) == (
        "De regel met kolomnamen klopt niet. Cel A1: hier staat een formule. Plak alleen de waarde."
    )


@pytest.mark.parametrize("name", ["xl/vbaProject.bin", "xl/macrosheets/sheet1.xml"])
def test_xlsx_with_macros_is_refused(tmp_path, name):
    assert refusal(raw_path(tmp_path, raw_rows({}), more={name: "x"})) == WITH_MACROS


def test_zip_of_something_else_is_refused(tmp_path):
    assert refusal(raw_path(tmp_path, "", workbook=None)) == NO_WORKBOOK
    assert refusal(write(tmp_path, b"PK\x05\x06" + bytes(18))) == NO_WORKBOOK


@pytest.mark.parametrize("name", ["cijfers.xlsx", "cijfers.csv"])
def test_xlsx_that_is_cut_off_is_refused(tmp_path, name):
    content = sheet_path(tmp_path, {}).read_bytes()

    assert refusal(write(tmp_path, content[: len(content) // 2], name)) == BROKEN
    assert refusal(write(tmp_path, b"PK\x03\x04", name)) == BROKEN


def test_xlsx_that_is_encrypted_is_refused(tmp_path):
    content = bytearray(raw_path(tmp_path, raw_rows({})).read_bytes())
    # The flag, in the part itself and in the directory.
    content[6] |= 1
    content[content.index(b"PK\x01\x02") + 8] |= 1

    assert refusal(write(tmp_path, bytes(content), "cijfers.xlsx")) == LOCKED


@pytest.mark.parametrize(
    "parts",
    [
        {"workbook": "<workbook"},
        {"workbook": '<workbook><sheets><sheet name="x"/></sheets></workbook>'},
        {"sheet": ENTITIES + "<worksheet>&b;</worksheet>"},
        {"sheet": OUTSIDE + "<worksheet>&a;</worksheet>"},
        {"strings": ENTITIES + "<sst><si><t>&b;</t></si></sst>"},
        {"relations": None},
        {"relations": RELATIONS.replace("worksheets/sheet1", "worksheets/sheet2")},
        {"relations": RELATIONS.replace("worksheets/sheet1", "../../../etc/hostname")},
        {"styles": '<styleSheet><numFmts><numFmt numFmtId="x" formatCode="0"/></numFmts></styleSheet>'},
    ],
)
def test_xlsx_with_a_broken_part_is_refused(tmp_path, parts):
    assert refusal(raw_path(tmp_path, raw_rows({}), **parts)) == BROKEN


@pytest.mark.parametrize(
    "rows",
    [
        '<row r="2"><c><v>1</v></c></row><row r="2"><c><v>1</v></c></row>',
        '<row r="2"><c><v>1</v></c></row><row r="1"><c><v>1</v></c></row>',
        '<row r="1"><c r="B1"><v>1</v></c><c r="A1"><v>1</v></c></row>',
        '<row r="1"><c r="AAAA1"><v>1</v></c></row>',
        '<row r="1"><c r="ZZZ1"><v>1</v></c></row>',
        '<row r="9999999"><c><v>1</v></c></row>',
        '<row><c t="s"><v>9</v></c></row>',
        '<row><c t="s"><v>x</v></c></row>',
        '<row><c s="9"><v>1</v></c></row>',
        "<row><c><v>een</v></c></row>",
        '<row r="1"><c><v>1</v></c><row r="1"/></row>',
    ],
)
def test_xlsx_with_rows_that_no_spreadsheet_writes_is_refused(tmp_path, rows):
    assert refusal(raw_path(tmp_path, rows)) == BROKEN


def test_xlsx_with_another_way_of_packing_is_refused(tmp_path):
    path = raw_path(tmp_path, raw_rows({}))
    with zipfile.ZipFile(path, "a", zipfile.ZIP_BZIP2) as book:
        book.writestr("x", "x")

    assert refusal(path) == BROKEN


@pytest.mark.parametrize("parts", [{"sheet": " " * MANY}, {"more": {"x": "0" * MANY}}])
def test_zip_bomb_is_refused_before_it_is_unpacked(tmp_path, parts):
    path = raw_path(tmp_path, raw_rows({}), **parts)

    with measured_memory() as memory:
        message = refusal(path)

    assert (message, path.stat().st_size < 100_000, memory.peak < 1_000_000) == (TOO_LARGE, True, True)


def test_zip_bomb_that_lies_about_its_size_is_not_unpacked_further(tmp_path):
    content = bytearray(raw_path(tmp_path, raw_rows({}), sheet="<worksheet>" + " " * MANY).read_bytes())
    said = struct.pack("<L", MANY + len("<worksheet>"))
    assert content.count(said) == 2
    path = write(tmp_path, bytes(content).replace(said, struct.pack("<L", 100)), "cijfers.xlsx")

    with measured_memory() as memory:
        message = refusal(path)

    assert (message, memory.peak < 1_000_000) == (BROKEN, True)


def test_zip_of_very_many_parts_is_refused(tmp_path, monkeypatch):
    path = raw_path(tmp_path, raw_rows({}))
    monkeypatch.setattr(zip_file, "MOST_PARTS", 4)

    assert refusal(path) == TOO_LARGE


def test_xlsx_larger_than_the_limit_is_refused(tmp_path, monkeypatch):
    path = raw_path(tmp_path, raw_rows({}))
    monkeypatch.setattr(zip_file, "MOST_UNPACKED", 100)

    assert refusal(path) == TOO_LARGE


def test_xlsx_with_very_many_texts_or_styles_is_refused(tmp_path, monkeypatch):
    path = raw_path(tmp_path, raw_rows({}), strings=f"<sst>{'<si><t>x</t></si>' * 10}</sst>")
    monkeypatch.setattr(workbook, "MOST_STRINGS", 9)
    assert refusal(path) == TOO_LARGE

    monkeypatch.setattr(archive.StartTags, "MOST", 1)
    assert refusal(path) == TOO_LARGE


def test_xlsx_of_empty_rows_takes_no_memory(tmp_path):
    path = raw_path(tmp_path, "<row/>" * 20_000 + raw_rows({}))

    with measured_memory() as memory:
        message = refusal(path)

    assert (message.startswith("In het bestand ontbreken"), memory.peak < 500_000) == (True, True)


def test_xlsx_with_an_endless_text_keeps_its_beginning(tmp_path):
    path = raw_path(tmp_path, raw_rows({}, {"definition": "x" * 5_000_000}))

    with measured_memory() as memory:
        [_, fault] = read_figures(path)

    message = "Kolom 'definition': de tekst is langer dan 2.000 tekens. Maak de tekst korter."
    assert (fault.message, memory.peak < 2_000_000) == (message, True)
