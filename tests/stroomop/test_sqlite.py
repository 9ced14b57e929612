"""SQLite with the options of the settings, as a demo or a small site uses it."""

import sqlite3
import subprocess
import sys
from contextlib import closing

import pytest

from tests.stroomop.process import ROOT, environment, run

WRITERS = 2


@pytest.fixture(scope="module")
def var_dir(tmp_path_factory):
    var_dir = tmp_path_factory.mktemp("sqlite")
    migrated = run("manage.py", "migrate", var_dir=var_dir, MODE="demo")
    assert (migrated.returncode, migrated.stderr) == (0, "")
    return var_dir


def ask(var_dir, sql):
    with closing(sqlite3.connect(var_dir / "db.sqlite3", autocommit=True)) as connection:
        return connection.execute(sql).fetchall()


def test_database_writes_ahead(var_dir):
    assert ask(var_dir, "PRAGMA journal_mode") == [("wal",)]


def test_two_writers_wait_for_each_other_and_lose_nothing(var_dir):
    ask(var_dir, "INSERT INTO stroomop_textblock (key, text) VALUES ('counter', '0')")

    writers = [
        subprocess.Popen(
            [sys.executable, "-m", "tests.stroomop.two_writers"],
            cwd=ROOT,
            env=environment(var_dir, MODE="demo"),
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        for _ in range(WRITERS)
    ]
    said = [writer.communicate(timeout=60) for writer in writers]

    assert [errors for _, errors in said] == [""] * WRITERS
    times = [int(output) for output, _ in said]
    assert min(times) > 0
    assert ask(var_dir, "SELECT text FROM stroomop_textblock WHERE key = 'counter'") == [(str(sum(times)),)]
