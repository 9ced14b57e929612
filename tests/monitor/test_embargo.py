"""Figures under embargo: nobody sees them before the moment, and at the moment nobody has to do anything."""

from datetime import UTC, date, datetime, timedelta

import pytest

from monitor.models import PublicFigure
from monitor.publication import publish, refresh, refresh_indicators, withdraw
from stroomop.lib import clock
from tests.factories import make_indicator
from tests.monitor.gate import all_shown, deliver, make_breakdown, shown
from tests.pages import main, rows

pytestmark = pytest.mark.django_db
# Far ahead: the database has a clock of its own, that no test stops.
MOMENT = datetime(2999, 6, 1, 7, tzinfo=UTC)
BEFORE, LATER = MOMENT - timedelta(microseconds=1), MOMENT + timedelta(days=30)
LAST_DAY = date(2999, 12, 31)
OPEN = "2023\nland 100\nnoord 30\nzuid 31\nwest 39"
HELD_BACK = "2023 2024\nland 112 90"


@pytest.fixture(autouse=True)
def _regions():
    make_breakdown("noord", "zuid", "west")


@pytest.fixture
def indicator():
    return make_indicator(name="Testen")


def at(moment, indicator, day=LAST_DAY):
    with clock.fixed_at(moment):
        return shown(indicator, day)


def stored():
    fields = ("series__key", "period__code", "value", "valid_to", "visible_from", "visible_to")
    return sorted(PublicFigure.all_moments.values_list(*fields), key=repr)


def test_figures_under_embargo_are_not_there_before_and_there_at_their_moment(indicator):
    publish([deliver(indicator, HELD_BACK)], MOMENT)

    assert (at(BEFORE, indicator), at(MOMENT, indicator)) == ({}, {"land": "112 90"})
    with clock.fixed_at(BEFORE):
        assert (PublicFigure.objects.count(), indicator.series.get().figures.count()) == (0, 0)


def test_what_held_before_holds_until_the_moment(indicator):
    publish([deliver(indicator, OPEN)])
    publish([deliver(indicator, HELD_BACK, known_on=date(2024, 6, 1))], MOMENT)

    with clock.fixed_at(BEFORE):
        assert shown(indicator, LAST_DAY)["land"] == "100"
        assert all_shown(indicator)["land"] == ["100"]
    with clock.fixed_at(MOMENT):
        assert shown(indicator, LAST_DAY)["land"] == "112 90"
        assert shown(indicator, date(2024, 5, 31))["land"] == "100"
        assert all_shown(indicator)["land"] == ["100", "112", "90"]


@pytest.mark.parametrize("question", ["", "?stand=2025-01-01", "?stand=2999-06-01", "?stand=2999-12-31"])
def test_pages_tell_nothing_before_and_all_at_the_moment(client, indicator, question):
    publish([deliver(indicator, "2024\nland 7654321")], MOMENT)
    addresses = [f"{address}{question}" for address in ("/monitor/", indicator.get_absolute_url())] + ["/"]

    for moment, there in ((BEFORE, False), (MOMENT, True)):
        with clock.fixed_at(moment):
            assert ["7.654.321" in main(client.get(address)) for address in addresses] == [there] * 3


def test_page_after_the_moment_shows_what_was_said_before(client, indicator):
    publish([deliver(indicator, OPEN)])
    publish([deliver(indicator, HELD_BACK, known_on=date(2024, 6, 1))], MOMENT)

    with clock.fixed_at(BEFORE):
        assert [row[:2] for row in rows(client.get(indicator.get_absolute_url()))][:1] == [["2023", "100"]]
    with clock.fixed_at(MOMENT):
        found = [row[:2] for row in rows(client.get(indicator.get_absolute_url()))]
    assert [row for row in found if row[0] in ("2023", "2024")] == [["2023", "112"], ["2024", "90"], ["2023", "100"]]


def test_hiding_for_the_sake_of_figures_under_embargo_begins_at_their_moment(indicator):
    publish([deliver(indicator, OPEN)])
    publish([deliver(indicator, "2023\nnoord 4", mention_only=True)], MOMENT)

    assert at(BEFORE, indicator) == {"land": "100", "noord": "30", "zuid": "31", "west": "39"}
    assert at(MOMENT, indicator) == {"land": "100", "noord": "x", "zuid": "31", "west": "x"}


def test_what_was_worked_out_from_figures_under_embargo_is_hidden_at_their_moment(indicator):
    derived = make_indicator(measure="aandeel", derived_from=indicator)
    publish([deliver(derived, "2022 2023\nnoord -87 10\nwest 5 6")])
    publish([deliver(indicator, "2023\nland 73\nnoord 4\nzuid 30\nwest 39")], MOMENT)

    assert at(BEFORE, derived) == {"noord": "-87 10", "west": "5 6"}
    assert at(MOMENT, derived) == {"noord": "x x", "west": "5 6"}


def test_two_embargoes_end_one_after_the_other(indicator):
    publish([deliver(indicator, "2023\nland 50")])
    publish([deliver(indicator, "2023\nland 52", rank=2)], LATER)
    publish([deliver(indicator, "2023\nland 51", rank=1)], MOMENT)

    assert [at(moment, indicator)["land"] for moment in (BEFORE, MOMENT, LATER)] == ["50", "51", "52"]


def test_later_embargo_on_what_ranks_lower_changes_nothing_that_holds(indicator):
    publish([deliver(indicator, "2023\nland 51", rank=2)])
    publish([deliver(indicator, "2023\nland 50", rank=1, known_on=date(2023, 1, 1))], MOMENT)

    assert (at(BEFORE, indicator), at(MOMENT, indicator)) == ({"land": "51"}, {"land": "51"})
    assert at(BEFORE, indicator, date(2023, 6, 1)) == {}
    assert at(MOMENT, indicator, date(2023, 6, 1)) == {"land": "50"}


def test_release_before_the_moment_stands_under_what_comes_at_the_moment(indicator):
    publish([deliver(indicator, HELD_BACK, known_on=date(2024, 6, 1))], MOMENT)
    publish([deliver(indicator, OPEN)])

    assert (at(BEFORE, indicator)["land"], at(MOMENT, indicator)["land"]) == ("100", "112 90")


def test_release_taken_back_before_its_moment_never_becomes_public(indicator):
    publish([deliver(indicator, OPEN)])
    before = stored()
    release = deliver(indicator, "2023 2024\nland 112 90\nnoord 4 5")
    publish([release], MOMENT)

    withdraw([release], "Te vroeg.")

    release.refresh_from_db()
    assert (release.published_at, release.withdrawn_reason) == (None, "Te vroeg.")
    assert at(MOMENT, indicator) == at(BEFORE, indicator) == {"land": "100", "noord": "30", "zuid": "31", "west": "39"}
    assert stored() == before


def test_release_under_it_may_be_taken_back_before_the_moment(indicator):
    first = deliver(indicator, OPEN)
    publish([first])
    publish([deliver(indicator, HELD_BACK, known_on=date(2024, 6, 1))], MOMENT)

    withdraw([first], "Fout.")

    assert (at(BEFORE, indicator), at(MOMENT, indicator)) == ({}, {"land": "112 90"})


def test_embargo_may_be_moved_and_lifted_until_its_moment(indicator):
    release = deliver(indicator, HELD_BACK)
    publish([release], MOMENT)

    publish([release], LATER)
    assert (at(MOMENT, indicator), at(LATER, indicator)) == ({}, {"land": "112 90"})

    publish([release])
    assert shown(indicator) == {"land": "112 90"}


def test_refresh_after_the_moment_shows_the_same(indicator):
    publish([deliver(indicator, OPEN)])
    release = deliver(indicator, HELD_BACK, known_on=date(2024, 6, 1))
    publish([release], MOMENT)
    by_itself = at(MOMENT, indicator)

    with clock.fixed_at(LATER):
        refresh([release])

    assert at(MOMENT, indicator) == by_itself
    assert {visible_to for *_, visible_to in stored()} == {None}


def test_rule_that_is_changed_holds_for_what_is_still_under_embargo(indicator):
    publish([deliver(indicator, "2024\nland 40")], MOMENT)
    indicator.smallest = 50
    indicator.save()

    refresh_indicators([indicator])

    assert (at(BEFORE, indicator), at(MOMENT, indicator)) == ({}, {"land": "x"})


def test_figure_that_stays_the_same_through_the_moment_is_written_once(indicator):
    publish([deliver(indicator, "2022 2023\nland 50 51")])
    publish([deliver(indicator, "2023\nland 53", known_on=date(2024, 6, 1))], MOMENT)

    always = datetime(2000, 1, 1, tzinfo=UTC)
    assert stored() == [
        ("", "2022", 50, None, always, None),
        ("", "2023", 51, None, always, MOMENT),
        ("", "2023", 51, date(2024, 6, 1), MOMENT, None),
        ("", "2023", 53, None, MOMENT, None),
    ]
