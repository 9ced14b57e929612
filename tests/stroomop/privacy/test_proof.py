"""A made-up reader, planted wherever readers and staff leave words: after forgetting, nowhere in any file."""

import logging
import os
import re
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
from django.db import connection

from stroomop.lib.discreet_log import DiscreetFormatter
from tests.stroomop.process import ROOT, environment

# Each word apart: an index keeps no whole names.
WORDS = [b"zwaluwmans", b"fladderik"]
NAME, ADDRESS = "Fladderik Zwaluwmans", "f.zwaluwmans@test.example"


def found_in(content: bytes) -> list[bytes]:
    return [word for word in WORDS if word in content.lower()]


def run(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """On the database of the tests when that is PostgreSQL; on SQLite one in a file, as a demo has it."""
    variables = environment(folder, MODE="demo") | {"DATABASE_URL": database_url(folder)}
    done = subprocess.run(
        [sys.executable, *arguments], cwd=ROOT, env=variables, capture_output=True, text=True, timeout=300, check=False
    )
    assert done.returncode == 0, done.stderr
    return done


def database_url(folder: Path) -> str:
    if connection.vendor == "sqlite":
        return f"sqlite:///{folder / 'db.sqlite3'}"
    return re.sub(r"/postgres\?", "/proof?", os.environ["DATABASE_URL"])


def back_up(folder: Path) -> bytes:
    if connection.vendor == "sqlite":
        with closing(sqlite3.connect(folder / "db.sqlite3", autocommit=True)) as database:
            database.execute("VACUUM INTO ?", [str(folder / "backup")])
        return (folder / "backup").read_bytes()
    dump = shutil.which("pg_dump")
    assert dump
    return subprocess.run([dump, database_url(folder)], capture_output=True, check=True, timeout=120).stdout


@contextmanager
def in_use(folder: Path) -> Iterator[None]:
    """As by a running portal: SQLite throws its log away when the last one closes the file."""
    with closing(sqlite3.connect(folder / "db.sqlite3")) as database:
        database.execute("SELECT count(*) FROM sqlite_master").fetchall()
        yield


def stored(folder: Path) -> bytes:
    """The file of SQLite and its log."""
    return b"".join(path.read_bytes() for path in sorted(folder.glob("db.sqlite3*")))


@pytest.fixture
def folder(tmp_path, django_db_blocker):
    if connection.vendor == "sqlite":
        yield tmp_path
        return
    with django_db_blocker.unblock(), connection._nodb_cursor() as cursor:
        cursor.execute("CREATE DATABASE proof")
    yield tmp_path
    with django_db_blocker.unblock(), connection._nodb_cursor() as cursor:
        cursor.execute("DROP DATABASE proof WITH (FORCE)")


@pytest.mark.scale
def test_forgotten_reader_stands_in_no_table_page_index_log_file_or_backup(folder):
    run(folder, "manage.py", "migrate", "-v0")
    planted = run(folder, "-m", "tests.stroomop.privacy.planted", "plant", NAME, ADDRESS)
    assert found_in(back_up(folder)) == WORDS
    (folder / "backup").unlink(missing_ok=True)

    with in_use(folder):
        said = run(folder, "manage.py", "forget", "--name", NAME, "--email", ADDRESS, "--yes")
        looked = run(folder, "-m", "tests.stroomop.privacy.planted", "look", NAME, ADDRESS)
        files = stored(folder)

    written = "".join(part for done in (planted, said, looked) for part in (done.stderr, done.stdout))
    assert "tables: []\npages: []\nanswered: 12\n" in looked.stdout
    assert found_in(written.encode()) == []
    assert found_in(files) == []
    assert found_in(back_up(folder)) == []


def test_fault_while_a_message_is_stored_names_nobody():
    try:
        raise ValueError(f"no\nDETAIL:  Failing row contains (1, {NAME}, {ADDRESS}).")
    except ValueError:
        record = logging.LogRecord("django.request", logging.ERROR, "", 1, "Fault", (), sys.exc_info())

    assert found_in(DiscreetFormatter().format(record).encode()) == []
