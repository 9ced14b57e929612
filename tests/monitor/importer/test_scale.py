"""The proofs that take long: a hundred thousand rows, and a real command that is killed at many moments."""

import csv
import json
import random
import time

import pytest
from django.db import connection

from tests.monitor.figures_file import RECORD, write_figures
from tests.monitor.importer.kit import make_catalogue
from tests.monitor.importer.shared_database import COUNTS, SharedDatabase, ended

pytestmark = pytest.mark.scale

INDICATORS, PLACES, YEARS = 20, 50, range(1920, 2020)
MANY = INDICATORS * PLACES * len(YEARS)
# In megabytes.
MOST_MEMORY = 300
MOMENTS = 8
KILLED = 8_000


@pytest.fixture
def database(transactional_db, tmp_path):
    make_catalogue()
    shared = SharedDatabase(tmp_path)
    yield shared
    shared.stop()


def large_file(folder, *, shuffled=False):
    """A hundred thousand figures of twenty indicators: of fifty places, in a hundred years."""
    records = [
        RECORD | {"indicator_code": f"GROOT_{number}", "indicator_name": f"Groot {number}", "period": str(year)}
        | {"breakdown_dimension": "gemeente", "breakdown_value": f"Plaats {place}"}
        | {"value": str(100 + (number * 7 + place * 3 + year * 11) % 400)}
        for number in range(INDICATORS)
        for place in range(PLACES)
        for year in YEARS
    ]  # fmt: skip
    if shuffled:
        random.Random(1).shuffle(records)
    path = folder / f"{'shuffled' if shuffled else 'large'}.csv"
    with path.open("w", newline="") as file:
        writer = csv.DictWriter(file, RECORD)
        writer.writeheader()
        writer.writerows(records)
    return path


def measured(database, path, *options):
    """The last line of what it said, and the memory that it took. How long it wrote is for who reads along."""
    start = time.monotonic()
    status, said = ended(database.start_slowly(path, *options))
    assert status == 0
    found = json.loads(path.with_name(f"{path.name}.json").read_text())
    print(options, round(time.monotonic() - start), "s", found)  # noqa: T201 - the numbers are what it is for
    return said.splitlines()[-1], found["memory"]


def test_import_of_a_hundred_thousand_rows(database, tmp_path):
    ordered, shuffled = large_file(tmp_path), large_file(tmp_path, shuffled=True)
    runs = [
        measured(database, ordered, "--dry-run"),
        measured(database, ordered),
        measured(database, shuffled),
    ]

    assert [said for said, _ in runs] == [
        f"{MANY} nieuw, 0 herzien, 0 ongewijzigd, 0 geweigerd",
        f"{MANY} nieuw, 0 herzien, 0 ongewijzigd, 0 geweigerd",
        f"0 nieuw, 0 herzien, {MANY} ongewijzigd, 0 geweigerd",
    ]
    assert database.ask(COUNTS) == [(MANY, MANY, 1)]
    assert [memory for _, memory in runs if memory > MOST_MEMORY] == []


@pytest.mark.skipif(connection.vendor != "sqlite", reason="each moment asks for a database of its own")
def test_import_that_is_killed_at_any_moment_leaves_all_or_nothing(transactional_db, tmp_path):
    make_catalogue()
    records = [
        {"period": f"{1900 + number // 12 % 120}-{number % 12 + 1:02}", "breakdown_dimension": "gemeente"}
        | {"breakdown_value": f"Plaats {number // 1440}"}
        for number in range(KILLED)
    ]  # fmt: skip
    path = write_figures(tmp_path, *records)
    command = ("manage.py", "import_figures", path, "--create-missing")
    whole = f"{KILLED} nieuw, 0 herzien, 0 ongewijzigd, 0 geweigerd\n"
    found = []
    for moment in range(MOMENTS + 1):
        folder = tmp_path / str(moment)
        folder.mkdir()
        database = SharedDatabase(folder)
        start = time.monotonic()
        process = database.start(*command)
        if moment == 0:
            # The first is left alone, to know how long it takes.
            assert ended(process) == (0, whole)
            lasts = time.monotonic() - start
            continue
        time.sleep(lasts * moment / (MOMENTS + 1))
        process.kill()
        process.communicate()
        [(observations, figures, releases)] = database.ask(COUNTS)
        found.append(observations)
        assert (observations, figures, releases) in [(0, 0, 0), (KILLED, KILLED, 1)]
        status, said = ended(database.start(*command))
        assert (status, said == whole) == (0, observations == 0)
        assert database.ask(COUNTS) == [(KILLED, KILLED, 1)]
    assert 0 in found
