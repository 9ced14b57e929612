"""What was public stays, whoever asks: a model, a queryset or plain SQL."""

import time
from datetime import UTC, date, datetime, timedelta

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from stroomop.lib import append_only, clock
from tests.factories import LONG_AGO

from .promises import DAY, Letter, Look, Term, assert_refused, execute, make_term

pytestmark = pytest.mark.usefixtures("promises")
OTHER_DAY = date(2022, 9, 1)


def save(term):
    term.day = OTHER_DAY
    term.save()


def bulk_update(term):
    term.day = OTHER_DAY
    Term.objects.bulk_update([term], ["day"])


CHANGES = {
    "save": save,
    "update": lambda term: Term.objects.filter(pk=term.pk).update(day=OTHER_DAY),
    "bulk_update": bulk_update,
    "plain SQL": lambda term: execute("UPDATE lib_term SET day = '2022-09-01' WHERE id = %s", term.pk),
}
DELETIONS = {
    "delete": lambda term: term.delete(),
    "delete many": lambda term: Term.objects.all().delete(),
    "delete with the parent": lambda term: Letter.objects.all().delete(),
    "plain SQL": lambda term: execute("DELETE FROM lib_term WHERE id = %s", term.pk),
}
WAYS = pytest.mark.parametrize("way", [*CHANGES.values(), *DELETIONS.values()], ids=[*CHANGES, *DELETIONS])
DRAFTS = pytest.mark.parametrize("moment", [None, datetime(9999, 1, 1, tzinfo=UTC)], ids=["concept", "scheduled"])


@WAYS
def test_public_row_stays_whoever_asks(way):
    term = make_term()

    with pytest.raises(IntegrityError, match=r"^append-only: lib_term\b"), transaction.atomic():
        way(term)

    assert Term.objects.values_list("day", "wording").get() == (DAY, "najaar")


@WAYS
@DRAFTS
def test_draft_may_change_and_go(way, moment):
    term = make_term(moment)

    way(term)

    assert list(Term.objects.values_list("day", flat=True)) == ([] if way in DELETIONS.values() else [OTHER_DAY])


def test_other_fields_of_a_public_row_may_change():
    term = make_term()
    term.wording = "in het najaar"
    term.save()
    Letter.objects.update(title="De brief")

    assert Term.objects.values_list("wording", "promise__letter__title").get() == ("in het najaar", "De brief")


@pytest.mark.parametrize("day", ["NULL", "'2021-09-02'", "'2021-08-31'"])
def test_every_other_value_is_a_change(day):
    make_term()

    assert_refused(f"UPDATE lib_term SET day = {day}")


def test_value_for_what_was_unknown_is_a_change():
    make_term(day=None)

    assert_refused("UPDATE lib_term SET day = '2021-09-01'")


def test_same_value_is_no_change():
    make_term()

    execute("UPDATE lib_term SET day = '2021-09-01', number = 1, wording = 'herfst'")

    assert Term.objects.get().wording == "herfst"


def test_row_keeps_its_key_and_its_way_to_publication():
    public, draft = make_term(), make_term(None)

    assert_refused("UPDATE lib_term SET id = 99 WHERE id = %s", public.pk)
    assert_refused("UPDATE lib_term SET promise_id = %s WHERE id = %s", draft.promise.pk, public.pk)
    assert_refused(
        "UPDATE lib_promise SET letter_id = %s WHERE id = %s",
        draft.promise.letter.pk,
        public.promise.pk,
        table="lib_promise",
    )
    for moment in ("NULL", "'9999-01-01'", "'2019-12-31'"):
        assert_refused(f"UPDATE lib_letter SET published_at = {moment} WHERE slug = 'brief-0'", table="lib_letter")


def test_row_of_a_draft_may_become_public_and_then_stays():
    make_term(None)

    Letter.objects.update(published_at=LONG_AGO)

    assert_refused("DELETE FROM lib_term")


def test_row_that_is_public_from_the_first_moment_stays():
    Look.objects.create(day=DAY, note="Gekeken.")

    Look.objects.update(note="Goed gekeken.")

    assert_refused("UPDATE lib_look SET day = '2022-09-01'", table="lib_look")
    assert_refused("DELETE FROM lib_look", table="lib_look")
    assert Look.objects.get().note == "Goed gekeken."


@pytest.mark.parametrize("microsecond", [0, 1, 120_000, 999_999])
@pytest.mark.parametrize(("seconds", "public"), [(-60, True), (-2, True), (60, False)])
def test_clock_of_the_database_says_what_is_public(seconds, public, microsecond):
    """Whole seconds and parts of them are written differently in SQLite; a stopped clock of ours opens nothing."""
    moment = timezone.now().replace(microsecond=microsecond) + timedelta(seconds=seconds)
    make_term(moment)

    with clock.fixed_at(LONG_AGO - timedelta(days=1)):
        if public:
            assert_refused("DELETE FROM lib_term")
        else:
            execute("DELETE FROM lib_term")


def test_moment_that_passes_closes_the_row():
    """Within one transaction too."""
    make_term(timezone.now() + timedelta(seconds=0.3))
    execute("UPDATE lib_term SET number = 2")

    time.sleep(0.4)

    assert_refused("UPDATE lib_term SET number = 3")


def test_frozen_fields_are_those_that_the_database_keeps():
    public, draft = make_term(), make_term(None)
    look = Look.objects.create(day=DAY)

    assert append_only.frozen_fields(public) == ("id", "promise", "number", "day")
    assert append_only.frozen_fields(public.promise.letter) == ("id", "published_at", "slug")
    assert append_only.frozen_fields(look) == ("id", "day")
    assert (
        append_only.frozen_fields(draft) == append_only.frozen_fields(Term()) == append_only.frozen_fields(Look()) == ()
    )


def test_frozen_fields_follow_what_is_stored_and_our_clock():
    letter = make_term(datetime(2024, 1, 1, tzinfo=UTC)).promise.letter
    letter.published_at = None
    moments = [datetime(2023, 12, 31, 23, 59, 59, tzinfo=UTC), datetime(2024, 1, 1, tzinfo=UTC)]

    frozen = []
    for moment in moments:
        with clock.fixed_at(moment):
            frozen.append(append_only.frozen_fields(letter))

    assert frozen == [(), ("id", "published_at", "slug")]
