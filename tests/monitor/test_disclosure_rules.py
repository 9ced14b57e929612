"""What must hold of what is hidden, for whatever table."""

from dataclasses import replace
from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from monitor.disclosure import Breakdown, Cell, Figure, Rule, Span, Table, hidden, shown
from tests.monitor.made_up_tables import made_up

# Made in the way of the world, and any numbers anywhere.
MADE_UP = st.randoms(use_true_random=False).map(made_up)
SERIES, PERIODS = ["land", "a1", "a2", "a3", "b1", "b2", "c1"], ["jaar", "h1", "h2", "k1", "ander jaar"]
CELLS = st.builds(Cell, st.sampled_from(SERIES), st.sampled_from(PERIODS))
SOME = st.frozensets(CELLS, max_size=3)
VALUES = st.integers(0, 30).map(Decimal) | st.decimals(0, 30, places=1)
BREAKDOWNS = st.tuples(
    st.builds(Breakdown, st.just(frozenset(["a1", "a2", "a3"])), st.booleans()),
    st.builds(Breakdown, st.just(frozenset(["b1", "b2"])), st.booleans()),
)
SPANS = st.lists(
    st.builds(Span, st.sampled_from(PERIODS), st.frozensets(st.sampled_from(PERIODS), min_size=1, max_size=3)),
    max_size=3,
).map(tuple)
TABLES = st.builds(
    Table, st.just("land"), st.lists(st.builds(Figure, CELLS, VALUES), max_size=40).map(tuple), BREAKDOWNS, SPANS
)
RULES = st.builds(Rule, st.integers(0, 10), st.sampled_from([1, 5, 10]))
WORLDS = st.tuples(TABLES, RULES) | MADE_UP.map(lambda made: (made.table, made.rule))

many = settings(max_examples=200)


def cells_of(table):
    return {figure.cell for figure in table.figures}


def all_cells(table):
    return st.frozensets(st.sampled_from(sorted(cells_of(table), key=repr)), max_size=3) if table.figures else SOME


@many
@given(WORLDS, SOME)
def test_small_counts_and_those_hidden_before_are_hidden(world, before):
    table, rule = world

    hides = hidden(table, rule, before)

    assert hides >= before
    assert hides - before <= cells_of(table)
    assert hides >= {cell for cell, value in table.figures if 0 < value < rule.least}


@many
@given(WORLDS)
def test_nothing_is_hidden_without_small_counts(world):
    table, rule = world
    large = tuple(figure for figure in table.figures if not 0 < figure.value < rule.least)

    assert hidden(replace(table, figures=large), rule) == frozenset()


@many
@given(WORLDS)
def test_what_is_shown_is_zero_only_when_it_is(world):
    table, rule = world
    hides = hidden(table, rule)

    for cell, value in table.figures:
        assert cell in hides or (shown(value, rule) == 0) == (value == 0)
        assert abs(shown(value, rule) - value) * 2 <= rule.base


@many
@given(WORLDS, SOME, st.randoms(use_true_random=False))
def test_order_of_entry_does_not_matter(world, before, random):
    table, rule = world
    shuffled = Table(
        table.total,
        *(tuple(random.sample(all_of, len(all_of))) for all_of in (table.figures, table.breakdowns, table.spans)),
    )

    assert hidden(shuffled, rule, before) == hidden(table, rule, before)


@many
@given(st.data(), WORLDS)
def test_more_hidden_before_is_never_less_after(data, world):
    table, rule = world
    some, others = data.draw(all_cells(table)), data.draw(all_cells(table))

    assert hidden(table, rule, some) <= hidden(table, rule, some | others)


@many
@given(WORLDS, SOME)
def test_doing_it_again_changes_nothing(world, before):
    table, rule = world
    hides = hidden(table, rule, before)

    assert hidden(table, rule, hides) == hides


@many
@given(WORLDS, SOME)
def test_another_indicator_year_is_not_touched(world, before):
    """Figures of a period that lies in no other change nothing there."""
    table, rule = world
    more = tuple(Figure(Cell(one, "veel later"), value) for (one, period), value in table.figures if period == "jaar")

    hides = hidden(replace(table, figures=table.figures + more), rule, before)

    assert {cell for cell in hides if cell.period != "veel later"} == hidden(table, rule, before)


@many
@given(st.randoms(use_true_random=False).map(lambda random: made_up(random, plain=True)))
def test_year_of_the_country_is_hidden_only_when_it_is_small(made):
    country = Cell("totaal", "jaar")

    is_hidden = country in hidden(made.table, made.rule)

    assert not is_hidden or made.dates[0][country] < 2 * made.rule.least
