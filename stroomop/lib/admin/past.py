"""An item as it was at one of its versions: its own fields, what it was tied to, and the rows below it."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Q
from django.forms.models import _get_foreign_key
from django.http import HttpRequest


@dataclass(frozen=True)
class Past:
    """One version: the row of ``item.history``; keys per many-to-many field; per model the rows below it, by key."""

    record: Any
    ties: dict[str, list[Any]]
    rows: dict[Any, dict[Any, Any]]


@dataclass(frozen=True)
class Version:
    """A row of ``item.history`` and the moment of the next one: till then the rows below it were saved with it."""

    record: Any
    until: datetime | None = None


def version_of(item: Any, record: Any) -> Version:
    date, number = record.history_date, record.history_id
    later = Q(history_date__gt=date) | Q(history_date=date, history_id__gt=number)
    found = item.history.filter(later).order_by("history_date", "history_id")
    return Version(record, found.values_list("history_date", flat=True).first())


def as_it_is(model_admin: Any, request: HttpRequest, item: Any) -> Past:
    fields = type(item).history.model._history_m2m_fields
    return Past(
        item,
        {field.name: list(getattr(item, field.name).values_list("pk", flat=True)) for field in fields},
        {
            model: {row.pk: row for row in model._base_manager.filter(**{parent: item.pk}).order_by("pk")}
            for model, parent in rows_with_history(model_admin, request, item)
        },
    )


def as_it_was(model_admin: Any, request: HttpRequest, item: Any, versions: Sequence[Version]) -> list[Past]:
    """What is stored of these versions, in as many queries as there are kinds of things, however many versions."""
    tied = {field.name: ties(field, versions) for field in versions[0].record._history_m2m_fields}
    below = {model: rows(model, parent, item) for model, parent in rows_with_history(model_admin, request, item)}
    return [
        Past(
            version.record,
            {name: keys[version.record.pk] for name, keys in tied.items()},
            {
                model: {key: row for key, known in found.items() if (row := at(known, version.until)) is not None}
                for model, found in below.items()
            },
        )
        for version in versions
    ]


def rows_with_history(model_admin: Any, request: HttpRequest, item: Any) -> list[tuple[Any, str]]:
    """The models of the rows below an item that can be put back, with the field that leads to the item. Rows of a
    ledger have no history of their own: they are one."""
    return [
        (inline.model, _get_foreign_key(model_admin.model, inline.model, fk_name=inline.fk_name).attname)
        for inline in model_admin.get_inline_instances(request, item)
        if hasattr(inline.model, "history") and inline.can_delete
    ]


def fields_kept(model: Any) -> list[Any]:
    """The fields of which the history keeps what they were. Of some it does not: files are there once."""
    kept = {field.name for field in model.history.model._meta.concrete_fields}
    return [field for field in model._meta.concrete_fields if field.name in kept and not field.primary_key]


def ties(field: Any, versions: Sequence[Version]) -> dict[Any, list[Any]]:
    """By version the keys of what it was tied to."""
    tied = getattr(type(versions[0].record), field.name)
    other = tied.model._meta.get_field(field.m2m_reverse_field_name()).attname
    found = defaultdict(list)
    asked = tied.filter(history__in=[version.record.pk for version in versions])
    for version, key in asked.order_by(other).values_list("history_id", other):
        found[version].append(key)
    return found


def rows(model: Any, parent: str, item: Any) -> dict[Any, list[Any]]:
    """By row all that is known of it, oldest first. Rows from before their history began are as they are now."""
    known = defaultdict(list)
    for record in model.history.filter(**{parent: item.pk}).order_by("history_date", "history_id"):
        known[getattr(record, model._meta.pk.attname)].append(record)
    for row in model._base_manager.filter(**{parent: item.pk}):
        known.setdefault(row.pk, [row])
    return dict(sorted(known.items()))


def at(known: list[Any], until: datetime | None) -> Any | None:
    """What of this was there just before that moment; None when there was no such row."""
    first = known[0]
    if not hasattr(first, "history_date"):
        return first
    before = [record for record in known if until is None or record.history_date < until]
    if not before:
        # A row that its history does not say was made then, was there already.
        return None if first.history_type == "+" else first
    return None if before[-1].history_type == "-" else before[-1]
