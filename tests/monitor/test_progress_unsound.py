"""When no label can be told: figures that cannot be compared, case by case."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from monitor.progress import Label, Reason
from tests.monitor.progress_points import FOUR, ZERO_IN_2030, found, point, put, since

NONE_OF_THESE = [
    ("nothing", [], "te weinig cijfers"),
    ("the baseline alone", FOUR[:1], "te weinig cijfers"),
    ("only before the baseline", [point(2016, "30"), point(2017, "25")], "te weinig cijfers"),
    ("only another kind of period", [point("2019-H1", "9"), point("2021-12-31", "7")], "te weinig cijfers"),
    ("no newest number", put(FOUR, 3, value=None), "geen getal"),
    ("provisional newest", put(FOUR, 3, provisional=True), "voorlopig"),
    ("no number between", put(FOUR, 1, value=None), "gat"),
    ("a year left out", [FOUR[0], FOUR[1], FOUR[3]], "gat"),
    ("a year left out after the baseline", [point(2017, "25"), FOUR[0], FOUR[2]], "gat"),
    ("break before the newest", put(FOUR, 3, break_before=True), "breuk"),
    ("break just after the baseline", put(FOUR, 1, break_before=True), "breuk"),
    ("new definition", put(FOUR, 2, new_definition=True), "andere definitie"),
    ("break in the half years", [*FOUR, replace(point("2019-H2", "9"), break_before=True)], "breuk"),
    ("two of one year", [*FOUR, replace(FOUR[2], value=Decimal(14))], "twee cijfers over dezelfde periode"),
]  # fmt: skip


@pytest.mark.parametrize(("points", "reason"), [case[1:] for case in NONE_OF_THESE], ids=[c[0] for c in NONE_OF_THESE])
def test_no_label_while_figures_cannot_be_compared(points, reason):
    result = found(points, ZERO_IN_2030, baseline=FOUR[0])

    assert (result.label, result.reason) == (Label.NONE, reason)
    assert (result.share, result.distance, result.first) == (None, None, FOUR[0])


NO_HARM = [
    ("break before the baseline", put(FOUR, 0, break_before=True, new_definition=True)),
    ("gap before the baseline", [point(2015, "30"), *FOUR]),
    ("no number before the baseline", [point(2017, "-"), *FOUR]),
    ("provisional between", put(FOUR, 2, provisional=True)),
    ("two before the baseline", [point(2017, "25"), point(2017, "26"), *FOUR]),
    ("baseline outside the points", FOUR[1:]),
    ("another number for the baseline's year", put(FOUR, 0, value=Decimal(99))),
    ("break in half years after the newest", [*FOUR, replace(point("2022-H1", "1"), break_before=True)]),
    ("other kinds of period", [*FOUR, point("2022-H1", "0"), point("2021/2022", "1"), point("2018-2021", "70")]),
]


@pytest.mark.parametrize("points", [case[1] for case in NO_HARM], ids=[case[0] for case in NO_HARM])
def test_label_stands_when_what_is_compared_is_sound(points):
    result = found(points, ZERO_IN_2030, baseline=FOUR[0])

    assert result == found(FOUR, ZERO_IN_2030)
    assert result.label == Label.ON_THE_WAY


@pytest.mark.parametrize(
    ("changes", "reason"), [({"provisional": True}, Reason.PROVISIONAL), ({"value": None}, Reason.NO_NUMBER)]
)
def test_baseline_must_be_sound_too(changes, reason):
    assert found(put(FOUR, 0, **changes), ZERO_IN_2030).reason == reason


def test_provisional_target_of_the_way_is_not_passed_over_for_an_older_figure():
    points = [*since(2018)[:4], point(2022, "983", provisional=True)]

    result = found(points, ZERO_IN_2030)

    assert (result.label, result.last) == (Label.NONE, points[-1])


@pytest.mark.parametrize(
    ("today", "reason"), [(date(2021, 12, 30), Reason.NOT_OVER), (date(2021, 12, 31), None), (date(2022, 1, 1), None)]
)
def test_period_of_the_newest_figure_must_be_over(today, reason):
    assert found(FOUR, ZERO_IN_2030, today).reason == reason


@pytest.mark.parametrize(
    ("codes", "has_gap"),
    [
        ("2022-H1 2023-H1 2024-H1", False),
        ("2022-H1 2022-H2 2023-H2", True),
        ("2023-Q3 2023-Q4 2024-Q1", False),
        ("2023-Q3 2023-Q4 2024-Q2", True),
        ("2023-11 2023-12 2024-01 2024-02", False),
        ("2023-11 2023-12 2024-02", True),
        ("2021/2022 2022/2023 2023/2024", False),
        ("2021-12-31 2023-01-01 2023-12-31", False),
        ("2021-12-31 2022-12-31 2024-12-31", True),
        ("2023-06-01 2023-06-15 2023-07-01", False),
        ("2024-01-31 2024-02-29 2024-03-31", False),
        ("2012-2014 2015-2017", False),
        ("2018 2023", False),
        ("2022 2023 2025", True),
    ],
)
def test_gap_is_a_step_that_the_series_leaves_out(codes, has_gap):
    points = [point(code, "9") for code in codes.split()]

    assert found(points, ZERO_IN_2030).reason == (Reason.GAP if has_gap else None)


def test_windows_of_other_length_are_not_compared():
    points = [point("2012-2014", "9"), point("2013-2017", "3")]

    assert found(points, ZERO_IN_2030).reason == Reason.TOO_FEW
