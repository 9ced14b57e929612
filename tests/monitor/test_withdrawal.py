"""A release that is taken back: what was before it holds again, and what it said stands among the corrections."""

from datetime import date

import pytest
from django.db import IntegrityError, transaction

from monitor.models import PublicFigure
from monitor.publication import publish, withdraw
from stroomop.lib import clock
from tests.factories import make_indicator
from tests.monitor.gate import all_shown, deliver, make_breakdown, shown

pytestmark = pytest.mark.django_db
MARCH, JUNE = date(2024, 3, 1), date(2024, 6, 1)
FIRST = "2022 2023\nland 100 110\nnoord 30 31\nzuid 30 39\nwest 40 40"


@pytest.fixture(autouse=True)
def _regions():
    make_breakdown("noord", "zuid", "west")


@pytest.fixture
def indicator():
    return make_indicator()


def stored():
    fields = ("series__key", "period__code", "release", "state", "value", "valid_from", "valid_to", "withdrawn_on")
    return sorted(PublicFigure.all_moments.values_list(*fields), key=repr)


def corrections():
    """What the list of corrections may say."""
    gone = PublicFigure.objects.filter(withdrawn_on__isnull=False)
    return [(str(one.period), one.value, one.state, one.release.withdrawn_reason) for one in gone.in_order()]


def test_withdrawal_restores_to_the_letter_what_was_there_before(indicator):
    publish([deliver(indicator, FIRST)])
    before, rows = shown(indicator), stored()
    revision = deliver(indicator, "2023 2024\nland 111 90", known_on=MARCH)
    publish([revision])
    assert shown(indicator)["land"] == "100 111 90"

    withdraw([revision], "Verkeerd bestand.")

    assert shown(indicator) == before
    assert [row for row in stored() if row[-1] is None] == rows


def test_withdrawn_figures_stand_among_the_corrections_with_the_reason(indicator):
    revision = deliver(indicator, "2023 2024\nland 111 90")
    publish([revision])

    withdraw([revision], "Verkeerd bestand.")

    assert corrections() == [
        ("2023", 111, "gemeten", "Verkeerd bestand."),
        ("2024", 90, "gemeten", "Verkeerd bestand."),
    ]
    assert {row[-1] for row in stored()} == {clock.today()}
    assert shown(indicator) == {}


@pytest.mark.parametrize("day", [MARCH, JUNE, date(2026, 11, 22)])
def test_withdrawn_figure_held_on_no_day(indicator, day):
    publish([deliver(indicator, FIRST)])
    revision = deliver(indicator, "2023\nland 111", known_on=MARCH)
    publish([revision])

    withdraw([revision], "Fout.")

    assert shown(indicator, day)["land"] == "100 110"
    known = PublicFigure.objects.filter(series__indicator=indicator).known_by(day)
    assert 111 not in known.values_list("value", flat=True)


def test_withdrawal_that_keeps_the_numbers_secret_tells_only_that_there_was_one(indicator):
    publish([deliver(indicator, FIRST)])
    before, rows = shown(indicator), stored()
    mistake = deliver(indicator, "2023\nland 999", note="Naam.")
    publish([mistake])

    withdraw([mistake], "Te veel gezegd.", keeps_secret=True)

    assert shown(indicator) == before
    assert [row for row in stored() if row[-1] is None] == rows
    assert corrections() == [("2023", None, "niet-getoond", "Te veel gezegd.")]
    assert set(PublicFigure.all_moments.values_list("note", flat=True)) == {""}
    mistake.refresh_from_db()
    assert (mistake.withdrawn_reason, mistake.keeps_secret) == ("Te veel gezegd.", True)


def test_small_number_that_was_taken_back_stays_hidden_with_its_sibling(indicator):
    """Who saw that something was hidden may have kept what was not."""
    publish([deliver(indicator, FIRST)])
    small = deliver(indicator, "2023\nnoord 4", known_on=MARCH)
    publish([small])

    withdraw([small], "Fout.")

    assert shown(indicator) == {"land": "100 110", "noord": "30 x", "zuid": "30 x", "west": "40 40"}
    assert corrections() == [("2023", None, "niet-getoond", "Fout.")]
    assert "31" not in all_shown(indicator)["noord"]


def test_withdrawal_of_the_last_of_three_lets_the_second_hold(indicator):
    releases = [
        deliver(indicator, f"2023\nland {value}", known_on=day)
        for value, day in ((50, date(2024, 1, 1)), (51, MARCH), (52, JUNE))
    ]
    publish(releases)

    withdraw(releases[2:], "Fout.")
    assert [shown(indicator, day)["land"] for day in (date(2024, 1, 1), MARCH, JUNE)] == ["50", "51", "51"]

    withdraw(releases[1:2], "Ook fout.")
    assert [shown(indicator, day)["land"] for day in (date(2024, 1, 1), MARCH, JUNE)] == ["50", "50", "50"]


def test_releases_of_one_file_are_taken_back_together(indicator):
    other = make_indicator()
    releases = [deliver(indicator, FIRST), deliver(other, "2023\nland 70")]
    publish(releases)

    withdraw(releases, "Verkeerd bestand.")

    assert (shown(indicator), shown(other)) == ({}, {})
    assert len(corrections()) == 9


def test_draft_that_is_taken_back_was_never_public(indicator):
    draft = deliver(indicator, FIRST)

    withdraw([draft], "Niet nodig.")

    assert (stored(), draft.published_at) == ([], None)


def test_withdrawal_of_a_mention_takes_it_off_the_page(indicator):
    mention = deliver(indicator, "2023\nland 9999", mention_only=True)
    publish([deliver(indicator, FIRST), mention])

    withdraw([mention], "Niet van deze bron.")

    known = PublicFigure.objects.known_by(date(2026, 11, 22))
    assert 9999 not in known.values_list("value", flat=True)
    assert [value for _, value, *_ in corrections()] == [9999]


def test_withdrawal_of_a_small_number_does_not_uncover_what_was_worked_out_from_it(indicator):
    derived = make_indicator(measure="aandeel", derived_from=indicator)
    publish([deliver(derived, "2023\nland 5\nnoord -87"), deliver(indicator, FIRST)])
    small = deliver(indicator, "2024\nland 4", known_on=MARCH)
    publish([small])
    assert shown(derived) == {"land": "x", "noord": "-87"}

    withdraw([small], "Fout.")

    assert shown(derived) == {"land": "x", "noord": "-87"}


def test_withdrawal_without_a_reason_is_refused_and_changes_nothing(indicator):
    release = deliver(indicator, FIRST)
    publish([release])
    rows = stored()

    with pytest.raises(IntegrityError, match="release_withdrawn_with_reason"), transaction.atomic():
        withdraw([release], "")

    assert stored() == rows
