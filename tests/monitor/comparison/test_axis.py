from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from monitor.comparison.axis import Counted, has_stops, keep_rhythm, on_one_axis
from tests.monitor.sentences.figures import figures


def drawn(*lines, days=()):
    """Each line as words: the period, its value or a dash, and a bar before what is counted in another way."""
    counted = [Counted(figures(words), [date.fromisoformat(day) for day in days]) for words in lines]
    return [
        " ".join(f"{'|' * point.broken}{point.label}:{'-' if point.value is None else point.value}" for point in line)
        for line in on_one_axis(counted)
    ]


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (["2021:1 2022:2", "2021:3 2022:4"], ["2021:1 2022:2", "2021:3 2022:4"]),
        (["2021:1 2022:2", "2022:3 2023:4"], ["2021:1 2022:2 2023:-", "2021:- 2022:3 2023:4"]),
        # A step that neither has is a gap in both.
        (["2020:1 2021:2", "2023:3"], ["2020:1 2021:2 2022:- 2023:-", "2020:- 2021:- 2022:- 2023:3"]),
        (["2020:1", "2022:2"], ["2020:1 2022:-", "2020:- 2022:2"]),
        ([""], [""]),
        (["2021:1 2022:-", "2022:5"], ["2021:1 2022:-", "2021:- 2022:5"]),
    ],
)
def test_lines_have_the_periods_of_all(lines, expected):
    assert drawn(*lines) == expected


def test_days_without_a_name_between_are_gaps():
    assert drawn("2023-01-01:1 2024-01-01:2", "2023-07-01:3") == [
        "1 januari 2023:1 1 juli 2023:- 1 januari 2024:2",
        "1 januari 2023:- 1 juli 2023:3 1 januari 2024:-",
    ]


def test_break_cuts_every_line_at_the_same_place():
    """Also where a line has no figure there."""
    assert drawn("2020:1 2021:2 2022:3", "2020:1 2022:3", days=["2021-01-01"]) == [
        "2020:1 |2021:2 2022:3",
        "2020:1 |2021:- 2022:3",
    ]


def test_points_keep_what_stands_beside_the_number():
    [line] = on_one_axis([Counted(figures("2021:1* 2022:niet"), [])])

    assert [(one.provisional, one.reason) for one in line] == [(True, ""), (False, "niet gemeten")]


@pytest.mark.parametrize(
    ("lines", "days", "expected"),
    [
        (["2021:1 2022:2"], [], False),
        (["2021:1 2022:2", "2021:1"], [], True),
        (["2021:1 2022:2"], ["2022-01-01"], True),
    ],
)
def test_line_stops_at_a_gap_or_a_break(lines, days, expected):
    counted = [Counted(figures(words), [date.fromisoformat(day) for day in days]) for words in lines]

    assert has_stops(on_one_axis(counted)) == expected


def kept(own, other, days=()):
    """As ``drawn``, of the first line alone; ~ for a period that it passes by."""
    lines = [Counted(figures(words), [date.fromisoformat(day) for day in days]) for words in (own, other)]
    points = keep_rhythm(lines[0].figures, on_one_axis(lines)[0])
    return " ".join(
        f"{'|' * one.broken}{one.label}:{'~' if one.passed else '-' if one.value is None else one.value}"
        for one in points
    )


@pytest.mark.parametrize(
    ("own", "other", "days", "expected"),
    [
        ("2020:1 2021:2", "2020:9 2021:9", [], "2020:1 2021:2"),
        # Every other year is a rhythm of its own; before and after it there is nothing to pass.
        ("2020:1 2022:2 2024:3", "2019:9 2020:9 2021:9 2022:9 2023:9 2024:9 2025:9", [],
         "2019:- 2020:1 2021:~ 2022:2 2023:~ 2024:3 2025:-"),
        ("2020:1 2021:2 2023:3", "2022:9", [], "2020:1 2021:2 2022:- 2023:3"),
        ("2020:1 2022:niet 2024:3", "2021:9 2023:9", [], "2020:1 2021:~ 2022:- 2023:~ 2024:3"),
        # A break on the way is one before the next figure.
        ("2020:1 2022:2", "2021:9", ["2021-01-01"], "2020:1 2021:~ |2022:2"),
        ("2020:1 2022:2", "2021:9", ["2022-01-01"], "2020:1 2021:~ |2022:2"),
        ("", "2021:9", [], "2021:-"),
    ],
)  # fmt: skip
def test_line_goes_on_across_the_periods_of_another(own, other, days, expected):
    assert kept(own, other, days) == expected


YEARS = st.lists(st.sets(st.integers(2000, 2030), min_size=1, max_size=5), min_size=1, max_size=6)


@given(YEARS)
def test_lines_of_any_years_lose_no_figure_and_share_their_periods(lines):
    counted = [Counted(figures(" ".join(f"{year}:{year}" for year in sorted(line))), []) for line in lines]

    drawn = on_one_axis(counted)

    assert [{point.value for point in line if point.value is not None} for line in drawn] == [
        {Decimal(year) for year in line} for line in lines
    ]
    assert len({tuple(point.label for point in line) for line in drawn}) == 1
    assert [point for line in drawn for point in line if point.value not in (None, Decimal(point.label))] == []
