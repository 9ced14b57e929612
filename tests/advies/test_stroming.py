from datetime import date

import pytest

from advies.models import News
from advies.stroming import FLOWING_KINDS, Sign, State, Stroming, stroming

DAY = date(2026, 11, 22)
BEFORE, AFTER = date(2026, 11, 21), date(2026, 11, 23)
# Checked on the day itself, unless the test is about checks.
NOW = {"last_check": DAY, "done": False, "day": DAY}


def sign(start=None, end=None, runs_until=None, kind="maatregel", known_on=None):
    return Sign(kind, start, end, runs_until, known_on or end or start or date(2020, 12, 21))


def test_kinds_that_flow_are_kinds_of_news():
    assert set(News.Kind.values) >= FLOWING_KINDS


@pytest.mark.parametrize("kind", ["maatregel", "besluit"])
@pytest.mark.parametrize(
    ("start", "day", "state", "months"),
    [
        (date(2026, 5, 22), date(2026, 5, 22), State.FLOWS, 0),
        (date(2026, 5, 22), date(2026, 11, 21), State.FLOWS, 5),
        (date(2026, 5, 22), date(2026, 11, 22), State.FLOWS, 6),
        (date(2026, 5, 22), date(2026, 11, 23), State.RIPPLES, 6),
        (date(2026, 5, 22), date(2027, 5, 21), State.RIPPLES, 11),
        (date(2026, 5, 22), date(2027, 5, 22), State.RIPPLES, 12),
        (date(2026, 5, 22), date(2027, 5, 23), State.STILL, 12),
        (date(2026, 5, 22), date(2029, 5, 22), State.STILL, 36),
        (date(2026, 8, 31), date(2027, 2, 28), State.FLOWS, 6),
        (date(2026, 8, 31), date(2027, 3, 1), State.RIPPLES, 6),
        (date(2027, 8, 31), date(2028, 2, 29), State.FLOWS, 6),
        (date(2027, 8, 31), date(2028, 3, 1), State.RIPPLES, 6),
        (date(2028, 2, 29), date(2029, 2, 28), State.RIPPLES, 12),
        (date(2028, 2, 29), date(2029, 3, 1), State.STILL, 12),
    ],
)
def test_flow_grows_old_by_the_day(kind, start, day, state, months):
    found = stroming([sign(start, kind=kind)], last_check=day, done=False, day=day)

    assert (found.state, found.months, found.last_flow) == (state, months, start)


@pytest.mark.parametrize(
    ("last_check", "day", "is_recent"),
    [
        (date(2026, 11, 22), date(2026, 11, 22), True),
        (date(2026, 11, 22), date(2027, 2, 21), True),
        (date(2026, 11, 22), date(2027, 2, 22), False),
        (date(2026, 11, 22), date(2027, 2, 23), False),
        (date(2026, 11, 30), date(2027, 2, 27), True),
        (date(2026, 11, 30), date(2027, 2, 28), False),
        (date(2026, 11, 22), date(2030, 1, 1), False),
        (None, date(2026, 11, 22), False),
    ],
)
def test_check_counts_for_three_months_and_then_our_silence_goes_first(last_check, day, is_recent):
    old, none = [sign(date(2021, 2, 8))], []

    states = [stroming(signs, last_check=last_check, done=False, day=day).state for signs in (old, none)]

    assert states == ([State.STILL, State.UNDATED] if is_recent else [State.UNCHECKED, State.UNCHECKED])


def test_check_after_the_day_does_not_count():
    found = stroming([sign(date(2021, 2, 8))], last_check=AFTER, done=False, day=DAY)

    assert (found.state, found.last_check) == (State.UNCHECKED, None)


def test_fresh_flow_that_nobody_checked_is_unchecked():
    assert stroming([sign(BEFORE)], last_check=None, done=False, day=DAY).state == State.UNCHECKED


@pytest.mark.parametrize("last_check", [None, date(2021, 1, 1), DAY])
@pytest.mark.parametrize(
    ("start", "runs_until", "runs"),
    [
        (date(2021, 1, 1), BEFORE, False),
        (date(2021, 1, 1), DAY, True),
        (date(2021, 1, 1), AFTER, True),
        (date(2021, 1, 1), date.max, True),
        (date(2021, 1, 1), None, False),
        (None, BEFORE, False),
        (None, DAY, True),
        (DAY, AFTER, True),
        (AFTER, date(2028, 1, 1), False),
    ],
)
def test_measure_flows_while_it_runs_whatever_the_check(start, runs_until, runs, last_check):
    measure = sign(start, runs_until=runs_until, known_on=date(2021, 1, 1))

    found = stroming([measure], last_check=last_check, done=False, day=DAY)

    assert found.running == (measure if runs else None)
    assert (found.state == State.FLOWS) == runs


@pytest.mark.parametrize("kind", sorted(set(News.Kind.values) - FLOWING_KINDS))
def test_other_news_is_no_flow_even_when_it_runs(kind):
    found = stroming([sign(BEFORE, runs_until=AFTER, kind=kind)], **NOW)

    assert found == Stroming(State.UNDATED, DAY, None, None, DAY, None, BEFORE, undated_flow=False, undated_news=False)


def test_longest_running_measure_is_the_one_named():
    signs = [sign(date(2023, 1, 1), runs_until=date(year, 12, 31)) for year in (2027, 2028, 2026)]

    assert stroming(signs, **NOW).running == signs[1]


@pytest.mark.parametrize("kinds", [("maatregel", "besluit"), ("besluit", "maatregel")])
def test_of_two_that_run_equally_long_always_the_same_is_named(kinds):
    signs = [sign(BEFORE, runs_until=AFTER, kind=kind) for kind in kinds]

    assert stroming(signs, **NOW).running.kind == "maatregel"


@pytest.mark.parametrize(
    ("start", "end", "known_on", "counted_from"),
    [
        (date(2026, 1, 1), None, date(2026, 2, 1), date(2026, 1, 1)),
        (date(2021, 1, 1), date(2021, 12, 31), date(2022, 3, 1), date(2021, 12, 31)),
        (date(2026, 1, 1), date(2026, 12, 31), date(2026, 10, 5), date(2026, 10, 5)),
        (None, date(2026, 4, 30), date(2026, 10, 5), date(2026, 4, 30)),
        (date(2027, 6, 1), None, date(2026, 10, 5), date(2026, 10, 5)),
    ],
)
def test_silence_counts_from_the_end_and_never_from_later_than_we_knew(start, end, known_on, counted_from):
    found = stroming([sign(start, end, known_on=known_on)], **NOW)

    assert (found.last_flow, found.last_news) == (counted_from, counted_from)


@pytest.mark.parametrize(("kind", "is_flow"), [("maatregel", True), ("kritiek", False)])
def test_news_without_a_date_stays_without(kind, is_flow):
    found = stroming([sign(kind=kind)], **NOW)

    assert found == Stroming(State.UNDATED, DAY, None, None, DAY, None, None, is_flow, undated_news=True)


def test_news_counts_from_the_day_on_which_it_was_known():
    signs = [sign(date(2021, 2, 8)), sign(BEFORE, known_on=AFTER), sign(known_on=AFTER)]

    found = stroming(signs, **NOW)

    assert found == stroming(signs[:1], **NOW)
    assert stroming(signs, last_check=DAY, done=False, day=AFTER).last_flow == BEFORE
    assert stroming([sign(BEFORE, known_on=DAY)], **NOW).last_flow == BEFORE


def test_last_flow_and_last_news_are_the_newest_of_their_kind():
    signs = [
        sign(date(2024, 3, 12), kind="onderzoek"),
        sign(date(2021, 2, 8)),
        sign(date(2023, 3, 31), kind="besluit"),
        sign(date(2023, 7, 5), kind="kritiek"),
    ]

    found = stroming(iter(signs), **NOW)

    assert found == Stroming(
        State.STILL, DAY, date(2023, 3, 31), 43, DAY, None, date(2024, 3, 12), undated_flow=False, undated_news=False
    )


@pytest.mark.parametrize("last_check", [None, DAY])
@pytest.mark.parametrize("signs", [[], [sign(date(2021, 1, 1))], [sign(date(2021, 1, 1), runs_until=AFTER)]])
def test_judgement_closes_it_whatever_else_is_known(signs, last_check):
    found = stroming(signs, last_check=last_check, done=True, day=DAY)

    assert found.state == State.DONE


@pytest.mark.parametrize(
    ("start", "state"),
    [(date.max, State.FLOWS), (date(9999, 7, 1), State.FLOWS), (date(9999, 6, 30), State.RIPPLES)],
)
def test_last_day_there_is_does_no_harm(start, state):
    signs = [sign(start), sign(known_on=date.max), sign(date.min, date.min)]

    assert stroming(signs, last_check=date.max, done=False, day=date.max).state == state
    assert stroming(signs, last_check=None, done=False, day=date.min).state == State.UNCHECKED
