"""Nothing of what was deleted may stay behind in the file of the database: not in its free pages, not in its log."""

from collections.abc import Iterable
from typing import Any

from django.db import OperationalError, connection
from django.db.models import Model

# Search keeps its words in a table of this kind, in segments that only go when they are merged.
FULL_TEXT = "SELECT name FROM sqlite_master WHERE type = 'table' AND sql LIKE 'CREATE VIRTUAL TABLE%USING fts5%'"


def sweep(models: Iterable[type[Model]]) -> bool:
    """Whether it worked. Somebody who reads for long, or writes, may be in the way: then it is for a later run."""
    clean = {"sqlite": sweep_sqlite, "postgresql": sweep_postgresql}[connection.vendor]
    try:
        with connection.cursor() as cursor:
            return clean(cursor, sorted(model._meta.db_table for model in models))
    except OperationalError:
        return False


def sweep_sqlite(cursor: Any, tables: list[str]) -> bool:
    """The whole file, whatever the tables; it is written anew by way of the log, which is cut off last."""
    cursor.execute(FULL_TEXT)
    for name in [quote(name) for (name,) in cursor.fetchall()]:
        cursor.execute(f"INSERT INTO {name}({name}) VALUES ('optimize')")  # noqa: S608 - a name out of the database
    cursor.execute("VACUUM")
    cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    busy: int = cursor.fetchone()[0]
    return not busy


def sweep_postgresql(cursor: Any, tables: list[str]) -> bool:
    """With the statistics too: they hold the values that a column has most."""
    for table in tables:
        cursor.execute(f"VACUUM (FULL, ANALYZE) {quote(table)}")
    return True


def quote(name: str) -> str:
    return connection.ops.quote_name(name)
