"""The SQL of the append-only triggers, for SQLite and for PostgreSQL. The names in it are those of our own models."""
# ruff: noqa: S608 - nothing in these statements comes from outside

from collections.abc import Iterator, Sequence
from typing import Any

from django.db import connection
from django.db.models import UniqueConstraint

EVENTS = {"sqlite": ("update", "delete", "insert"), "postgresql": ("update", "delete", "truncate")}
NOW = {"sqlite": "strftime('%Y-%m-%d %H:%M:%f', 'now')", "postgresql": "clock_timestamp()"}
DIFFERS = {"sqlite": "IS NOT", "postgresql": "IS DISTINCT FROM"}
# The names of all that are there. Each function of PostgreSQL has the name of its trigger.
FIND = {
    "sqlite": "SELECT name FROM sqlite_master WHERE type = 'trigger' AND name GLOB 'append_only_*'",
    "postgresql": "SELECT proname FROM pg_proc WHERE pronamespace = current_schema()::text::regnamespace"
    " AND prorettype = 'trigger'::regtype AND starts_with(proname, 'append_only_')",
}


def trigger_name(model: Any, event: str) -> str:
    return f"append_only_{model._meta.db_table}_{event}"


def create(model: Any, kept: Sequence[str], public: str) -> Iterator[str]:
    """The statements that make the triggers of a model. ``kept``: the fields that stay; ``public``: the way to the
    moment of publication."""
    write = {"sqlite": create_sqlite, "postgresql": create_postgresql}[connection.vendor]
    for event, refused in refusals(model, kept, public).items():
        yield write(model, event, refused)


def drop(name: str) -> str:
    """The statement that takes a trigger away, with its function where it has one."""
    return {"sqlite": f"DROP TRIGGER {quote(name)}", "postgresql": f"DROP FUNCTION {quote(name)}() CASCADE"}[
        connection.vendor
    ]


def create_sqlite(model: Any, event: str, refused: str) -> str:
    table = model._meta.db_table
    return f"""
        CREATE TRIGGER {quote(trigger_name(model, event))}
        BEFORE {event.upper()} ON {quote(table)}
        WHEN {refused}
        BEGIN
            SELECT RAISE(ABORT, 'append-only: {table}');
        END
    """


def create_postgresql(model: Any, event: str, refused: str) -> str:
    """A function, since WHEN takes no subquery here. 23001 is restrict_violation, an IntegrityError."""
    table = model._meta.db_table
    name = quote(trigger_name(model, event))
    each, result = {"update": ("ROW", "NEW"), "delete": ("ROW", "OLD"), "truncate": ("STATEMENT", "NULL")}[event]
    return f"""
        CREATE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
        BEGIN
            IF {refused} THEN
                RAISE EXCEPTION 'append-only: {table}' USING ERRCODE = '23001';
            END IF;
            RETURN {result};
        END $$;
        CREATE TRIGGER {name}
        BEFORE {event.upper()} ON {quote(table)}
        FOR EACH {each} EXECUTE FUNCTION {name}();
    """


def refusals(model: Any, kept: Sequence[str], public: str) -> dict[str, str]:
    """By event, when it is refused."""
    was_public = is_public(model, "OLD", public)
    changes = f"{was_public}\n  AND ({differs(model, kept)})"
    if connection.vendor == "postgresql":
        return {"update": changes, "delete": was_public, "truncate": any_public(model, public)}
    pk = quote(model._meta.pk.column)
    replaces = f"({same_key(model)})"
    return {
        "update": f"{changes}\n  OR {any_public(model, public, f'held.{pk} IS NOT OLD.{pk}', replaces)}",
        "delete": was_public,
        # INSERT OR REPLACE, and UPDATE OR REPLACE, delete what is in the way past the triggers on DELETE.
        "insert": any_public(model, public, replaces),
    }


def is_public(model: Any, row: str, way: str) -> str:
    """Whether this row is public now, by the clock of the database."""
    if not way:
        return "TRUE"
    name, _, rest = way.partition("__")
    field: Any = model._meta.get_field(name)
    if not rest:
        return f"{row}.{quote(field.column)} <= {NOW[connection.vendor]}"
    parent = f"parent_of_{row}"
    return (
        f"EXISTS (SELECT 1 FROM {quote(field.related_model._meta.db_table)} AS {parent}"
        f" WHERE {parent}.{quote(field.target_field.column)} = {row}.{quote(field.column)}"
        f" AND {is_public(field.related_model, parent, rest)})"
    )


def any_public(model: Any, public: str, *which: str) -> str:
    """Whether there is a public row like that, which the conditions call held."""
    where = "\n  AND ".join([is_public(model, "held", public), *which])
    return f"EXISTS (SELECT 1 FROM {quote(model._meta.db_table)} AS held WHERE {where})"


def differs(model: Any, names: Sequence[str]) -> str:
    fields: list[Any] = [model._meta.get_field(name) for name in names]
    columns = [quote(field.column) for field in fields]
    return " OR ".join(f"OLD.{column} {DIFFERS[connection.vendor]} NEW.{column}" for column in columns)


def same_key(model: Any) -> str:
    """Whether the held row and the new one share a key that no two rows may share."""
    fields = model._meta.concrete_fields
    incoming = ", ".join(f"NEW.{quote(field.column)} AS {quote(field.column)}" for field in fields)
    shared = []
    for names, condition in unique_keys(model):
        columns = [quote(field.column) for field in fields if field.name in names]
        same = " AND ".join(f"held.{column} = NEW.{column}" for column in columns)
        # The condition names bare columns: first those of the held row, then those of the new one.
        only = f" AND {condition} AND EXISTS (SELECT 1 FROM (SELECT {incoming}) WHERE {condition})" if condition else ""
        shared.append(same + only)
    return "\n  OR ".join(shared)


def unique_keys(model: Any) -> Iterator[tuple[Sequence[str], str]]:
    """The fields of each key, and for which rows it holds: empty for all."""
    yield from (((field.name,), "") for field in model._meta.concrete_fields if field.unique)
    yield from ((names, "") for names in model._meta.unique_together)
    uniques: list[Any] = [item for item in model._meta.constraints if isinstance(item, UniqueConstraint)]
    for unique in uniques:
        if unique.expressions:
            raise NotImplementedError(f"{unique.name}: append-only knows no key on an expression.")
        condition = unique._get_condition_sql(model, connection.schema_editor())
        yield unique.fields, f"({condition})" if condition else ""


def quote(name: str) -> str:
    return connection.ops.quote_name(name)
