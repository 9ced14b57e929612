from datetime import date

import pytest

from monitor.figure_line import read_main_line
from monitor.models import Dimension, Indicator
from monitor.reading import read_indicator
from tests.factories import (
    make_category,
    make_figure,
    make_indicator,
    make_release,
    make_series,
    make_source,
)

pytestmark = pytest.mark.django_db
DAY = date(2026, 11, 22)


@pytest.fixture
def indicator():
    return make_indicator()


def shown(figures):
    return [(figure.period.code, None if figure.value is None else str(figure.value)) for figure in figures]


def test_reading_sorts_figures_into_main_other_and_earlier(indicator):
    series = make_series(indicator)
    for period, value in [("2023", "3"), ("2022", "2"), ("2023-H1", "1"), ("onbekend", "9")]:
        make_figure(series, period, value)
    make_figure(series, "2022", "1", valid_to=date(2024, 2, 1))
    make_figure(series, "2023", "4", mention_only=True)
    make_figure(make_series(make_indicator()), "2023", "99")

    reading = read_indicator(indicator, DAY)

    assert shown(reading.main) == [("2022", "2"), ("2023", "3")]
    assert shown(reading.other) == [("onbekend", "9"), ("2023-H1", "1")]
    assert shown(reading.earlier) == [("2022", "1"), ("2023", "4")]
    assert reading.breakdowns == []


def test_reading_names_key_figure_with_source_status_and_period(indicator):
    release = make_release(source=make_source(title="Titel", publisher="Uitgever"))
    make_figure(make_series(indicator), "2022", "2")
    make_figure(make_series(indicator), "2023-06-30", "1")
    make_figure(make_series(indicator), "2023", "3", release=release, status="voorlopig")

    key = read_indicator(indicator, DAY).key_figure

    told = (str(key.number), key.unit, key.when, key.source, key.status)
    assert told == ("3", "tests", "in 2023", "Uitgever", "voorlopig")


def test_reading_names_each_source_once_by_publisher_or_title(indicator):
    series = make_series(indicator)
    twice = make_release(source=make_source(title="Titel", publisher="Uitgever"))
    make_figure(series, "2021", "1", release=twice)
    make_figure(series, "2022", "1", release=make_release(source=make_source(title="Zonder uitgever")))
    make_figure(series, "2023", "1", release=twice)

    assert read_indicator(indicator, DAY).sources == ["Uitgever", "Zonder uitgever"]


def test_reading_makes_a_table_of_each_breakdown(indicator):
    dimension = Dimension.objects.create(slug="gebied", name="gebied", plural="gebieden")
    second = make_category(dimension=dimension, name="B", order=1)
    third, first = (make_category(dimension=dimension, name=name, order=order) for name, order in [("C", 2), ("A", 1)])
    other = make_category(name="Z")
    make_figure(make_series(indicator, third), "2022", "5")
    make_figure(make_series(indicator, second), "2023", None)
    make_figure(make_series(indicator, second), "2022", "4")
    make_figure(make_series(indicator, first), "2023", "6")
    make_figure(make_series(indicator, first), "onbekend", "7")
    make_figure(make_series(indicator, other), "2023", "8")
    make_figure(make_series(indicator, other), "2023", "9", valid_to=date(2024, 2, 1))

    reading = read_indicator(indicator, DAY)

    tables = {
        table.dimension.name: (
            [str(period) for period in table.periods],
            [(category.name, [cell and str(cell.value) for cell in cells]) for category, cells in table.rows],
        )
        for table in reading.breakdowns
    }
    assert tables == {
        "gebied": (
            ["onbekend", "2022", "2023"],
            [("A", ["7", None, "6"]), ("B", [None, "4", "None"]), ("C", [None, "5", None])],
        ),
        other.dimension.name: (["2023"], [("Z", ["8"])]),
    }
    assert (reading.main, shown(reading.earlier)) == ([], [("2023", "9")])


def test_breakdown_names_its_sources(indicator):
    release = make_release(source=make_source(publisher="Uitgever"))
    for category in (make_category(), make_category(dimension=Dimension.objects.get())):
        make_figure(make_series(indicator, category), "2023", "5", release=release)

    assert [table.sources for table in read_indicator(indicator, DAY).breakdowns] == [["Uitgever"]]


@pytest.mark.parametrize("size", [3, 200])
def test_reading_asks_a_fixed_number_of_queries(indicator, django_assert_num_queries, size):
    release, category = make_release(), make_category()
    for year in range(1800, 1800 + size):
        make_figure(make_series(indicator), str(year), "1", release=release)
        make_figure(make_series(indicator, category), str(year), "1", release=release)

    # The figures, the categories of their series, the dimensions of those; definitions, breaks and events.
    with django_assert_num_queries(8):
        reading = read_indicator(indicator, DAY)

    assert (len(reading.main), len(reading.breakdowns[0].periods)) == (size, size)


def test_key_figure_is_the_newest_current_national_one():
    with_line, only_broken_down, only_earlier = (make_indicator(order=order) for order in (2, 1, 3))
    make_figure(make_series(with_line), "2022", "1")
    make_figure(make_series(with_line), "2023", "2")
    make_figure(make_series(with_line), "2023", "3", mention_only=True)
    make_figure(make_series(with_line), "2024-H1", "4")
    make_figure(make_series(with_line, make_category()), "2025", "5")
    make_figure(make_series(only_broken_down, make_category()), "2023", "6")
    make_figure(make_series(only_earlier), "2023", "7", valid_to=date(2024, 2, 1))

    found = [read_main_line(indicator, DAY) for indicator in Indicator.objects.with_national(DAY)]

    told = {one.indicator: one.key_figure and (str(one.key_figure.number), one.key_figure.when) for one in found}
    assert told == {only_broken_down: None, with_line: ("2", "in 2023"), only_earlier: None}


def test_indicators_drawn_are_the_series_only():
    series = make_indicator(kind="reeks")
    others = [make_indicator(kind=kind) for kind in ("losse-telling", "norm", "gevoelig")]

    assert list(Indicator.objects.drawn()) == [series]
    assert [indicator.is_drawn for indicator in (series, *others)] == [True, False, False, False]
