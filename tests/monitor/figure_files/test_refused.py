"""A file that can't be read at all: one clear message, and no row."""

import os

import pytest

from monitor import figure_files
from monitor.figure_files.own import COLUMNS, OPTIONAL
from tests.monitor.figure_files.made_up import csv_text, read_figures, refusal, write

NO_ROWS = "Er staan geen rijen in het bestand. Zet ze onder de regel met kolomnamen, en lever het opnieuw in."
NO_TEXT = "Dit bestand is geen tabel met tekst. Bewaar je tabel als CSV (UTF-8) of als XLSX."
TOO_LARGE = "Het bestand is groter dan 50 MB. Splits het in kleinere bestanden."
HEADER, LINE, _ = csv_text({}).split("\r\n")


def missing(*columns):
    return f"In het bestand ontbreken deze kolommen: {', '.join(columns)}. Zet ze in de eerste rij."


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", NO_ROWS),
        (b"\xef\xbb\xbf", NO_ROWS),
        (HEADER.encode(), NO_ROWS),
        (f"{HEADER}\r\n\r\n{',' * 10}\r\n".encode(), NO_ROWS),
        (b"\n", missing(*COLUMNS)),
        (b"hallo", missing(*COLUMNS)),
        (HEADER.replace("period,", "").replace(",value", "").encode(), missing("period", "value")),
        (HEADER.replace("period", "Period").encode(), missing("period")),
        (
            f"{HEADER},peroid_kind\n{LINE},".encode(),
            f"De kolom 'peroid_kind' is niet bekend. Haal de kolom weg, of kies uit: {', '.join(OPTIONAL)}.",
        ),
        (f"{HEADER},value".encode(), "De kolom 'value' staat er twee keer in. Haal er één weg."),
        (f"{HEADER},,status".encode(), "Kolom 12 heeft geen naam. Geef de kolom een naam of haal de kolom weg."),
        (f"{HEADER},{'x' * 2001}".encode(), NO_TEXT),
        (b"%PDF-1.7\x01,", NO_TEXT),
        (f"{HEADER}\n{LINE}\0\n".encode(), NO_TEXT),
        (f"{HEADER}\n{LINE}".encode("utf-16"), NO_TEXT),
        (b"\x89PNG\r\n\x1a\n\0\0\0", NO_TEXT),
        # No letter of Windows, and no UTF-8.
        (f"{HEADER}\n{LINE}".encode() + b"\x81\xff", NO_TEXT),
        (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
            "Dit Excel-bestand is oud of beveiligd. Haal het wachtwoord eraf en bewaar het als XLSX.",
        ),
    ],
)
@pytest.mark.parametrize("name", ["cijfers.csv", "cijfers.xlsx"])
def test_file_that_is_no_table_is_refused(tmp_path, content, message, name):
    assert refusal(write(tmp_path, content, name)) == message


@pytest.mark.parametrize("size", [50_000_001, 200_000_000])
def test_file_that_is_too_large_is_refused_unopened(tmp_path, size):
    path = write(tmp_path, b"")
    os.truncate(path, size)

    assert refusal(path) == TOO_LARGE


def test_file_that_is_not_there_is_refused(tmp_path):
    message = "Dit bestand is er niet. Kijk of de naam klopt."

    assert (refusal(tmp_path), refusal(tmp_path / "weg.csv")) == (message, message)


def test_file_with_too_many_rows_is_refused(tmp_path, monkeypatch):
    monkeypatch.setattr(figure_files, "MOST_ROWS", 2)
    path = write(tmp_path, csv_text({}, {"value": "x"}))
    assert len([*read_figures(path)]) == 2

    assert refusal(write(tmp_path, csv_text({}, {"value": "x"}, {}))) == (
        "Het bestand heeft meer dan 200.000 rijen. Splits het in kleinere bestanden."
    )


def test_messages_say_the_limits_that_hold():
    assert (figure_files.MOST_ROWS, figure_files.LARGEST_FILE) == (200_000, 50_000_000)
