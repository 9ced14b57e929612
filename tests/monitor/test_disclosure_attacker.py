"""The promise of disclosure.py, tried by somebody with linear programming."""

from itertools import product
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from monitor.disclosure import Cell, Rule, hidden
from tests.monitor.attacker import pinned
from tests.monitor.drawn_table import cells, table
from tests.monitor.made_up_tables import CALENDARS, Made, made_up

THREE_QUARTERS = ["jaar", "k1", "k2", "k3", "k4"]


def attack(made):
    return pinned(made, hidden(made.table, made.rule, made.already_hidden))


def only_small(made):
    """The naive rule: hide the small ones and nothing else."""
    return frozenset(figure.cell for figure in made.table.figures if 0 < figure.value < made.rule.least)


def made(drawing, calendar, rule):
    when = CALENDARS[calendar]
    spans = [f"{whole}: {' '.join(parts)}" for whole, parts in when.spans.items()]
    counts = {cell: int(text) for cell, text in cells(drawing).items()}
    return Made(table(drawing, *spans), rule, when, adds_up=True, dates=(counts,), already_hidden=frozenset())


# About half of the tables have something to hide.
@settings(max_examples=700)
@given(st.randoms(use_true_random=False).map(made_up))
def test_attacker_tells_nothing_hidden_to_within_the_smallest(made):
    assert attack(made) == []


@pytest.mark.scale
@pytest.mark.parametrize("start", range(0, 3000, 500))
def test_attacker_on_many_more_tables(start):
    for seed in range(start, start + 500):
        assert attack(made_up(Random(seed))) == [], seed


def test_attacker_breaks_the_rule_that_hides_only_small_counts():
    tables = [made_up(Random(seed)) for seed in range(60)]
    small = [made for made in tables if only_small(made)]

    assert len(small) > 20
    assert sum(bool(pinned(made, only_small(made))) for made in small) > len(small) / 3


# In each line two are hidden, and together more than ten. Yet in a ring each is told from the next.
RING = """
         jaar  k1  k2  k3  k4
    land  400 100 100 100 100
    aN     61   1  20  20  20
    aZ     61  20  20   1  20
    aW     80  20  20  20  20
    aO    198  59  40  59  40
    """
TWO_PER_LINE = {"aN": ["k1", "k2"], "aZ": ["k2", "k3"], "aW": ["k3", "k1"]}


def test_attacker_breaks_two_hidden_in_each_line():
    ring = made(RING, "quarters", Rule(5))
    by_hand = frozenset(Cell(one, period) for one, periods in TWO_PER_LINE.items() for period in periods)
    hides = hidden(ring.table, ring.rule)

    assert {cell for cell, _, _ in pinned(ring, by_hand)} == by_hand
    assert pinned(ring, hides) == []
    assert hides == {Cell(one, period) for one, period in product(["aN", "aZ"], ["k1", "k2", "k3", "k4"])}


@pytest.mark.parametrize("rule", [Rule(5), Rule(5, 5), Rule(10, 10)])
def test_attacker_knows_what_rounding_leaves_open(rule):
    """With a sum of four in the first quarter nothing is left to choose, rounded or not."""
    few = made(
        """
             jaar  k1  k2  k3  k4
        land  300  60  80  80  80
        aN     64   3  21  20  20
        aZ     61   1  20  20  20
        aW    175  56  39  40  40
        """,
        "quarters",
        rule,
    )
    by_hand = frozenset(Cell(one, period) for one, period in product(["aN", "aZ"], ["k1", "k2", "k3", "k4"]))

    assert pinned(few, by_hand) == [] if rule.base > 1 else pinned(few, by_hand) != []
    assert attack(few) == []


@settings(max_examples=60)
@given(st.lists(st.integers(0, 9), min_size=2, max_size=4), st.integers(2, 3))
def test_who_runs_the_rule_himself_on_each_table_that_may_be_tells_no_more(counts, smallest):
    """For the siblings of one year: of all tables with these public figures he keeps those that hide the same."""
    hides = hides_of(counts, smallest)
    unknown = [place for place in range(len(counts)) if place in hides]
    if not unknown or "land" in hides:
        return

    left = sum(counts[place] for place in unknown)
    believed = []
    for guess in divisions(left, len(unknown)):
        guessed = list(counts)
        for place, count in zip(unknown, guess, strict=True):
            guessed[place] = count
        if hides_of(guessed, smallest) == hides:
            believed.append(guess)

    assert all(max(of_one) - min(of_one) >= smallest for of_one in zip(*believed, strict=True))


def hides_of(counts, smallest):
    drawing = "\n".join(["jaar", f"land {sum(counts)}", *(f"a{place} {count}" for place, count in enumerate(counts))])
    found = hidden(table(drawing), Rule(smallest))
    return {one if one == "land" else int(one[1:]) for one, _ in found}


def divisions(total, number):
    if number == 1:
        yield (total,)
    else:
        yield from ((first, *rest) for first in range(total + 1) for rest in divisions(total - first, number - 1))
