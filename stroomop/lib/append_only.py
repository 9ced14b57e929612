"""What the public could read never changes and never goes: triggers of the database refuse it, whoever asks.

A model says which of its fields with ``append_only: ClassVar = AppendOnly(...)``. ``migrate`` takes the triggers away
and puts them back, because SQLite can't make a table anew while they are there, or drops them with it (docs/decisions).
"""

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from django.apps import apps
from django.db import connection, transaction
from django.db.models import Model

from stroomop.lib import clock, triggers

logger = logging.getLogger(__name__)


@dataclass(frozen=True)
class AppendOnly:
    """Which fields of a row stay as they are once it is public; the primary key and its way to publication do so too.

    ``public`` leads to the moment of publication: "published_at" of the row itself, "news__published_at" of its
    parent, "agreement__news__published_at" two steps up; empty: the row is public from the first moment.
    """

    fields: tuple[str, ...]
    public: str = ""


def models() -> list[Any]:
    """Every installed model that has something to keep."""
    return [model for model in apps.get_models() if hasattr(model, "append_only") and not model._meta.proxy]


def kept(model: Any) -> tuple[str, ...]:
    """The names of the fields that stay. Another parent, or another moment, would make a public row a draft again."""
    rule: AppendOnly = model.append_only
    way = rule.public.split("__")[:1] if rule.public else []
    return tuple(dict.fromkeys([model._meta.pk.name, *way, *rule.fields]))


def frozen_fields(instance: Model) -> tuple[str, ...]:
    """The names of the fields that can't be changed on this row now; none while it is not public. As it is stored:
    what somebody typed in a form does not count until it is saved."""
    model: Any = instance._meta.concrete_model
    if model not in models():
        return ()
    public = {f"{model.append_only.public}__lte": clock.now()} if model.append_only.public else {}
    return kept(model) if model._base_manager.filter(pk=instance.pk, **public).exists() else ()


def trigger_names(model: Any) -> list[str]:
    """The triggers that this model has in this database."""
    return [triggers.trigger_name(model, event) for event in triggers.EVENTS[connection.vendor]]


def install() -> None:
    """Put all triggers there, and take away those of models that are no more. Twice is once."""
    with transaction.atomic():
        drop()
        as_known = stored_as_known({ancestor for model in models() for ancestor in lineage(model)})
        with connection.cursor() as cursor:
            for model in models():
                # Half-way through the migrations a table may differ from what this code knows; the last one mends that.
                if as_known.issuperset(lineage(model)):
                    for statement in triggers.create(model, kept(model), model.append_only.public):
                        cursor.execute(statement)


def drop() -> None:
    """Take all triggers away: for a migration, which may make the tables anew. To erase something, use ``lifted()``."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(triggers.FIND[connection.vendor])
        for (name,) in cursor.fetchall():
            cursor.execute(triggers.drop(name))


@contextmanager
def lifted() -> Iterator[None]:
    """The one way to erase what was public: without the triggers, and they are back at the end. When it fails nothing
    was erased, and nobody else ever finds them gone: it is one transaction."""
    logger.warning("The append-only triggers are lifted.")
    with transaction.atomic():
        drop()
        yield
        install()


def lineage(model: Any) -> list[Any]:
    """The model, and those that lead to its moment of publication."""
    found = [model]
    for name in model.append_only.public.split("__")[:-1]:
        found.append(found[-1]._meta.get_field(name).related_model)
    return found


def stored_as_known(asked: set[Any]) -> set[Any]:
    """The models whose tables have all their columns."""
    with connection.cursor() as cursor:
        tables = set(connection.introspection.table_names(cursor))
        return {
            model
            for model in asked
            if model._meta.db_table in tables
            and {field.column for field in model._meta.concrete_fields} <= columns(model._meta.db_table, cursor)
        }


def columns(table: str, cursor: Any) -> set[str]:
    return {column.name for column in connection.introspection.get_table_description(cursor, table)}
