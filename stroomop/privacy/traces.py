"""Where a person stands: in any column of any table of the database, whoever made it."""
# ruff: noqa: S608 - the names in these statements come out of the database itself

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.contrib.sessions.models import Session
from django.db import connection

from .person import Person

MATCHES = {"sqlite": "{} REGEXP %s", "postgresql": "{}::text ~ %s"}


@dataclass(frozen=True, order=True)
class Trace:
    """``key`` is that of the row; None where a table has no key of one column."""

    table: str
    column: str
    key: Any


def find(person: Person) -> list[Trace]:
    with connection.cursor() as cursor:
        tables = sorted(connection.introspection.table_names(cursor))
        found = [trace for table in tables for trace in in_table(cursor, table, person)]
    return found + list(in_sessions(person))


def in_table(cursor: Any, table: str, person: Person) -> Iterator[Trace]:
    quote = connection.ops.quote_name
    cursor.execute(f"SELECT * FROM {quote(table)} LIMIT 0")
    columns = [column[0] for column in cursor.description]
    key = connection.introspection.get_primary_key_column(cursor, table)
    tests = [MATCHES[connection.vendor].format(quote(column)) for column in columns]
    cursor.execute(
        f"SELECT {quote(key) if key else 'NULL'}, {', '.join(tests)} FROM {quote(table)} WHERE {' OR '.join(tests)}",
        [person.pattern] * 2 * len(tests),
    )
    for row in cursor.fetchall():
        yield from (Trace(table, column, row[0]) for column, holds in zip(columns, row[1:], strict=True) if holds)


def in_sessions(person: Person) -> Iterator[Trace]:
    """They are stored in a code of their own."""
    for session in Session.objects.all():
        if person.is_in(str(session.get_decoded())):
            yield Trace(Session._meta.db_table, "session_data", session.pk)
