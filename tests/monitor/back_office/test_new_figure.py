"""One figure by hand: the same checks as a row of a file, looked at first, published with a second click."""

from datetime import date

import pytest

from monitor.importer import writing
from monitor.models import Import, PublicFigure, Release, Source
from stroomop.lib import clock
from tests import factories as make
from tests.advies.back_office.stored import values
from tests.monitor.back_office.conftest import LATER
from tests.pages import choices, links, main, rows, words
from tests.stroomop.back_office.staff import history, url

pytestmark = pytest.mark.django_db
FORM = "/beheer/monitor/release/nieuw-cijfer/"


@pytest.fixture
def source(catalogue):
    return Source.objects.get()


@pytest.fixture
def filled_in(editor, catalogue, source):
    return {"indicator": catalogue.pk, "period": "2024", "value": "1.234", "source": source.pk}


def send(client, data):
    """The import that it makes, and the page where that stands."""
    page = client.post(FORM, data, follow=True)
    assert page.status_code == 200
    assert "adminform" not in page.context or "page" in page.context, page.context["adminform"].form.errors
    return Import.objects.get(stage=Import.Stage.CHECKED), page


def faults(client, data):
    page = client.post(FORM, data)
    assert not Import.objects.exists()
    return {name: [str(error) for error in errors] for name, errors in page.context["adminform"].form.errors.items()}


def test_first_it_shows_what_it_will_do(client, filled_in):
    batch, page = send(client, filled_in)

    assert rows(page) == [["1", "Testreeks, 2024", "", "1.234 (definitief)", "1.234", "nieuw", ""]]
    assert "Publiceer nu (1 cijfer)" in words(main(page))
    assert "Een indicator die wij aanmaken" not in page.text
    assert batch.name == "Nieuw cijfer: Testreeks, 2024"
    assert [what for _, what in history(batch)] == ["Toegevoegd."]
    assert not Release.objects.exists()


def test_second_click_publishes_it_as_a_release_of_its_own(client, filled_in, source, press):
    batch, _ = send(client, filled_in)

    assert press(batch, "nu") == ["Gepubliceerd: 1 cijfer."]

    assert values(Release.objects, "source", "version", "known_on") == [(source.pk, 1, date(2026, 11, 1))]
    figure = PublicFigure.objects.get()
    assert (str(figure.value), figure.status, figure.period.code) == ("1234", "definitief", "2024")


def test_revision_shows_what_it_was_and_what_is_odd(client, filled_in, press):
    for number, period in enumerate(["2020", "2021", "2022", "2024"]):
        press(send(client, filled_in | {"period": period, "value": f"100{number}"})[0], "nu")

    _, page = send(client, filled_in | {"value": "9000"})

    [row] = rows(page)
    assert row[2:6] == ["1.003 (definitief)", "9.000 (definitief)", "9.000", "herzien"]
    assert "Dit getal ligt ver van de andere in de reeks" in row[6]


@pytest.mark.parametrize(
    ("typed", "stored"), [("12,5", "12.5"), ("12.5", "12.5"), ("1.234", "1234"), ("0", "0"), ("1 234,50", "1234.50")]
)
def test_number_is_kept_as_it_was_written(client, filled_in, press, catalogue, typed, stored):
    catalogue.measure = "overig"
    catalogue.save()
    press(send(client, filled_in | {"value": typed})[0], "nu")

    assert str(PublicFigure.objects.get().value) == stored


def test_all_that_was_filled_in_is_kept(client, filled_in, catalogue, press):
    catalogue.measure = "aandeel"
    catalogue.save()
    category = make.make_category(name="Noord")
    marks = {"provisional": "on", "approximate": "on", "one_off": "on", "note": "Geteld met de hand."}
    new = {"source": "", "source_title": "Nieuwe bron", "source_url": "https://bron.test/", "known_on": "2025-03-01"}
    share = {"value": "25", "numerator": "50", "denominator": "200", "category": category.pk}
    share |= {"covered": "9", "covered_of": "12"}
    span = {"period": "2012-2016", "period_kind": "gemiddelde"}

    batch, page = send(client, filled_in | marks | new | share | span)
    assert "Het portaal maakt aan: de bron 'Nieuwe bron'." in words(main(page))
    press(batch, "nu")

    figure = PublicFigure.objects.get()
    assert (figure.status, figure.approximate, figure.one_off, figure.note) == (
        "voorlopig", True, True, "Geteld met de hand.",
    )  # fmt: skip
    assert (str(figure.numerator), str(figure.denominator), figure.series.key) == ("50", "200", category.key)
    assert (figure.covered, figure.covered_of) == (9, 12)
    assert (figure.period.kind, figure.valid_from) == ("gemiddelde", date(2025, 3, 1))
    assert (figure.release.source.title, figure.release.source.url) == ("Nieuwe bron", "https://bron.test/")


def test_figure_may_have_a_reason_and_no_number(client, filled_in, press):
    press(send(client, filled_in | {"value": "", "reason": "nog-niet-bekend"})[0], "nu")

    assert PublicFigure.objects.get().shown == "nog niet bekend"


def test_moment_of_publication_is_filled_in_at_the_button(client, filled_in, press):
    batch, page = send(client, filled_in | {"publish_at": "2026-12-01T09:00"})

    assert 'value="2026-12-01T09:00"' in page.text
    press(batch, "op", moment="2026-12-01T09:00")
    assert not PublicFigure.objects.exists()
    with clock.fixed_at(LATER):
        assert PublicFigure.objects.exists()


@pytest.mark.parametrize(
    ("data", "field", "message"),
    [
        ({"indicator": ""}, "indicator", "Dit veld is verplicht."),
        (
            {"period": "2024-X"},
            "period",
            "'2024-X' is geen periode. Schrijf bijvoorbeeld 2023, 2023-H1, 2023-Q3, 2023-06-30 of 2022/2023.",
        ),
        ({"period": "2012-2016"}, "period_kind", "Kies wat deze reeks jaren is: dat staat niet in de periode zelf."),
        (
            {"period_kind": "venster"},
            "period_kind",
            "Dit hoort alleen bij een reeks jaren. Kies 'volgt uit de periode'.",
        ),
        ({"value": ""}, "value", "Vul een getal in, of kies waarom er geen is."),
        ({"value": "1,2,3"}, "value", "'1,2,3' is geen getal. Schrijf bijvoorbeeld 1.234,5."),
        ({"reason": "te-onzeker"}, "reason", "Er staat een getal en ook een reden. Haal een van de twee weg."),
        (
            {"value": "", "reason": "te-onzeker", "numerator": "1"},
            "numerator",
            "Zonder getal is er geen teller en geen noemer.",
        ),
        (
            {"covered_of": "12"},
            "covered",
            "Er staat hoeveel instellingen er zijn, maar niet hoeveel er meetelden. Vul dat ook in.",
        ),
        ({"covered": "-1", "covered_of": "12"}, "covered", "Zorg ervoor dat deze waarde minstens 0 is."),
        ({"denominator": "0"}, "denominator", "De noemer moet groter zijn dan 0."),
        ({"source": ""}, "source", "Kies een bron, of vul de titel van een nieuwe in."),
        ({"source_title": "Nieuw"}, "source", "Kies een bron, of vul een nieuwe in: niet allebei."),
        (
            {"source": "", "source_title": "x" * 251},
            "source_title",
            "Zorg dat deze waarde niet meer dan 250 tekens bevat (het zijn er nu 251).",
        ),
        (
            {"source": "", "source_title": "Nieuw", "source_url": "javascript:x"},
            "source_url",
            "Vul een webadres in dat begint met https://.",
        ),
        ({"known_on": "2026-11-02"}, "known_on", "Deze dag moet nog komen."),
        ({"publish_at": "2026-11-01T14:30"}, "publish_at", "Kies een moment dat nog komt."),
        ({"value": "-3"}, "__all__", "Een aantal jongeren kan niet onder nul zijn: -3."),
    ],
)
def test_form_tells_what_is_wrong(client, filled_in, data, field, message):
    assert faults(client, filled_in | data) == {field: [message]}


def test_form_offers_categories_by_their_breakdown(client, filled_in):
    category = make.make_category(name="Noord")

    assert choices(client.get(FORM))["category"] == ["heel Nederland", f"{category.dimension.name}: Noord"]


def test_figure_that_was_a_slip_is_thrown_away(client, filled_in, press):
    batch, _ = send(client, filled_in)

    assert press(batch, "weg") == ["“Nieuw cijfer: Testreeks, 2024” is weggegooid. Er is niets geschreven."]
    assert not Import.objects.exists()


def test_range_of_years_may_be_a_window(client, filled_in, press):
    press(send(client, filled_in | {"period": "2012-2016", "period_kind": "venster"})[0], "nu")

    assert PublicFigure.objects.get().period.kind == "venster"


def test_figure_that_is_there_is_not_brought_again(client, filled_in, press):
    press(send(client, filled_in)[0], "nu")
    page = client.post(FORM, filled_in)

    assert page.context["adminform"].form.non_field_errors() == ["Dit cijfer staat er al, precies zo."]
    assert Import.objects.count() == 1


def test_figure_is_checked_again_when_somebody_was_first(client, filled_in, press):
    first, _ = send(client, filled_in)
    Import.objects.update(stage=Import.Stage.WRITTEN)
    second, _ = send(client, filled_in | {"value": "1300"})
    Import.objects.update(stage=Import.Stage.CHECKED)
    press(first, "nu")

    assert press(second, "nu") == [
        "Iemand anders heeft net cijfers toegevoegd. Daarom kijken we je bestand opnieuw na."
    ]
    assert second.rows.get().was == "1.234 (definitief)"


def test_without_a_preview_it_can_be_looked_at_all_the_same(client, filled_in, monkeypatch):
    monkeypatch.setattr(writing, "ledger_version", lambda: 99)

    _, page = send(client, filled_in)

    assert rows(page)[0][5] == "nieuw"


def test_form_is_found_from_the_releases_and_the_imports(client, editor):
    assert all(FORM in links(client.get(url(model, "changelist"))) for model in (Release, Import))
    assert words(main(client.get(FORM))).startswith("Nieuw cijfer")
    assert client.put(FORM).status_code == 405
