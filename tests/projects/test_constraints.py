"""What the database refuses, however it is asked: by create, bulk_create or update."""

from datetime import UTC, date, datetime, time

import pytest
from django.db import IntegrityError, transaction

from projects.models import (
    Condition,
    Event,
    Experience,
    FormerName,
    Initiative,
    OrganisationFormerName,
    Project,
    Publication,
    Story,
    Update,
)
from tests.factories import (
    LONG_AGO,
    make_event,
    make_experience,
    make_initiative,
    make_organisation,
    make_project,
    make_publication,
    make_randvoorwaarde,
    make_story,
    make_update,
)

pytestmark = pytest.mark.django_db

DAY, NEXT_DAY = date(2024, 5, 1), date(2024, 5, 2)
ON_A_DAY = {"date_from": DAY, "precision": "dag"}
SOME_DAYS = {**ON_A_DAY, "date_to": NEXT_DAY}
TEN, NOON = time(10), time(12)
MOMENT = datetime(2024, 5, 1, tzinfo=UTC)
WITHDRAWN = {"title": "", "text": "", "consent_text": "", "project": None, "withdrawn_at": MOMENT}


def assert_refused(model, fields, name):
    """A new row with these fields, and an old row that would get them."""
    new = model.objects.get()
    new.pk, new.slug, new.name = None, "nieuw", "Nieuw"
    for field, value in fields.items():
        setattr(new, field, value)
    with pytest.raises(IntegrityError, match=name), transaction.atomic():
        model.objects.bulk_create([new])
    with pytest.raises(IntegrityError, match=name), transaction.atomic():
        model.objects.update(**fields)


@pytest.mark.parametrize(
    ("fields", "name"),
    [
        ({"time_from": TEN}, "event_time_on_a_day"),
        ({"time_to": TEN}, "event_time_on_a_day"),
        ({**ON_A_DAY, "time_to": TEN}, "event_time_on_a_day"),
        ({**ON_A_DAY, "precision": "maand", "time_from": TEN}, "event_time_on_a_day"),
        ({"date_to": DAY, "precision": "dag", "time_from": TEN}, "event_time_on_a_day"),
        ({**ON_A_DAY, "time_from": NOON, "time_to": TEN}, "event_time_ends_after_start"),
        ({**ON_A_DAY, "time_from": TEN, "time_to": TEN}, "event_time_ends_after_start"),
        ({**ON_A_DAY, "date_to": DAY, "time_from": NOON, "time_to": TEN}, "event_time_ends_after_start"),
    ],
)
def test_event_with_impossible_times_is_refused(fields, name):
    make_event()

    assert_refused(Event, fields, name)


@pytest.mark.parametrize(
    "fields",
    [
        {},
        ON_A_DAY,
        {**ON_A_DAY, "time_from": TEN},
        {**ON_A_DAY, "time_from": TEN, "time_to": NOON},
        {**SOME_DAYS, "time_from": NOON, "time_to": TEN},
    ],
)
def test_event_with_possible_times_is_accepted(fields):
    event = make_event(**fields)

    event.full_clean()

    assert Event.objects.filter(**fields).get() == event


@pytest.mark.parametrize(
    ("model", "make"),
    [
        (Event, make_event),
        (Initiative, make_initiative),
        (Project, make_project),
        (Publication, make_publication),
        (Story, make_story),
        (Update, make_update),
    ],
)
@pytest.mark.parametrize(
    ("fields", "name"),
    [
        ({"date_from": NEXT_DAY, "date_to": DAY, "precision": "dag"}, "ends_after_start"),
        ({"date_from": DAY}, "precision_with_date"),
        ({"date_to": DAY}, "precision_with_date"),
        ({"precision": "jaar"}, "precision_with_date"),
        ({"published_at": MOMENT, "archived_at": LONG_AGO}, "archived_after_published"),
        ({"published_at": None, "archived_at": MOMENT}, "archived_after_published"),
    ],
)
def test_impossible_dates_are_refused_of_all_that_has_dates(model, make, fields, name):
    make()

    assert_refused(model, fields, f"projects_{model._meta.model_name}_{name}")


@pytest.mark.parametrize("published_at", [LONG_AGO, datetime(2200, 1, 1, tzinfo=UTC)], ids=["now", "later"])
@pytest.mark.parametrize(
    ("fields", "name"),
    [
        ({"consent_on": None}, "experience_published_with_consent"),
        ({"consent_text": ""}, "experience_published_with_consent"),
        ({"under_sixteen": None}, "experience_published_with_consent"),
        ({"unrecognisable": False}, "experience_published_unrecognisable"),
        ({"under_sixteen": True}, "experience_of_a_child_with_consent_of_a_parent"),
    ],
)
def test_experience_without_consent_is_not_published(published_at, fields, name):
    make_experience(published_at=None)

    assert_refused(Experience, {"published_at": published_at, **fields}, name)


@pytest.mark.parametrize(
    "fields",
    [
        {},
        {"under_sixteen": True, "parent_consent_on": DAY},
        {"published_at": None, "consent_on": None, "consent_text": ""},
        {"published_at": None, "under_sixteen": True},
        {"published_at": None, "under_sixteen": None, "unrecognisable": False},
        WITHDRAWN,
        {**WITHDRAWN, "under_sixteen": True, "consent_on": None, "unrecognisable": False},
        {**WITHDRAWN, "published_at": None},
    ],
)
def test_experience_with_consent_or_unpublished_or_withdrawn_is_accepted(fields):
    experience = make_experience(**fields)

    assert Experience.objects.filter(**fields).get() == experience


@pytest.mark.parametrize("left", ["title", "text", "consent_text"])
def test_withdrawn_experience_with_words_left_is_refused(left):
    make_experience()

    assert_refused(Experience, {**WITHDRAWN, left: "Nog een woord."}, "experience_withdrawn_is_empty")


def test_withdrawn_experience_of_a_project_is_refused():
    make_experience()

    assert_refused(Experience, {**WITHDRAWN, "project": make_project()}, "experience_withdrawn_is_empty")


def test_project_that_goes_on_as_itself_is_refused():
    project = make_project()

    with pytest.raises(IntegrityError, match="project_not_its_own_successor"), transaction.atomic():
        Project.objects.update(successor=project.pk)
    with pytest.raises(IntegrityError, match="project_not_its_own_successor"), transaction.atomic():
        Project.objects.bulk_create([Project(pk=7, name="x", slug="x", summary="x", successor_id=7)])


@pytest.mark.parametrize(
    ("model", "column", "make", "values"),
    [
        (Condition, "randvoorwaarde", make_randvoorwaarde, {"project": make_project}),
        (FormerName, "name", lambda: "Oud", {"project": make_project}),
        (OrganisationFormerName, "name", lambda: "Oud", {"organisation": make_organisation}),
    ],
)
def test_same_thing_twice_is_refused(model, column, make, values):
    owner = {name: make_owner() for name, make_owner in values.items()}
    once, other = ({column: make(), **owner}, {column: "Ouder" if column == "name" else make(), **owner})
    model.objects.bulk_create([model(**once), model(**other)])

    with pytest.raises(IntegrityError), transaction.atomic():
        model.objects.bulk_create([model(**once)])
    with pytest.raises(IntegrityError), transaction.atomic():
        model.objects.update(**once)

    assert model.objects.count() == 2


def test_former_name_may_be_that_of_two_projects():
    for _ in range(2):
        FormerName.objects.create(project=make_project(), name="Oud")

    assert FormerName.objects.count() == 2
