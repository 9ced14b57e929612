from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from monitor.models import PublicFigure, Series
from monitor.models.ledger import Observation
from monitor.publication import publish, refresh
from stroomop.lib import clock
from tests.factories import LONG_AGO, make_indicator, make_observation, make_release, make_series

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)

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
    return make_observation(series, period, value, release=release, **kwargs)


def shown(series):
    """What the public reads, in the order in which it holds."""
    fields = ("period__code", "value", "status", "mention_only", "valid_from", "valid_to")
    return list(PublicFigure.objects.filter(series=series).values_list(*fields))


def current(series):
    return [figure.value for figure in PublicFigure.objects.filter(series=series).current().in_order()]


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
    assert [figure.is_current for figure in PublicFigure.objects.all()] == [False]


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


@pytest.mark.parametrize("moment", [None, NOW + timedelta(seconds=1)])
def test_refresh_shows_no_draft_and_nothing_under_embargo(series, moment):
    observe(series, published_at=LONG_AGO, value="10")
    observe(series, published_at=moment, value="11", rank=99)

    with clock.fixed_at(NOW):
        refresh([series])

    assert current(series) == [Decimal(10)]
    assert PublicFigure.objects.count() == 1


def test_refresh_shows_what_was_under_embargo_from_its_moment(series):
    observe(series, published_at=NOW)

    with clock.fixed_at(NOW):
        refresh([series])

    assert current(series) == [Decimal(10)]


def test_refresh_after_withdrawal_restores_what_held_before(series):
    first, revision = observe(series, value="10"), observe(series, value="11", known_on=date(2024, 2, 1))
    publish([first.release])
    before = shown(series)
    publish([revision.release])
    assert current(series) == [Decimal(11)]

    revision.release.published_at = None
    revision.release.save()
    refresh([series])

    assert shown(series) == before


@settings(deadline=None, max_examples=40)
@given(st.lists(OBSERVATION, min_size=1, max_size=5), st.data())
def test_publish_gives_the_same_in_any_order(drawn, data):
    series = make_series(make_indicator())
    releases = [observe(series, **values).release for values in drawn]
    publish(releases)
    together = shown(series)

    withdraw(series, releases)
    for release in data.draw(st.permutations(releases)):
        publish([release])

    assert shown(series) == together
    assert_one_holds(series)


@settings(deadline=None, max_examples=40)
@given(st.lists(OBSERVATION, min_size=2, max_size=5), st.data())
def test_withdrawal_leaves_what_would_have_been(drawn, data):
    series = make_series(make_indicator())
    releases = [observe(series, **values).release for values in drawn]
    kept = data.draw(st.lists(st.sampled_from(releases), unique_by=lambda release: release.pk))
    publish(kept)
    without = shown(series)

    publish(releases)
    withdraw(series, [release for release in releases if release not in kept])

    assert shown(series) == without
    assert_one_holds(series)


def withdraw(series, releases):
    for release in releases:
        release.published_at = None
        release.save()
    refresh(Series.objects.filter(pk=series.pk))


def assert_one_holds(series):
    """Exactly one for each period of which more than mentions are public, and every one of its days in order."""
    published = Observation.objects.filter(series=series, release__published_at__isnull=False, mention_only=False)
    figures = PublicFigure.objects.filter(series=series)
    cells = sorted(figures.current().values_list("period__code", flat=True))
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
