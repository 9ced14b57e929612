"""The life of an item: what staff did, by the log of the back-office, and what it said after that, by its history."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from itertools import pairwise
from typing import Any, NamedTuple

from django.contrib.admin.models import LogEntry
from django.contrib.auth import get_user_model
from django.contrib.contenttypes.models import ContentType
from django.http import HttpRequest

from .differences import Difference, compare, names_on
from .past import Version, as_it_was
from .people import name_of
from .sheets import sheet_of_past

# Who loads something writes it in parts, one right after the other.
ONE_GO = timedelta(seconds=1)
CREATED = "+"


class Record(NamedTuple):
    """A row of the history, without what it says."""

    pk: int
    when: datetime
    user: int | None
    kind: str


class Entry(NamedTuple):
    """A row of the log, without what it says."""

    pk: int
    when: datetime
    user: int


@dataclass(frozen=True)
class Moment:
    """Something that was done. A save may leave several rows in the history: the last says what came of it."""

    entries: list[Entry] = field(default_factory=list)
    records: list[Record] = field(default_factory=list)

    @property
    def last(self) -> Entry | Record:
        return (self.entries or self.records)[-1]


@dataclass(frozen=True)
class Line:
    """A moment in words. Without ``version`` it left no trace in the history."""

    when: datetime
    who: str
    what: str
    version: int | None
    note: str
    changes: list[Difference]


def moments_of(records: Iterable[Record], entries: Sequence[Entry]) -> list[Moment]:
    """Newest first. What somebody saved is what the next line of the log is about, if that is the same person's."""
    logged = [Moment([entry]) for entry in entries]
    loose: list[Moment] = []
    place = 0
    for record in records:
        while place < len(entries) and entries[place].when < record.when:
            place += 1
        if place < len(entries) and entries[place].user == record.user:
            logged[place].records.append(record)
        elif loose and goes_on(loose[-1], record):
            loose[-1].records.append(record)
        else:
            loose.append(Moment(records=[record]))
    return sorted([*together(logged), *loose], key=lambda moment: moment.last.when, reverse=True)


def together(logged: list[Moment]) -> list[Moment]:
    """What was saved and published by one click has two lines in the log."""
    found: list[Moment] = []
    for moment in logged:
        if found and found[-1].records and not moment.records and goes_on(found[-1], moment.last):
            found[-1].entries.extend(moment.entries)
        else:
            found.append(moment)
    return found


def goes_on(before: Moment, after: Entry | Record) -> bool:
    return before.last.user == after.user and after.when - before.last.when < ONE_GO


class Timeline:
    def __init__(self, item: Any) -> None:
        entries = LogEntry.objects.filter(content_type=ContentType.objects.get_for_model(item), object_id=str(item.pk))
        self.item = item
        self.records = records_of(item)
        in_order = entries.order_by("action_time", "pk").values_list("pk", "action_time", "user")
        self.moments = moments_of(self.records, [Entry(*row) for row in in_order])
        self.before = {after.pk: record for record, after in pairwise(self.records)}
        self.after = {record.pk: after for record, after in pairwise(self.records)}

    def versions(self, keys: set[int]) -> list[Version]:
        found = self.item.history.in_bulk(keys) if keys else {}
        return [Version(record, self.after[key].when if key in self.after else None) for key, record in found.items()]

    def lines(self, model_admin: Any, request: HttpRequest, moments: Sequence[Moment]) -> list[Line]:
        """These moments in words, in as many queries whether they are many or few."""
        entries = LogEntry.objects.in_bulk([entry.pk for moment in moments for entry in moment.entries])
        users = get_user_model()._default_manager.in_bulk([moment.last.user for moment in moments if moment.last.user])
        steps = {moment.records[-1].pk: self.before.get(moment.records[0].pk) for moment in moments if moment.records}
        asked = self.versions({*steps, *(before.pk for before in steps.values() if before)})
        pasts = as_it_was(model_admin, request, self.item, asked) if asked else []
        sheets = {past.record.pk: sheet_of_past(self.item, past) for past in pasts}
        names = names_on(*sheets.values())
        lines = []
        for moment in moments:
            version = moment.records[-1].pk if moment.records else None
            before = steps[version] if version else None
            changes = compare(sheets[before.pk], sheets[version], names) if version and before else []
            who = name_of(users[moment.last.user]) if moment.last.user else ""
            said = " ".join(entries[entry.pk].get_change_message() for entry in moment.entries)
            what = said if moment.entries else told(moment)
            lines.append(Line(moment.last.when, who, what, version, note_on(moment, before, changes), changes))
        return lines


def note_on(moment: Moment, before: Record | None, changes: list[Difference]) -> str:
    """Why there is nothing to hold side by side."""
    if changes or not moment.records:
        return ""
    if before:
        return "Wat er staat, bleef hetzelfde."
    return "De eerste versie." if moment.records[0].kind == CREATED else "Wat er eerst stond, is niet bewaard."


def records_of(item: Any) -> list[Record]:
    if not hasattr(item, "history"):
        return []
    rows = item.history.order_by("history_date", "history_id")
    return [Record(*row) for row in rows.values_list("history_id", "history_date", "history_user_id", "history_type")]


def told(moment: Moment) -> str:
    """What the log says nothing of."""
    is_new = moment.records[0].kind == CREATED
    if moment.last.user:
        return "Gemaakt." if is_new else "Gewijzigd."
    return "Geladen uit bestanden." if is_new else "Bijgewerkt door het systeem."
