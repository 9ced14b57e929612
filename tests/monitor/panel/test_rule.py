"""Which answers of a group may be told: never of a small group, nor what everybody answered."""

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from monitor.panel_rule import MINIMUM, may_be_told, told

NUMBERS = st.lists(st.integers(0, 12), min_size=1, max_size=5)
VERSIONS = st.lists(NUMBERS, max_size=4)


@pytest.mark.parametrize(
    ("numbers", "expected"),
    [
        ([5, 5], True),
        ([1, 9], True),
        ([0, 1, 9], True),
        ([5, 4], False),
        ([0, 0], False),
        ([10, 0], False),
        ([60], False),
        ([0, 0, 400], False),
    ],
)
def test_small_group_and_one_of_a_single_mind_stay_hidden(numbers, expected):
    assert may_be_told(numbers) == expected


@pytest.mark.parametrize(
    ("versions", "expected"),
    [
        ([], []),
        ([[5, 5]], [True]),
        ([[5, 5], [6, 4]], [True, True]),
        # One more answered: the two versions side by side tell what.
        ([[5, 5], [6, 5]], [False, True]),
        ([[6, 5], [5, 5]], [False, True]),
        ([[5, 5], [10, 9]], [False, True]),
        ([[5, 5], [10, 10]], [True, True]),
        ([[5, 5], [4, 5]], [True, False]),
        ([[5, 5], [11, 0]], [True, False]),
        # The one between is too near to the newest, so that the oldest may stay.
        ([[5, 5], [8, 7], [10, 10]], [True, False, True]),
    ],
)
def test_version_that_differs_by_a_few_people_gives_way_to_the_newest(versions, expected):
    assert told(versions) == expected


@given(VERSIONS)
def test_nothing_is_told_of_a_small_group_or_of_everybody(versions):
    seen = [numbers for numbers, is_told in zip(versions, told(versions), strict=True) if is_told]

    assert all(sum(numbers) >= MINIMUM and sum(number > 0 for number in numbers) > 1 for numbers in seen)
    assert not any(0 < abs(sum(one) - sum(other)) < MINIMUM for one, other in combinations(seen, 2))


@given(VERSIONS, NUMBERS)
def test_newest_is_judged_by_itself(versions, newest):
    assert told([*versions, newest])[-1] == may_be_told(newest)


@given(VERSIONS, st.randoms(use_true_random=False))
def test_order_of_the_answers_makes_no_difference(versions, random):
    mixed = [random.sample(numbers, len(numbers)) for numbers in versions]

    assert told(mixed) == told(versions)
