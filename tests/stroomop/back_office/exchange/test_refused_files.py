"""A file that can't be used is refused as a whole, with what to do next."""

import io
from contextlib import suppress
from zipfile import ZipFile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from projects.models import Organisation
from projects.tables import OrganisationTable
from stroomop.lib.exchange import running
from stroomop.lib.exchange.running import run
from stroomop.lib.table_files import NO_ROWS, FileRefusedError
from stroomop.lib.table_files.archive import BROKEN, NO_WORKBOOK, WITH_MACROS
from stroomop.lib.table_files.tables import NO_TEXT
from tests.rollback import rolled_back
from tests.stroomop.back_office.exchange.kit import csv_text, lines, sheet_bytes, written

pytestmark = pytest.mark.django_db
COLUMNS = "; ".join(OrganisationTable().names)
NO_KEY = (
    "In het bestand ontbreekt de kolom 'adres'. Zet in de eerste rij de namen van de kolommen, zoals in een export."
)
QUOTES = (
    "Rij 2: de aanhalingstekens kloppen niet. Zet een tekst met een aanhalingsteken erin tussen aanhalingstekens, "
    "met elk aanhalingsteken daarbinnen dubbel."
)
OLD = "Dit Excel-bestand is oud of beveiligd. Haal het wachtwoord eraf en bewaar het als XLSX."
HEAD = ["adres", "naam", "soort"]


def zipped(name):
    file = io.BytesIO()
    with ZipFile(file, "w") as archive:
        archive.writestr(name, "x")
    return file.getvalue()


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", NO_ROWS),
        (b"adres,naam\r\n", NO_ROWS),
        (b"adres,naam\r\n,\r\n  ,\r\n", NO_ROWS),
        (sheet_bytes(HEAD), NO_ROWS),
        (b"\x89PNG\r\n\x1a\n\0\0", NO_TEXT),
        (b"%PDF-1.7 geen tabel\n", NO_KEY),
        (b"naam,soort\r\nA,overig\r\n", NO_KEY),
        (b"adres,namm\r\na,A\r\n", f"De kolom 'namm' is niet bekend. Haal de kolom weg, of kies uit: {COLUMNS}."),
        (b"adres,naam,naam\r\na,A,B\r\n", "De kolom 'naam' staat er twee keer in. Haal er één weg."),
        (b"adres,,naam\r\na,,B\r\n", "Kolom 2 heeft geen naam. Geef de kolom een naam of haal de kolom weg."),
        (b'adres,naam\r\na,"A\r\n', QUOTES),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", OLD),
        (b"PK\x03\x04 geen zip", BROKEN),
        (zipped("word/document.xml"), NO_WORKBOOK),
        (zipped("xl/vbaProject.bin"), WITH_MACROS),
    ],
)  # fmt: skip
def test_file_is_refused(tmp_path, content, message):
    with pytest.raises(FileRefusedError) as refused:
        run(written(tmp_path, content), OrganisationTable())
    assert str(refused.value) == message


def test_file_with_too_many_rows_is_refused(tmp_path, monkeypatch):
    assert running.MOST_ROWS == 2_000
    monkeypatch.setattr(running, "MOST_ROWS", 2)
    rows = [{"adres": "", "naam": f"Test {number}", "soort": "overig"} for number in range(3)]

    assert run(written(tmp_path, csv_text(*rows[:2])), OrganisationTable()).new == 2
    with pytest.raises(FileRefusedError) as refused:
        run(written(tmp_path, csv_text(*rows)), OrganisationTable())
    assert str(refused.value) == "Het bestand heeft meer dan 2.000 rijen. Splits het in kleinere bestanden."


@pytest.mark.parametrize(
    "content",
    [
        "adres,naam,soort\r\n,Café,overig\r\n".encode(),
        "adres;naam;soort\n\n;Café;overig\n;;\n".encode("utf-8-sig"),
        "adres;naam;soort\r\n;Café;overig\r\n".encode("cp1252"),
        sheet_bytes(HEAD, ["", "Café", "overig"], [], [None, " ", ""]),
    ],
)
def test_ways_to_write_a_table_come_to_the_same(tmp_path, content):
    report = run(written(tmp_path, content), OrganisationTable())

    assert [(row.label, str(row.outcome)) for row in report.rows] == [("Café", "nieuw")]


def test_formula_is_refused_and_never_calculated(tmp_path):
    report = run(written(tmp_path, sheet_bytes(HEAD, ["", "=1+1", "overig"])), OrganisationTable())

    assert lines(report) == [(2, "geweigerd", [], ["Cel B2: hier staat een formule. Plak alleen de waarde."])]


def test_text_that_looks_like_a_formula_is_text(tmp_path):
    run(written(tmp_path, "adres,naam,soort\n,=1+1,overig\n"), OrganisationTable(), write=True)

    assert Organisation.objects.get().name == "=1+1"


ANY_BYTES = st.binary(max_size=80)
ANY_TABLE = st.text("adresnm,;\n\"'=1", max_size=60).map(lambda text: f"adres,naam\n{text}".encode())


@given(content=ANY_BYTES | ANY_TABLE)
def test_no_bytes_bring_it_down(tmp_path_factory, content):
    with rolled_back(), suppress(FileRefusedError):
        report = run(written(tmp_path_factory.mktemp("tabel"), content), OrganisationTable())
        assert all(row.messages for row in report.rows if row.outcome == "geweigerd")
