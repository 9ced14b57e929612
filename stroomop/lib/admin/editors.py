"""Who else is at work on an item, and what they did since somebody opened it."""

from datetime import datetime
from typing import Any, NamedTuple

from django.contrib.admin.models import LogEntry
from django.contrib.contenttypes.models import ContentType
from django.core.cache import cache
from django.db.models import Model, QuerySet

from stroomop.lib import clock

from .people import name_of

# Who looked at a form longer ago is taken to have gone, in seconds.
GONE_AFTER = 15 * 60


class Editor(NamedTuple):
    pk: int
    name: str
    since: datetime


def entries(item: Model) -> QuerySet[LogEntry]:
    """What the log of the back-office has on an item, the newest first."""
    kind = ContentType.objects.get_for_model(item)
    found = LogEntry.objects.filter(content_type=kind, object_id=str(item.pk)).select_related("user")
    return found.order_by("-pk")


def version_of(item: Model) -> int:
    """A number that grows with everything that staff do to an item."""
    return entries(item).values_list("pk", flat=True).first() or 0


def since(item: Model, version: int) -> list[LogEntry]:
    return list(entries(item).filter(pk__gt=version))


def last_writer(item: Model) -> Any:
    """Who last did something to it; None for what was loaded from files."""
    entry = entries(item).first()
    return entry.user if entry else None


def come_in(item: Model, user: Any) -> list[Editor]:
    """Note that somebody has the form open; gives the others that have. Only a warning, so a lost note does no harm."""
    now = clock.now()
    known: list[Editor] = cache.get(key(item), [])
    others = [editor for editor in known if editor.pk != user.pk and (now - editor.since).total_seconds() < GONE_AFTER]
    cache.set(key(item), [*others, Editor(user.pk, name_of(user), now)], GONE_AFTER)
    return others


def leave(item: Model, user: Any) -> None:
    known: list[Editor] = cache.get(key(item), [])
    cache.set(key(item), [editor for editor in known if editor.pk != user.pk], GONE_AFTER)


def key(item: Model) -> str:
    return f"editors:{item._meta.label_lower}:{item.pk}"
