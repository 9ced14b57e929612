"""Answers of a panel through the gate: what is published, when, and until when."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.db import IntegrityError
from hypothesis import given, settings
from hypothesis import strategies as st

from monitor.models import PublicAnswer
from monitor.panel_rule import MINIMUM
from monitor.publication import publish, withdraw
from stroomop.lib import clock
from tests.factories import make_release, make_source, make_stelling
from tests.monitor.panel.answers import TODAY, deliver, shown

pytestmark = pytest.mark.django_db
MARCH, JUNE = date(2024, 3, 1), date(2024, 6, 1)
MOMENT = datetime(2999, 6, 1, 7, tzinfo=UTC)
BEFORE, LATER = MOMENT - timedelta(microseconds=1), MOMENT + timedelta(days=30)
LAST_DAY = date(2999, 12, 31)
OPEN, NEXT = "11 22 33 4", "22 22 33 4"


@pytest.fixture
def stelling(db):
    return make_stelling()


def at(moment, stelling):
    with clock.fixed_at(moment):
        return shown(stelling, LAST_DAY)


def stored():
    fields = (
        "stelling",
        "group",
        "answer",
        "number",
        "release",
        "valid_from",
        "valid_to",
        "visible_from",
        "visible_to",
    )
    return sorted(PublicAnswer.all_moments.values_list(*fields), key=repr)


def test_draft_is_not_public(stelling):
    deliver(stelling, jongeren=OPEN)

    assert stored() == []


def test_published_answers_are_public_by_group(stelling):
    other = make_stelling()
    release = deliver(stelling, jongeren=OPEN, ouders="0 0 11 1")
    deliver(other, release, professionals="5 5 0 0")

    publish([release])

    assert shown(stelling) == {"jongeren": OPEN, "ouders": "0 0 11 1"}
    assert shown(other) == {"professionals": "5 5 0 0"}


@pytest.mark.parametrize("counts", ["3 2 2 2", "0 0 0 0", "0 11 0 0", "0 0 0 99"])
def test_small_group_and_one_of_a_single_mind_are_hidden(stelling, counts):
    publish([deliver(stelling, jongeren=counts, ouders=OPEN)])

    assert shown(stelling) == {"jongeren": "x", "ouders": OPEN}
    assert PublicAnswer.all_moments.filter(group="jongeren").count() == 1


def test_newest_release_of_a_group_holds_from_its_day(stelling):
    publish([deliver(stelling, jongeren=OPEN, ouders="5 5 0 0")])
    publish([deliver(stelling, known_on=MARCH, jongeren=NEXT)])

    assert shown(stelling) == {"ouders": "5 5 0 0", "jongeren": NEXT}
    assert shown(stelling, date(2024, 2, 29)) == {"jongeren": OPEN, "ouders": "5 5 0 0"}
    assert shown(stelling, date(2023, 12, 31)) == {}


def test_of_two_releases_of_one_day_the_last_that_came_holds(stelling):
    source = make_source()
    first, last = (make_release(source=source, version=version, published_at=None) for version in (1, 2))
    publish([deliver(stelling, first, jongeren=OPEN), deliver(stelling, last, jongeren=NEXT)])

    assert shown(stelling) == {"jongeren": NEXT}


def test_order_of_publishing_makes_no_difference(stelling):
    newer = deliver(stelling, known_on=MARCH, jongeren=NEXT)
    publish([newer])
    publish([deliver(stelling, jongeren=OPEN)])

    assert shown(stelling) == {"jongeren": NEXT}
    assert shown(stelling, date(2024, 2, 1)) == {"jongeren": OPEN}


def test_earlier_answers_go_when_the_next_tell_of_a_few_people_more(stelling):
    publish([deliver(stelling, jongeren="5 5 0 0")])
    publish([deliver(stelling, known_on=MARCH, jongeren="5 6 0 0")])

    assert shown(stelling) == {"jongeren": "5 6 0 0"}
    assert shown(stelling, date(2024, 2, 1)) == {"jongeren": "x"}


def test_embargo_ends_by_itself(stelling):
    publish([deliver(stelling, jongeren=OPEN)])
    publish([deliver(stelling, known_on=MARCH, jongeren=NEXT, ouders="5 5 0 0")], MOMENT)

    assert at(BEFORE, stelling) == {"jongeren": OPEN}
    assert at(MOMENT, stelling) == {"jongeren": NEXT, "ouders": "5 5 0 0"}
    with clock.fixed_at(BEFORE):
        assert shown(stelling, date(2024, 2, 1)) == {"jongeren": OPEN}


def test_two_embargoes_end_one_after_the_other(stelling):
    publish([deliver(stelling, known_on=JUNE, jongeren="9 9 9 9")], LATER)
    publish([deliver(stelling, known_on=MARCH, jongeren="5 6 0 0")], MOMENT)
    publish([deliver(stelling, jongeren="5 5 0 0")])

    assert [at(moment, stelling) for moment in (BEFORE, MOMENT, LATER)] == [
        {"jongeren": "5 5 0 0"}, {"jongeren": "5 6 0 0"}, {"jongeren": "9 9 9 9"},
    ]  # fmt: skip


def test_withdrawal_restores_to_the_letter_what_was_there_before(stelling):
    publish([deliver(stelling, jongeren=OPEN)])
    before = stored()
    mistake = deliver(stelling, known_on=MARCH, jongeren=NEXT, ouders="5 5 0 0")
    publish([mistake])

    withdraw([mistake], "Verkeerde tabel.")

    assert stored() == before
    assert shown(stelling) == {"jongeren": OPEN}


def test_withdrawal_before_the_moment_never_becomes_public(stelling):
    release = deliver(stelling, jongeren=OPEN)
    publish([release], MOMENT)

    withdraw([release], "Te vroeg.")

    assert stored() == []


def test_publish_leaves_other_stellingen_alone(stelling):
    other = make_stelling()
    deliver(other, jongeren=OPEN)
    publish([deliver(stelling, jongeren=OPEN)])

    assert shown(other) == {}


@pytest.mark.parametrize("count", [1, 3])
def test_publish_asks_a_fixed_number_of_queries_for_a_stelling(stelling, django_assert_num_queries, count):
    publish([deliver(stelling, known_on=date(2024, number, 1), jongeren=OPEN, ouders=NEXT) for number in (1, 2)])
    releases = [deliver(stelling, make_release(published_at=None), jongeren=OPEN) for _ in range(count)]

    with django_assert_num_queries(12 + count):
        publish(releases)


COUNTS = st.lists(st.integers(0, 12), min_size=4, max_size=4)


@settings(max_examples=20)
@given(st.lists(COUNTS, min_size=1, max_size=4))
def test_public_never_reads_of_a_small_group(drawn):
    stelling = make_stelling()
    days = [date(2024, number, 1) for number in range(1, len(drawn) + 1)]
    publish([
        deliver(stelling, known_on=day, jongeren=" ".join(map(str, counts)))
        for day, counts in zip(days, drawn, strict=True)
    ])  # fmt: skip

    for day in [*days, TODAY]:
        told = shown(stelling, day)["jongeren"]
        assert told == "x" or sum(map(int, told.split())) >= MINIMUM
    answers = PublicAnswer.all_moments.filter(stelling=stelling)
    assert answers.filter(valid_to=None).values("release").distinct().count() == 1


@pytest.mark.parametrize(
    ("wrong", "constraint"),
    [
        ({"number": None}, "public_answer_number_or_hidden"),
        ({"valid_to": date(2023, 1, 1)}, "public_answer_valid"),
        ({"visible_to": datetime(1999, 1, 1, tzinfo=UTC)}, "public_answer_visible"),
    ],
)
def test_database_refuses_what_makes_no_sense(stelling, wrong, constraint):
    values = {"stelling": stelling, "group": "jongeren", "answer": stelling.scale.answers.first(), "number": 11}
    plain = {"release": make_release(), "valid_from": date(2024, 1, 1)}

    with pytest.raises(IntegrityError, match=constraint):
        PublicAnswer.objects.create(**values | plain | wrong)


def test_public_answer_calls_itself_by_what_it_is(stelling):
    publish([deliver(stelling, jongeren=OPEN, ouders="1 1 1 1")])

    names = [str(one) for one in PublicAnswer.objects.filter(stelling=stelling)]
    assert (names[0], names[-1]) == (f"{stelling}, jongeren: oneens", f"{stelling}, ouders: niet getoond")
