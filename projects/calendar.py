"""The agenda as a calendar file (RFC 5545)."""

from collections.abc import Iterable
from datetime import UTC, date, datetime, time, timedelta
from urllib.parse import urlsplit

import icalendar
from django.conf import settings
from django.utils import timezone

from projects.models import Event
from stroomop.lib import clock
from stroomop.lib.text import writable


def render(events: Iterable[Event]) -> bytes:
    """Events whose day is known; one without times takes the whole day."""
    calendar = icalendar.Calendar()
    calendar.add("prodid", "-//StroomOP//Agenda//NL")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", "Agenda van StroomOP")
    for event in events:
        calendar.add_component(entry(event))
    return calendar.to_ical()


def entry(event: Event) -> icalendar.Event:
    address = settings.SITE_URL + event.get_absolute_url()
    entry = icalendar.Event()
    # The number stays when the address changes, so that a calendar sees the same meeting.
    entry.add("uid", f"bijeenkomst-{event.pk}@{urlsplit(settings.SITE_URL).hostname}")
    entry.add("dtstamp", event.updated_at or event.published_at or clock.now())
    entry.add("summary", writable(event.title))
    entry.add("description", writable(f"{event.summary}\n{address}"))
    entry.add("url", address)
    if place := event.place or ("online" if event.online else ""):
        entry.add("location", writable(place))
    add_times(entry, event)
    return entry


def add_times(entry: icalendar.Event, event: Event) -> None:
    assert event.date_from is not None, "only events with a day"
    last = event.date_to or event.date_from
    if event.time_from is None:
        entry.add("dtstart", event.date_from)
        # A calendar counts the day after as the end.
        entry.add("dtend", last + timedelta(days=1))
        return
    entry.add("dtstart", moment(event.date_from, event.time_from))
    if event.time_to is not None:
        entry.add("dtend", moment(last, event.time_to))
    elif last > event.date_from:
        entry.add("dtend", moment(last + timedelta(days=1), time()))


def moment(day: date, time: time) -> datetime:
    """In UTC, which every calendar knows; a Dutch zone would have to be spelt out in the file."""
    return timezone.make_aware(datetime.combine(day, time)).astimezone(UTC)
