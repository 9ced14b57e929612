"""The rule case by case, with the real placements: final figures of 2013 to 2023, and zero in 2030."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest

from monitor.models import PublicFigure
from monitor.models.public import Status
from monitor.progress import Kind, Label, Progress, Reason, Target, progress
from tests.monitor.progress_points import FOUR, PLACED, TODAY, ZERO_IN_2030, found, line, point, since


def test_placements_are_on_the_way_to_zero():
    result = found(since(2018), ZERO_IN_2030)

    assert result == Progress(
        Label.ON_THE_WAY,
        point(2018, "1720"),
        point(2023, "891"),
        ZERO_IN_2030,
        TODAY,
        share=Fraction(829, 1720),
        distance=Decimal(891),
    )


@pytest.mark.parametrize(
    ("first", "last", "label", "share"),
    [
        (2018, 2019, "op weg", Fraction(13, 1720)),
        (2018, 2022, "op weg", Fraction(731, 1720)),
        (2014, 2016, "verder weg", Fraction(-112, 1712)),
        (2014, 2017, "verder weg", Fraction(-212, 1712)),
        (2013, 2016, "verder weg", Fraction(-6, 1818)),
    ],
)
def test_placements_by_other_years_than_the_newest(first, last, label, share):
    points = [point(year, PLACED[year]) for year in range(first, last + 1)]

    result = found(points, ZERO_IN_2030)

    assert (result.label, result.share, result.distance) == (label, share, Decimal(PLACED[last]))


CASES = [
    # Falling.
    ("20 10", "hoogstens 10 in 2030", "bereikt", 1, "0"),
    ("20 9", "hoogstens 10 in 2030", "bereikt", 1, "0"),
    ("20 11", "hoogstens 10 in 2030", "op weg", Fraction(9, 10), "1"),
    ("20 20.0", "hoogstens 10 in 2030", "even ver weg", 0, "10.0"),
    ("20 21", "hoogstens 10 in 2030", "verder weg", Fraction(-1, 10), "11"),
    ("8 9", "hoogstens 10 in 2030", "bereikt", None, "0"),
    ("10 11", "hoogstens 10 in 2030", "verder weg", None, "1"),
    # Rising.
    ("40 80", "minstens 80 in 2030", "bereikt", 1, "0"),
    ("40 81", "minstens 80 in 2030", "bereikt", 1, "0"),
    ("40 79.5", "minstens 80 in 2030", "op weg", Fraction(79, 80), "0.5"),
    ("40 40", "minstens 80 in 2030", "even ver weg", 0, "40"),
    ("40 39", "minstens 80 in 2030", "verder weg", Fraction(-1, 40), "41"),
    ("90 79", "minstens 80 in 2030", "verder weg", None, "1"),
    # Met or passed, from either side.
    ("20 10", "bereiken 10 in 2030", "bereikt", 1, "0"),
    ("20 9", "bereiken 10 in 2030", "bereikt", 1, "0"),
    ("20 12", "bereiken 10 in 2030", "op weg", Fraction(4, 5), "2"),
    ("40 81", "bereiken 80 in 2030", "bereikt", 1, "0"),
    ("40 60", "bereiken 80 in 2030", "op weg", Fraction(1, 2), "20"),
    # Zero at either end.
    ("3 0", "bereiken 0 in 2030", "bereikt", 1, "0"),
    ("0 0", "bereiken 0 in 2030", "bereikt", None, "0"),
    ("0 3", "bereiken 0 in 2030", "verder weg", None, "3"),
    ("0 -3", "bereiken 0 in 2030", "verder weg", None, "3"),
    ("0 3", "bereiken 4 in 2030", "op weg", Fraction(3, 4), "1"),
    ("0 0", "minstens 4 in 2030", "even ver weg", 0, "4"),
    ("-4 -1", "bereiken 0 in 2030", "op weg", Fraction(3, 4), "1"),
    # Stay there.
    ("7 7.0", "bereiken 7", "bereikt", None, "0"),
    ("7 8", "bereiken 7", "verder weg", None, "1"),
    ("7 6", "bereiken 7", "verder weg", None, "1"),
    ("7 9 7", "bereiken 7", "bereikt", None, "0"),
    # Between.
    ("20 10", "tussen 5 en 10 in 2030", "bereikt", 1, "0"),
    ("20 5", "tussen 5 en 10 in 2030", "bereikt", 1, "0"),
    ("20 7", "tussen 5 en 10 in 2030", "bereikt", 1, "0"),
    ("20 4", "tussen 5 en 10 in 2030", "op weg", Fraction(9, 10), "1"),
    ("2 4", "tussen 5 en 10 in 2030", "op weg", Fraction(2, 3), "1"),
    ("12 3", "tussen 5 en 10 in 2030", "even ver weg", 0, "2"),
    ("12 13", "tussen 5 en 10 in 2030", "verder weg", Fraction(-1, 2), "3"),
    ("7 4", "tussen 5 en 10 in 2030", "verder weg", None, "1"),
    ("7 11", "tussen 5 en 10 in 2030", "verder weg", None, "1"),
    ("1 0", "tussen 0 en 0 in 2030", "bereikt", 1, "0"),
    ("-3 1", "tussen -2 en 0 in 2030", "even ver weg", 0, "1"),
    # What lies between baseline and newest figure does not count before the date.
    ("20 5 12", "hoogstens 10 in 2030", "op weg", Fraction(4, 5), "2"),
    ("20 90 20", "hoogstens 10 in 2030", "even ver weg", 0, "10"),
]


@pytest.mark.parametrize(("values", "goal", "label", "share", "distance"), CASES)
def test_label_follows_from_the_distances(values, goal, label, share, distance):
    result = found(line(values), goal)

    assert (result.label, result.share, str(result.distance), result.reason) == (label, share, distance, None)


@pytest.mark.parametrize(
    ("values", "today", "label"),
    [
        ("20 15 12", date(2020, 12, 31), "op weg"),
        ("20 15 12", date(2021, 1, 1), "niet op tijd bereikt"),
        ("20 15 20", date(2021, 1, 1), "niet op tijd bereikt"),
        ("20 15 25", date(2021, 1, 1), "niet op tijd bereikt"),
        ("20 15 10", date(2021, 1, 1), "bereikt"),
        ("20 15 12 9", date(2022, 1, 1), "bereikt"),
        ("20 15 12 11", date(2022, 1, 1), "niet op tijd bereikt"),
        ("20 15 10 11", date(2022, 1, 1), "niet meer bereikt"),
        ("20 9 12 11", date(2022, 1, 1), "niet meer bereikt"),
        # The baseline itself is where it began: it was never reached since.
        ("9 11 12 12", date(2022, 1, 1), "niet op tijd bereikt"),
        ("9 9 12 12", date(2022, 1, 1), "niet meer bereikt"),
        # Reached before its date.
        ("20 10", date(2030, 1, 1), "bereikt"),
    ],
)
def test_after_its_date_a_target_is_reached_or_not(values, today, label):
    assert found(line(values), "hoogstens 10 in 2020", today).label == label


def test_share_and_distance_stay_after_the_date():
    result = found(line("20 15 12"), "hoogstens 10 in 2020")

    assert (result.label, result.share, result.distance) == (Label.TOO_LATE, Fraction(4, 5), Decimal(2))


def test_figure_that_was_provisional_does_not_count_as_reached():
    points = line("20 15 10 11")
    points[2] = replace(points[2], provisional=True)

    assert found(points, "hoogstens 10 in 2020").label == Label.TOO_LATE


@pytest.mark.parametrize(("goal", "is_known"), [("2021", False), ("2020", True), ("2020-12-31", True)])
def test_date_is_past_but_no_figure_reaches_up_to_it(goal, is_known):
    result = found(line("20 15 12"), f"hoogstens 10 in {goal}")

    assert (result.label, result.reason) == ((Label.TOO_LATE, None) if is_known else (Label.NONE, Reason.NOT_YET))


def test_target_without_a_date_is_never_too_late():
    assert found(line("20 15 12"), "hoogstens 10", date.max).label == Label.ON_THE_WAY


def test_no_target_no_baseline():
    points = line("20 15")

    without = [progress(points, None, points[0], TODAY), progress(points, ZERO_IN_2030, None, TODAY)]

    assert without == [
        Progress(Label.NONE, points[0], None, None, TODAY, reason=Reason.NO_TARGET),
        Progress(Label.NONE, None, None, ZERO_IN_2030, TODAY, reason=Reason.NO_BASELINE),
    ]
    assert progress(points, None, None, TODAY).reason == Reason.NO_TARGET


@pytest.mark.parametrize("changes", [{"value": Decimal(3)}, {"value": None}, {"provisional": True}])
def test_of_two_newest_figures_always_the_same_is_found(changes):
    points = [*FOUR, replace(FOUR[3], **changes)]

    assert found(points, ZERO_IN_2030) == found([*points[:3], *reversed(points[3:])], ZERO_IN_2030)


@pytest.mark.parametrize("status", Status)
def test_status_of_a_public_figure_decides(status):
    provisional = PublicFigure(status=status).is_provisional

    result = found(line("1720 1707", provisional=provisional), ZERO_IN_2030)

    assert (result.label == Label.NONE) == (status in ("voorlopig", "voorlopig-bijgesteld"))


@pytest.mark.parametrize(
    ("kind", "value", "upper"),
    [("tussen", "5", None), ("tussen", "5", "4"), ("hoogstens", "5", "6"), ("bereiken", "0", "0")],
)
def test_target_that_is_none_is_refused(kind, value, upper):
    with pytest.raises(ValueError, match="upper bound"):
        Target(Kind(kind), Decimal(value), upper and Decimal(upper))
