"""The rules of the read model, without a database."""

from dataclasses import replace
from decimal import Decimal

import pytest

from monitor.disclosure import Rule
from monitor.disclosure_siblings import Cell
from monitor.read_model import hidden_cells, read_model
from tests.monitor.ledger_rows import (
    EXCEPTION,
    FIRST_HALF,
    FREE,
    JANUARY,
    JUNE,
    LAND,
    LAYOUT,
    MARCH,
    NO_MARKS,
    NORTH,
    SECOND_HALF,
    SHARE,
    SOUTH,
    WEST,
    YEAR,
    said,
    share,
    year,
)
from tests.monitor.made_up_periods import times


def closed(rows, layout=LAYOUT):
    """The series that are hidden in the year, and those in a half of it."""
    found = hidden_cells(rows, layout)
    return {one for one, period in found if period == YEAR}, {cell for cell in found if cell.period != YEAR}


def at(release, known_on=JANUARY, **kwargs):
    return said(LAND, "10", release=release, known_on=known_on, **kwargs)


PLAIN = year("100", "30", "30", "40")


@pytest.mark.parametrize(
    ("rows", "layout", "expected"),
    [
        (PLAIN, LAYOUT, set()),
        (year("74", "4", "30", "40"), LAYOUT, {NORTH, SOUTH}),
        (year("74", "4", "30", "40"), FREE, set()),
        (year("74", "4", "30", "40"), EXCEPTION, set()),
        # What the source kept to itself would follow from the total and the rest.
        (year("100", None, "30", "40"), LAYOUT, {NORTH, SOUTH, WEST}),
        (year("100", None, "30", "40"), EXCEPTION, set()),
        # A negative number is no number of people.
        (year("60", "-10", "30", "40"), LAYOUT, {NORTH, SOUTH, WEST}),
        (year("60", "-10", "30", "40"), FREE, set()),
        (year("-60", "-4", "3", "2"), SHARE, set()),
        # Small in any version: a mention, one that was taken back, one that was revised.
        ([said(NORTH, "4", release=2, mention_only=True), *PLAIN], LAYOUT, {NORTH, WEST}),
        ([said(NORTH, "4", release=2, withdrawn_on=MARCH), *PLAIN], LAYOUT, {NORTH, WEST}),
        ([said(NORTH, "4", release=2, rank=-1), *PLAIN], LAYOUT, {NORTH, WEST}),
    ],
)
def test_hidden_cells_are_the_small_with_what_would_tell_them(rows, layout, expected):
    assert closed(rows, layout) == (expected, set())


@pytest.mark.parametrize(
    ("shares", "expected"),
    [
        # Who is in it, who is not, and of how many.
        ([(10, 100), (20, 110), (30, 120)], set()),
        ([(3, 100), (20, 110), (30, 130)], {NORTH, SOUTH}),
        ([(97, 100), (120, 210), (130, 230)], {NORTH, SOUTH}),
        ([(2, 4), (20, 100), (30, 120)], {NORTH, SOUTH}),
        ([(0, 100), (20, 110), (30, 120)], set()),
    ],
)
def test_share_hides_by_the_people_that_it_is_made_of(shares, expected):
    rows = [share(one, *numbers) for one, numbers in zip((NORTH, SOUTH, WEST), shares, strict=True)]
    total = [sum(numbers) for numbers in zip(*shares, strict=True)]

    assert closed([share(LAND, *total), *rows], SHARE) == (expected, set())


def test_share_without_the_people_it_is_made_of_is_no_number_of_people():
    assert closed(year("4", "3", "2", "1"), SHARE) == (set(), set())


def test_hidden_half_hides_the_other_and_a_part_beside_it():
    rows = [*year("100", "30", "30", "40"), *year("50", "4", "21", "25", period=FIRST_HALF)]
    rows += year("50", "26", "9", "15", period=SECOND_HALF)

    whole, halves = closed(rows)

    assert whole == set()
    assert {Cell(NORTH, FIRST_HALF), Cell(NORTH, SECOND_HALF)} < halves
    assert {period for _, period in halves} == {FIRST_HALF, SECOND_HALF}
    assert len({one for one, _ in halves}) == 2


def test_period_that_this_indicator_does_not_tell_of_joins_nothing():
    """The years are parts of a stretch that another indicator tells of."""
    periods = tuple(times("2022 2023 2020-2023 2022/2023 2022-Q4 2023-Q1"))
    rows = [*year("100", "30", "30", "40", period=1), *year("74", "4", "30", "40", period=2)]

    found = hidden_cells(rows, replace(LAYOUT, periods=periods))

    assert {period for _, period in found} == {2}


def test_line_of_a_breakdown_that_is_the_total_counts_as_the_total():
    line = 5
    layout = replace(LAYOUT, totals=frozenset([LAND, line]))
    tiny = [said(line, "8"), said(NORTH, "4"), said(SOUTH, "4"), said(WEST, "0")]

    assert closed(tiny, layout) == ({line, NORTH, SOUTH, WEST}, set())
    assert closed([said(LAND, "8"), *tiny], layout) == ({LAND, line, NORTH, SOUTH, WEST}, set())
    # By their own figures two are ten, and by the total and the third eight: too few to choose from.
    apart = [said(NORTH, "2"), said(SOUTH, "8"), said(WEST, "50")]
    assert closed(apart, layout) == ({NORTH, SOUTH}, set())
    assert closed([said(line, "58"), *apart], layout) == ({NORTH, WEST}, set())


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        # In the order of rank, then of the day it was known, then of the release.
        ([at(2, MARCH), at(1)], [(1, MARCH), (2, None)]),
        ([at(2), at(1)], [(1, JANUARY), (2, None)]),
        ([at(1, rank=2), at(2, MARCH, rank=1)], [(2, MARCH), (1, None)]),
        # The first that may replace it ends it.
        ([at(1), at(2, JUNE, rank=1), at(3, MARCH, rank=2)], [(1, MARCH), (2, JUNE), (3, None)]),
        # A mention replaces nothing, and is never replaced.
        ([at(1), at(2, rank=9, mention_only=True)], [(1, None), (2, None)]),
        # Taken back: what was before holds on.
        ([at(1), at(2, MARCH, withdrawn_on=JUNE)], [(1, None), (2, JUNE)]),
        ([at(1), at(2, JUNE, withdrawn_on=MARCH)], [(1, None), (2, JUNE)]),
        ([at(1), at(2, withdrawn_on=JUNE, keeps_secret=True)], [(1, None), (2, JUNE)]),
        ([at(1, withdrawn_on=JUNE), at(2, MARCH), at(3, JUNE)], [(1, JUNE), (2, JUNE), (3, None)]),
    ],
)
def test_figure_holds_until_another_takes_its_place(rows, expected):
    found = read_model(rows, frozenset(), LAYOUT)

    assert [(one.release_id, one.valid_to) for one in found] == expected


def test_hidden_figure_keeps_its_release_and_marks_and_nothing_of_what_it_says():
    row = share(NORTH, 3, 10, note="Drie.", status="voorlopig", **NO_MARKS | {"approximate": True, "one_off": True})

    [shown] = read_model([row], {row.cell}, SHARE)

    assert shown._asdict() == NO_MARKS | {
        "series_id": NORTH, "period_id": YEAR, "release_id": 1, "state": "niet-getoond", "value": None,
        "numerator": None, "denominator": None, "status": "voorlopig", "approximate": True, "one_off": True,
        "note": "", "covered": None, "covered_of": None, "valid_from": JANUARY, "valid_to": None, "withdrawn_on": None,
    }  # fmt: skip


def test_number_that_was_taken_back_and_stays_secret_is_not_repeated():
    rows = [at(1, withdrawn_on=JUNE, note="Tien."), at(2, withdrawn_on=JUNE, keeps_secret=True, note="Tien.")]

    told = [(one.value, one.note, one.withdrawn_on) for one in read_model(rows, frozenset(), LAYOUT)]

    assert told == [(Decimal(10), "Tien.", JUNE), (None, "", JUNE)]


@pytest.mark.parametrize("state", ["te-onzeker", "nog-niet-bekend", "niet-van-toepassing"])
def test_hidden_cell_still_tells_why_its_source_gave_no_number(state):
    row = said(NORTH, None, state=state, note="Te onzeker.")

    [shown] = read_model([row], {row.cell}, LAYOUT)

    assert (shown.state, shown.note) == (state, "")


@pytest.mark.parametrize(
    ("layout", "rule", "value", "people", "note"),
    [
        (LAYOUT, Rule(5), Decimal("12.0"), (6, 48), "Twaalf."),
        (LAYOUT, Rule(5, 5), Decimal(10), (None, None), ""),
        (LAYOUT, Rule(5, 5, exception=True), Decimal("12.0"), (6, 48), "Twaalf."),
        # The share itself is no number of people; those that it is made of are.
        (SHARE, Rule(5, 5), Decimal("12.0"), (None, None), ""),
        (SHARE, Rule(5), Decimal("12.0"), (6, 48), "Twaalf."),
    ],
)
def test_rounding_takes_away_the_note_and_the_numbers_that_would_undo_it(layout, rule, value, people, note):
    row = share(LAND, 6, 48, value="12.0", note="Twaalf.")

    [shown] = read_model([row], frozenset(), replace(layout, rule=rule))

    assert (shown.value, (shown.numerator, shown.denominator), shown.note) == (value, people, note)
    assert str(shown.value) == str(value)
