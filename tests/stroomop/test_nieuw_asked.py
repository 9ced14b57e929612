"""What is new on the site: of a kind, since a day, on an earlier day, page by page."""

from datetime import UTC, date, datetime

import pytest

from stroomop.lib import clock
from tests.factories import (
    make_advies,
    make_assessment,
    make_dated_news,
    make_figure,
    make_indicator,
    make_organisation,
    make_project,
    make_response,
    make_responsibility,
    make_series,
    make_update,
)
from tests.pages import links, list_rows, main, page_links, texts
from tests.stroomop.whats_new import edited, make_new_figures, make_one_of_each

pytestmark = pytest.mark.django_db

URL = "/nieuw/"
KINDS = ["", "adviezen", "projecten", "cijfers", "correcties"]


@pytest.fixture(autouse=True)
def _later():
    with clock.fixed_at(datetime(2027, 3, 15, 12, tzinfo=UTC)):
        yield


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        ("adviezen", ["oordeel", "reactie van een partij", "nieuws"]),
        ("projecten", ["project", "bericht"]),
        ("cijfers", ["cijfers"]),
    ],
)
def test_kind_shows_that_alone(client, kind, words):
    advies = make_advies()
    make_assessment(advies, known_on=date(2027, 1, 3))
    make_response(advies, organisation=make_responsibility(advies).organisation, known_on=date(2027, 1, 2))
    make_dated_news(advies, known_on=date(2027, 1, 1))
    make_project(**edited(2027, 1, 2))
    make_update(date_from=date(2027, 1, 1), precision="dag")
    make_new_figures()

    response = client.get(URL, {"soort": kind})

    assert [one.line.words for one in response.context["news"]] == words
    assert client.get(URL).context["paginator"].count == 6


@pytest.mark.parametrize("kind", KINDS)
def test_kind_is_marked_and_keeps_the_days(client, kind):
    question = {"sinds": "2027-01-01", "stand": "2027-03-01", "pagina": "1", **({"soort": kind} if kind else {})}

    response = client.get(URL, question)

    nav = main(response).partition('<nav class="kinds')[2].partition("</nav>")[0]
    [current] = [item for item in nav.split("<li>") if 'aria-current="page"' in item]
    assert f">{response.context['subject'].name}<" in current
    assert "sinds=2027-01-01&amp;stand=2027-03-01" in current
    assert ("soort" in current, "pagina" in nav) == (bool(kind), False)


@pytest.mark.parametrize("kind", ["x", "correctie", "<b>", "\0", "correcties ", "\u202e", "x" * 10_000])
def test_kind_that_is_not_there_is_told_kindly(client, kind):
    make_project(**edited(2027, 1, 2))

    response = client.get(URL, {"soort": kind})

    assert (response.status_code, len(list_rows(response))) == (200, 1)
    assert "Deze soort nieuws is er niet. Je ziet alles wat nieuw is." in texts(response, "p")


def test_page_since_a_day_counts_that_day(client):
    for day in (1, 2, 3):
        make_project(name=f"Van {day} januari", **edited(2027, 1, day))

    response = client.get(URL, {"sinds": "2027-01-02"})

    assert list_rows(response) == [f"Van {day} januari project Samenvatting van een test." for day in (3, 2)]
    assert "Sinds 2 januari 2027. Laat de datum weg" in texts(response, "p")


def test_corrections_are_asked_since_a_day_too(client):
    for nth, on in enumerate((date(2027, 1, 1), date(2027, 1, 2))):
        series = make_series(make_indicator(name=f"Testen {nth}"))
        make_figure(series, "2020", "1", valid_from=date(2020, 1, 1), valid_to=on)
        make_figure(series, "2020", "2", valid_from=on)

    response = client.get(URL, {"soort": "correcties", "sinds": "2027-01-02"})

    assert [one.indicator.name for one in response.context["corrections"]] == ["Testen 1"]


@pytest.mark.parametrize(
    ("since", "fault"),
    [
        ("gisteren", "“gisteren” is geen datum. Schrijf een datum als 2024-05-31."),
        ("2027-02-30", "“2027-02-30” is geen datum. Schrijf een datum als 2024-05-31."),
        ("\0\u202e", "Wat je invulde, is geen datum. Schrijf een datum als 2024-05-31."),
        ("9" * 10_000, "“99999999999999999999…” is geen datum. Schrijf een datum als 2024-05-31."),
        ("2027-03-16", "16 maart 2027 ligt in de toekomst. Kies een eerdere dag."),
    ],
)
def test_since_what_is_no_day_shows_all_and_says_so(client, since, fault):
    make_project(**edited(2027, 1, 2))

    response = client.get(URL, {"sinds": since})

    assert f"{fault} Je ziet al het nieuws." in texts(response, "p")
    assert len(list_rows(response)) == 1


def test_page_of_an_earlier_day_has_what_was_new_by_then(client):
    advies = make_advies(number=4, slug="vier")
    make_dated_news(advies, title="Eerder", known_on=date(2027, 1, 1))
    make_dated_news(advies, title="Later", known_on=date(2027, 1, 3))
    make_project(**edited(2027, 1, 2))

    response = client.get(URL, {"stand": "2027-01-01"})

    assert [row.split(" nieuws")[0] for row in list_rows(response)] == ["Besluit: Eerder"]
    assert links(response)[1] == "/adviezen/4-vier/?stand=2027-01-01"
    assert '<meta name="robots" content="noindex">' in response.content.decode()


def test_form_for_another_day_keeps_the_choices(client):
    response = client.get(URL, {"soort": "projecten", "sinds": "2027-01-01"})

    form = main(response).partition('<div class="stand">')[2]
    assert '<input type="hidden" name="soort" value="projecten">' in form
    assert '<input type="hidden" name="sinds" value="2027-01-01">' in form


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ({"soort": "adviezen"}, "We vonden nog geen nieuws over de adviezen."),
        ({"soort": "projecten"}, "Er is nog niets veranderd sinds het portaal begon."),
        ({"soort": "cijfers"}, "Er zijn nog geen nieuwe cijfers."),
        ({"soort": "correcties"}, "Er is nog geen cijfer veranderd."),
        ({"stand": "2027-01-01"}, "Op die dag was er nog niets nieuws. Bekijk de stand van vandaag"),
        ({"sinds": "2027-01-01"}, "Sinds die dag is er niets nieuws. Kies een eerdere dag, of laat de datum weg."),
    ],
)
def test_page_without_news_says_what_to_do(client, question, words):
    assert words in texts(client.get(URL, question), "p")


def test_long_list_is_cut_into_pages(client):
    for _ in range(51):
        make_organisation(**edited(2027, 1, 1))

    response, last = (client.get(URL, {"soort": "projecten", "pagina": number}) for number in ("1", "2"))

    assert (len(list_rows(response)), len(list_rows(last))) == (50, 1)
    assert "?soort=projecten&pagina=2" in page_links(response)


@pytest.mark.parametrize("number", ["0", "3", "x", "-1", "9" * 5_000, "\0"])
@pytest.mark.parametrize("kind", ["", "correcties"])
def test_page_that_is_not_there_is_not_found(client, number, kind):
    assert client.get(URL, {"soort": kind, "pagina": number}).status_code == 404


@pytest.mark.parametrize("size", [1, 3])
def test_page_asks_a_fixed_number_of_queries(client, django_assert_num_queries, size):
    for _ in range(size):
        make_one_of_each()

    # Adviezen; how many there are; their keys. Adviezen; news, its sources and adviezen; dates, the dates before and
    # their adviezen; judgements, their sources; answers; statements. Projects; stories; organisations; notices, their
    # projects. Releases, their indicators. What every page asks.
    with django_assert_num_queries(24):
        assert len(list_rows(client.get(URL))) == size * 10


def test_page_cannot_be_posted_to(client):
    assert client.post(URL).status_code == 405
