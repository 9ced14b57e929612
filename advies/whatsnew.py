"""What is new about the adviezen: the same as in their feeds, by the day on which it became public.

What was loaded from a source without a date has no such day, only the one on which we read it: that is no news.
"""

from collections.abc import Iterator
from datetime import date

from django.db.models import Q, QuerySet

from advies.entries import KINDS, Entry
from advies.models import Deadline
from advies.scope import everything
from stroomop.lib.whatsnew import Keys, Line, Window

AS_LOADED = {"date_from": None, "date_to": None, "changed_at": None}
OF_AN_UNDATED_SOURCE = Q(number=1, **{f"agreement__news__{name}": value for name, value in AS_LOADED.items()})
# That we found no date any more is our own look, on the day of that look.
NO_DATE_FOUND = Q(number__gt=1, kind=Deadline.Kind.DATE, date_from=None, date_to=None)
NO_NEWS = {"news": Q(**AS_LOADED), "deadline": OF_AN_UNDATED_SOURCE | NO_DATE_FOUND}


def rows(window: Window) -> Iterator[QuerySet]:
    scope = everything(window.last)
    for name, kind in KINDS.items():
        yield window.rows(name, kind.rows(scope).exclude(NO_NEWS.get(name, Q(pk=None))))


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
