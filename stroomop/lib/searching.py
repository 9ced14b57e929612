"""What of an item can be found. Each app says it of its own models; stroomop.search gathers them."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from html import unescape
from typing import Any

from django.dispatch import Signal

# For rows that were written without a signal of Django's own, as bulk_create does: their model, and one of them.
changed = Signal()


@dataclass(frozen=True)
class Findable:
    """What search keeps of one item. It can be found between the two moments; never when the first is None."""

    title: str
    url: str
    text: str
    published_at: datetime | None
    archived_at: datetime | None
    sensitive: bool = False


@dataclass(frozen=True)
class Source:
    """What search asks of one model."""

    # The filter on the page of search that its items fall under.
    kind: str
    # All that could ever be public, with what is told of them.
    rows: Any
    # None: there is nothing to find of this one.
    tell: Callable[[Any], Findable | None]
    # What the telling also reads, as lookups from the model: a save there tells of it again.
    touched_by: tuple[str, ...] = ()
    # Where the two moments do not say all: those that can be seen now.
    shown: Callable[[], Any] | None = None

    @property
    def model(self) -> Any:
        return self.rows.model


@dataclass(frozen=True)
class Moments:
    published_at: datetime | None
    archived_at: datetime | None = None


def findable(
    item: Any, *texts: str, title: str = "", url: str = "", within: Iterable[Any] = (), sensitive: bool = False
) -> Findable:
    """``within``: what else must be public before a reader can come to it, such as the page that it stands on."""
    items = [item, *within]
    starts = [one.published_at for one in items]
    ends = [one.archived_at for one in items if one.archived_at]
    return Findable(
        title or str(item),
        url or item.get_absolute_url(),
        plain(texts),
        None if None in starts else max(starts),
        min(ends, default=None),
        sensitive,
    )


def first_public(pages: Iterable[Any]) -> Any:
    """Of the pages that an item stands on, the first that is public; else the first. None without any."""
    return min(pages, key=lambda page: not page.is_public, default=None)


def plain(texts: Iterable[str]) -> str:
    """As a reader sees them, without the marks, one after another."""
    bare = (unescape(re.sub(r"<[^>]*>", " ", text)) for text in texts)
    return "\n".join(line for text in bare if (line := " ".join(text.split())))
