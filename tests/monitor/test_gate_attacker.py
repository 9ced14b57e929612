"""The promise of disclosure.py, kept by the gate: what the public has is all that the attacker gets."""

from random import Random

import pytest
from django.db import transaction
from hypothesis import given, settings
from hypothesis import strategies as st

from monitor import publication
from monitor.disclosure import Cell
from tests.monitor.attacker import pinned
from tests.monitor.made_up_gate import World
from tests.monitor.made_up_tables import made_up

pytestmark = pytest.mark.django_db


def attack(random):
    """The hidden cells that he can tell, and how many there were."""
    with transaction.atomic():
        world = World(made_up(random), random)
        world.deliver()
        made, hidden = world.public()
        transaction.set_rollback(True)
    return pinned(made, hidden) if hidden else [], len(hidden)


@settings(max_examples=30)
@given(st.integers(0, 2**32))
def test_attacker_tells_nothing_from_what_the_gate_lets_through(seed):
    found, _ = attack(Random(seed))

    assert found == []


@pytest.mark.scale
@pytest.mark.parametrize("start", range(0, 1000, 250))
def test_attacker_at_the_gate_on_many_more_tables(start):
    for seed in range(start, start + 250):
        assert attack(Random(seed))[0] == [], seed


def test_attacker_breaks_a_gate_that_hides_only_small_counts(monkeypatch):
    def only_small(said, layout):
        counts = ((one.cell, one.value) for one in said if one.value is not None)
        return frozenset(Cell(*cell) for cell, count in counts if 0 < count < layout.rule.least)

    monkeypatch.setattr(publication, "hidden_cells", only_small)

    attacks = [attack(Random(seed)) for seed in range(20)]

    with_hidden = [found for found, hidden in attacks if hidden]
    assert len(with_hidden) > 7
    assert sum(map(bool, with_hidden)) > len(with_hidden) / 3
