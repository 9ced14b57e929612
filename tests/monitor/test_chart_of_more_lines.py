from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from monitor.charts import Event, Line, Panel, Point, Target, line_chart, lines_chart, panel_charts, small_multiples
from tests.monitor.chart_markup import faults, images, markup_of, only_hidden_inside, texts
from tests.monitor.series import PLACEMENTS, series

NUMBERS = ["10 20 30 40", "40 30 20 10", "25 - 25 25", "- 5 5 -"]


def lines(*numbers, provisional=0):
    return [Line(f"Soort {name}", series(text, 2013, provisional)) for name, text in zip("ABCD", numbers, strict=False)]


some_numbers = st.sampled_from(["1", "2", "2.5", "1000", "-", "-7", "0"])
some_lines = st.integers(1, 6).flatmap(
    lambda size: st.lists(
        st.lists(some_numbers, min_size=size, max_size=size).map(" ".join), min_size=1, max_size=4
    ).map(lambda texts: lines(*texts))
)


def test_lines_have_their_names_at_their_ends_and_in_a_legend():
    chart = lines_chart(lines(*NUMBERS), unit="procent")

    assert [(name.hue, name.lines) for name in chart.names] == [
        (1, ["Soort A", "40%"]),
        (3, ["Soort C", "25%"]),
        (2, ["Soort B", "10%"]),
        (4, ["Soort D", "5% (2015)"]),
    ]
    assert [(key.hue, key.name, key.last) for key in chart.keys] == [
        (1, "Soort A", "40%"),
        (2, "Soort B", "10%"),
        (3, "Soort C", "25%"),
        (4, "Soort D", "5% (2015)"),
    ]
    assert (chart.labels, chart.room) == ([], "r12")


def test_line_without_values_has_no_end_but_stays_in_the_legend():
    chart = lines_chart(lines("1 2", "- -"), unit="jongeren")

    assert [name.hue for name in chart.names] == [1]
    assert chart.keys[1].last == "geen cijfer"


def test_provisional_end_says_so():
    chart = lines_chart(lines("1 2", "3 4", provisional=1), unit="jongeren")

    assert chart.keys[0].last == "2 (voorlopig)"
    assert [dot.open for dot in chart.dots] == [False, True, False, True]


def test_long_name_is_wrapped_and_gets_the_largest_room():
    chart = lines_chart([Line("Een soort met een heel lange naam erbij", series("1 2")), *lines("2 1")], unit="%")

    assert chart.names[0].lines == ["Een soort met een", "heel lange naam", "erbij", "2%"]
    assert lines_chart([Line("x" * 19, series("1")), *lines("2")], unit="%").room == "r22"


def test_period_tells_all_its_lines():
    points = [series("10 -", provisional=2), series("20 30")]

    chart = lines_chart([Line("A", points[0]), Line("B", points[1])], unit="procent")

    assert [area.title for area in chart.areas] == ["2013: A (voorlopig) 10%, B 20%", "2014: A niet gemeten, B 30%"]


def test_five_lines_are_refused():
    with pytest.raises(ValueError, match="5 lines"):
        lines_chart([*lines("1", "2", "3", "4"), *lines("5")], unit="jongeren")


@given(some_lines)
def test_names_keep_off_each_other_in_the_order_of_their_values(found):
    chart = lines_chart(found, unit="jongeren")

    tops = [(float(name.y), len(name.lines)) for name in chart.names]
    assert all(later - top >= 15 * size for (top, size), (later, _) in pairwise(tops))
    assert all(20 <= top <= 290 for top, _ in tops)
    ends = {dot.hue: float(dot.y) for dot in chart.dots}
    assert [ends[name.hue] for name in chart.names] == sorted(ends[name.hue] for name in chart.names)


@given(some_lines)
def test_markup_of_lines_is_sound(found):
    markup = markup_of(
        "line", chart=lines_chart(found, unit="jongeren", target=Target("Streefwaarde:", Decimal("0.5")))
    )

    assert faults(markup) == []
    assert images(markup) == [("plek-t", "plek-d")]
    assert only_hidden_inside(markup)


def test_baseline_is_a_level_with_its_words():
    chart = line_chart(series(PLACEMENTS), unit="jongeren", baseline=Target("Beginwaarde 2013:", Decimal(1818)))

    assert chart.baseline is not None
    assert chart.baseline.text.text == "Beginwaarde 2013: 1.818"
    assert (chart.target, chart.baseline.y) == (None, "46.57")


def test_target_and_baseline_both_have_their_own_words():
    chart = line_chart(
        series("5 6"), unit="jongeren", target=Target("Streef:", Decimal(2)), baseline=Target("Begin:", Decimal(5))
    )

    assert chart.target is not None
    assert chart.baseline is not None
    assert (chart.target.text.text, chart.baseline.text.text) == ("Streef: 2", "Begin: 5")
    assert [label.text for label in chart.labels] == ["6", "5"]


def broken(numbers, *places):
    return [
        type(point)(point.label, point.value, point.provisional, point.reason, nth in places)
        for nth, point in enumerate(series(numbers))
    ]


def test_line_stops_at_each_break_and_a_mark_stands_there():
    chart = line_chart(broken("10 20 30 40 50", 0, 2, 4), unit="jongeren")

    assert len(chart.strokes) == 2
    assert [found.x for found in chart.breaks] == ["37.5", "87.5"]
    assert {found.text.text for found in chart.breaks if found.text} == {"anders geteld"}
    assert chart.areas[2].title == "2015: 30 jongeren, vanaf hier anders geteld"
    assert texts(markup_of("line", chart=chart)).count("anders geteld") == 2


def test_line_goes_on_across_a_period_that_only_another_has():
    first, passed, last = series("1 - 2")

    chart = line_chart([first, replace(passed, passed=True), last], unit="jongeren")

    assert [len(stroke.spots) for stroke in chart.strokes] == [2]


def test_gap_without_a_name_begins_with_the_first_line():
    gap = Point("", None, False)

    chart = lines_chart([Line("Noord", [gap]), Line("Zuid", [gap])], unit="jongeren")

    assert chart.areas[0].title == "Noord geen cijfer, Zuid geen cijfer"


def test_break_without_room_for_its_words_keeps_its_mark():
    chart = line_chart(broken(" ".join(["5"] * 40), *range(1, 40)), unit="jongeren")

    assert len(chart.breaks) == 39
    assert None in [found.text for found in chart.breaks]
    assert faults(markup_of("line", chart=chart)) == []


def test_events_are_numbered_under_the_axis_and_told_beside_it():
    events = [Event(3, "Later"), Event(0.5, "Eerder"), Event(0.6, "Kort daarna"), Event(9, "Buiten beeld")]

    chart = line_chart(series("1 2 3 4"), unit="jongeren", events=events)

    assert chart.events == [
        (1, "16.67", "310", "Eerder"),
        (2, "20", "332", "Kort daarna"),
        (3, "100", "310", "Later"),
    ]
    assert chart.height == "346"
    assert texts(markup_of("line", chart=chart))[-3:] == ["Eerder", "Kort daarna", "Later"]


@pytest.mark.parametrize("at", [-0.5, -0.1, 1.5])
def test_event_at_an_edge_stays_in_the_plot(at):
    [event] = line_chart(series("1 2"), unit="jongeren", events=[Event(at, "Iets")]).events

    assert 0 <= float(event.x) <= 100


def test_panels_share_one_time_axis():
    panels = panel_charts(
        [Panel("Plaatsingen", series("1000 2000"), "jongeren"), Panel("Aandeel", series("5 6"), "procent")],
        events=[Event(1, "Iets")],
    )

    first, last = [panel.chart for panel in panels]
    assert (first.gutter, last.gutter) == ("g5", "g5")
    assert (first.x_ticks, first.events) == ([], [])
    assert [tick.text for tick in last.x_ticks] == ["2013", "2014"]
    assert [area.x for area in first.areas] == [area.x for area in last.areas]


def test_markup_of_panels_names_each_of_them():
    panels = panel_charts([Panel("A", series("1 2"), "jongeren"), Panel("B", series("- -"), "procent")])

    markup = markup_of("panels", panels=panels, prefix="plek")

    assert faults(markup) == []
    assert images(markup) == [("plek-1", "plek-d"), ("plek-2", "plek-d")]


def test_small_multiples_have_one_scale():
    chart = small_multiples(lines("1 2 3", "10 60 97", "- - -", "- 5 0"), unit="jongeren")

    ticks = [[(tick.text, tick.y) for tick in small.chart.y_ticks] for small in chart.smalls]
    assert ticks == [[("0", "102"), ("50", "63"), ("100", "24")]] * 4
    assert {(small.chart.foot, small.chart.height) for small in chart.smalls} == {("140", "148")}
    assert [[label.text for label in small.chart.labels] for small in chart.smalls] == [["3"], ["97"], [], ["0"]]
    assert [tick.text for tick in chart.smalls[0].chart.x_ticks] == ["2013", "2015"]


def test_small_plot_tells_beside_its_name_what_its_last_value_is():
    chart = small_multiples(lines("1 2 3", "3 2 -", "- - -", provisional=2), unit="jongeren")

    assert [small.note for small in chart.smalls] == ["voorlopig", "2014, voorlopig", "geen cijfers"]
    assert [[dot.open for dot in small.chart.dots] for small in chart.smalls] == [[True], [True], []]
    assert texts(markup_of("multiples", chart=chart)).count("(voorlopig)") == 1


@pytest.mark.parametrize(("numbers", "count"), [("1 2 3", 42), ("-", 1), ("5", 1), ("0 0", 2), ("", 1), ("1", 0)])
def test_markup_of_small_multiples_is_one_image(numbers, count):
    found = [Line(f"Regio {nth}", series(numbers)) for nth in range(count)]

    markup = markup_of("multiples", chart=small_multiples(found, unit="jongeren"))

    assert faults(markup) == []
    assert images(markup) == [("plek-t", "plek-d")]
    assert only_hidden_inside(markup)
    assert "<title>" not in markup


def test_small_multiples_of_long_periods_stand_alone_on_a_phone():
    long = [Line("A", [type(series("1")[0])("1e helft 2024", Decimal(1), False)])]

    assert small_multiples(long, unit="jongeren").paired is False
    assert small_multiples(lines("1 2"), unit="jongeren").paired is True
