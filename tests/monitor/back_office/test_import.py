"""A file that is handed in: looked at by its content, kept where nobody reads it, and nothing written yet."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from monitor.forms import imports as forms
from monitor.models import Import, PublicFigure, Release
from monitor.models.ledger import Observation
from tests.monitor.back_office.files import figures
from tests.pages import links, main, rows, words
from tests.stroomop.back_office.staff import history, url

pytestmark = pytest.mark.django_db
ADD = "/beheer/monitor/import/add/"


def test_file_is_kept_under_a_name_that_nobody_guesses(editor, catalogue, hand_in, private_files):
    batch = hand_in({}, file=figures({}, name="Cijfers\x00 van ons.csv"))

    [kept] = [path for path in private_files.rglob("*") if path.is_file()]
    assert len(kept.name) == 32
    assert kept.suffix == ""
    assert (batch.name, batch.by, batch.rows_read) == ("Cijfers van ons.csv", editor, 1)
    assert [what for _, what in history(batch)] == ["Toegevoegd."]


def test_page_tells_what_would_change_and_nothing_is_written(client, editor, catalogue, hand_in):
    batch = hand_in({}, {"period": "2024", "value": "1234"})

    page = client.get(url(Import, "change", batch.pk))

    assert rows(page) == [
        ["2", "Testreeks, 2023", "", "10 (definitief)", "10", "nieuw", ""],
        ["3", "Testreeks, 2024", "", "1.234 (definitief)", "1.234", "nieuw", ""],
    ]
    told = words(main(page))
    assert "2 nieuw, 0 herzien, 0 ongewijzigd, 0 geweigerd" in told
    assert "Publiceer nu (2 cijfers) Bewaar als concept Gooi weg" in told
    assert "Refresh" not in page.headers
    assert not any(model.objects.exists() for model in (Observation, PublicFigure, Release))


def test_small_number_is_shown_as_the_public_would_read_it(client, editor, catalogue, hand_in):
    batch = hand_in({"value": "3"})

    [row] = rows(client.get(url(Import, "change", batch.pk)))

    assert row[3:5] == ["3 (definitief)", "niet getoond: groep te klein"]


def test_refused_file_tells_why_and_offers_to_hand_it_in_again(client, editor, catalogue, hand_in):
    batch = hand_in({}, {"period": "2024-X"}, {"indicator_code": "ANDERS"})

    page = client.get(url(Import, "change", batch.pk))

    assert [row[0] for row in rows(page)] == ["3", "4", "2"]
    assert "2 rijen kloppen niet. Daarom is het hele bestand geweigerd." in words(main(page))
    assert ADD in links(page)
    assert "Publiceer" not in main(page)


def test_file_that_is_no_table_is_refused_as_a_whole(client, editor, catalogue, hand_in):
    batch = hand_in(file=SimpleUploadedFile("cijfers.csv", b"dit is geen tabel\n"))

    told = words(main(client.get(url(Import, "change", batch.pk))))

    assert "In het bestand ontbreken deze kolommen" in told
    assert "Rij voor rij" not in told


def test_what_is_in_it_decides_and_not_its_name(editor, catalogue, hand_in):
    assert hand_in(file=figures({}, name="plaatje.png")).stage == Import.Stage.CHECKED
    assert hand_in(file=SimpleUploadedFile("cijfers.xlsx", b"PK\x03\x04 geen zip")).stage == Import.Stage.REFUSED


def test_name_of_the_file_tells_which_table_of_statline_it_is(editor, catalogue, hand_in):
    table = SimpleUploadedFile("85099NED.csv", b"Measure;Value;Perioden\nM1;10;2023JJ00\n")

    batch = hand_in(file=table)

    assert "de bron 'CBS StatLine 85099NED'" in batch.rows.get().message


def test_unknown_things_are_made_only_when_asked(client, editor, hand_in):
    refused = hand_in({})
    made = hand_in({}, creates_missing="on")

    assert (refused.stage, made.stage) == (Import.Stage.REFUSED, Import.Stage.CHECKED)
    page = words(main(client.get(url(Import, "change", made.pk))))
    assert "Het portaal maakt aan: de indicator 'TEST', de bron 'Bron'." in page
    assert "Een indicator die wij aanmaken, is eerst een concept." in page


@pytest.mark.parametrize(
    ("data", "faults"),
    [
        ({"file": ""}, {"file": ["Dit veld is verplicht."]}),
        ({"file": SimpleUploadedFile("leeg.csv", b"")}, {"file": ["Het verstuurde bestand is leeg."]}),
        ({"read_on": "2026-11-02"}, {"read_on": ["Deze dag moet nog komen."]}),
        ({"read_on": ""}, {"read_on": ["Dit veld is verplicht."]}),
    ],
)
def test_form_tells_what_is_wrong(client, editor, data, faults):
    page = client.post(ADD, {"file": figures({}), "read_on": "2026-11-01"} | data)

    assert page.context["adminform"].form.errors == faults
    assert not Import.objects.exists()


def test_file_that_is_too_large_is_not_kept(client, editor, private_files, monkeypatch):
    monkeypatch.setattr(forms, "LARGEST_FILE", 100)

    page = client.post(ADD, {"file": figures({}), "read_on": "2026-11-01"})

    assert page.context["adminform"].form.errors == {
        "file": ["Het bestand is groter dan 50 MB. Splits het in kleinere bestanden."]
    }
    assert not private_files.exists()


def test_form_starts_today(client, editor):
    page = client.get(ADD)

    assert 'value="2026-11-01"' in page.text
    assert words(main(page)).startswith("Cijfers importeren")


def test_list_tells_how_each_file_stands(client, editor, catalogue, hand_in):
    hand_in({})

    page = client.get(url(Import, "changelist"))

    assert "1 nieuw, 0 herzien, 0 ongewijzigd, 0 geweigerd" in page.text
    assert {ADD, "/beheer/monitor/release/nieuw-cijfer/"} <= set(links(page))


def test_ways_in_stand_on_the_first_page(client, editor):
    assert {"/beheer/monitor/release/nieuw-cijfer/", ADD} <= set(links(client.get("/beheer/")))


def test_page_that_is_not_there_leads_to_the_first(client, editor):
    assert client.get(url(Import, "change", 99)).url == "/beheer/"
    assert client.post(url(Import, "change", 99), {"doe": "nu"}).url == "/beheer/"
