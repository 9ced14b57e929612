"""What staff wrote that nobody reads yet: what goes out today, and drafts; of every model that can be published."""

from collections import defaultdict
from collections.abc import Callable
from datetime import datetime
from typing import Any

from django.apps import apps
from django.contrib import admin
from django.contrib.admin.models import ADDITION, CHANGE, LogEntry
from django.contrib.auth import get_permission_codename
from django.contrib.auth.models import AbstractUser
from django.contrib.contenttypes.models import ContentType
from django.db.models import Max, Q, QuerySet, Value
from django.utils.formats import time_format
from django.utils.timezone import localdate, localtime

from projects.models import Publishable
from stroomop.lib import clock
from stroomop.lib.admin.people import name_of
from stroomop.lib.dates import days_ago
from stroomop.lib.items import Item, names_of
from stroomop.lib.worklist import Finder, Kind, Line, Thing, Urgency

PUBLISHABLE: list[Any] = [model for model in apps.get_models() if issubclass(model, Publishable)]


def right_to_change(model: Any) -> str:
    return f"{model._meta.app_label}.{get_permission_codename('change', model._meta)}"


PERMISSIONS = tuple(map(right_to_change, PUBLISHABLE))
PLANNED = Kind(
    "vandaag",
    "Wat vandaag online komt",
    Urgency.TODAY,
    PERMISSIONS,
    open_one="Kijk het nog eens na",
    open_all="Bekijk wat er komt",
)
DRAFTS = Kind(
    "concepten",
    "Concepten",
    Urgency.DRAFTS,
    PERMISSIONS,
    open_one="Schrijf verder",
    open_all="Bekijk de concepten",
)


# With the moment of publication.
type Row = tuple[Item, datetime | None]


def find_planned(user: AbstractUser) -> Line | None:
    until = clock.end_of_today()
    planned = [(moment, item) for item, moment in rows_of(user, lambda items: items.planned_until(until)) if moment]
    planned.sort(key=lambda row: row[0])
    names = names_of(item for _, item in planned)
    things = [
        Thing(names[item], item.address, f"{item.kind.capitalize()}, om {clock_time(moment)}.")
        for moment, item in planned
        if item in names
    ]
    if not things:
        return None
    first = clock_time(planned[0][0])
    if len(things) == 1:
        return PLANNED.line(f"Vandaag om {first} komt ‘{things[0].name}’ online.", things)
    return PLANNED.line(f"Vandaag komen er nog {len(things)} dingen online, het eerste om {first}.", things)


def find_drafts(user: AbstractUser) -> Line | None:
    """Those that somebody worked at; what was loaded as a draft waits for nobody."""
    entries = last_entries([item for item, _ in rows_of(user, lambda items: items.drafts())])
    if not entries:
        return None
    things = [
        Thing(entry.object_repr, item.address, f"{item.kind.capitalize()}, {when(entry)} bewaard door {who(entry)}.")
        for item, entry in entries
    ]
    entry = entries[0][1]
    is_own = entry.user_id == user.pk
    if len(things) == 1:
        someone = "Je" if is_own else who(entry)
        return DRAFTS.line(f"{someone} werkte {when(entry)} aan het concept ‘{entry.object_repr}’.", things)
    someone = "je" if is_own else who(entry)
    last = f"het laatst werkte {someone} {when(entry)} aan ‘{entry.object_repr}’"
    return DRAFTS.line(f"Er zijn {len(things)} concepten; {last}.", things)


def rows_of(user: AbstractUser, narrow: Callable[[Any], QuerySet]) -> list[Row]:
    """Of all models that this user may change, in one query."""
    models = [one for one in PUBLISHABLE if admin.site.is_registered(one) and user.has_perm(right_to_change(one))]
    if not models:
        return []
    first, *others = [
        narrow(model.objects.all()).order_by().annotate(nth=Value(nth)).values_list("nth", "pk", "published_at")
        for nth, model in enumerate(models)
    ]
    rows = first.union(*others, all=True).order_by("nth", "pk")
    return [(Item(models[nth], pk), moment) for nth, pk, moment in rows]


def last_entries(items: list[Item]) -> list[tuple[Item, LogEntry]]:
    """What was last done to each, the newest first."""
    keys: dict[Any, list[str]] = defaultdict(list)
    for item in items:
        keys[item.model].append(str(item.pk))
    types = ContentType.objects.get_for_models(*keys)
    models: dict[int | None, Any] = {content_type.pk: model for model, content_type in types.items()}
    done_to = Q(pk__in=[])
    for pk, model in models.items():
        done_to |= Q(content_type=pk, object_id__in=keys[model])
    worked_at = LogEntry.objects.filter(done_to, action_flag__in=[ADDITION, CHANGE]).order_by()
    last = worked_at.values("content_type", "object_id").annotate(last=Max("pk")).values("last")
    entries = LogEntry.objects.filter(pk__in=last).select_related("user").order_by("-action_time", "-pk")
    return [(Item(models[entry.content_type_id], int(str(entry.object_id))), entry) for entry in entries]


def clock_time(moment: datetime) -> str:
    return time_format(localtime(moment), "H:i")


def who(entry: LogEntry) -> str:
    return name_of(entry.user)


def when(entry: LogEntry) -> str:
    return days_ago(localdate(entry.action_time), clock.today())


WORK: dict[Kind, Finder] = {PLANNED: find_planned, DRAFTS: find_drafts}
