"""What a breakdown draws and says, out of its figures."""

from datetime import date
from decimal import Decimal

import pytest

from monitor.breakdowns import Breakdown, breakdowns
from monitor.models import Category, Dimension, Indicator, PublicFigure, State
from tests.factories import make_category, make_figure, make_indicator, make_series
from tests.monitor.test_reading import figure
from tests.pages import rows, texts

REGION = Dimension(slug="regio", name="regio", plural="regio's", covers=True)
SHARE = Indicator(unit="procent", measure="aandeel")


def breakdown(rows, indicator=None, codes="2023", national=(), change_days=()):
    """``rows``: by name the numbers per period; a dash for one that is not told, a dot for none at all."""
    periods = [figure(code).period for code in codes.split()]
    for nth, period in enumerate(periods):
        period.pk = nth

    def cell(word, period):
        if word == ".":
            return None
        value = None if word == "-" else Decimal(word.strip("*"))
        state = State.MEASURED if value is not None else State.SUPPRESSED
        return PublicFigure(period=period, value=value, state=state, status="voorlopig" * word.endswith("*"))

    table = [
        (
            Category(name=name, slug=name.lower()),
            [cell(word, one) for word, one in zip(words.split(), periods, strict=True)],
        )
        for name, words in rows.items()
    ]
    whole = [figure("2023", value) for value in national]
    for one in whole:
        one.period = periods[-1]
    return Breakdown(indicator or Indicator(unit="tests"), REGION, periods, table, whole, change_days)


def bars(found):
    return [(row.name, row.text.text if row.text else row.reason) for row in found.bars.rows]


def test_breakdown_of_one_period_is_drawn_as_bars():
    found = breakdown({"Noord": "10", "Zuid": "30*", "West": "-", "Oost": "."})

    assert bars(found) == [
        ("Zuid", "30"), ("Noord", "10"), ("West", "niet getoond: groep te klein"), ("Oost", "geen cijfer"),
    ]  # fmt: skip
    assert (found.lines, found.is_drawn, found.bars.reference) == (None, True, None)
    assert found.finding == "hoogste hier: Zuid, 30 (2023, voorlopig)"
    assert found.chart_text == found.story


def test_breakdown_over_three_periods_is_drawn_as_small_lines():
    found = breakdown({"Noord": "10 20 30", "Zuid": "30 . 10"}, codes="2021 2022 2023", change_days=[date(2022, 1, 1)])

    assert found.bars is None
    assert [small.name for small in found.lines.smalls] == ["Noord", "Zuid"]
    assert [len(small.chart.strokes) for small in found.lines.smalls] == [1, 0]
    assert found.chart_text == (
        "Het hoogste cijfer is dat van Noord: 30 tests in 2023. Het laagste is dat van Zuid: 10. "
        "Bij 1 van de 2 regio's was het cijfer in 2023 hoger dan in 2022. "
        "Van 1 van de 2 regio's kunnen we dat niet zeggen."
    )


def test_breakdown_is_told_of_the_last_period_that_has_a_number():
    found = breakdown({"Noord": "10 -", "Zuid": "30 ."}, codes="2022 2023")

    assert bars(found) == [("Zuid", "30"), ("Noord", "10")]


@pytest.mark.parametrize(
    ("indicator", "national", "level"),
    [
        (SHARE, ["20"], "Heel Nederland: 20%"),
        (SHARE, [], None),
        (SHARE, [None], None),
        (Indicator(unit="tests"), ["40"], None),
    ],
)
def test_only_a_share_is_held_against_the_whole_country(indicator, national, level):
    found = breakdown({"Noord": "10", "Zuid": "30"}, indicator, national=national)

    assert (found.bars.reference.text if found.bars.reference else None) == level


@pytest.mark.parametrize(
    "rows",
    [
        {"Noord": "10"},
        {"Noord": "10", "Zuid": "-"},
        {"Noord": "-", "Zuid": "-"},
        {"Noord": "10", "Totaal": "30"},
        {"Totaal": "30"},
    ],
)
def test_breakdown_of_fewer_than_two_parts_is_not_drawn(rows):
    found = breakdown(rows)

    assert (found.is_drawn, found.bars, found.lines) == (False, None, None)


@pytest.mark.parametrize("kind", ["losse-telling", "norm", "gevoelig"])
def test_breakdown_of_what_may_not_be_drawn_is_not(kind):
    found = breakdown({"Noord": "10", "Zuid": "30"}, Indicator(unit="tests", kind=kind))

    assert (found.is_drawn, found.bars, found.lines) == (False, None, None)


def test_breakdown_with_a_one_off_count_in_it_is_not_drawn():
    found = breakdown({"Noord": "10", "Zuid": "30"})
    found.rows[0][1][0].one_off = True

    assert found.is_drawn is False


def test_chart_of_a_breakdown_keeps_to_one_kind_of_period():
    found = breakdown({"Noord": "1 2 3 9", "Zuid": "4 5 6 9"}, codes="2021 2022 2023 2023-H1")

    assert [period.code for period in found.main_periods] == ["2021", "2022", "2023"]
    assert dict(found.newest)["Noord"].value == 3


def test_course_is_not_told_across_another_way_of_counting():
    found = breakdown({"Noord": "10 20 5", "Zuid": "30 40 6"}, codes="2021 2022 2023", change_days=[date(2023, 1, 1)])

    assert found.chart_text.endswith(
        "Vanaf 1 januari 2023 is er anders geteld. Vergelijk dit niet met cijfers van daarvoor."
    )
    assert "lager dan" not in found.chart_text


def test_course_of_the_first_period_is_not_told():
    found = breakdown({"Noord": "10 - -", "Zuid": "30 - -"}, codes="2021 2022 2023")

    assert (found.newest_place, found.course) == (0, "")


def test_how_certain_it_is_is_said_once():
    found = breakdown({"Noord": "10* 20* 5*", "Zuid": "30* 40* 6*"}, codes="2021 2022 2023")

    assert found.chart_text.count("Deze cijfers zijn voorlopig.") == 1
    assert found.marks == ["Een open punt is voorlopig."]


def test_limits_are_those_of_the_figures_that_are_drawn():
    found = breakdown({"Noord": "10", "Zuid": "30"}, Indicator(unit="plaatsingen"), codes="2021")

    assert found.limits[-1] == "Nieuwste cijfer dat wij hebben: 2021."


def test_column_is_provisional_as_a_whole_or_its_cells_say_so():
    found = breakdown({"Noord": "1* 2* .", "Zuid": "3* 4 -"}, codes="2021 2022 2023")

    assert [provisional for _, provisional in found.columns] == [True, False, False]
    assert [[told for _, told in cells] for _, cells in found.marked_rows] == [
        [False, True, False], [False, False, False],
    ]  # fmt: skip


@pytest.mark.django_db
@pytest.mark.parametrize(("covers", "names"), [(True, ["A", "B", "C"]), (False, ["A", "C"])])
def test_part_without_any_figure_is_missing_where_the_parts_are_the_total(client, covers, names):
    dimension = Dimension.objects.create(slug="gebied", name="gebied", plural="gebieden", covers=covers)
    parts = [make_category(name=name, order=order, dimension=dimension) for order, name in enumerate("ABC")]
    make_category(name="Alles", slug="totaal", dimension=dimension)
    indicator = make_indicator()
    for category, value in ((parts[0], "10"), (parts[2], "30")):
        make_figure(make_series(indicator, category), "2023", value)

    response = client.get(indicator.get_absolute_url())

    assert [row[0] for row in rows(response)] == names
    assert "Per gebied: hoogste hier: C, 30; laagste hier: A, 10 (2023)" in texts(response, "h2")
    assert ("Van B is er geen cijfer." in " ".join(texts(response, "p"))) == covers


@pytest.mark.django_db
def test_breakdowns_are_sorted_out_by_dimension_in_the_order_of_their_categories():
    indicator = make_indicator()
    south = make_category(name="Zuid", order=2)
    north = make_category(name="Noord", order=1, dimension=south.dimension)
    girls = make_category(name="Meisjes")
    figures = [
        make_figure(make_series(indicator, category), period, "5")
        for category, period in [(south, "2023"), (north, "2022"), (girls, "2023")]
    ]

    found = breakdowns(indicator, figures, [], [])

    told = [
        (
            [period.code for period in one.periods],
            [(category.name, [cell and cell.pk for cell in cells]) for category, cells in one.rows],
        )
        for one in found
    ]
    assert told == [
        (["2022", "2023"], [("Noord", [figures[1].pk, None]), ("Zuid", [None, figures[0].pk])]),
        (["2023"], [("Meisjes", [figures[2].pk])]),
    ]


@pytest.mark.django_db
def test_indicator_detail_says_where_a_breakdown_has_no_figure(client):
    indicator = make_indicator()
    first, second = make_category(name="A", order=1), make_category(name="B", order=2)
    second.dimension = first.dimension
    second.save()
    make_figure(make_series(indicator, first), "2022", "1")
    make_figure(make_series(indicator, second), "2023", None)

    response = client.get(indicator.get_absolute_url())

    unknown = "onbekend, te onzeker of geheim volgens de bron"
    assert rows(response) == [["A", "1", "geen cijfer"], ["B", "geen cijfer", unknown]]


@pytest.mark.django_db
def test_indicator_detail_marks_a_provisional_column_of_a_breakdown(client):
    indicator, category = make_indicator(), make_category(name="Noord")
    make_figure(make_series(indicator, category), "2022", "1")
    make_figure(make_series(indicator, category), "2023", "2", status="voorlopig")

    response = client.get(indicator.get_absolute_url())

    assert texts(response, "th")[1:] == ["2022", "2023 (voorlopig)", "Noord"]
