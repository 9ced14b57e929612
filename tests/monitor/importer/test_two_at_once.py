"""Two imports at the same moment, and one that is cut off: all of a file, or nothing of it."""

import pytest

from tests.monitor.figures_file import write_figures
from tests.monitor.importer.kit import make_catalogue
from tests.monitor.importer.shared_database import COUNTS, HELD, SharedDatabase, ended, go_on, wait_for

YEARS = range(1900, 2020)
ALL = len(YEARS)


@pytest.fixture
def database(transactional_db, tmp_path):
    make_catalogue()
    shared = SharedDatabase(tmp_path)
    yield shared
    shared.stop()


def a_file(folder, value, name):
    return write_figures(folder, *({"period": str(year), "value": value} for year in YEARS), name=name)


def both(database, *paths):
    """Each has checked its file before one of them writes."""
    imports = [database.start_slowly(path, "checked") for path in paths]
    for one in imports:
        wait_for(one, "checked")
    for one in imports:
        go_on(one)
    return sorted(ended(one) for one in imports)


def test_same_file_twice_at_once_is_brought_in_once(database, tmp_path):
    path = a_file(tmp_path, "10", "one.csv")

    assert both(database, path, path) == [
        (0, f"0 nieuw, 0 herzien, {ALL} ongewijzigd, 0 geweigerd\n"),
        (0, f"{ALL} nieuw, 0 herzien, 0 ongewijzigd, 0 geweigerd\n"),
    ]
    assert (database.ask(COUNTS), database.ask(HELD)) == ([(ALL, ALL, 1)], [("10",)])


def test_two_files_for_the_same_cells_at_once_are_both_complete(database, tmp_path):
    paths = [a_file(tmp_path, "10", "one.csv"), a_file(tmp_path, "20", "two.csv")]

    assert both(database, *paths) == [
        (0, f"0 nieuw, {ALL} herzien, 0 ongewijzigd, 0 geweigerd\n"),
        (0, f"{ALL} nieuw, 0 herzien, 0 ongewijzigd, 0 geweigerd\n"),
    ]
    assert database.ask(COUNTS) == [(2 * ALL, 2 * ALL, 2)]
    [(last,)] = database.ask(HELD)
    assert last in ("10", "20")


@pytest.mark.parametrize("point", ["checked", "inserted", "published", "written"])
def test_import_that_is_killed_leaves_all_or_nothing(database, tmp_path, point):
    path = a_file(tmp_path, "10", "one.csv")
    cut_off = database.start_slowly(path, point)
    wait_for(cut_off, point)

    cut_off.kill()
    cut_off.communicate()

    is_there = point == "written"
    assert database.ask(COUNTS) == [(ALL, ALL, 1) if is_there else (0, 0, 0)]
    again = f"0 nieuw, 0 herzien, {ALL}" if is_there else f"{ALL} nieuw, 0 herzien, 0"
    assert ended(database.start("manage.py", "import_figures", path)) == (0, f"{again} ongewijzigd, 0 geweigerd\n")
    assert database.ask(COUNTS) == [(ALL, ALL, 1)]
