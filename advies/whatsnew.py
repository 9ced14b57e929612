"""What is new about the adviezen: the same as in their feeds, by the day on which it became public."""

from collections.abc import Iterator
from datetime import date

from django.db.models import QuerySet

from advies.entries import KINDS, Entry
from advies.scope import everything
from stroomop.lib.whatsnew import Keys, Line, Window


def rows(window: Window) -> Iterator[QuerySet]:
    scope = everything(window.last)
    for name, kind in KINDS.items():
        yield window.rows(name, kind.rows(scope))


def read(keys: Keys, day: date) -> Iterator[Line]:
    """As it was known on that day."""
    asked = {name: kind for name, kind in KINDS.items() if name in keys}
    if not asked:
        return
    scope = everything(day)
    for name, kind in asked.items():
        yield from map(line, kind.read(kind.rows(scope).filter(pk__in=keys[name]), scope))


def line(entry: Entry) -> Line:
    return Line(
        entry.item,
        entry.item._meta.verbose_name,
        entry.title,
        entry.path,
        entry.updated_at,
        tuple(entry.paragraphs),
        entry.is_sensitive,
        takes_stand=True,
    )
