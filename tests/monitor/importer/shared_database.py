"""A database that other processes use beside the test: a copy in a file of that of the tests, or that itself."""

import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from urllib.parse import urlsplit

from django.db import connection

from tests.stroomop.process import ROOT, environment

COUNTS = (
    "SELECT (SELECT count(*) FROM monitor_observation), (SELECT count(*) FROM monitor_publicfigure),"
    " (SELECT count(*) FROM monitor_release)"
)
# The numbers that hold, each once.
HELD = "SELECT DISTINCT value FROM monitor_publicfigure WHERE valid_to IS NULL AND withdrawn_on IS NULL"


class SharedDatabase:
    def __init__(self, folder):
        self.file = folder / "db.sqlite3"
        variables = {"MODE": "demo"}
        if connection.vendor == "sqlite":
            connection.ensure_connection()
            with closing(sqlite3.connect(self.file)) as copy:
                connection.connection.backup(copy)
                # As a migrated one is. Whoever changes this can't wait for another that does so too.
                copy.execute("PRAGMA journal_mode=WAL")
        else:
            address = urlsplit(os.environ["DATABASE_URL"])
            variables["DATABASE_URL"] = address._replace(path=f"/{connection.settings_dict['NAME']}").geturl()
        self.environment = environment(folder, **variables)
        self.started = []

    def start(self, *arguments):
        pipes = dict.fromkeys(("stdin", "stdout", "stderr"), subprocess.PIPE)
        line = [sys.executable, *map(str, arguments)]
        self.started.append(subprocess.Popen(line, cwd=ROOT, env=self.environment, text=True, **pipes))
        return self.started[-1]

    def stop(self):
        """Whatever a test that failed left behind."""
        for process in self.started:
            if process.returncode is None:
                process.kill()
                process.communicate()

    def start_slowly(self, path, *points):
        return self.start("-m", "tests.monitor.importer.slow_import", path, *points)

    def ask(self, query):
        if connection.vendor == "sqlite":
            with closing(sqlite3.connect(self.file)) as own:
                return own.execute(query).fetchall()
        with connection.cursor() as cursor:
            cursor.execute(query)
            return cursor.fetchall()


def wait_for(process, point):
    said = process.stdout.readline()
    assert said == f"{point}\n", said or process.stderr.read()


def go_on(process):
    process.stdin.write("\n")
    process.stdin.flush()


def ended(process):
    """The exit status and what it said; nothing went wrong that it did not expect."""
    said, trouble = process.communicate(timeout=300)
    assert trouble == ""
    return process.returncode, said
