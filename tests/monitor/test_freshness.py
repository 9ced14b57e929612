"""The published rule of how fresh a figure is."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from monitor.freshness import Day, Freshness, Ground, Told
from stroomop.lib.dates import add_months
from tests.monitor.fresh_figures import DAY, TODAY, a_check, found, known, yearly

MAY = Day(date(2024, 5, 23), "dag")
TWO = yearly("2023-05-01", "2024-05-23", start=2022)


def expected(line, **kwargs):
    told = found(line, **kwargs)
    return told.expected and (str(told.expected.on), told.expected.precision), told.ground.name, told.overdue


def test_newest_figure_tells_all():
    told = found(TWO, checks=[a_check("2026-10-03")])

    newest = Told(TWO[1].period, True, MAY)
    assert told == Freshness(newest, Day(date(2025, 5, 23), "dag"), Ground.RHYTHM, True, 17, "", told.check)
    assert told.check.checked_on == date(2026, 10, 3)


@pytest.mark.parametrize("kind", ["losse-telling", "norm", "gevoelig"])
def test_nobody_waits_for_what_is_no_series(kind):
    assert found(TWO, kind=kind, expected_on=date(2027, 1, 1)) is None


def test_nobody_waits_where_there_is_no_figure_or_only_a_one_off_count():
    assert found([]) is None
    assert found(yearly("2024-05-23", one_off=True)) is None
    assert found([known("2024:later", "2024-05-23")]) is None


@pytest.mark.parametrize(
    ("line", "day"),
    [
        (yearly("2022-05-01", "2023-05-01", "2024-05-23"), "2025-05-23"),
        # Two figures show a rhythm too, and a rhythm may be of any length.
        ([known("2019:9", "2020-05-01"), known("2021:9", "2022-05-01")], "2024-05-01"),
        ([known("2024-H1:9", "2024-08-31"), known("2024-H2:9", "2025-02-28")], "2025-08-28"),
        ([known("2024-Q3:9", "2024-11-30"), known("2024-Q4:9", "2025-02-28")], "2025-05-28"),
        ([known("2024-05:9", "2024-05-31"), known("2024-06:9", "2024-07-31")], "2024-08-31"),
        ([known("2023/2024:9", "2024-09-01"), known("2024/2025:9", "2025-09-02")], "2026-09-02"),
        ([known("2023-12-31:9", "2024-02-01"), known("2025-01-01:9", "2025-02-01")], "2026-02-01"),
        ([known("2023-06-30:9", "2023-09-01"), known("2023-12-31:9", "2024-03-01")], "2024-09-01"),
        ([known("2010-2012:9", "2013-05-01"), known("2011-2013:9", "2014-05-01")], "2015-05-01"),
        # What was before the last three does not matter.
        (yearly("2011-05-01", start=2010) + yearly("2022-05-01", "2023-05-01", "2024-05-23"), "2025-05-23"),
    ],
)
def test_next_is_expected_after_the_time_between_the_last_two(line, day):
    told, ground, _ = expected(line)

    assert (told[0], ground) == (day, "RHYTHM")


@pytest.mark.parametrize(
    "line",
    [
        yearly("2024-05-23"),
        yearly("2023-05-01", "2024-05-23", precision=""),
        # A gap, other lengths, twice the same end, no time at all.
        [*yearly("2020-05-01", "2021-05-01"), known("2023:9", "2024-05-01")],
        [known("2018-01/2018-06:9", "2018-09-01"), known("2018-07/2019-06:9", "2019-09-01")],
        [known("2023-12-31:9", "2024-02-01"), known("2024-01-01:9", "2024-02-01")],
        [known("onbekend:9", "2024-02-01"), known("2023:9", "2024-02-01")],
        # The end of the source is not known: then the day of the figure is the one on which it was read.
        [*yearly("2023-05-01"), known("2021:9", "2026-11-22", precision="maand", source=("2024-05-01", None))],
    ],
)
def test_next_is_unknown_without_a_rhythm_or_a_date(line):
    assert expected(line) == (None, "UNKNOWN", 0)


@pytest.mark.parametrize(
    ("named", "day", "told"),
    [
        ("2027-05-01", "2026-11-22", ("2027-05-01", "SOURCE")),
        ("2025-01-01", "2026-11-22", ("2025-01-01", "SOURCE")),
        # It named the newest figure.
        ("2024-05-23", "2026-11-22", ("2025-05-23", "RHYTHM")),
        # Of another day than today nobody kept what was named.
        ("2027-05-01", "2026-11-21", ("2025-05-23", "RHYTHM")),
    ],
)
def test_day_that_the_source_names_goes_first(named, day, told):
    note = {"expected_on": DAY(named), "expected_note": "Wie"}
    freshness = found(TWO, day=DAY(day), **note)

    assert (str(freshness.expected.on), freshness.ground.name) == told
    assert freshness.named_by == ("Wie" if told[1] == "SOURCE" else "")


def test_day_that_a_source_names_holds_for_a_single_figure_without_a_date_too():
    line = yearly("2026-01-01", precision="")

    assert expected(line, expected_on=date(2026, 2, 1)) == (("2026-02-01", "dag"), "SOURCE", 9)


@pytest.mark.parametrize(
    ("precision", "days", "told"),
    [
        ("maand", ("2024-05-01", "2024-05-31"), ("2025-05-31", "maand")),
        ("seizoen", ("2024-03-01", "2024-05-31"), ("2025-05-31", "seizoen")),
        ("jaar", ("2024-01-01", "2024-12-31"), ("2025-12-31", "jaar")),
        ("jaar", (None, "2024-12-31"), ("2025-12-31", "jaar")),
    ],
)
def test_imprecise_day_is_the_last_that_it_can_be(precision, days, told):
    line = [*yearly("2023-05-01"), known("2021:9", days[1], precision=precision, source=days)]

    freshness = found(line)

    assert (str(freshness.expected.on), freshness.expected.precision) == told
    assert freshness.newest.known == Day(DAY(days[1]), precision)


@pytest.mark.parametrize("day", ["2023-12-31", "2025-01-01"])
def test_day_outside_those_of_its_source_is_exact(day):
    line = [known("2021:9", day, precision="jaar", source=("2024-01-01", "2024-12-31"))]

    assert found(line).newest.known == Day(DAY(day), "dag")


@pytest.mark.parametrize(
    ("earlier", "since", "revised"),
    [
        ([], "2024-08-01", None),
        # The same number from somebody else, another number, a number in place of a reason.
        ([known("2023:9", "2024-05-23", until="2024-08-01")], "2024-05-23", None),
        ([known("2023:8", "2024-05-23", until="2024-08-01")], "2024-05-23", "2024-08-01"),
        ([known("2023:-", "2024-05-23", until="2024-08-01")], "2024-05-23", "2024-08-01"),
        # The last change counts, and what held for no day, was only mentioned or not yet known is no figure.
        (
            [known("2023:7", "2024-05-23", until="2024-06-01"), known("2023:9", "2024-06-01", until="2024-08-01")],
            "2024-05-23",
            "2024-06-01",
        ),
        ([known("2023:8", "2024-05-23", until="2024-05-23")], "2024-08-01", None),
        ([known("2023:8", "2024-05-23", mention_only=True)], "2024-08-01", None),
        ([known("2023:later", "2024-05-23", until="2024-08-01")], "2024-08-01", None),
        # Of another period.
        ([known("2023-H1:8", "2024-05-23", until="2024-08-01")], "2024-08-01", None),
    ],
)
def test_figure_is_known_since_its_first_version_and_revised_by_another_number(earlier, since, revised):
    newest = found([known("2023:9", "2024-08-01")], earlier).newest

    assert (str(newest.known.on), newest.revised and str(newest.revised.on)) == (since, revised)


def test_revision_of_a_source_without_a_date_has_none():
    earlier = [known("2023:8", "2024-05-23", until="2026-11-22")]

    assert found([known("2023:9", "2026-11-22", precision="")], earlier).newest.revised is None


@pytest.mark.parametrize(("words", "has_number"), [("2024:9", True), ("2024:-", False), ("2024:niet", False)])
def test_newest_may_be_a_reason(words, has_number):
    newest = found([*TWO, known(words, "2025-05-01")]).newest

    assert (newest.period.code, newest.has_number) == ("2024", has_number)


def test_period_that_is_not_yet_known_is_not_the_newest():
    assert found([*TWO, known("2024:later", "2025-05-01")]).newest.period.code == "2023"


@pytest.mark.parametrize(
    ("days", "day", "told"),
    [
        ([], "2026-11-22", None),
        (["2025-01-01", "2026-01-01", "2025-06-01"], "2026-11-22", "2026-01-01"),
        (["2025-01-01", "2026-01-01"], "2025-12-31", "2025-01-01"),
        (["2024-05-23"], "2026-11-22", "2024-05-23"),
        # Before the newest figure was known.
        (["2024-05-22"], "2026-11-22", None),
    ],
)
def test_last_check_counts_from_the_newest_figure_to_the_day(days, day, told):
    check = found(TWO, checks=[a_check(one) for one in days], day=DAY(day)).check

    assert (check and str(check.checked_on)) == told


@pytest.mark.parametrize(
    ("day", "overdue", "is_past"),
    [
        ("2024-05-23", 0, False),
        ("2025-05-23", 0, False),
        ("2025-05-24", 0, True),
        ("2025-06-22", 0, True),
        ("2025-06-23", 1, True),
        ("2026-05-22", 11, True),
        ("2026-05-23", 12, True),
    ],
)
def test_overdue_are_the_whole_months_since(day, overdue, is_past):
    told = found(TWO, day=DAY(day))

    assert (told.overdue, told.is_past) == (overdue, is_past)


DAYS = st.dates(date(1990, 1, 1), TODAY)


@given(st.lists(DAYS, min_size=1, max_size=5).map(sorted), DAYS, st.sampled_from(["dag", "maand", "jaar", ""]))
def test_nothing_is_overdue_before_its_day_and_never_less_than_nothing(days, day, precision):
    told = found(yearly(*map(str, days), precision=precision), day=day)

    assert told.overdue >= 0
    assert told.is_past == (told.expected is not None and told.expected.on < day)
    if told.expected is None:
        assert told.overdue == 0
    else:
        assert told.overdue == 0 or add_months(told.expected.on, told.overdue) <= day


@given(st.lists(DAYS, min_size=2, max_size=5).map(sorted), DAYS.map(lambda day: day - timedelta(days=1)))
def test_overdue_never_falls_while_days_pass(days, day):
    line = yearly(*map(str, days))

    assert found(line, day=day).overdue <= found(line, day=day + timedelta(days=1)).overdue
