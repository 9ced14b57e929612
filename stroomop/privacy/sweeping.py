"""Nothing of what was deleted may stay behind in the file of the database: not in its free pages, not in its log."""

from collections.abc import Iterable
from typing import Any

from django.db import OperationalError, connection
from django.db.models import Model

# Search keeps its words in segments of a table of this kind, which only lose them when they are merged.
FULL_TEXT = {
    "sqlite": "SELECT name FROM sqlite_master WHERE type = 'table' AND sql LIKE 'CREATE VIRTUAL TABLE%USING fts5%'",
    "postgresql": "SELECT name FROM (VALUES ('')) AS nothing (name) WHERE FALSE",
}


def sweep(models: Iterable[type[Model]]) -> bool:
    """Whether it worked. Somebody who reads for long, or writes, may be in the way: then it is for a later run."""
    try:
        with connection.cursor() as cursor:
            for statement in statements(cursor, sorted(model._meta.db_table for model in models)):
                cursor.execute(statement)
            # Only SQLite answers: whether somebody kept it from cutting off its log.
            answer = cursor.fetchone() if cursor.description else None
            return not (answer and answer[0])
    except OperationalError:
        return False


def statements(cursor: Any, tables: list[str]) -> list[str]:
    """On SQLite the whole file, which is written anew by way of the log; so that one is cut off last. On PostgreSQL the
    statistics of a table too: they hold the values that a column has most."""
    cursor.execute(FULL_TEXT[connection.vendor])
    merged = [f"INSERT INTO {name}({name}) VALUES ('optimize')" for name in map(quote, found(cursor))]  # noqa: S608 - ours
    return {
        "sqlite": [*merged, "VACUUM", "PRAGMA wal_checkpoint(TRUNCATE)"],
        "postgresql": [f"VACUUM (FULL, ANALYZE) {quote(table)}" for table in tables],
    }[connection.vendor]


def found(cursor: Any) -> list[str]:
    return [name for (name,) in cursor.fetchall()]


def quote(name: str) -> str:
    return connection.ops.quote_name(name)
