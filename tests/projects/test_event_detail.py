from datetime import UTC, date, datetime

import pytest

from stroomop.lib import clock
from tests.factories import make_event, make_organisation, make_project, make_term, make_theme
from tests.pages import facts, links, list_rows, texts

pytestmark = pytest.mark.django_db

DAY = {"date_from": date(2026, 11, 22), "date_to": date(2026, 11, 22), "precision": "dag"}


@pytest.fixture(autouse=True)
def _today():
    with clock.fixed_at(datetime(2026, 11, 22, 9, tzinfo=UTC)):
        yield


def get(client, event):
    return client.get(event.get_absolute_url())


def test_event_of_which_little_is_known_says_so(client):
    response = get(client, make_event(title="Alfa", summary="Kort."))

    assert (texts(response, "h1"), texts(response, "p")[:1]) == (["Alfa"], ["Kort."])
    assert facts(response) == [("Wanneer", "onbekend"), ("Waar", "onbekend"), ("Georganiseerd door", "onbekend")]


def test_event_tells_when_where_by_whom_and_about_what(client):
    event = make_event(
        series="Een reeks", text="<p>Tekst.</p>", time_from="14:00", time_to="16:30", place="Utrecht", **DAY
    )
    event.organisations.add(make_organisation(name="Wij"))
    event.projects.add(make_project(name="Project"))
    event.themes.add(make_theme(name="Thema"))

    response = get(client, event)

    assert facts(response) == [
        ("Wanneer", "22 november 2026, 14.00 tot 16.30 uur"),
        ("Waar", "Utrecht"),
        ("Reeks", "Een reeks"),
        ("Georganiseerd door", "Wij"),
    ]
    assert (list_rows(response), "Tekst." in texts(response, "p")) == (["Project Samenvatting van een test."], True)
    assert "Thema: Thema" in texts(response, "p")
    assert "/agenda/?reeks=Een+reeks" in links(response)


@pytest.mark.parametrize(
    ("online", "place", "where"),
    [(True, "", "online"), (True, "Utrecht", "online en Utrecht"), (False, "Utrecht", "Utrecht")],
)
def test_event_tells_whether_one_can_join_from_home(client, online, place, where):
    assert ("Waar", where) in facts(get(client, make_event(online=online, place=place)))


def test_event_with_only_a_beginning_tells_no_end(client):
    event = make_event(time_from="14:00", **DAY)

    assert ("Wanneer", "22 november 2026, 14.00 uur") in facts(get(client, event))


@pytest.mark.parametrize(
    ("days", "past"),
    [
        ({}, False),
        (DAY, False),
        ({**DAY, "date_from": date(2026, 11, 20)}, False),
        ({**DAY, "date_from": date(2026, 11, 20), "date_to": date(2026, 11, 21)}, True),
        ({**DAY, "date_from": date(2026, 11, 21), "date_to": None}, True),
    ],
)
def test_event_says_when_its_date_is_past(client, days, past):
    assert ("Deze datum is voorbij." in texts(get(client, make_event(**days)), "strong")) == past


@pytest.mark.parametrize(("year", "words"), [(2200, "Lees meer of meld je aan"), (2019, "De pagina hierover")])
def test_event_asks_nobody_to_sign_up_for_what_is_past(client, year, words):
    event = make_event(date_from=date(year, 1, 1), precision="dag", url="https://example.org/")

    response = get(client, event)

    assert ("Meer lezen", words) in facts(response)
    assert "https://example.org/" in links(response)


@pytest.mark.parametrize(("days", "fits"), [(DAY, True), ({**DAY, "precision": "maand"}, False), ({}, False)])
def test_event_with_a_day_can_be_put_in_a_calendar(client, days, fits):
    event = make_event(slug="dag", **days)

    assert ("/agenda/dag/bijeenkomst.ics" in links(get(client, event))) == fits
    assert client.get("/agenda/dag/bijeenkomst.ics").status_code == (200 if fits else 404)


@pytest.mark.parametrize("count", [1, 10])
def test_event_asks_the_database_equally_often(client, django_assert_num_queries, count):
    make_term()
    event = make_event(series="Reeks", **DAY)
    for _ in range(count):
        event.organisations.add(make_organisation())
        event.projects.add(make_project())
        event.themes.add(make_theme())

    with django_assert_num_queries(8):
        get(client, event)
