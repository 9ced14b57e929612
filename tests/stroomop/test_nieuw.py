"""What is new on the site, of all apps."""

from datetime import UTC, date, datetime

import pytest

from stroomop.lib import clock
from tests.factories import (
    make_advies,
    make_agreement,
    make_assessment,
    make_dated_news,
    make_deadline,
    make_figure,
    make_help_line,
    make_indicator,
    make_news,
    make_organisation,
    make_project,
    make_release,
    make_response,
    make_responsibility,
    make_series,
    make_source,
    make_statement,
    make_story,
    make_theme,
    make_update,
)
from tests.pages import links, list_rows, main, offers_help, page_links, texts

pytestmark = pytest.mark.django_db

URL = "/nieuw/"
LAST_YEAR = datetime(2026, 12, 1, 9, tzinfo=UTC)
KINDS = ["", "adviezen", "projecten", "cijfers", "correcties"]


@pytest.fixture(autouse=True)
def _later():
    with clock.fixed_at(datetime(2027, 3, 15, 12, tzinfo=UTC)):
        yield


def edited(*day):
    return {"changed_at": datetime(*day, 12, tzinfo=UTC)}


def make_new_figures(**kwargs):
    release = make_release(published_at=datetime(2027, 2, 1, 12, tzinfo=UTC), **kwargs)
    make_figure(make_series(make_indicator(name="Testen", slug="testen")), "2024", "12", release=release)
    return release


def make_one_of_each():
    advies = make_advies()
    party = make_responsibility(advies).organisation
    news = make_dated_news(advies, known_on=date(2027, 1, 1))
    news.sources.create(title="Testbron")
    make_deadline(make_agreement(news), known_on=date(2027, 1, 2))
    make_assessment(advies, known_on=date(2027, 1, 3)).sources.create(title="Testbron")
    make_response(advies, organisation=party, known_on=date(2027, 1, 4))
    make_statement(advies=advies, known_on=date(2027, 1, 5))
    make_update(date_from=date(2027, 1, 6), precision="dag")
    make_project(**edited(2027, 1, 7))
    make_story(**edited(2027, 1, 8))
    make_organisation(**edited(2027, 1, 9))
    release = make_release(known_on=date(2027, 1, 10))
    make_figure(make_series(make_indicator()), "2024", "12", release=release)


def test_what_was_loaded_without_a_day_is_no_news(client):
    loaded = make_news(make_advies(), title="Geladen", known_on=date(2027, 1, 1))
    make_deadline(make_agreement(loaded), known_on=date(2027, 1, 1))
    make_news(make_advies(), title="Geschreven", known_on=date(2027, 1, 2), **edited(2027, 1, 2))

    news = client.get(URL).context["news"]

    assert [(one.on, one.line.title) for one in news] == [(date(2027, 1, 2), "Besluit: Geschreven")]


def test_page_gathers_what_is_new_of_all_apps_newest_first(client):
    advies = make_advies(number=4, short_name="Vier", slug="vier")
    make_dated_news(advies, title="Besloten", known_on=date(2027, 2, 3))
    make_update(
        make_project(name="Alfa", slug="alfa"), title="Begin", slug="begin", date_from=date(2027, 2, 2), precision="dag"
    )
    make_new_figures(source=make_source(title="Bron"))
    make_project(name="Beta", slug="beta", summary="Een test.", **edited(2027, 2, 1))

    response = client.get(URL)

    assert texts(response, "h1") == ["Wat is er nieuw?"]
    assert texts(response, "h2") == ["3 februari 2027", "2 februari 2027", "1 februari 2027"]
    assert list_rows(response) == [
        "Besluit: Besloten nieuws Wanneer: vanaf 3 februari 2027, einde onbekend.",
        "Alfa: Begin bericht Wanneer: 2 februari 2027.",
        "Beta project Een test.",
        "1 cijfer over ‘Testen’ cijfers Bron: Bron.",
    ]
    assert links(response)[:4] == [
        "/adviezen/4-vier/",
        "/projecten/alfa/#begin",
        "/projecten/beta/",
        "/monitor/indicator/testen/",
    ]


def test_what_is_as_it_was_loaded_is_no_news(client):
    make_project()
    make_story()
    make_organisation()
    make_update()

    response = client.get(URL)

    assert (list_rows(response), texts(response, "h2")) == ([], [])
    assert "Er is nog niets nieuws. Kijk later nog eens, of volg deze pagina met een feed." in texts(response, "p")


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


def test_page_tells_nothing_of_what_is_not_public(client):
    advies = make_advies()
    for hidden in (
        {"published_at": None},
        {"published_at": datetime(2200, 1, 1, tzinfo=UTC)},
        {"archived_at": datetime(2021, 1, 1, tzinfo=UTC)},
    ):
        make_project(**edited(2027, 1, 1), **hidden)
        make_story(**edited(2027, 1, 1), **hidden)
        make_update(date_from=date(2027, 1, 1), precision="dag", **hidden)
        make_update(make_project(**hidden), date_from=date(2027, 1, 1), precision="dag")
        make_dated_news(advies, **hidden)
        make_figure(make_series(make_indicator(**hidden)), "2024", "1")
    make_figure(make_series(make_indicator()), "2024", "1", release=make_release(published_at=None))

    assert list_rows(client.get(URL)) == []


def test_what_was_planned_is_new_on_the_day_it_came(client):
    make_project(published_at=datetime(2027, 3, 1, 12, tzinfo=UTC), **edited(2027, 1, 1))

    assert texts(client.get(URL), "h2") == ["1 maart 2027"]


def test_moment_just_after_midnight_belongs_to_the_day_in_the_netherlands(client):
    make_project(changed_at=datetime(2027, 2, 28, 23, 30, tzinfo=UTC))

    assert texts(client.get(URL), "h2") == ["1 maart 2027"]


def test_day_before_the_launch_says_that_it_was_put_together_later(client):
    make_dated_news(make_advies(), known_on=date(2021, 1, 5))

    assert texts(client.get(URL), "h2") == ["5 januari 2021 achteraf samengesteld"]


@pytest.mark.parametrize("sensitive", [True, False])
def test_page_offers_help_beside_what_is_sensitive(client, sensitive):
    make_help_line()
    theme = make_theme(sensitive=sensitive)
    make_story(**edited(2027, 1, 1)).themes.add(theme)

    assert offers_help(client.get(URL)) == sensitive


def test_page_offers_help_beside_news_of_a_sensitive_advies(client):
    make_dated_news(make_advies(sensitive=True))

    assert offers_help(client.get(URL))


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
