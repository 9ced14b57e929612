"""Files that nobody should be able to bring in: a clear message with the row, and nothing is written."""

import zipfile

import pytest
from django.core.management import call_command
from openpyxl import Workbook

from tests.monitor.figures_file import RECORD, write_figures
from tests.monitor.importer.kit import everything, make_catalogue

pytestmark = pytest.mark.django_db
NOTHING = "0 nieuw, 0 herzien, 0 ongewijzigd, 0 geweigerd\n"
NO_ROWS = "Er staan geen rijen in het bestand. Zet ze onder de regel met kolomnamen, en lever het opnieuw in."
HEADER = [*RECORD]


@pytest.fixture(autouse=True)
def _catalogue(db):
    make_catalogue()


@pytest.fixture
def refusal(capsys):
    def run(path):
        """What was printed for a file that is refused, of which nothing is written."""
        before = everything()
        with pytest.raises(SystemExit) as end:
            call_command("import_figures", str(path), "--create-missing")
        assert (end.value.code, everything()) == (1, before)
        return capsys.readouterr()

    return run


def sheet(*rows, sheets=1):
    book = Workbook()
    for number in range(sheets):
        page = book.active if number == 0 else book.create_sheet()
        page.title = f"Blad {number + 1}"
        for row in rows:
            page.append(row)
    return book


def empty(folder):
    path = folder / "leeg.csv"
    path.touch()
    return path


def only_header(folder):
    return write_figures(folder)


def wrong_header(folder):
    path = folder / "kop.csv"
    path.write_text("jaar,aantal\n2023,10\n")
    return path


def three_sheets(folder):
    sheet(HEADER, [*RECORD.values()], sheets=3).save(folder / "drie.xlsx")
    return folder / "drie.xlsx"


def sparse(folder):
    path = folder / "groot.csv"
    with path.open("wb") as file:
        file.truncate(200_000_000)
    return path


def bomb(folder):
    path = folder / "bom.xlsx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", b" " * 40_000_000)
    return path


def folder_of_files(folder):
    return folder


def gone(folder):
    return folder / "weg.csv"


COLUMNS_MISSING = f"In het bestand ontbreken deze kolommen: {', '.join(HEADER)}. Zet ze in de eerste rij."


@pytest.mark.parametrize(
    ("make", "said"),
    [
        (empty, NO_ROWS),
        (only_header, NO_ROWS),
        (wrong_header, COLUMNS_MISSING),
        (
            three_sheets,
            "Het bestand heeft 3 tabbladen met inhoud: 'Blad 1', 'Blad 2', 'Blad 3'. Bewaar er één apart.",
        ),
        (sparse, "Het bestand is groter dan 50 MB. Splits het in kleinere bestanden."),
        (bomb, "Dit Excel-bestand is uitgepakt veel te groot. Zet alleen de tabel in een nieuw bestand."),
        (folder_of_files, "Dit bestand is er niet. Kijk of de naam klopt."),
        (gone, "Dit bestand is er niet. Kijk of de naam klopt."),
    ],
)
def test_file_is_refused_as_a_whole(refusal, tmp_path, make, said):
    assert refusal(make(tmp_path)) == (NOTHING, f"Er is niets geschreven. {said}\n")


def test_file_without_rights_is_refused(refusal, tmp_path, monkeypatch):
    def forbidden(*arguments, **options):
        raise PermissionError

    path = write_figures(tmp_path, {})
    # The tests may run as root, whom no file refuses.
    monkeypatch.setattr("pathlib.Path.open", forbidden)

    said = "Het portaal kan dit bestand niet openen. Kijk of het er nog is, en of je het mag lezen."
    assert refusal(path) == (NOTHING, f"Er is niets geschreven. {said}\n")


@pytest.mark.parametrize(
    ("record", "said"),
    [
        ({"value": "1.234,5.6"}, "Kolom 'value': '1.234,5.6' is geen getal. Schrijf bijvoorbeeld 1,234.5."),
        (
            {"period": "2023-Q5"},
            "'2023-Q5' is geen periode. Schrijf bijvoorbeeld 2023, 2023-H1, 2023-Q3, 2023-06-30 of 2022/2023.",
        ),
        (
            {"value": "11"},
            (
                "Test, 2023; Rij 2 geeft hiervoor 10, en deze rij 11. Laat er één staan, of zet er bij elk een andere"
                " status bij."
            ),
        ),
        (
            {"breakdown_dimension": "land", "breakdown_value": "Utrecht"},
            "Bij 'land' hoort 'Nederland', en niet 'Utrecht'.",
        ),
    ],
)
def test_row_is_refused(refusal, tmp_path, record, said):
    path = write_figures(tmp_path, {}, record)

    assert refusal(path) == (
        f"Rij 3: geweigerd; {said}\n1 nieuw, 0 herzien, 0 ongewijzigd, 1 geweigerd\n", "Er is niets geschreven.\n",
    )  # fmt: skip


def test_unknown_category_is_refused(tmp_path, capsys):
    before = everything()
    path = write_figures(tmp_path, {"breakdown_dimension": "regio", "breakdown_value": "Utrecht"})

    with pytest.raises(SystemExit):
        call_command("import_figures", str(path))

    said = "Het portaal kent niet: de uitsplitsing 'regio', de categorie 'Utrecht' (regio)."
    assert capsys.readouterr().out.startswith(f"Rij 2: geweigerd; Test, Utrecht, 2023; {said}\n")
    assert everything() == before


def test_formula_in_a_cell_is_refused(refusal, tmp_path):
    path = tmp_path / "formule.xlsx"
    sheet(HEADER, [*(RECORD | {"value": "=1+1"}).values()]).save(path)

    out, _ = refusal(path)

    assert out.startswith("Rij 2: geweigerd; ")
    assert "formule" in out.splitlines()[0]
    assert out.endswith("\n0 nieuw, 0 herzien, 0 ongewijzigd, 1 geweigerd\n")
