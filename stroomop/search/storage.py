"""Where each database looks words up. Both get the stems as they are: neither takes a text apart itself.

PostgreSQL has a column of its own for that, made by a migration. SQLite has a table of FTS5 beside ours, kept by three
triggers; ``migrate`` puts those back, since SQLite drops them with a table that it makes anew.
"""
# ruff: noqa: S608 - the names in these statements are our own

from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from django.db import connection, transaction
from django.db.models import Lookup

from stroomop.models import SearchEntry

TABLE = SearchEntry._meta.db_table
WORDS = "stroomop_search_words"
PUT = f"INSERT INTO {WORDS} (rowid, title_stems, text_stems) VALUES (NEW.id, NEW.title_stems, NEW.text_stems);"
TAKE = (
    f"INSERT INTO {WORDS} ({WORDS}, rowid, title_stems, text_stems)"
    " VALUES ('delete', OLD.id, OLD.title_stems, OLD.text_stems);"
)
TRIGGERS = {
    f"{WORDS}_insert": f"AFTER INSERT ON {TABLE} BEGIN {PUT} END",
    f"{WORDS}_delete": f"AFTER DELETE ON {TABLE} BEGIN {TAKE} END",
    f"{WORDS}_update": f"AFTER UPDATE ON {TABLE} BEGIN {TAKE} {PUT} END",
}
# Every sign but the space belongs to a word: the tokenizer "ascii" leaves all others alone. We ask whether a word is
# there, not where, so it need not keep that.
CREATE = (
    f"CREATE VIRTUAL TABLE IF NOT EXISTS {WORDS} USING fts5(title_stems, text_stems, content='{TABLE}',"
    " content_rowid='id', tokenize='ascii', detail='none', prefix='2 3')"
)


class Matches(Lookup):
    """Whether the entry with this key has the words that an ``expression()`` asks for."""

    prepare_rhs = False

    def as_sqlite(self, compiler: Any, connection: Any) -> Any:
        key, parameters = self.process_lhs(compiler, connection)
        return f"{key} IN (SELECT rowid FROM {WORDS} WHERE {WORDS} MATCH %s)", [*parameters, self.rhs]

    def as_postgresql(self, compiler: Any, connection: Any) -> Any:
        return f"{TABLE}.words @@ %s::tsquery", [self.rhs]


class Syntax(NamedTuple):
    """How a database writes what it is asked. Words are letters and digits alone, so nothing can break out."""

    word: str
    prefix: str
    both: str
    either: str


SYNTAX = {
    "sqlite": Syntax('"{}"', '"{}" *', " AND ", " OR "),
    "postgresql": Syntax("'{}'", "'{}':*", " & ", " | "),
}


def expression(groups: Sequence[Iterable[str]], prefix: str) -> str:
    """That of each group one is there, which may be several words; of the last one a word that begins so will do."""
    syntax = SYNTAX[connection.vendor]
    asked = []
    for nth, group in enumerate(groups, 1):
        ways = [f"({syntax.both.join(syntax.word.format(word) for word in way.split())})" for way in group]
        if prefix and nth == len(groups):
            ways.append(syntax.prefix.format(prefix))
        asked.append(f"({syntax.either.join(ways)})")
    return syntax.both.join(asked)


def install(**kwargs: Any) -> None:
    """Put there what is missing, and look up anew what was stored without it. Twice is once."""
    if connection.vendor != "sqlite" or TABLE not in connection.introspection.table_names():
        return
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = %s", [TABLE])
        missing = TRIGGERS.keys() - {name for (name,) in cursor.fetchall()}
        if not missing:
            return
        cursor.execute(CREATE)
        for name in missing:
            cursor.execute(f"CREATE TRIGGER {name} {TRIGGERS[name]}")
        cursor.execute(f"INSERT INTO {WORDS} ({WORDS}) VALUES ('rebuild')")


def forget_removed() -> None:
    """FTS5 only marks a word as removed, and keeps it for a while. What somebody took back must not stay."""
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute(f"INSERT INTO {WORDS} ({WORDS}) VALUES ('optimize')")
