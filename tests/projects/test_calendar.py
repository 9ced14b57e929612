"""The agenda in somebody's own calendar: read back as a calendar reads it."""

from datetime import UTC, date, datetime, time

import icalendar
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from stroomop.lib import clock
from tests.factories import LONG_AGO, make_event
from tests.rollback import rolled_back

pytestmark = pytest.mark.django_db

AGENDA = "/agenda/agenda.ics"
DAY = date(2024, 5, 1)
ON_A_DAY = {"date_from": DAY, "precision": "dag"}


def address(event) -> str:
    return f"{event.get_absolute_url()}bijeenkomst.ics"


def meetings(response) -> list[dict]:
    """Each meeting as a calendar understands it."""
    calendar = icalendar.Calendar.from_ical(response.content)
    return [{name.lower(): meeting.decoded(name) for name in meeting} for meeting in calendar.walk("VEVENT")]


def times(response) -> list[tuple]:
    return [(meeting["dtstart"], meeting.get("dtend")) for meeting in meetings(response)]


def utc(*moment: int) -> datetime:
    return datetime(*moment, tzinfo=UTC)


def test_event_is_a_calendar_file_of_its_own(client):
    event = make_event(slug="test", title="Testdag", summary="Een test.", place="Utrecht", **ON_A_DAY)

    response = client.get(address(event))

    assert (response["Content-Type"], response["Content-Disposition"]) == (
        "text/calendar; charset=utf-8",
        'inline; filename="test.ics"',
    )
    assert meetings(response) == [
        {
            "uid": f"bijeenkomst-{event.pk}@portaal.test",
            "dtstamp": LONG_AGO,
            "summary": "Testdag",
            "description": "Een test.\nhttps://portaal.test/agenda/test/",
            "url": "https://portaal.test/agenda/test/",
            "location": "Utrecht",
            "dtstart": date(2024, 5, 1),
            "dtend": date(2024, 5, 2),
        }
    ]


def test_agenda_is_a_calendar_to_subscribe_to(client):
    make_event(title="Een", date_from=date(2020, 1, 1), precision="dag")
    make_event(title="Twee", date_from=date(2200, 1, 1), precision="dag")

    response = client.get(AGENDA)
    calendar = icalendar.Calendar.from_ical(response.content)

    assert (response["Content-Type"], response["Content-Disposition"]) == (
        "text/calendar; charset=utf-8",
        'inline; filename="agenda.ics"',
    )
    assert {name.lower(): str(calendar[name]) for name in calendar} == {
        "prodid": "-//StroomOP//Agenda//NL",
        "version": "2.0",
        "x-wr-calname": "Agenda van StroomOP",
    }
    assert sorted(meeting["summary"] for meeting in meetings(response)) == ["Een", "Twee"]


def test_agenda_without_meetings_is_an_empty_calendar(client):
    assert meetings(client.get(AGENDA)) == []


@pytest.mark.parametrize(
    ("fields", "start", "end"),
    [
        # The whole day; a calendar counts the day after as the end.
        ({}, date(2024, 5, 1), date(2024, 5, 2)),
        ({"date_to": DAY}, date(2024, 5, 1), date(2024, 5, 2)),
        ({"date_to": date(2024, 5, 3)}, date(2024, 5, 1), date(2024, 5, 4)),
        # A time in summer, and in winter.
        ({"time_from": time(10)}, utc(2024, 5, 1, 8), None),
        ({"time_from": time(10), "time_to": time(12, 30)}, utc(2024, 5, 1, 8), utc(2024, 5, 1, 10, 30)),
        ({"date_from": date(2024, 1, 1), "time_from": time(0, 30)}, utc(2023, 12, 31, 23, 30), None),
        # Several days, with and without a known end, over the nights in which the clock goes forward and back.
        (
            {"date_from": date(2024, 3, 30), "date_to": date(2024, 3, 31), "time_from": time(10), "time_to": time(9)},
            utc(2024, 3, 30, 9),
            utc(2024, 3, 31, 7),
        ),
        (
            {"date_from": date(2024, 10, 26), "date_to": date(2024, 10, 27), "time_from": time(10), "time_to": time(9)},
            utc(2024, 10, 26, 8),
            utc(2024, 10, 27, 8),
        ),
        ({"date_to": date(2024, 5, 3), "time_from": time(10)}, utc(2024, 5, 1, 8), utc(2024, 5, 3, 22)),
    ],
)
def test_event_takes_its_time_in_a_calendar(client, fields, start, end):
    event = make_event(**ON_A_DAY | fields)

    assert times(client.get(address(event))) == times(client.get(AGENDA)) == [(start, end)]


@pytest.mark.parametrize(
    ("fields", "location"),
    [
        ({"place": "Utrecht", "online": True}, "Utrecht"),
        ({"online": True}, "online"),
        ({}, None),
    ],
)
def test_event_tells_a_calendar_where_it_is(client, fields, location):
    event = make_event(**ON_A_DAY, **fields)

    assert [meeting.get("location") for meeting in meetings(client.get(address(event)))] == [location]


def test_calendar_sees_the_same_meeting_after_a_change(client):
    event = make_event(slug="een", **ON_A_DAY)
    before = meetings(client.get(AGENDA))
    event.slug, event.changed_at = "twee", utc(2024, 4, 1, 12)
    event.save()

    after = meetings(client.get(AGENDA))

    assert [meeting["uid"] for meeting in after] == [meeting["uid"] for meeting in before]
    assert [(meeting["dtstamp"], meeting["url"]) for meeting in after] == [
        (utc(2024, 4, 1, 12), "https://portaal.test/agenda/twee/")
    ]


HOSTILE = [
    "Een;twee,drie:vier\\n",
    "Een\nATTACH:https://elders.test/",
    "Een\r\nEND:VEVENT\r\nBEGIN:VEVENT",
    'Een "test" <b>é\U0001f600</b>',
    "x" * 150,
]


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_stays_text(client, text):
    event = make_event(title=text, summary=text, place=text, **ON_A_DAY)

    read = meetings(client.get(address(event)))

    plain = text.replace("\r\n", "\n")
    assert [(meeting["summary"], meeting["location"]) for meeting in read] == [(plain, plain)]
    assert [meeting["description"] for meeting in read] == [f"{plain}\nhttps://portaal.test{event.get_absolute_url()}"]
    assert [sorted(meeting) for meeting in read] == [
        ["description", "dtend", "dtstamp", "dtstart", "location", "summary", "uid", "url"]
    ]


def test_text_that_no_calendar_can_read_is_left_out(client):
    event = make_event(title="Een\x0btest\x1f", place="Ut\x0crecht", **ON_A_DAY)

    read = meetings(client.get(address(event)))

    assert [(meeting["summary"], meeting["location"]) for meeting in read] == [("Eentest", "Utrecht")]


WORDS = st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=80)


@given(WORDS)
@settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_every_title_gives_one_meeting_in_lines_that_fit(client, title):
    with rolled_back():
        make_event(title=title, **ON_A_DAY)
        response = client.get(AGENDA)

    assert [meeting["dtstart"] for meeting in meetings(response)] == [DAY]
    assert max(len(line) for line in response.content.split(b"\r\n")) <= 75


@pytest.mark.parametrize(
    "fields",
    [
        {},
        {"date_from": date(2024, 5, 1), "precision": "maand"},
        {"date_from": date(2024, 1, 1), "precision": "jaar"},
        {"date_to": date(2024, 5, 1), "precision": "dag"},
    ],
)
def test_event_without_a_day_is_in_no_calendar(client, fields):
    event = make_event(**fields)

    assert (client.get(address(event)).status_code, meetings(client.get(AGENDA))) == (404, [])


@pytest.mark.parametrize(
    ("moments", "status"),
    [
        ({"published_at": None}, 404),
        ({"published_at": datetime(2200, 1, 1, tzinfo=UTC)}, 404),
        ({"archived_at": clock.now()}, 410),
    ],
)
def test_event_that_is_not_public_is_in_no_calendar(client, moments, status):
    event = make_event(**ON_A_DAY, **moments)

    assert (client.get(address(event)).status_code, meetings(client.get(AGENDA))) == (status, [])


@pytest.mark.parametrize("path", [AGENDA, "/agenda/niets/bijeenkomst.ics"])
def test_calendar_cannot_be_posted_to(client, path):
    assert client.post(path).status_code == 405


@pytest.mark.parametrize("count", [1, 30])
def test_agenda_asks_the_database_once(client, django_assert_num_queries, count):
    for _ in range(count):
        make_event(**ON_A_DAY)

    with django_assert_num_queries(1):
        response = client.get(AGENDA)

    assert len(meetings(response)) == count
