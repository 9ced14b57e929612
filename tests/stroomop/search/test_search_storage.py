"""Where the databases look words up: there after every migrate, and without what was removed."""

import pytest
from django.core.management import call_command
from django.db import connection

from stroomop.models import SearchEntry
from stroomop.search import storage
from tests.factories import make_story

from .asked import titles

on_sqlite = pytest.mark.skipif(connection.vendor != "sqlite", reason="PostgreSQL keeps a column up itself")
on_postgresql = pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite has a table beside ours")


def ask(sql):
    with connection.cursor() as cursor:
        cursor.execute(sql)
        return cursor.fetchall()


def triggers():
    names = ask(f"SELECT name FROM sqlite_master WHERE type = 'trigger' AND name GLOB '{storage.WORDS}_*'")
    return {name for (name,) in names}


def run(sql):
    with connection.cursor() as cursor:
        cursor.execute(sql)


@on_sqlite
@pytest.mark.django_db
def test_triggers_come_back_after_sqlite_made_the_table_anew():
    make_story(title="Eerste opbrengst")
    for name in storage.TRIGGERS:
        run(f"DROP TRIGGER {name}")
    make_story(title="Tweede opbrengst")
    without = titles("opbrengst")

    storage.install()

    assert without == ["Eerste opbrengst"]
    assert triggers() == {*storage.TRIGGERS}
    assert titles("opbrengst") == ["Eerste opbrengst", "Tweede opbrengst"]


@on_sqlite
@pytest.mark.django_db
def test_install_twice_is_once(django_assert_num_queries):
    with django_assert_num_queries(4):
        storage.install()


@on_sqlite
@pytest.mark.django_db
def test_removed_words_are_gone_from_the_file():
    kept = f"SELECT count(*) FROM {storage.WORDS}_data WHERE instr(block, CAST('zeldz' AS BLOB)) > 0"
    story = make_story(title="Zeldzaamheid")
    storage.forget_removed()
    before = ask(kept)

    story.delete()

    assert (before, ask(kept)) == ([(1,)], [(0,)])


@on_postgresql
@pytest.mark.django_db
def test_words_are_taken_as_they_are():
    SearchEntry.objects.all().delete()
    make_story(title="Jeugdzorg+ jongeren.nl", summary="a/b 12-3", body="<p>-</p>")

    [(words,)] = ask(f"SELECT tsvector_to_array(words) FROM {storage.TABLE}")

    # The dictionary takes the end of an address for an abbreviation.
    assert words == sorted(["jeugdzorgplus", "jong", "jonger", "jongeren", "nederland", "nl", "a", "b", "12", "3"])


@pytest.mark.django_db(transaction=True)
def test_storage_comes_and_goes_with_the_migration():
    call_command("migrate", "stroomop", "0004", verbosity=0)
    storage.install()
    call_command("migrate", "stroomop", verbosity=0)

    make_story(title="Opbrengst")

    assert titles("opbrengst") == ["Opbrengst"]
