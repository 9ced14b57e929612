"""The main line of an indicator in a list, and which of them come first on home."""

from datetime import date
from decimal import Decimal

import pytest

from monitor.beside import first_of
from monitor.figure_line import read_main_line
from monitor.models import Break, Definition, Indicator
from tests.factories import make_category, make_figure, make_indicator, make_release, make_series, make_speerpunt

pytestmark = pytest.mark.django_db
DAY = date(2026, 11, 22)


def make_line(values, first=2020, **kwargs):
    """An indicator with a figure for each year."""
    indicator = make_indicator(**{"unit": "plekken", "measure": "overig", **kwargs})
    release = make_release()
    for nth, value in enumerate(values.split()):
        number = None if value == "-" else value
        make_figure(make_series(indicator), str(first + nth), number, release=release, status="definitief")
    return indicator


def read(indicator, day=DAY):
    return read_main_line(Indicator.objects.with_national(day).get(pk=indicator.pk), day)


def test_line_tells_the_newest_number_with_what_it_says_and_what_not():
    found = read(make_line("800 989 891", registered=True))

    key = found.key_figure
    assert (key.number, key.unit, key.when, key.status) == (Decimal(891), "plekken", "in 2022", "definitief")
    assert (
        found.story
        == "In 2022 waren er 891 plekken, 98 minder dan in 2021. Vergeleken met 2020 (800) is dat 11 procent meer."
    )
    assert found.compared == "98 minder dan in 2021"
    assert found.limits_in_short == "Een lager of hoger cijfer zegt niet of jongeren nu beter geholpen zijn."
    assert len(found.spark.dots) == 1


def test_line_tells_of_the_last_number_and_that_the_newest_is_missing():
    found = read(make_line("9 7 -"))

    key = found.key_figure
    assert (key.number, key.when, found.compared) == (Decimal(7), "in 2021", "2 minder dan in 2020")
    assert found.story.startswith("Over 2022 ")


def test_line_without_any_number_gives_the_reason():
    found = read(make_line("- -"))

    key = found.key_figure
    assert (key.number, key.when, found.compared, found.limits_in_short) == (None, "in 2021", "", "")
    assert found.spark is None


def test_line_without_a_figure_for_the_whole_country_has_no_key_figure():
    indicator = make_indicator()
    make_figure(make_series(indicator, make_category()), "2023", "5")

    assert read(indicator).key_figure is None


@pytest.mark.parametrize(
    ("model", "kwargs"),
    [(Break, {"on": date(2023, 1, 1)}), (Definition, {"valid_from": date(2023, 1, 1)})],
)
def test_line_compares_nothing_across_another_way_of_counting(model, kwargs):
    indicator = make_line("9 8 7 5")
    assert read(indicator).compared == "2 minder dan in 2022"

    model.objects.create(indicator=indicator, text="Anders.", **kwargs)

    found = read(indicator)
    assert (found.compared, found.spark is not None) == ("", True)
    assert "Vanaf 1 januari 2023 is er anders geteld." in found.story
    # On that day nobody knew.
    make_figure(make_series(indicator), "2019", "1", valid_from=date(2020, 1, 1))
    assert read(indicator, date(2022, 12, 31)).change_days == []


@pytest.mark.parametrize(("kind", "values"), [("reeks", "1 2"), ("losse-telling", "1 2 3")])
def test_line_draws_nothing_of_what_may_not_be_drawn(kind, values):
    found = read(make_line(values, kind=kind))

    assert found.spark is None


def chosen(count=4):
    found = first_of(Indicator.objects.published().drawn().without_sensitive(), DAY, count)
    return [(one.indicator.name, int(one.key_figure.number)) for one in found]


def test_first_ones_are_the_lowest_in_order_that_have_a_number():
    make_line("- -", order=1)
    make_indicator(order=2)
    make_figure(make_series(make_indicator(order=3), make_category()), "2023", "5")
    make_line("5", name="Derde", order=6)
    make_line("3", name="Eerste", order=4)
    make_line("4", name="Tweede", order=5)
    make_line("6", order=7, published_at=None)

    assert chosen() == [("Eerste", 3), ("Tweede", 4), ("Derde", 5)]
    assert chosen(2) == [("Eerste", 3), ("Tweede", 4)]


def test_first_ones_are_of_as_many_focus_areas_as_there_are():
    one, other = make_speerpunt(), make_speerpunt()
    for order, (speerpunt, name) in enumerate([(one, "A"), (one, "B"), (None, "C"), (None, "D"), (other, "E")]):
        make_line("1", name=name, order=order, speerpunt=speerpunt)

    assert [name for name, _ in chosen(4)] == ["A", "C", "D", "E"]
    # What is left over fills up.
    assert [name for name, _ in chosen(9)] == ["A", "B", "C", "D", "E"]


def test_first_ones_are_never_sensitive():
    make_line("1", speerpunt=make_speerpunt(sensitive=True))
    make_line("1", speerpunt=make_speerpunt(sensitive=True, published_at=None))
    make_line("1", kind="gevoelig")
    make_line("1", name="Zichtbaar", speerpunt=make_speerpunt())

    assert chosen() == [("Zichtbaar", 1)]
    assert [one.name for one in Indicator.objects.without_sensitive()] == ["Zichtbaar"]


@pytest.mark.parametrize(
    ("kind", "sensitive", "expected"),
    [("reeks", None, False), ("reeks", False, False), ("reeks", True, True), ("gevoelig", None, True)],
)
def test_indicator_is_sensitive_by_its_kind_or_its_focus_area(kind, sensitive, expected):
    speerpunt = None if sensitive is None else make_speerpunt(sensitive=sensitive)

    assert make_indicator(kind=kind, speerpunt=speerpunt).is_sensitive is expected


@pytest.mark.parametrize("count", [1, 5, 40])
def test_first_ones_ask_a_fixed_number_of_queries(django_assert_num_queries, count):
    for _ in range(count):
        indicator = make_line("1 2 3", speerpunt=make_speerpunt())
        Break.objects.create(indicator=indicator, text="Anders.", on=date(2021, 1, 1))

    with django_assert_num_queries(8):
        assert len([(one.story, one.spark, one.limits) for one in first_of(Indicator.objects.all(), DAY, 4)]) == min(
            count, 4
        )
