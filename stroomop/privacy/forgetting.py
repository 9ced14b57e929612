"""What a machine may take away of a person by itself: messages, and whatever is kept beside the texts of the site."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from django.apps import apps
from django.contrib.admin.models import LogEntry
from django.contrib.sessions.models import Session
from django.core.cache import cache
from django.db import transaction
from django.db.models import Model, Q
from django_tasks_db.models import DBTaskResult
from simple_history.models import HistoricalChanges

from stroomop.content import KINDS
from stroomop.models import Draft, DraftFile, LinkCheck, LoadedItem, Message, ReadRequest, SearchEntry

from .person import Person
from .traces import Trace, find

# Made from the texts, and made anew when they are saved, loaded or looked at; a session ends.
DERIVED: tuple[type[Model], ...] = (SearchEntry, LinkCheck, LoadedItem, Session)
# Kept beside the texts, and no text of the site: the words go, the row stays.
BESIDE: tuple[type[Model], ...] = (Draft, DraftFile, LogEntry, ReadRequest, DBTaskResult, Message)


def forget(person: Person) -> dict[type[Model], int]:
    """How many rows of what were deleted or lost their words. All or nothing, but for the cache."""
    with transaction.atomic():
        counts: dict[type[Model], int] = {Message: messages_of(person).delete()[0]}
        for model, keys in rows(find(person)).items():
            if is_derived(model, person):
                counts[model] = model._base_manager.filter(pk__in=keys).delete()[0]
            elif is_beside(model):
                counts[model] = counts.get(model, 0) + sum(take_out(person, model, key) for key in keys)
    # Nobody can look through a cache for a word.
    cache.clear()
    return {model: count for model, count in counts.items() if count}


def messages_of(person: Person) -> Any:
    """Under the name or from the address, whatever became of them."""
    asked = Q(pk__in=[])
    if person.name:
        asked |= Q(name__iexact=person.name)
    if person.email:
        asked |= Q(email__iexact=person.email)
    return Message.objects.filter(asked)


def is_derived(model: type[Model], person: Person) -> bool:
    """What was loaded is remembered as long as a file of ours has it, or the next load brings it back."""
    return model in DERIVED and not (model is LoadedItem and files_with(person))


def is_beside(model: type[Model]) -> bool:
    return model in BESIDE or issubclass(model, HistoricalChanges)


def files_with(person: Person) -> list[str]:
    return [kind.path.name for kind in KINDS if person.is_in(kind.path.read_text(encoding="utf-8"))]


def take_out(person: Person, model: type[Model], key: Any) -> int:
    """Past save(), which would write one version more, with the words in it."""
    row = model._base_manager.filter(pk=key)
    stored = row.values().get()
    without = {name: person.taken_out(value) for name, value in stored.items()}
    changed = {name: fitted(model, name, value) for name, value in without.items() if value != stored[name]}
    return row.update(**changed)


def fitted(model: type[Model], name: str, value: Any) -> Any:
    """A short name makes room for a longer word."""
    most = getattr(model._meta.get_field(name), "max_length", None)
    return value[:most] if isinstance(value, str) else value


def rows(traces: Iterable[Trace]) -> dict[type[Model], set[Any]]:
    """The keys of the rows by model; of tables that have a model."""
    models = {model._meta.db_table: model for model in apps.get_models(include_auto_created=True)}
    found = defaultdict(set)
    for trace in traces:
        if trace.table in models:
            found[models[trace.table]].add(trace.key)
    return dict(found)
