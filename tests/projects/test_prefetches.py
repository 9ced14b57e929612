"""Of what belongs to an item its page shows what is public, and never a draft."""

from datetime import UTC, datetime

import pytest

from projects.models import Condition, Participation
from stroomop.lib import clock
from tests.factories import (
    make_event,
    make_experience,
    make_hoofddoel,
    make_initiative,
    make_lesson,
    make_organisation,
    make_person,
    make_project,
    make_publication,
    make_randvoorwaarde,
    make_story,
    make_theme,
    make_update,
    make_veranderopgave,
)

pytestmark = pytest.mark.django_db

DRAFTS = [{"published_at": None}, {"published_at": datetime(2200, 1, 1, tzinfo=UTC)}]
ARCHIVED = {"archived_at": clock.now()}
HIDDEN = [*DRAFTS, ARCHIVED]
MANY = [
    (make_project, "veranderopgaven", make_veranderopgave),
    (make_project, "lessons", make_lesson),
    (make_project, "updates", make_update),
    (make_project, "experiences", make_experience),
    (make_project, "publications", make_publication),
    (make_project, "events", make_event),
    (make_project, "stories", make_story),
    (make_project, "persons", make_person),
    (make_project, "initiatives", make_initiative),
    (make_project, "predecessors", make_project),
    (make_organisation, "members", make_organisation),
    (make_organisation, "publications", make_publication),
    (make_organisation, "events", make_event),
    (make_organisation, "stories", make_story),
    (make_organisation, "persons", make_person),
    (make_organisation, "initiatives", make_initiative),
    (make_organisation, "lessons", make_lesson),
    (make_publication, "projects", make_project),
    (make_publication, "stories", make_story),
    (make_event, "projects", make_project),
    (make_event, "organisations", make_organisation),
    (make_story, "projects", make_project),
    (make_story, "organisations", make_organisation),
    (make_story, "persons", make_person),
    (make_story, "publications", make_publication),
    (make_person, "projects", make_project),
    (make_person, "stories", make_story),
    (make_initiative, "projects", make_project),
    (make_veranderopgave, "projects", make_project),
    (make_theme, "project_set", make_project),
    (make_theme, "lesson_set", make_lesson),
    (make_theme, "publication_set", make_publication),
    (make_theme, "event_set", make_event),
    (make_theme, "story_set", make_story),
    (make_theme, "initiative_set", make_initiative),
    (make_theme, "veranderopgave_set", make_veranderopgave),
    (make_theme, "experience_set", make_experience),
]


@pytest.mark.parametrize(("make", "name", "make_related"), MANY)
def test_page_shows_what_is_public_of_what_belongs_to_it(make, name, make_related):
    item, related = make(), make_related()
    getattr(item, name).add(related, *(make_related(**hidden) for hidden in HIDDEN))

    assert list(getattr(type(item).objects.for_detail().get(pk=item.pk), name).all()) == [related]


@pytest.mark.parametrize("state", [{}, *HIDDEN])
@pytest.mark.parametrize(
    ("make", "name", "make_related", "ask"),
    [
        (make_project, "successor", make_project, "for_detail"),
        (make_lesson, "project", make_project, "for_list"),
        (make_lesson, "project", make_project, "for_detail"),
        (make_lesson, "organisation", make_organisation, "for_list"),
        (make_lesson, "organisation", make_organisation, "for_detail"),
        (make_veranderopgave, "hoofddoel", make_hoofddoel, "for_detail"),
        (make_organisation, "parent", make_organisation, "for_detail"),
    ],
)
def test_page_leads_to_one_that_is_public(make, name, make_related, ask, state):
    related = make_related(**state)
    item = make(**{name: related})

    found = getattr(getattr(type(item).objects, ask)().get(pk=item.pk), name)

    assert found == (None if state else related)


@pytest.mark.parametrize("state", [{}, *HIDDEN])
@pytest.mark.parametrize(
    ("make", "name", "ask"),
    [
        (make_publication, "publisher", "for_list"),
        (make_publication, "publisher", "for_detail"),
        (make_person, "organisation", "for_list"),
        (make_person, "organisation", "for_detail"),
        (make_initiative, "organisation", "for_list"),
        (make_initiative, "organisation", "for_detail"),
        (make_organisation, "parent", "for_list"),
    ],
)
def test_name_that_was_public_may_be_told_but_never_that_of_a_draft(make, name, ask, state):
    related = make_organisation(**state)
    item = make(**{name: related})

    found = getattr(getattr(type(item).objects, ask)().get(pk=item.pk), name)

    assert found == (None if state in DRAFTS else related)


def test_project_names_its_public_randvoorwaarden_and_the_other_way_round():
    project, voorwaarde = make_project(), make_randvoorwaarde()
    for other in (voorwaarde, *(make_randvoorwaarde(**hidden) for hidden in HIDDEN)):
        Condition.objects.create(project=project, randvoorwaarde=other)
    for hidden in HIDDEN:
        Condition.objects.create(project=make_project(**hidden), randvoorwaarde=voorwaarde)

    shown = type(project).objects.for_detail().get(pk=project.pk).conditions.all()
    listed = type(voorwaarde).objects.for_list().get(pk=voorwaarde.pk).conditions.all()

    assert [condition.randvoorwaarde for condition in shown] == [voorwaarde]
    assert [condition.project for condition in listed] == [project]


def test_project_names_who_took_part_unless_still_a_draft():
    project = make_project()
    public, archived = make_organisation(name="Wij"), make_organisation(name="Zij van toen", **ARCHIVED)
    for organisation in (public, archived, *(make_organisation(**draft) for draft in DRAFTS)):
        Participation.objects.create(project=project, organisation=organisation, role="partner")

    shown = type(project).objects.for_detail().get().participations.all()

    assert [participation.organisation for participation in shown] == [public, archived]


def test_organisation_names_the_public_projects_that_it_took_part_in():
    organisation, project = make_organisation(), make_project()
    for other in (project, *(make_project(**hidden) for hidden in HIDDEN)):
        Participation.objects.create(project=other, organisation=organisation, role="partner")

    shown = type(organisation).objects.for_detail().get().participations.all()

    assert [participation.project for participation in shown] == [project]


@pytest.mark.parametrize("make", [make_lesson, make_publication, make_event, make_story, make_initiative, make_project])
def test_item_names_its_public_themes(make):
    item, theme = make(), make_theme()
    item.themes.add(theme, *(make_theme(**hidden) for hidden in HIDDEN))

    assert type(item).objects.for_detail().get().public_themes == [theme]
