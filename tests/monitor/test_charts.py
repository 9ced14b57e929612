import re
from decimal import Decimal
from itertools import combinations, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from monitor.charts import LineChart, Point, Target, line_chart, px, ticks
from monitor.charts.labels import Spot, lay_out
from monitor.charts.marks import Stroke
from tests.monitor.series import series

values = st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**7), max_value=10**7, places=2)
labels = st.sampled_from(["2013", "1e helft 2024"])
any_points = st.lists(st.builds(Point, label=labels, value=st.none() | values, provisional=st.booleans()))
targets = st.none() | st.builds(Target, label=st.just("Streefwaarde 2026:"), value=values)


def test_chart_of_three_years_is_all_strings_in_place():
    points = [*series("1818 1924", 2013), Point("2015", Decimal(891), True)]

    chart = line_chart(points, unit="plaatsingen", target=Target("Streefwaarde 2026:", Decimal(500)))

    assert chart == LineChart(
        gutter="g5",
        y_ticks=[
            ("0", "272", True),
            ("500", "210", False),
            ("1.000", "148", False),
            ("1.500", "86", False),
            ("2.000", "24", False),
        ],
        x_ticks=[("2013", "0", "middle", False), ("2014", "50", "middle", False), ("2015", "100", "middle", False)],
        strokes=[
            Stroke((Spot(0, pytest.approx(46.568)), Spot(50, pytest.approx(33.424))), dashed=False),
            Stroke((Spot(50, pytest.approx(33.424)), Spot(100, pytest.approx(161.516))), dashed=True),
        ],
        dots=[("0", "46.57", False, 1), ("50", "33.42", False, 1), ("100", "161.52", True, 1)],
        labels=[
            ("891 (voorlopig)", "100", "181.52", "end"),
            ("1.924", "50", "23.42", "middle"),
            ("1.818", "0", "66.57", "start"),
        ],
        areas=[
            ("-2", "27", "2013: 1.818 plaatsingen"),
            ("25", "50", "2014: 1.924 plaatsingen"),
            ("75", "27", "2015 (voorlopig): 891 plaatsingen"),
        ],
        target=("210", ("Streefwaarde 2026: 500", "0", "202", "start")),
        baseline=None,
        breaks=[],
        events=[],
        names=[],
        keys=[],
        room="",
        top="24",
        base="272",
        foot="292",
        height="300",
    )


def test_chart_breaks_the_line_at_a_gap_and_tells_why():
    chart = line_chart(series("10 12 - 14 15 - 16"), unit="procent")

    assert [stroke.d for stroke in chart.strokes] == ["M0 148L166.67 123.2", "M500 98.4L666.67 86"]
    assert [area.title for area in chart.areas] == [
        "2013: 10%",
        "2014: 12%",
        "2015: niet gemeten",
        "2016: 14%",
        "2017: 15%",
        "2018: niet gemeten",
        "2019: 16%",
    ]


@pytest.mark.parametrize(
    ("numbers", "levels", "gutter"),
    [
        ("", ["0"], "g1"),
        ("- - -", ["0"], "g1"),
        ("0 0 0", ["0", "1"], "g1"),
        ("0.4", ["0,0", "0,1", "0,2", "0,3", "0,4"], "g3"),
        ("1 2 1", ["0", "1", "2"], "g1"),
        ("891", ["0", "200", "400", "600", "800", "1.000"], "g5"),
        ("-20 -14", ["\N{MINUS SIGN}20", "\N{MINUS SIGN}15", "\N{MINUS SIGN}10", "\N{MINUS SIGN}5", "0"], "g3"),
        ("0.004 0.012", ["0,000", "0,005", "0,010", "0,015"], "g5"),
        ("1250000 1420000", ["0", "0,5 mln", "1 mln", "1,5 mln"], "g7"),
        (
            "-20000000000",
            ["\N{MINUS SIGN}20 mld", "\N{MINUS SIGN}15 mld", "\N{MINUS SIGN}10 mld", "\N{MINUS SIGN}5 mld", "0"],
            "g7",
        ),
    ],
)
def test_chart_has_an_axis_from_zero_that_fits_its_gutter(numbers, levels, gutter):
    chart = line_chart(series(numbers), unit="jongeren")

    assert [tick.text for tick in chart.y_ticks] == levels
    assert [tick.text for tick in chart.y_ticks if tick.zero] == [level for level in levels if not level.strip("0,")]
    assert chart.gutter == gutter


def test_chart_of_percentages_has_room_for_the_sign():
    chart = line_chart(series("89.3 97.3"), unit="procent")

    assert [tick.text for tick in chart.y_ticks] == ["0%", "20%", "40%", "60%", "80%", "100%"]
    assert [label.text for label in chart.labels] == ["97,3%", "89,3%"]
    assert chart.gutter == "g5"


def test_chart_without_points_is_an_empty_plot():
    chart = line_chart([], unit="jongeren")

    assert (chart.x_ticks, chart.strokes, chart.dots, chart.labels, chart.areas) == ([], [], [], [], [])


def test_chart_of_one_point_stands_in_the_middle():
    chart = line_chart(series("891", 2023), unit="jongeren")

    assert chart.x_ticks == [("2023", "50", "middle", False)]
    assert chart.labels == [("891", "50", "41.03", "middle")]
    assert chart.areas == [("0", "100", "2023: 891 jongeren")]


def test_chart_with_only_a_target_shows_it():
    chart = line_chart(series("- -"), unit="jongeren", target=Target("Streefwaarde 2026: hoogstens", Decimal(500)))

    assert chart.y_ticks[-1] == ("500", "24", False)
    assert chart.target == ("24", ("Streefwaarde 2026: hoogstens 500", "0", "16", "start"))


def test_label_without_a_free_place_goes_under_the_baseline():
    chart = line_chart(series("500 250 0"), unit="jongeren")

    assert chart.labels == [("0", "100", "292", "end"), ("500", "0", "14", "start")]
    assert chart.height == "318"


def test_labels_without_room_for_all_are_those_of_the_last_and_the_highest():
    chart = line_chart(series("1410000 1420000 1415000", provisional=3), unit="trajecten")

    assert [label.text for label in chart.labels] == ["1.415.000 (voorlopig)", "1.420.000 (voorlopig)"]


def test_target_keeps_off_the_line():
    chart = line_chart(series("480 490 700 900"), unit="jongeren", target=Target("Streefwaarde 2026:", Decimal(500)))

    assert chart.target is not None
    assert chart.target.text == ("Streefwaarde 2026: 500", "100", "165", "end")


@pytest.mark.parametrize(
    ("labels", "wide", "narrow"),
    [
        ([str(year) for year in range(2013, 2024)], list(range(11)), [0, 2, 4, 6, 8, 10]),
        ([str(year) for year in range(2001, 2024)], list(range(0, 23, 2)), [0, 10, 16, 22]),
        ([f"{year}/{year + 1}" for year in range(2011, 2022)], [0, 5, 10], [0, 5, 10]),
        ([f"{half}e helft {year}" for year in (2021, 2022, 2023) for half in (1, 2)], [0, 3, 5], [0, 5]),
        (["een heel lange naam van een periode die nergens past", "2024"], [0, 1], [0, 1]),
    ],
)
def test_ticks_of_periods_leave_room_for_their_labels(labels, wide, narrow):
    chart = line_chart([Point(label, Decimal(1), False) for label in labels], unit="jongeren")

    assert [tick.text for tick in chart.x_ticks] == [labels[index] for index in wide]
    assert [tick.text for tick in chart.x_ticks if not tick.wide] == [labels[index] for index in narrow]


def test_long_labels_stay_inside_the_plot():
    chart = line_chart([Point(f"1e helft {year}", Decimal(1), False) for year in (2021, 2022, 2023)], unit="jongeren")

    assert [tick.anchor for tick in chart.x_ticks] == ["start", "middle", "end"]


@pytest.mark.parametrize(
    ("value", "text"), [(20.5, "20.5"), (100.0, "100"), (-0.001, "0"), (1 / 3, "0.33"), (1000.0, "1000")]
)
def test_coordinate_is_written_with_a_point(value, text):
    assert px(value) == text


@given(any_points, targets)
def test_everything_is_drawn_within_the_plot(points, target):
    chart = line_chart(points, unit="jongeren", target=target)

    across = [dot.x for dot in chart.dots] + [text.x for text in chart.labels] + [tick.x for tick in chart.x_ticks]
    down = [dot.y for dot in chart.dots] + [tick.y for tick in chart.y_ticks]
    assert all(0 <= float(x) <= 100 for x in across)
    assert all(24 <= float(y) <= 272 for y in down)
    assert all(10 <= float(text.y) <= 292 for text in chart.labels)
    assert all(float(area.x) >= -2 and float(area.x) + float(area.width) <= 102.01 for area in chart.areas)


@given(any_points)
def test_each_value_has_a_dot_and_each_period_an_area(points):
    chart = line_chart(points, unit="jongeren")

    known = [point for point in points if point.value is not None]
    assert [dot.open for dot in chart.dots] == [point.provisional for point in known]
    assert len(chart.areas) == len(points)


@given(any_points)
def test_no_line_bridges_a_gap(points):
    chart = line_chart(points, unit="jongeren")

    step = 1000 / max(1, len(points) - 1)
    drawn = [
        (round(float(left) / step), round(float(right) / step))
        for stroke in chart.strokes
        for left, right in pairwise(re.findall(r"[ML]([\d.]+)", stroke.d))
    ]
    known = [point.value is not None for point in points]
    joined = [(index, index + 1) for index in range(len(points) - 1) if known[index] and known[index + 1]]
    assert drawn == joined


@given(any_points, targets)
def test_labels_never_overlap(points, target):
    chart = line_chart(points, unit="jongeren", target=target)

    boxes = [lay_out(text.text, Spot(float(text.x), float(text.y)))[1] for text in chart.labels]
    assert [pair for pair in combinations(boxes, 2) if pair[0].overlaps(pair[1])] == []


@given(values, values, st.integers(3, 8), st.booleans())
def test_ticks_surround_the_values_in_few_even_steps(one, other, n, whole):
    lo, hi = sorted([one, other])

    found = ticks(lo, hi, n, whole=whole)

    steps = {after - before for before, after in pairwise(found)}
    assert found[0] <= lo <= hi <= found[-1]
    assert len(found) <= n + 1
    assert len(steps) == 1
    assert not whole or all(tick % 1 == 0 for tick in found)
