"""Of all versions of a figure one holds, whatever the order in which they came."""

from hypothesis import given
from hypothesis import strategies as st

from monitor.read_model import read_model
from tests.monitor.ledger_rows import JANUARY, JUNE, LAND, LAYOUT, MARCH, NORTH, said

ROWS = st.lists(
    st.builds(
        said,
        st.sampled_from([LAND, NORTH]),
        st.sampled_from(["0", "10", "12", None]),
        release=st.integers(1, 9),
        rank=st.integers(0, 2),
        known_on=st.sampled_from([JANUARY, MARCH, JUNE]),
        mention_only=st.booleans(),
        withdrawn_on=st.sampled_from([None, None, JUNE]),
        keeps_secret=st.booleans(),
    ),
    max_size=6,
    unique_by=lambda row: (row.series, row.release),
)


@given(ROWS, st.randoms(use_true_random=False))
def test_read_model_is_the_same_whatever_the_order_of_the_ledger(rows, random):
    first = list(read_model(rows, frozenset(), LAYOUT))
    again = list(read_model(random.sample(rows, len(rows)), frozenset(), LAYOUT))

    assert sorted(first, key=repr) == sorted(again, key=repr)


@given(ROWS)
def test_one_holds_on_every_day_since_the_first_was_known(rows):
    shown = list(read_model(rows, frozenset(), LAYOUT))

    for series in (LAND, NORTH):
        line = [one for one in rows if one.series == series and not one.mention_only and one.withdrawn_on is None]
        for day in (JANUARY, MARCH, JUNE):
            then = [one for one in shown if one.series_id == series and one.valid_from <= day and not one.mention_only]
            held = [one for one in then if one.withdrawn_on is None and (one.valid_to is None or one.valid_to > day)]
            known = [one for one in line if one.known_on <= day]
            last = max(known, key=lambda one: (one.rank, one.known_on, one.release), default=None)
            assert [one.release_id for one in held] == ([last.release] if last else [])
