"""What an app says is new: rows of a day, a kind and a key, and lines to read of a page of those rows."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, NamedTuple

from django.conf import settings
from django.db.models import CharField, QuerySet, Value

# Of each kind, the keys of what to read.
type Keys = Mapping[str, Collection[int]]


class Window(NamedTuple):
    """The days asked for, both counted. Without a first: from the beginning."""

    first: date | None
    last: date

    def rows(self, kind: str, found: QuerySet) -> QuerySet:
        """What all give the same columns of. ``found`` has ``news_on``, the day since which there is news of it."""
        since = {"news_on__gte": self.first} if self.first else {}
        in_time = found.filter(news_on__lte=self.last, **since).order_by()
        return in_time.annotate(news_kind=Value(kind, CharField())).values_list("news_on", "news_kind", "pk")


@dataclass(frozen=True)
class Line:
    """``words`` say what it is, in a word or two."""

    item: Any
    words: str
    title: str
    path: str
    updated_at: datetime
    paragraphs: tuple[str, ...] = ()
    is_sensitive: bool = False
    # Whether the page it leads to can be looked at as of another day.
    takes_stand: bool = False
    # What a feed knows it by, where the key of the item does not last.
    mark: str = ""

    @property
    def key(self) -> tuple[str, int]:
        return self.item._meta.model_name, self.item.pk

    @property
    def guid(self) -> str:
        kind, number = self.key
        return f"{settings.SITE_URL}/#{self.mark or f'{kind}-{number}'}"

    def address(self, question: str) -> str:
        """Where it leads; on a page of another day with the ``question`` that keeps to that day."""
        if not (question and self.takes_stand):
            return self.path
        return f"{self.path}{'&' if '?' in self.path else '?'}{question}"

    @property
    def summary(self) -> str:
        return next(filter(None, self.paragraphs), "")
