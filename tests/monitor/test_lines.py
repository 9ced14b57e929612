"""What belongs on one line: no one-off counts, and nothing across a break."""

from dataclasses import asdict
from datetime import date
from decimal import Decimal

import pytest

from monitor.background import Background
from monitor.lines import axis_place, enough_to_draw, main_line, points, stretches
from monitor.models import Break, ChartEvent, Definition, Indicator, Period, PublicFigure
from monitor.models.public import State
from monitor.periods import parse_period
from monitor.reading import IndicatorReading


def figure(code, value="1", **kwargs):
    number = None if value is None else Decimal(value)
    period = Period(**asdict(parse_period(code)))
    return PublicFigure(period=period, value=number, state=State.MEASURED if value else State.UNCERTAIN, **kwargs)


def figures(codes):
    return [figure(code) for code in codes.split()]


def reading(line, *days, kind="reeks"):
    background = Background(breaks=[Break(on=date.fromisoformat(day)) for day in days])
    return IndicatorReading(Indicator(kind=kind, unit="tests"), line, background)


def codes(line):
    return [figure.period.code for figure in line]


def test_one_off_count_stands_on_no_line_unless_there_is_nothing_else():
    once = [figure("2019", one_off=True), figure("2020-H1", one_off=True), figure("2021", one_off=True)]

    assert codes(main_line([*once, *figures("2020-H2")])) == ["2020-H2"]
    assert codes(main_line(once)) == ["2019", "2021"]


def test_one_off_counts_are_not_drawn_and_not_compared():
    line = [figure(code, "5", one_off=True) for code in ("2019", "2020", "2021")]

    story = "In 2021 waren er 5 tests. Dit is een losse telling, niet te vergelijken met andere cijfers."
    assert (enough_to_draw(line), reading(line).chart, reading(line).story) == (False, None, story)


@pytest.mark.parametrize(
    ("line", "days", "expected"),
    [
        ("2019 2020 2021", [], [(None, "2019 2020 2021")]),
        ("2019 2020 2021", ["2021-01-01"], [(None, "2019 2020"), ("2021-01-01", "2021")]),
        # Within a year: that year is like no other.
        ("2019 2020 2021", ["2020-09-01"], [(None, "2019"), ("2020-09-01", "2020"), ("2020-09-01", "2021")]),
        ("2019 2021", ["2020-01-01", "2021-01-01"], [(None, "2019"), ("2021-01-01", "2021")]),
        ("2019 2020", ["2019-01-01", "2022-01-01"], [(None, "2019 2020")]),
        ("2020-01-01 2020-07-01", ["2020-07-01"], [(None, "2020-01-01"), ("2020-07-01", "2020-07-01")]),
        ("onbekend", ["2020-07-01"], [(None, "onbekend")]),
        ("onbekend onbekend", ["2020-07-01"], [(None, "onbekend onbekend")]),
        ("", ["2020-07-01"], []),
    ],
)
def test_line_is_cut_at_each_break(line, days, expected):
    found = stretches(figures(line), [date.fromisoformat(day) for day in days])

    assert [(since and since.isoformat(), " ".join(codes(part))) for since, part in found] == expected


@pytest.mark.parametrize(
    ("line", "day", "expected"),
    [
        ("2019 2020 2021", "2021-01-01", [("2019", False), ("2020", False), ("2021", True)]),
        ("2018 2019 2021", "2021-01-01", [("2018", False), ("2019", False), ("2020", False), ("2021", True)]),
        ("2019 2020 2021", "2022-01-01", [("2019", False), ("2020", False), ("2021", False)]),
    ],
)
def test_first_point_after_a_break_is_broken_from_those_before(line, day, expected):
    found = points(figures(line), [date.fromisoformat(day)])

    assert [(point.label, point.broken) for point in found] == expected


def test_chart_is_drawn_in_pieces_and_says_so():
    told = reading(figures("2017 2018 2019 2020 2021"), "2020-01-01")

    assert len(told.chart.strokes) == 2
    assert [area.title for area in told.chart.areas][3] == "2020: 1 tests, vanaf hier anders geteld"
    assert [found.x for found in told.chart.breaks] == ["62.5"]
    assert told.chart_text == (
        "De lijn loopt van 1 tests in 2017 naar 1 in 2019. Alle cijfers zijn gelijk. "
        "Vanaf 1 januari 2020 is er anders geteld. De lijn loopt van 1 tests in 2020 naar 1 in 2021. "
        "Alle cijfers zijn gelijk."
    )
    assert told.marks == ["Waar de lijn ophoudt, tonen we geen cijfer of is er anders geteld."]


def test_event_has_no_place_among_figures_of_an_unknown_period():
    event = ChartEvent(title="Test", date_from=date(2020, 1, 1), date_to=date(2020, 1, 1), precision="dag")
    background = Background(events=[event])
    of_years = IndicatorReading(Indicator(), figures("2019 2020 2021"), background)

    assert IndicatorReading(Indicator(), figures("onbekend"), background).chart_events == []
    assert [(one.at, one.text) for one in of_years.chart_events] == [(0.5, "Test (1 januari 2020)")]


def test_chart_needs_enough_figures_that_may_be_compared():
    assert reading(figures("2017 2018 2019 2020"), "2019-01-01").chart is None


def test_small_line_is_cut_as_well():
    line = figures("2017 2018 2019 2020 2021")

    assert len(reading(line, "2020-01-01").spark.strokes) == 2
    assert reading(line[1:], "2020-01-01").spark is None
    assert reading(line[3:], "2020-01-01").spark is None


def test_words_and_chart_are_cut_where_another_definition_begins():
    background = Background(
        [Definition(text="Nu zo.", valid_from=date(2020, 1, 1))],
        [Definition(text="Toen zo.", valid_to=date(2019, 12, 31))],
    )
    told = IndicatorReading(Indicator(unit="tests"), figures("2017 2018 2019 2020 2021"), background)

    assert told.change_days == [date(2020, 1, 1)]
    assert len(told.chart.strokes) == 2
    assert told.story == (
        "In 2021 waren er 1 tests, evenveel als in 2020. "
        "Vanaf 1 januari 2020 is er anders geteld. Vergelijk dit niet met cijfers van daarvoor."
    )


def test_reading_says_where_its_chart_has_holes_without_a_name():
    told = reading(figures("2023-01-01 2023-07-01 2023-12-31 2024-03-31"))

    assert told.chart_text.endswith("Ertussen hebben we soms geen cijfer. Daar houdt de lijn op.")


@pytest.mark.parametrize(
    ("line", "day", "expected"),
    [
        ("2019 2020 2022", "2019-07-01", 0),
        ("2019 2020 2022", "2020-01-01", 0.5),
        ("2019 2020 2022", "2022-07-01", 3),
        ("2020-H1 2020-H2", "2020-07-01", 0.5),
        ("2020-07-01 2021-07-01", "2021-07-01", 1),
        ("2020", "2021-01-01", 0.5),
    ],
)
def test_day_has_its_place_among_the_points(line, day, expected):
    assert axis_place(figures(line), date.fromisoformat(day)) == pytest.approx(expected, abs=0.01)
