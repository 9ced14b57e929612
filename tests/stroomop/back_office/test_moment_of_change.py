"""When an editor last gave readers something new: the moment that saving a form remembers."""

from datetime import UTC, datetime

import pytest

from projects.models import Project
from stroomop.content import load_content
from stroomop.lib import clock
from tests import factories as make
from tests.stroomop.back_office.staff import add, save

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 1, 12, tzinfo=UTC)
NEXT_CENTURY = datetime(2100, 1, 1, tzinfo=UTC)


@pytest.fixture(autouse=True)
def noon():
    with clock.fixed_at(NOW):
        yield


def test_change_to_what_the_public_sees_is_dated(client, editor):
    assert save(client, make.make_project(), summary="Nieuw.").changed_at == NOW


def test_change_to_a_row_below_it_is_dated(client, editor):
    project = make.make_project()
    project.results.create(text="<p>Oud.</p>")

    assert save(client, project, **{"results-0-text": "<p>Nieuw.</p>"}).changed_at == NOW
    assert [result.text for result in project.results.all()] == ["<p>Nieuw.</p>"]


def test_saving_without_a_change_is_no_change(client, editor):
    project = make.make_project()
    project.results.create(text="<p>Test.</p>")

    assert save(client, project).changed_at is None


def test_saving_what_was_loaded_without_a_change_is_no_change(client, editor, own_files):
    own_files(projects_project="[{slug: alfa, name: Alfa, summary: Test., results: [{text: <p>Test.</p>}]}]")
    with clock.fixed_at(datetime(2026, 11, 1, 11, 34, 56, 789, tzinfo=UTC)):
        load_content()

    project = save(client, Project.objects.get())

    assert (project.published_at, project.changed_at) == (datetime(2026, 11, 1, 11, 34, tzinfo=UTC), None)


LATER = {"publiceer-moment": "2100-01-01T00:00"}


@pytest.mark.parametrize(("published_at", "button"), [(None, "_save"), (NEXT_CENTURY, "_schedule")])
def test_change_to_what_nobody_saw_yet_is_not_dated(client, editor, published_at, button):
    project = make.make_project(published_at=published_at)

    assert save(client, project, button, summary="Nieuw.", **LATER).changed_at is None


@pytest.mark.parametrize("button", ["_publish", "_schedule"])
def test_new_item_for_the_public_is_dated(client, editor, button):
    project = add(client, Project, button, name="Nieuw", slug="nieuw", summary="Nieuw.", **LATER)

    assert project.changed_at == NOW


def test_new_draft_is_not_dated(client, editor):
    assert add(client, Project, "_save", name="Nieuw", slug="nieuw", summary="Nieuw.").changed_at is None


@pytest.mark.parametrize("button", ["_publish", "_schedule"])
def test_draft_that_is_given_to_the_public_is_dated(client, editor, button):
    assert save(client, make.make_project(published_at=None), button, **LATER).changed_at == NOW


def test_another_moment_for_what_was_planned_is_not_dated(client, editor):
    project = make.make_project(published_at=NEXT_CENTURY)

    assert save(client, project, "_schedule", **{"publiceer-moment": "2101-01-01T00:00"}).changed_at is None


def test_what_was_planned_and_is_a_draft_again_is_not_dated(client, editor):
    project = save(client, make.make_project(published_at=NEXT_CENTURY), "_save")

    assert (project.published_at, project.changed_at) == (None, None)
