from datetime import UTC, date, datetime

import pytest

from stroomop.lib import clock
from tests.factories import make_event, make_organisation, make_project, make_theme
from tests.pages import chips, choices, list_rows, texts

pytestmark = pytest.mark.django_db

URL = "/agenda/"
TODAY = date(2026, 11, 22)


@pytest.fixture(autouse=True)
def _today():
    with clock.fixed_at(datetime(2026, 11, 22, 9, tzinfo=UTC)):
        yield


def titles(response) -> list[list[str]]:
    """What is to come, and what was."""
    return [[event.title for event in response.context[name]] for name in ("upcoming", "page_obj")]


def make_on(day: date, last: date | None = None, **kwargs):
    return make_event(date_from=day, date_to=last or day, precision="dag", **kwargs)


def test_agenda_shows_the_first_to_come_above_and_the_last_that_was_below(client):
    for title, day in (("Ver", date(2027, 2, 1)), ("Straks", date(2026, 12, 1)), ("Vandaag", TODAY)):
        make_on(day, title=title)
    make_on(date(2026, 11, 20), date(2026, 11, 24), title="Nog bezig")
    for title, day in (("Oud", date(2019, 1, 1)), ("Gisteren", date(2026, 11, 21))):
        make_on(day, title=title)
    make_event(title="Zonder datum")

    response = client.get(URL)

    assert titles(response) == [["Nog bezig", "Vandaag", "Straks", "Ver"], ["Gisteren", "Oud", "Zonder datum"]]
    assert texts(response, "h2") == ["Wat komt er aan?", "3 eerdere bijeenkomsten"]


def test_agenda_with_nothing_to_come_says_so(client):
    make_on(date(2019, 1, 1))

    response = client.get(URL)

    assert texts(response, "h2") == ["Wat komt er aan?", "1 eerdere bijeenkomst"]
    assert "We kennen geen bijeenkomst die nog komt." in texts(response, "p")


def test_what_is_to_come_stands_on_the_first_page_only(client):
    make_on(date(2027, 1, 1), title="Straks")
    for _ in range(26):
        make_event()

    response = client.get(URL, {"pagina": 2})

    assert titles(response)[0] == []
    assert texts(response, "h2") == ["26 eerdere bijeenkomsten"]


def test_row_tells_when_and_where(client):
    make_on(TODAY, title="Alfa", series="Masterminds", summary="Kort.", time_from="14:30", place="Utrecht")
    make_event(title="Beta", date_from=date(2020, 11, 1), date_to=date(2020, 11, 30), precision="maand", online=True)
    make_event(title="Gamma")

    assert list_rows(client.get(URL)) == [
        "Alfa Masterminds Kort. 22 november 2026, 14.30 uur, Utrecht",
        "Beta Een test. November 2020, online",
        "Gamma Een test. Datum onbekend",
    ]


def test_choices_are_what_some_public_event_has(client):
    for series, day in (("Reeks", TODAY), ("", date(2019, 1, 1)), ("Andere reeks", date(2020, 1, 1))):
        make_on(day, series=series)
    event = make_event()
    event.themes.add(make_theme(name="Thema"))
    event.organisations.add(make_organisation(name="Wij"), make_organisation(archived_at=clock.now()))
    event.projects.add(make_project(name="Project"), make_project(published_at=None))
    make_on(date(2018, 1, 1), series="Van een concept", published_at=None)

    assert choices(client.get(URL)) == {
        "thema": ["Alle", "Thema"],
        "reeks": ["Alle", "Andere reeks", "Reeks"],
        "jaar": ["Alle", "2026", "2020", "2019"],
        "organisatie": ["Alle", "Wij"],
        "project": ["Alle", "Project"],
    }


@pytest.mark.parametrize(
    ("field", "value", "chip"),
    [
        ("thema", "thema", "Thema: Thema"),
        ("reeks", "Een reeks", "Reeks: Een reeks"),
        ("jaar", "2026", "Jaar: 2026"),
        ("organisatie", "wij", "Georganiseerd door: Wij"),
        ("project", "project", "Project: Project"),
    ],
)
def test_agenda_is_narrowed_by_each_choice_above_and_below(client, field, value, chip):
    theme, project = make_theme(name="Thema", slug="thema"), make_project(name="Project", slug="project")
    organisation = make_organisation(name="Wij", slug="wij")
    for title, day in (("Straks", date(2026, 12, 1)), ("Eerder", date(2026, 2, 1))):
        event = make_on(day, title=title, series="Een reeks")
        event.themes.add(theme)
        event.projects.add(project)
        event.organisations.add(organisation)
    for day in (date(2027, 1, 1), date(2025, 1, 1)):
        make_on(day, series="Andere reeks")

    response = client.get(URL, {field: value})

    assert (titles(response), chips(response)) == ([["Straks"], ["Eerder"]], [(chip, "?")])


def test_choice_that_only_what_is_to_come_fits_is_not_called_empty(client):
    make_on(date(2027, 1, 1), title="Straks", series="Reeks")
    make_on(date(2019, 1, 1), series="Andere reeks")

    response = client.get(URL, {"reeks": "Reeks"})

    assert titles(response) == [["Straks"], []]
    assert [text for text in texts(response, "p") if text.startswith(("Met deze keuzes", "We kennen"))] == [
        "We kennen geen bijeenkomst die geweest is."
    ]


@pytest.mark.parametrize("count", [1, 3, 60])
def test_agenda_asks_the_database_equally_often(client, django_assert_num_queries, count):
    organisation, project, theme = make_organisation(), make_project(), make_theme()
    for day in [date(2027, 1, 1), date(2026, 1, 1)] * count:
        event = make_on(day, series="Reeks")
        event.organisations.add(organisation)
        event.projects.add(project)
        event.themes.add(theme)

    with django_assert_num_queries(11):
        client.get(URL)
