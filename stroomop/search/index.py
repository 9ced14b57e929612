"""Keeps the index. What is removed or taken off the site goes from it in the same transaction. What is saved is told of
right after: once, however often a transaction saves it, and not at all when that is taken back.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from functools import cache
from itertools import batched
from threading import local
from typing import Any
from weakref import ref

from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.db.models.signals import m2m_changed, post_delete, post_save, pre_delete

from stroomop.lib.searching import Source, changed
from stroomop.models import SearchEntry

from .gathered import SOURCES
from .storage import forget_removed
from .words import stems_of, stems_to_search

BATCH = 200
SAID = ("kind", "url", "title", "text", "title_stems", "text_stems", "sensitive", "published_at", "archived_at")


def connect() -> None:
    """Listens to every model that something findable is told from."""
    for model in {*by_model(), *touched()}:
        post_save.connect(index_saved, sender=model)
        changed.connect(index_saved, sender=model)
        pre_delete.connect(note_touched, sender=model)
        post_delete.connect(index_removed, sender=model)
    for through in theme_tables():
        m2m_changed.connect(index_linked, sender=through)


@cache
def by_model() -> dict[Any, Source]:
    return {source.model: source for source in SOURCES}


@cache
def touched() -> dict[Any, list[tuple[Source, str]]]:
    """By model: what is told anew after a save there, with the lookup from that to this."""
    found: dict[Any, list[tuple[Source, str]]] = defaultdict(list)
    for source in SOURCES:
        for path in source.touched_by:
            for model, lookup in steps(source.model, path):
                if (source, lookup) not in found[model]:
                    found[model].append((source, lookup))
    return dict(found)


def steps(model: Any, path: str) -> Iterator[tuple[Any, str]]:
    """Each model that a lookup comes along, and the lookup as far as there."""
    names = path.split("__")
    for end, name in enumerate(names, 1):
        model = model._meta.get_field(name).related_model
        yield model, "__".join(names[:end])


def theme_tables() -> set[Any]:
    """Where Django itself links an item to its themes, without a model of ours that is saved."""
    models = {model for model in by_model() if any(field.name == "themes" for field in model._meta.many_to_many)}
    return {model.themes.through for model in models}


def index_saved(sender: Any, instance: Any, *, created: bool = False, **kwargs: Any) -> None:
    if not created and may_leave(instance):
        index_all({sender: {instance.pk}})
    else:
        after_commit(sender, instance.pk)


def may_leave(instance: Any) -> bool:
    """Whether this save may have taken it off the site: a draft again, with an end, or withdrawn."""
    ends = (getattr(instance, name, None) for name in ("archived_at", "withdrawn_at"))
    return getattr(instance, "published_at", True) is None or any(ends)


class Saved:
    """What one transaction saved. Only its hooks hold this, so that it goes with them when it is rolled back."""

    def __init__(self) -> None:
        self.keys: dict[Any, set[int]] = defaultdict(set)

    def index(self) -> None:
        keys, self.keys = self.keys, defaultdict(set)
        index_all(keys)


# Of each thread, as a connection is.
LAST = local()


def after_commit(model: Any, key: int) -> None:
    reference = getattr(LAST, "saved", None)
    if reference is None or (saved := reference()) is None:
        saved = Saved()
        LAST.saved = ref(saved)
    saved.keys[model].add(key)
    # For each save: a savepoint that is taken back takes its own hooks along. The first one does it all.
    transaction.on_commit(saved.index)


def index_all(keys: dict[Any, set[int]]) -> None:
    """Tell anew of these, and of all that they are told with."""
    wanted: dict[Source, set[int]] = defaultdict(set)
    for model, saved in keys.items():
        if (source := by_model().get(model)) is not None:
            wanted[source] |= saved
        for other, found in touched_by(model, saved):
            wanted[other] |= found
    for source, found in wanted.items():
        for batch in batched(sorted(found), BATCH, strict=False):
            index(source, batch)


def index_linked(
    instance: Any, action: str, model: Any, *, reverse: bool, pk_set: set[int] | None, **kwargs: Any
) -> None:
    """An item got other themes; or, in reverse, a theme other items."""
    if action.startswith("post_"):
        items = model._base_manager.filter(pk__in=pk_set or ()) if reverse else [instance]
        for item in items:
            index_saved(type(item), item)


def note_touched(sender: Any, instance: Any, **kwargs: Any) -> None:
    """Once it is gone, nothing leads from it to what it was told with."""
    instance.touched_in_search = list(touched_by(sender, [instance.pk]))


def index_removed(sender: Any, instance: Any, **kwargs: Any) -> None:
    if (source := by_model().get(sender)) is not None:
        index(source, [instance.pk])
    for other, keys in instance.touched_in_search:
        index(other, keys)


def touched_by(model: Any, keys: Iterable[int]) -> Iterator[tuple[Source, set[int]]]:
    for source, lookup in touched().get(model, []):
        for batch in batched(keys, BATCH, strict=False):
            rows = source.model._base_manager.filter(**{f"{lookup}__in": batch})
            if found := set(rows.values_list("pk", flat=True)):
                yield source, found


def index(source: Source, keys: Collection[int]) -> int:
    """Tell of these items anew; gives how many entries that changed. Those that are no more go."""
    item_type = ContentType.objects.get_for_model(source.model)
    there = {entry.item_id: entry for entry in SearchEntry.objects.filter(item_type=item_type, item_id__in=keys)}
    wanted = {entry.item_id: entry for entry in entries(source, keys, item_type)}
    new = [entry for key, entry in wanted.items() if key not in there or said(entry) != said(there[key])]
    gone = [entry.pk for key, entry in there.items() if key not in wanted]
    if new:
        # One that a colleague put there in the meantime is written over.
        SearchEntry.objects.bulk_create(
            new, update_conflicts=True, unique_fields=["item_type", "item_id"], update_fields=SAID
        )
    if gone:
        SearchEntry.objects.filter(pk__in=gone).delete()
        forget_removed()
    return len(new) + len(gone)


def entries(source: Source, keys: Collection[int], item_type: ContentType) -> Iterator[SearchEntry]:
    """Of what is or will be public; a draft comes back by the save that publishes it."""
    for row in source.rows.filter(pk__in=keys):
        found = source.tell(row)
        if found is not None and found.published_at is not None:
            title = found.title[:500]
            yield SearchEntry(
                item_type=item_type,
                item_id=row.pk,
                kind=source.kind,
                url=found.url,
                title=title,
                text=found.text,
                title_stems=stems_of(title),
                text_stems=stems_to_search(title, found.text),
                sensitive=found.sensitive,
                published_at=found.published_at,
                archived_at=found.archived_at,
            )


def said(entry: SearchEntry) -> list[Any]:
    return [getattr(entry, name) for name in SAID]


def rebuild() -> int:
    """Tell of everything anew; gives how many entries were not right. What is right stays untouched."""
    wrong = 0
    for source in SOURCES:
        indexed = SearchEntry.objects.filter(item_type=ContentType.objects.get_for_model(source.model))
        keys = {*source.model._base_manager.values_list("pk", flat=True), *indexed.values_list("item_id", flat=True)}
        for batch in batched(sorted(keys), BATCH, strict=False):
            wrong += index(source, batch)
    return wrong
