"""Which periods lie in which."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from monitor.disclosure_siblings import Span
from monitor.disclosure_siblings import families as blocks
from monitor.nesting import families, lies_in, spans
from tests.monitor.made_up_periods import Time, times

START = date(2020, 1, 1)


def stretch(pk, start, length):
    first = START + timedelta(days=start)
    return Time(pk, "venster", first, first + timedelta(days=length))


STRETCHES = st.lists(st.tuples(st.integers(0, 8), st.integers(0, 8)), max_size=7).map(
    lambda drawn: [stretch(pk, *one) for pk, one in enumerate(drawn, start=1)]
)


@pytest.mark.parametrize(
    ("codes", "expected"),
    [
        ("2023", []),
        ("2023 2024", []),
        ("2023 2023-H1 2023-H2", [(1, {2, 3})]),
        # The other half may be there and have no figure.
        ("2023 2023-H1", [(1, {2, ("rest", 1)})]),
        ("2023 2023-H1 2023-H2 2023-Q1 2023-Q2", [(1, {2, 3, 4, 5}), (2, {4, 5})]),
        ("2023-Q1 2023 2023-Q4", [(2, {1, 3, ("rest", 2)})]),
        # What is in both has no name, and may be told by the one and so tell the rest of the other.
        ("2022/2023 2022", [(1, {("both", 1, 2), ("rest", 1)}), (2, {("both", 1, 2), ("rest", 2)})]),
        ("2023 2023-06-30", [(1, {2, ("rest", 1)})]),
        ("2023 onbekend", []),
        ("2021-2023 2022", [(1, {2, ("rest", 1)})]),
        # An average tells its years without being the sum of them: it is no whole that may be told while they hide.
        ("~2022-2023 2022 2023", [(1, {2, 3}), (("twin", 1), {2, 3})]),
        # Two names for one stretch tell each other.
        ("2023-06 2023-06/2023-06", [(2, {1}), (("twin", 2), {1})]),
        ("2023 2023-2023 2023-H1 2023-H2", [(1, {3, 4}), (2, {1, 3, 4}), (("twin", 2), {1, 3, 4})]),
    ],
)
def test_spans_are_the_periods_that_others_lie_in(codes, expected):
    assert list(spans(times(codes))) == [Span(whole, frozenset(parts)) for whole, parts in expected]


@pytest.mark.parametrize(
    ("codes", "expected"),
    [
        ("", {}),
        ("2023 2024 onbekend", {1: {1}, 2: {2}, 3: {3}}),
        ("2023 2023-H1 2024 2024-Q1", {1: {1, 2}, 2: {1, 2}, 3: {3, 4}, 4: {3, 4}}),
        # One quarter in both leads from the year to the school year.
        ("2023 2022/2023 2023-Q1 2024", {1: {1, 2, 3}, 2: {1, 2, 3}, 3: {1, 2, 3}, 4: {4}}),
        # So does what they share, also without a figure of its own.
        ("2023 2022/2023 2022-H1 2024", {1: {1, 2}, 2: {1, 2}, 3: {3}, 4: {4}}),
        ("2021-2023 2021 2022-H1", {1: {1, 2, 3}, 2: {1, 2, 3}, 3: {1, 2, 3}}),
    ],
)
def test_family_is_all_that_nesting_leads_to(codes, expected):
    assert families(times(codes)) == {one: frozenset(joined) for one, joined in expected.items()}


@pytest.mark.parametrize(
    ("codes", "whole"),
    [
        ("2023 2023-H1 2023-H2", 1),
        ("2023 2023-Q1 2021-2023", 3),
        # Nothing is on top of all: whatever is hidden in one, is hidden in all of them.
        ("2023 2022/2023 2023-Q1", None),
        ("2023 2022/2023", None),
        ("~2022-2023 2022 2023", None),
        ("2023 2023-2023 2023-H1", None),
    ],
)
def test_disclosure_takes_one_family_with_or_without_a_whole(codes, whole):
    periods = times(codes)

    found = blocks(spans(periods))

    assert {found[period.pk].whole for period in periods} == {whole}
    assert len({found[period.pk] for period in periods}) == 1


def nested(periods):
    """The spans of periods that lie in each other."""
    return [
        span for span in spans(periods) if not any(one[0] == "both" for one in span.parts if isinstance(one, tuple))
    ]


@given(STRETCHES)
def test_part_lies_wholly_in_its_whole_and_never_the_other_way_round(periods):
    by_pk = {period.pk: period for period in periods}
    for span in nested(periods):
        whole = by_pk[span.whole[1] if isinstance(span.whole, tuple) else span.whole]
        for part in (by_pk[one] for one in span.parts if isinstance(one, int)):
            assert whole.start <= part.start <= part.end <= whole.end
            assert lies_in(part, whole)
            assert not lies_in(whole, part)


@given(STRETCHES)
def test_rest_is_a_part_exactly_where_a_day_is_in_none_of_the_others(periods):
    by_pk = {period.pk: period for period in periods}
    for span in nested(periods):
        pk = span.whole[1] if isinstance(span.whole, tuple) else span.whole
        days = set().union(*(days_of(by_pk[one]) for one in span.parts if isinstance(one, int)))
        assert (("rest", pk) in span.parts) == (days != days_of(by_pk[pk]))


@given(STRETCHES, st.randoms(use_true_random=False))
def test_families_part_the_periods_and_do_not_mind_the_order(periods, random):
    found = families(periods)

    assert all(one in joined and found[other] == joined for one, joined in found.items() for other in joined)
    assert found.keys() == {period.pk for period in periods}
    assert families(random.sample(periods, len(periods))) == found


@given(STRETCHES)
def test_families_have_no_day_in_common(periods):
    """So that nothing outside a family tells on what is in it."""
    found = families(periods)

    for one in periods:
        for other in periods:
            assert days_of(one).isdisjoint(days_of(other)) or found[one.pk] == found[other.pk]


@given(STRETCHES)
def test_family_is_a_block_of_disclosure(periods):
    """What the gate reads together is what is hidden together."""
    found = blocks(spans(periods))
    joined = families(periods)

    for period in periods:
        block = found.get(period.pk)
        members = {block.whole, *block.parts} if block else {period.pk}
        assert {one for one in members if isinstance(one, int)} == joined[period.pk]


def days_of(period):
    return {period.start + timedelta(days=nth) for nth in range((period.end - period.start).days + 1)}
