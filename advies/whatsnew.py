"""What is new about the adviezen: the same as in their feeds, by the day on which it became public.

What was loaded from a source without a date has no such day, only the one on which we read it: that is no news.
"""

from collections.abc import Iterator
from datetime import date

from django.db.models import Q, QuerySet

from advies.entries import KINDS, Entry
from advies.scope import everything
from stroomop.lib.whatsnew import Keys, Line, Window

WITHOUT_A_DAY = {
    "news": Q(date_from=None, date_to=None, changed_at=None),
    "deadline": Q(
        number=1, agreement__news__date_from=None, agreement__news__date_to=None, agreement__news__changed_at=None
    ),
}


def rows(window: Window) -> Iterator[QuerySet]:
    scope = everything(window.last)
    for name, kind in KINDS.items():
        yield window.rows(name, kind.rows(scope).exclude(WITHOUT_A_DAY.get(name, Q(pk=None))))


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
