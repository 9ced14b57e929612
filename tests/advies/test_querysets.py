from datetime import UTC, date, datetime

import pytest

from advies.models import Advies, Bearing, News, RelatedProject, RelatedPublication, Responsibility, Statement
from tests.factories import (
    make_advies,
    make_assessment,
    make_check,
    make_news,
    make_organisation,
    make_project,
    make_publication,
    make_related_project,
    make_related_publication,
    make_report,
    make_responsibility,
    make_statement,
)

pytestmark = pytest.mark.django_db
PAST, FUTURE = datetime(2021, 1, 1, tzinfo=UTC), datetime(2999, 1, 1, tzinfo=UTC)
BEFORE, DAY, AFTER = date(2023, 12, 31), date(2024, 1, 1), date(2024, 1, 2)


def test_news_newest_first_puts_undated_news_last():
    start = {"precision": "jaar", "date_from": date(2021, 1, 1)}
    undated = make_news()
    only_end = make_news(precision="jaar", date_to=date(2024, 12, 31))
    old, same_day = make_news(**start), make_news(**start)
    new = make_news(precision="dag", date_from=date(2023, 5, 1))

    assert list(News.objects.newest_first()) == [new, same_day, old, only_end, undated]


def test_news_as_of_a_day_was_known_by_then_and_is_public_now():
    known = make_news(known_on=DAY)
    make_news(known_on=AFTER)
    make_news(known_on=BEFORE, published_at=None)
    make_news(known_on=BEFORE, published_at=FUTURE)
    make_news(known_on=BEFORE, archived_at=PAST)

    assert [list(News.objects.as_of(day)) for day in (BEFORE, DAY)] == [[], [known]]


def test_news_is_corrected_from_the_day_that_its_correction_is_known():
    first = make_news(known_on=BEFORE)
    second = make_news(known_on=DAY, supersedes=first)
    third = make_news(known_on=AFTER, supersedes=second)

    assert [list(News.objects.as_of(day)) for day in (BEFORE, DAY, AFTER)] == [[first], [second], [third]]


@pytest.mark.parametrize("moments", [{"published_at": None}, {"published_at": FUTURE}, {"archived_at": PAST}])
def test_news_is_not_corrected_by_what_is_not_public(moments):
    first = make_news(known_on=BEFORE)
    make_news(known_on=DAY, supersedes=first, **moments)

    assert list(News.objects.as_of(AFTER)) == [first]


def test_statement_as_of_a_day_is_of_whom_we_may_name_and_about_what_was_public():
    late = make_advies(report=make_report(known_on=AFTER))
    known = [make_statement(known_on=DAY), make_statement(known_on=DAY, advies=make_advies(report=make_report()))]
    make_statement(known_on=AFTER)
    make_statement(known_on=BEFORE, published_at=None)
    make_statement(known_on=BEFORE, organisation=make_organisation(published_at=None))
    make_statement(known_on=BEFORE, advies=late)
    make_statement(known_on=BEFORE, advies=make_advies(published_at=None))
    make_statement(known_on=BEFORE, advies=make_advies(archived_at=PAST))

    assert list(Statement.objects.as_of(DAY)) == known[::-1]


@pytest.mark.parametrize(
    ("period", "days"),
    [
        ({}, [BEFORE, DAY, AFTER]),
        ({"date_from": DAY}, [DAY, AFTER]),
        ({"date_to": DAY}, [BEFORE, DAY]),
        ({"date_from": DAY, "date_to": DAY}, [DAY]),
        ({"known_on": DAY}, [DAY, AFTER]),
    ],
)
def test_responsibility_holds_in_its_period_once_it_is_known(period, days):
    make_responsibility(make_advies(), **period)

    assert [day for day in (BEFORE, DAY, AFTER) if Responsibility.objects.as_of(day).exists()] == days


def test_responsibility_that_was_withdrawn_held_until_then():
    first = make_responsibility(make_advies(), role="opdracht", known_on=BEFORE)
    again = {"organisation": first.organisation, "advies": first.advies}
    second = make_responsibility(**again, role="uitvoering", known_on=DAY, supersedes=first)
    make_responsibility(**again, role="ingetrokken", known_on=AFTER, supersedes=second)

    assert [list(Responsibility.objects.as_of(day)) for day in (BEFORE, DAY, AFTER)] == [[first], [second], []]


def test_public_responsibilities_are_those_of_public_adviezen_and_of_whom_we_may_name():
    ended = make_responsibility(make_advies(report=make_report()), date_to=BEFORE)
    gone = make_responsibility(ended.advies, organisation=make_organisation(archived_at=PAST))
    make_responsibility(ended.advies, organisation=make_organisation(published_at=None))
    make_responsibility(ended.advies, known_on=AFTER)
    make_responsibility(make_advies(published_at=None))
    make_responsibility(make_advies(report=make_report(known_on=AFTER)))

    assert list(Responsibility.objects.public(DAY)) == [ended, gone]


def test_responsibilities_of_organisations_come_by_number():
    party = make_organisation()
    second, first = (make_responsibility(make_advies(number=number), organisation=party) for number in (2, 1))
    make_responsibility(make_advies(number=3))
    make_responsibility(first.advies, organisation=party, role="opdracht", date_to=BEFORE)

    assert list(Responsibility.objects.of_organisations({party.pk}, DAY)) == [first, second]


def test_adviezen_as_of_a_day_are_those_of_reports_that_were_public():
    second, first = (make_advies(number=number, report=make_report(known_on=DAY)) for number in (2, 1))
    make_advies(report=make_report(known_on=AFTER))
    make_advies(report=first.report, published_at=None)
    make_advies(report=first.report, archived_at=PAST)
    make_advies(report=make_report(known_on=None, published_at=None))

    assert [list(Advies.objects.as_of(day)) for day in (BEFORE, DAY)] == [[], [first, second]]


def test_adviezen_with_last_check_keep_their_order():
    second, first = make_advies(number=2), make_advies(number=1)
    make_check(second, checked_on=date(2026, 1, 1), note="Nu.")
    make_check(second, checked_on=date(2025, 1, 1), note="Toen.")

    found = [
        [(advies, advies.last_check, advies.last_check_note) for advies in Advies.objects.with_last_check(day)]
        for day in (date(2024, 12, 31), date(2025, 12, 31), date(2026, 1, 1))
    ]

    assert [one[0] for one in found] == [(first, None, None)] * 3
    assert [one[1] for one in found] == [
        (second, None, None),
        (second, date(2025, 1, 1), "Toen."),
        (second, date(2026, 1, 1), "Nu."),
    ]


def test_adviezen_with_news_have_what_was_public_and_known_to_bear_on_them():
    advies = make_advies()
    known, later = make_news(advies, known_on=BEFORE), make_news(known_on=BEFORE)
    make_news(advies, known_on=AFTER)
    make_news(advies, published_at=None)
    Bearing.objects.create(news=later, advies=advies, known_on=AFTER)

    found = [[bearing.news for bearing in Advies.objects.with_news(day).get().bearings.all()] for day in (BEFORE, DAY)]

    assert found == [[known], [known]]
    assert later in [bearing.news for bearing in Advies.objects.with_news(AFTER).get().bearings.all()]


def test_adviezen_with_verdict_have_the_last_one_by_then():
    advies = make_advies()
    for verdict, known_on in [("deels", DAY), ("gestart", BEFORE), ("uitgevoerd", DAY)]:
        make_assessment(advies, verdict=verdict, known_on=known_on)

    found = [Advies.objects.with_verdict(day).get().verdict for day in (date(2023, 1, 1), BEFORE, DAY)]

    assert found == [None, "gestart", "uitgevoerd"]


@pytest.mark.parametrize(
    ("model", "make", "relate", "name"),
    [
        (RelatedProject, make_project, make_related_project, "project"),
        (RelatedPublication, make_publication, make_related_publication, "publication"),
    ],
)
def test_related_of_an_item_come_by_number_and_only_public(model, make, relate, name):
    item = make()
    second, first = make_advies(number=2), make_advies(number=1)
    rows = [relate(advies, item) for advies in (second, first)]
    relate(make_advies(published_at=None), item)
    relate(make_advies(archived_at=PAST), item)
    relate(make_advies(report=make_report(known_on=AFTER)), item)
    relate(first, make())

    assert list(model.objects.of(name, item, DAY)) == rows[::-1]


def test_related_as_of_a_day_was_known_by_then_or_always():
    advies = make_advies()
    always, known, _ = (
        make_related_publication(advies, make_publication(), known_on=day) for day in (None, DAY, AFTER)
    )

    assert [list(RelatedPublication.objects.as_of(day)) for day in (BEFORE, DAY)] == [[always], [always, known]]


def test_related_with_public_leave_out_the_others():
    advies = make_advies()
    public = make_related_project(advies, make_project())
    make_related_project(advies, make_project(published_at=None))
    make_related_project(advies, make_project(archived_at=PAST))

    assert list(RelatedProject.objects.with_public("project")) == [public]
