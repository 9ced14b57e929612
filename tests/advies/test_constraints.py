from datetime import UTC, date, datetime

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from advies.models import Advies, Bearing, Check, News, RelatedProject, Report, Responsibility
from tests.factories import (
    make_advies,
    make_check,
    make_news,
    make_organisation,
    make_project,
    make_related_project,
    make_report,
    make_responsibility,
)

pytestmark = pytest.mark.django_db
EARLY, LATE = date(2021, 1, 1), date(2022, 1, 1)
BACKWARD = "Het einde ligt voor het begin."
PRECISION = "Vul bij een datum in hoe precies die is, en alleen dan."
ARCHIVED = "Archiveren kan alleen na het moment van publiceren."


def moment(year):
    return datetime(year, 1, 1, tzinfo=UTC)


def assert_refused(item, message):
    """By the form with these words, and by the database."""
    with pytest.raises(ValidationError) as error:
        item.full_clean()
    assert error.value.messages == [message]
    with pytest.raises(IntegrityError), transaction.atomic():
        item.save()


def responsibility(**kwargs):
    return Responsibility(
        advies=make_advies(), organisation=make_organisation(), role="uitvoering", basis="titel", **kwargs
    )


def news(**kwargs):
    return News(slug="test", kind="besluit", title="Test", known_on=LATE, **kwargs)


def report(**kwargs):
    return Report(slug="test", title="Test", **kwargs)


@pytest.mark.parametrize(
    ("build", "fields", "message"),
    [
        (responsibility, {"date_from": LATE, "date_to": EARLY}, BACKWARD),
        (news, {"date_from": LATE, "date_to": EARLY, "precision": "dag"}, BACKWARD),
        (news, {"date_from": LATE, "precision": "dag", "runs_until": EARLY}, "'Loopt tot en met' ligt voor het begin."),
        (news, {"date_from": LATE}, PRECISION),
        (news, {"precision": "dag"}, PRECISION),
        (news, {"published_at": moment(2022), "archived_at": moment(2021)}, ARCHIVED),
        (report, {"date_from": LATE, "date_to": EARLY, "precision": "jaar"}, BACKWARD),
        (report, {"date_to": LATE}, PRECISION),
        (report, {"published_at": moment(2022), "archived_at": moment(2022)}, ARCHIVED),
    ],
)
def test_backward_dates_are_refused(build, fields, message):
    assert_refused(build(**fields), message)


@pytest.mark.parametrize(
    ("build", "fields"),
    [
        (responsibility, {}),
        (responsibility, {"date_from": LATE}),
        (responsibility, {"date_to": EARLY}),
        (responsibility, {"date_from": EARLY, "date_to": EARLY}),
        (news, {"runs_until": EARLY}),
        (news, {"date_from": EARLY, "precision": "dag", "runs_until": EARLY}),
        (news, {"date_to": EARLY, "precision": "jaar"}),
        (report, {"date_from": EARLY, "date_to": LATE, "precision": "maand"}),
        (report, {"published_at": moment(2021), "archived_at": moment(2022)}),
    ],
)
def test_half_known_and_forward_dates_are_accepted(build, fields):
    item = build(**fields)

    item.full_clean()
    item.save()

    assert type(item).objects.filter(**fields).get() == item


def test_advies_with_a_taken_number_is_refused():
    taken = make_advies(number=4)
    item = Advies(report=taken.report, number=4, slug="test", short_name="x", quotation="x", source_title="x")

    assert_refused(item, "Advies met deze Rapport en Nummer bestaat al.")


def test_advies_with_the_number_of_another_report_is_accepted():
    make_advies(number=4)
    other = make_advies(number=4, report=make_report())

    other.full_clean()

    assert Advies.objects.filter(number=4).count() == 2


def test_responsibility_twice_in_one_role_is_refused():
    once = make_responsibility(make_advies())
    twice = Responsibility(advies=once.advies, organisation=once.organisation, role=once.role, basis="afgeleid")

    assert_refused(twice, "Deze partij staat al in deze rol bij het advies.")


def test_related_project_twice_is_refused():
    once = make_related_project(make_advies(), make_project())
    twice = RelatedProject(advies=once.advies, project=once.project, why="Nog eens.")

    assert_refused(twice, "Verwant project met deze Advies en Project bestaat al.")


def test_bearing_twice_is_refused():
    advies = make_advies()
    twice = Bearing(news=make_news(advies), advies=advies)

    assert_refused(twice, "Gaat over advies met deze Nieuws en Advies bestaat al.")


def test_check_twice_a_day_is_refused():
    once = make_check(make_advies())
    twice = Check(advies=once.advies, checked_on=once.checked_on)

    assert_refused(twice, "Controle met deze Advies en Nagekeken op bestaat al.")


@pytest.mark.parametrize("address", ["javascript:alert(1)", "ftp://voorbeeld.test", "voorbeeld", "https://"])
def test_source_with_another_kind_of_address_is_refused(address):
    source = make_news().sources.model(news=make_news(), title="Test", url=address)

    with pytest.raises(ValidationError) as error:
        source.full_clean()

    assert error.value.message_dict == {"url": ["Vul een webadres in dat begint met https://."]}


def test_models_call_themselves_by_what_they_are():
    advies = make_advies(number=4, short_name="Kort")
    project = make_project(name="Project")
    news = make_news(advies, title="Nieuws")
    party = make_responsibility(advies, organisation=make_organisation(name="Partij"))
    items = [advies, advies.report, news, party, make_related_project(advies, project), news.bearings.get()]
    items += [make_check(advies, checked_on=date(2026, 11, 22)), news.sources.create(title="Bron")]

    assert [str(item) for item in items] == [
        "Advies 4: Kort",
        advies.report.title,
        "Nieuws",
        "Partij (gevraagd om dit te doen)",
        "Advies 4: Kort: Project",
        "Nieuws: Advies 4: Kort",
        "Advies 4: Kort, nagekeken op 2026-11-22",
        "Bron",
    ]
