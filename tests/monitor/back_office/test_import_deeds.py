"""The buttons on the page of an import: each does one thing, once."""

import pytest

from monitor.importer import import_figures
from monitor.models import Import, PublicFigure, Release
from monitor.models.ledger import Observation
from stroomop.lib import clock
from tests.monitor.back_office.conftest import LATER
from tests.monitor.back_office.files import figures
from tests.pages import links, main, words
from tests.stroomop.back_office.staff import history, url

pytestmark = pytest.mark.django_db
DONE = ["Dat was al gedaan. Kijk hieronder hoe het nu staat."]


def public():
    return sorted(str(figure.value) for figure in PublicFigure.objects.held_on(clock.today()))


@pytest.fixture
def batch(editor, catalogue, hand_in):
    return hand_in({"value": "10"}, {"period": "2024", "value": "20"})


def test_published_now_it_is_public(client, batch, press):
    assert press(batch, "nu") == ["Gepubliceerd: 2 cijfers."]

    assert public() == ["10", "20"]
    page = client.get(url(Import, "change", batch.pk))
    assert {"/monitor/indicator/testreeks/", url(Release, "change", Release.objects.get().pk)} <= set(links(page))
    assert "gepubliceerd op 1 november 2026 14:30" in words(main(page))
    assert [what for _, what in history(batch)] == ["Toegevoegd.", "Gepubliceerd: 2 cijfers."]


def test_second_click_does_nothing(batch, press):
    press(batch, "nu")

    assert [press(batch, deed) for deed in ("nu", "concept", "weg", "opnieuw")] == [DONE] * 4
    assert (Release.objects.count(), Observation.objects.count()) == (1, 2)


def test_published_later_it_is_public_then(batch, press):
    said = press(batch, "op", moment="2026-12-01T09:00")

    assert said == ["Wordt gepubliceerd op 1 december 2026 09:00: 2 cijfers."]
    assert public() == []
    with clock.fixed_at(LATER):
        assert public() == ["10", "20"]


@pytest.mark.parametrize(
    ("moment", "fault"),
    [
        ("", "Kies een dag en een tijd."),
        ("morgen", "Kies een dag en een tijd."),
        ("2026-11-01T14:30", "Kies een moment dat nog komt."),
    ],
)
def test_moment_that_can_not_be_is_refused(batch, press, moment, fault):
    assert press(batch, "op", moment=moment) == [fault]
    assert not Release.objects.exists()


def test_draft_is_in_the_ledger_and_published_later(client, batch, press):
    assert press(batch, "concept") == ["Bewaard als concept: 2 cijfers. Nog niemand ziet dit."]
    assert (public(), Observation.objects.count()) == ([], 2)
    assert "Dit is een concept" in words(main(client.get(url(Import, "change", batch.pk))))

    assert press(batch, "nu") == ["Gepubliceerd: 2 cijfers."]
    assert public() == ["10", "20"]


def test_draft_is_published_at_a_moment(batch, press):
    press(batch, "concept")
    press(batch, "op", moment="2026-12-01T09:00")

    assert public() == []
    with clock.fixed_at(LATER):
        assert public() == ["10", "20"]


def test_thrown_away_nothing_of_it_stays(batch, press, private_files):
    assert press(batch, "weg") == ["“cijfers.csv” is weggegooid. Er is niets geschreven."]

    assert not Import.objects.exists()
    assert [path for path in private_files.rglob("*") if path.is_file()] == []


def test_taken_back_what_held_before_holds_again(client, editor, catalogue, hand_in, press):
    press(hand_in({"value": "10"}), "nu")
    second = hand_in({"value": "12", "source_title": "Nieuwe bron"}, creates_missing="on")
    assert (second.revised, second.rows.get().was) == (1, "10 (definitief)")
    press(second, "nu")
    assert public() == ["12"]

    assert press(second, "terug", reason="Verkeerde tabel.") == ["Teruggenomen. Wat hiervoor gold, geldt weer."]

    assert public() == ["10"]
    page = words(main(client.get(url(Import, "change", second.pk))))
    assert "omdat: Verkeerde tabel." in page
    assert "Neem alles terug" not in page
    assert press(second, "terug", reason="Nog eens.") == DONE


def test_taken_back_with_a_reason_only(batch, press):
    press(batch, "nu")

    assert press(batch, "terug", reason="") == ["Zeg waarom je dit terugneemt."]
    assert public() == ["10", "20"]


@pytest.mark.parametrize(("ticked", "repeated"), [({}, False), ({"keeps_secret": "on"}, True)])
def test_numbers_that_told_too_much_are_not_repeated(batch, press, ticked, repeated):
    press(batch, "nu")
    press(batch, "terug", reason="Te herkennen.", **ticked)

    assert Release.objects.get().keeps_secret is repeated


def test_somebody_else_was_first_so_it_is_checked_again(editor, catalogue, hand_in, press, batch, tmp_path):
    path = tmp_path / "eerst.csv"
    path.write_bytes(figures({"value": "11"}).read())
    import_figures(path)

    assert press(batch, "nu") == ["Iemand anders heeft net cijfers toegevoegd. Daarom kijken we je bestand opnieuw na."]

    batch.refresh_from_db()
    assert (batch.stage, batch.summary) == (
        Import.Stage.CHECKED,
        "1 nieuw, 1 herzien, 0 ongewijzigd, 0 geweigerd",
    )
    assert public() == ["11"]
    assert press(batch, "nu") == ["Gepubliceerd: 2 cijfers."]


def test_check_that_was_cut_off_is_done_again(batch, press):
    Import.objects.update(stage=Import.Stage.CHECKING)

    assert press(batch, "opnieuw") == ["We kijken het bestand opnieuw na."]

    batch.refresh_from_db()
    assert batch.stage == Import.Stage.CHECKED


def test_nothing_else_is_done_by_post(client, batch):
    assert [client.post(url(Import, "change", batch.pk), data).status_code for data in ({}, {"doe": "x"})] == [403] * 2
    assert client.get(url(Import, "change", batch.pk), {"doe": "nu"}).status_code == 200
    assert client.post(url(Import, "delete", batch.pk), {"post": "yes"}).status_code == 403
    assert not Release.objects.exists()


def test_what_a_colleague_threw_away_is_gone(batch, press, monkeypatch):
    from monitor.admin import imports  # noqa: PLC0415

    monkeypatch.setattr(imports.ImportAdmin, "get_object", lambda *args: Import(pk=99))

    assert press(batch, "nu") == DONE
