from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from monitor.models import PublicFigure
from monitor.models.ledger import Observation
from monitor.publication import publish, refresh, withdraw
from stroomop.lib import clock
from tests.factories import LONG_AGO, make_indicator, make_observation, make_release, make_series

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)

DAY = date(2026, 11, 22)

OBSERVATION = st.fixed_dictionaries(
    {
        "period": st.sampled_from(["2022", "2023"]),
        "value": st.sampled_from(["10", "11", "12.0", None]),
        "known_on": st.sampled_from([date(2024, month, 1) for month in (1, 2, 3)]),
        "rank": st.integers(0, 2),
        "mention_only": st.booleans(),
    }
)


@pytest.fixture
def series():
    return make_series(make_indicator())


def observe(series, period="2023", value="10", known_on=date(2024, 1, 1), published_at=None, **kwargs):
    release = make_release(known_on=known_on, published_at=published_at)
    state = {"state": "niet-gemeten"} if value is None else {}
    return make_observation(series, period, value, release=release, **state, **kwargs)


def shown(series):
    """What the public reads, in the order in which it holds."""
    fields = ("period__code", "value", "status", "mention_only", "valid_from", "valid_to")
    return list(PublicFigure.objects.filter(series=series, withdrawn_on=None).values_list(*fields))


def current(series):
    return [figure.value for figure in PublicFigure.objects.filter(series=series).held_on(DAY).in_order()]


def test_publish_shows_a_later_figure_and_keeps_the_earlier(series):
    first = observe(series, value="10", rank=10, status="voorlopig", known_on=date(2024, 1, 1))
    later = observe(series, value="11", rank=30, status="herzien", known_on=date(2024, 6, 1))

    publish([first.release, later.release])

    assert shown(series) == [
        ("2023", Decimal(10), "voorlopig", False, date(2024, 1, 1), date(2024, 6, 1)),
        ("2023", Decimal(11), "herzien", False, date(2024, 6, 1), None),
    ]


def test_publish_puts_rank_before_the_day_it_was_known(series):
    final = observe(series, value="11", rank=40, known_on=date(2023, 1, 1))
    provisional = observe(series, value="10", rank=10, known_on=date(2024, 1, 1))

    publish([final.release, provisional.release])

    assert shown(series) == [
        ("2023", Decimal(10), "onbekend", False, date(2024, 1, 1), date(2024, 1, 1)),
        ("2023", Decimal(11), "onbekend", False, date(2023, 1, 1), None),
    ]


def test_publish_never_lets_a_mention_hold(series):
    mention = observe(series, value="9", mention_only=True, rank=99, known_on=date(2025, 1, 1))

    publish([mention.release])

    assert shown(series) == [("2023", Decimal(9), "onbekend", True, date(2025, 1, 1), None)]
    assert current(series) == []


def test_publish_of_no_releases_changes_nothing(series):
    observe(series)

    publish([])

    assert shown(series) == []


def test_publish_sets_the_moment(series):
    release = observe(series).release

    with clock.fixed_at(NOW):
        publish([release])

    release.refresh_from_db()
    assert release.published_at == NOW


def test_publish_leaves_other_series_alone(series):
    other = make_series(make_indicator())
    untouched = observe(other)

    publish([observe(series).release])

    assert (shown(other), untouched.release.published_at) == ([], None)


def test_publish_twice_at_one_moment_writes_nothing_anew(series):
    release = observe(series).release
    publish([release], NOW)
    before = list(PublicFigure.objects.values_list("pk", flat=True))

    publish([release], NOW)

    assert list(PublicFigure.objects.values_list("pk", flat=True)) == before


@pytest.mark.parametrize("moment", [None, NOW + timedelta(seconds=1)])
def test_refresh_shows_no_draft_and_nothing_under_embargo(series, moment):
    first = observe(series, published_at=LONG_AGO, value="10")
    observe(series, published_at=moment, value="11", rank=99)

    with clock.fixed_at(NOW):
        refresh([first.release])

        assert current(series) == [Decimal(10)]
        assert PublicFigure.objects.count() == 1


def test_refresh_shows_what_was_under_embargo_from_its_moment(series):
    release = observe(series, published_at=NOW).release

    with clock.fixed_at(NOW):
        refresh([release])

        assert current(series) == [Decimal(10)]


def test_refresh_writes_anew_what_was_lost(series):
    release = observe(series).release
    publish([release])
    before = shown(series)
    PublicFigure.all_moments.all().delete()

    refresh([release])

    assert shown(series) == before


@settings(max_examples=20)
@given(st.lists(OBSERVATION, min_size=1, max_size=5), st.data())
def test_publish_gives_the_same_in_any_order(drawn, data):
    together, one_by_one = make_series(make_indicator()), make_series(make_indicator())
    publish([observe(together, **values).release for values in drawn])
    releases = [observe(one_by_one, **values).release for values in drawn]

    for place in data.draw(st.permutations(range(len(drawn)))):
        publish([releases[place]])

    assert sorted(shown(one_by_one), key=repr) == sorted(shown(together), key=repr)
    assert_one_holds(one_by_one)


@settings(max_examples=20)
@given(st.lists(OBSERVATION, min_size=2, max_size=5), st.data())
def test_withdrawal_leaves_what_would_have_been(drawn, data):
    never, taken_back = make_series(make_indicator()), make_series(make_indicator())
    places = range(len(drawn))
    kept = set(data.draw(st.lists(st.sampled_from(places), unique=True)))
    publish([observe(never, **values).release for place, values in enumerate(drawn) if place in kept])
    releases = [observe(taken_back, **values).release for values in drawn]

    publish(releases)
    withdraw([releases[place] for place in places if place not in kept], "Fout.")

    assert sorted(shown(taken_back), key=repr) == sorted(shown(never), key=repr)
    assert_one_holds(taken_back)


def assert_one_holds(series):
    """Exactly one for each period of which more than mentions are public, and every one of its days in order."""
    released = {"release__published_at__isnull": False, "release__withdrawn_at": None}
    published = Observation.objects.filter(series=series, mention_only=False, **released)
    figures = PublicFigure.objects.filter(series=series)
    cells = sorted(figures.held_on(DAY).values_list("period__code", flat=True))
    assert cells == sorted(set(published.values_list("period__code", flat=True)))
    assert [figure for figure in figures if figure.valid_to and figure.valid_to < figure.valid_from] == []


def test_figures_of_a_sensitive_indicator_stay_behind_the_gate():
    series = make_series(make_indicator(kind="gevoelig"))
    observation = observe(series)

    publish([observation.release])

    assert shown(series) == []


def test_figure_holds_until_the_first_that_may_replace_it_is_known(series):
    first = observe(series, value="10", rank=10, known_on=date(2020, 1, 1))
    second = observe(series, value="11", rank=20, known_on=date(2024, 1, 1))
    third = observe(series, value="12", rank=40, known_on=date(2022, 1, 1))

    publish([first.release, second.release, third.release])

    assert [figure[1:2] + figure[4:] for figure in shown(series)] == [
        (Decimal(10), date(2020, 1, 1), date(2022, 1, 1)),
        (Decimal(11), date(2024, 1, 1), date(2024, 1, 1)),
        (Decimal(12), date(2022, 1, 1), None),
    ]
