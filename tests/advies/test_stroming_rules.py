"""What must hold of the rule for whatever news, checks and days."""

from dataclasses import replace
from datetime import date, timedelta

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from advies.stroming import CHECK_MONTHS, FLOWING_KINDS, Sign, State, stroming
from stroomop.lib.dates import add_months

# From fresh to stale. Nothing known is staler than an old measure. Last is that we did not look: then we can't tell.
STALENESS = [State.FLOWS, State.RIPPLES, State.STILL, State.UNDATED, State.UNCHECKED].index

OTHER_KINDS = ("onderzoek", "kritiek", "afspraak", "bericht")
# Few enough years that things fall together.
DAYS = st.dates(date(2023, 1, 1), date(2026, 12, 31))
MAYBE = st.none() | DAYS


def signs_of(kinds, days=DAYS):
    maybe = st.none() | days
    return st.builds(Sign, st.sampled_from(sorted(kinds)), maybe, maybe, st.none() | DAYS, days)


FLOW, OTHER = signs_of(FLOWING_KINDS), signs_of(OTHER_KINDS)
NEWS = st.lists(FLOW | OTHER, max_size=4)
many = settings(max_examples=300)


def state_of(signs, last_check, day):
    return stroming(signs, last_check=last_check, done=False, day=day).state


@many
@given(NEWS, FLOW, MAYBE, DAYS)
def test_more_flow_never_makes_it_staler(signs, flow, last_check, day):
    before, after = state_of(signs, last_check, day), state_of([*signs, flow], last_check, day)

    assert STALENESS(after) <= STALENESS(before)


@many
@given(NEWS, st.sampled_from(sorted(FLOWING_KINDS)), st.integers(0, 500), MAYBE, DAYS)
def test_later_flow_never_makes_it_staler(signs, kind, age, last_check, day):
    on = day - timedelta(age)
    signs = [sign for sign in signs if sign.day is None or sign.day <= on]

    before = state_of(signs, last_check, day)
    after = stroming([*signs, Sign(kind, on, on, None, on)], last_check=last_check, done=False, day=day)

    assert STALENESS(after.state) <= STALENESS(before)
    assert after.last_flow == on


@many
@given(NEWS, FLOW, DAYS, st.integers(1, 500), MAYBE, DAYS)
def test_flow_that_runs_longer_never_makes_it_staler(signs, flow, until, days, last_check, day):
    shorter = state_of([*signs, replace(flow, runs_until=until)], last_check, day)
    longer = state_of([*signs, replace(flow, runs_until=until + timedelta(days))], last_check, day)

    assert STALENESS(longer) <= STALENESS(shorter)


@many
@given(NEWS, MAYBE, DAYS)
def test_check_never_makes_it_flow(signs, last_check, day):
    """With a check it is what the flow says; without a recent one it is that, or unchecked."""
    by_flow = state_of(signs, day, day)

    assert state_of(signs, last_check, day) in {by_flow, State.UNCHECKED}


@many
@given(st.lists(OTHER, max_size=4), MAYBE, DAYS)
def test_check_without_any_flow_never_makes_it_flow(signs, last_check, day):
    assert state_of(signs, last_check, day) in {State.UNDATED, State.UNCHECKED}


@many
@given(NEWS, DAYS, st.integers(0, 500), DAYS)
def test_later_check_takes_nothing_away(signs, last_check, days, day):
    later = min(last_check + timedelta(days), day)
    assume(last_check <= day)

    assert STALENESS(state_of(signs, later, day)) <= STALENESS(state_of(signs, last_check, day))


@many
@given(NEWS, OTHER, MAYBE, st.booleans(), DAYS)
def test_other_news_never_changes_the_state(signs, other, last_check, done, day):
    before = stroming(signs, last_check=last_check, done=done, day=day)
    after = stroming([*signs, other], last_check=last_check, done=done, day=day)

    assert replace(after, last_news=before.last_news, undated_news=before.undated_news) == before


@many
@given(NEWS, FLOW, MAYBE, DAYS, st.integers(0, 500), st.integers(0, 500))
def test_measure_that_runs_now_is_never_still_nor_unchecked(signs, flow, last_check, day, since, left):
    start = flow.start and day - timedelta(since)
    running = replace(flow, start=start, runs_until=day + timedelta(left), known_on=day - timedelta(since))

    found = stroming([*signs, running], last_check=last_check, done=False, day=day)

    assert found.state == State.FLOWS
    assert found.running.runs_until >= running.runs_until


@many
@given(NEWS.flatmap(lambda signs: st.tuples(st.just(signs), st.permutations(signs))), MAYBE, st.booleans(), DAYS)
def test_order_of_entry_does_not_matter(orders, last_check, done, day):
    first, second = (stroming(signs, last_check=last_check, done=done, day=day) for signs in orders)

    assert first == second


@many
@given(NEWS, MAYBE, DAYS)
def test_nothing_is_called_still_without_a_recent_check(signs, last_check, day):
    is_recent = last_check is not None and last_check <= day < add_months(last_check, CHECK_MONTHS)

    found = stroming(signs, last_check=last_check, done=False, day=day)

    assert is_recent or found.state == (State.FLOWS if found.running else State.UNCHECKED)
    assert not is_recent or found.state != State.UNCHECKED


@many
@given(NEWS, st.lists(FLOW | OTHER, max_size=2), st.integers(1, 500), MAYBE, DAYS)
def test_news_that_is_known_later_changes_nothing(signs, later, days, last_check, day):
    later = [replace(sign, known_on=day + timedelta(days)) for sign in later]

    found = stroming([*signs, *later], last_check=last_check, done=False, day=day)

    assert found == stroming(signs, last_check=last_check, done=False, day=day)


@many
@given(NEWS, DAYS, DAYS, DAYS)
def test_check_after_the_day_is_no_check(signs, last_check, one, other):
    day, last_check = min(one, last_check), max(other, last_check)
    assume(day < last_check)

    found = stroming(signs, last_check=last_check, done=False, day=day)

    assert found == stroming(signs, last_check=None, done=False, day=day)


BEGUN = st.dates(date(2023, 1, 1), date(2024, 6, 1))


@many
@given(st.lists(signs_of([*FLOWING_KINDS, *OTHER_KINDS], BEGUN), max_size=4), MAYBE, DAYS)
def test_days_that_pass_without_news_only_make_it_staler(signs, last_check, day):
    """Walked in leaps of some weeks, from the day on which all that is known has begun."""
    first = max([date(2024, 6, 1), last_check or day])

    walk = [state_of(signs, last_check, first + timedelta(days)) for days in range(0, 1200, 17)]

    assert walk == sorted(walk, key=STALENESS)


@many
@given(NEWS, MAYBE, DAYS)
def test_only_a_judgement_closes_it(signs, last_check, day):
    open_ = stroming(signs, last_check=last_check, done=False, day=day)
    closed = stroming(signs, last_check=last_check, done=True, day=day)

    assert open_.state != State.DONE
    assert closed == replace(open_, state=State.DONE)


ANY_DAY = st.dates() | st.sampled_from([date.min, date.max])
ANY_SIGN = st.builds(Sign, st.text(), *[st.none() | ANY_DAY] * 3, ANY_DAY) | signs_of(FLOWING_KINDS, ANY_DAY)


@many
@given(st.lists(ANY_SIGN, max_size=4), st.none() | ANY_DAY, st.booleans(), ANY_DAY)
def test_any_day_there_is_gives_an_answer(signs, last_check, done, day):
    found = stroming(signs, last_check=last_check, done=done, day=day)

    assert (found.months is None) == (found.last_flow is None)
    assert found.last_news is None or found.last_news <= day
