"""Draft, scheduled, published, archived: the base of everything that the public may read, shown on a project."""

from datetime import UTC, datetime, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.test.utils import isolate_apps
from django.urls import reverse
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from projects.models import Project, PublicPage
from stroomop.lib import clock
from tests.factories import make_project
from tests.rollback import rolled_back

pytestmark = pytest.mark.django_db

NOON = datetime(2024, 5, 1, 12, tzinfo=UTC)
HOUR = timedelta(hours=1)
MOMENTS = st.none() | st.integers(-3, 3).map(lambda hours: NOON + hours * HOUR)


@pytest.fixture(autouse=True)
def _noon():
    with clock.fixed_at(NOON):
        yield


@pytest.mark.parametrize(
    ("published_at", "archived_at", "status", "has_been_public"),
    [
        (None, None, "concept", False),
        (NOON + HOUR, None, "ingepland", False),
        (NOON + HOUR, NOON + 2 * HOUR, "ingepland", False),
        (NOON, None, "gepubliceerd", True),
        (NOON - HOUR, NOON + HOUR, "gepubliceerd", True),
        (NOON - HOUR, NOON, "gearchiveerd", True),
    ],
)
def test_status_follows_from_two_moments(published_at, archived_at, status, has_been_public):
    project = Project(published_at=published_at, archived_at=archived_at)

    assert (project.status, project.has_been_public) == (status, has_been_public)


@given(MOMENTS, MOMENTS)
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_querysets_agree_with_the_status_in_words(published_at, archived_at):
    if archived_at and published_at and archived_at <= published_at:
        archived_at = published_at + HOUR
    if published_at is None:
        archived_at = None

    with rolled_back():
        project = make_project(published_at=published_at, archived_at=archived_at)

        assert Project.objects.published().exists() == (project.status == "gepubliceerd")
        assert Project.objects.archived().exists() == (project.status == "gearchiveerd")


def test_published_is_asked_for_another_moment():
    project = make_project(published_at=NOON, archived_at=NOON + 2 * HOUR)

    def at(moment):
        return list(Project.objects.published(moment)), list(Project.objects.archived(moment))

    assert [at(NOON - HOUR), at(NOON), at(NOON + HOUR), at(NOON + 2 * HOUR)] == [
        ([], []),
        ([project], []),
        ([project], []),
        ([], [project]),
    ]


def test_schedule_fires_by_itself(client):
    address = make_project(published_at=NOON + HOUR, archived_at=NOON + 3 * HOUR).get_absolute_url()

    def status_after(hours):
        with clock.fixed_at(NOON + hours * HOUR):
            return client.get(address).status_code

    assert [status_after(hours) for hours in range(4)] == [404, 200, 200, 410]


@pytest.mark.parametrize("archived_at", [NOON, NOON - HOUR])
def test_archiving_before_publishing_is_refused_by_the_database(archived_at):
    with pytest.raises(IntegrityError, match="projects_project_archived_after_published"), transaction.atomic():
        make_project(published_at=NOON, archived_at=archived_at)


def test_archiving_what_was_never_published_is_refused_by_the_database():
    with pytest.raises(IntegrityError, match="projects_project_archived_after_published"), transaction.atomic():
        make_project(published_at=None, archived_at=NOON)


@pytest.mark.parametrize("published_at", [NOON, None])
def test_archiving_before_publishing_is_explained_to_staff(published_at):
    project = make_project(published_at=published_at)
    project.archived_at = NOON

    with pytest.raises(ValidationError) as raised:
        project.full_clean()

    assert raised.value.messages == ["Archiveren kan alleen na het moment van publiceren."]


@isolate_apps("projects")
def test_item_of_this_base_names_its_own_address():
    class Lost(PublicPage):
        class Meta:
            app_label = "projects"

    with pytest.raises(NotImplementedError, match=r"^Lost has no page$"):
        Lost().get_absolute_url()


def test_address_of_a_new_item_needs_no_redirect():
    project = make_project(slug="test")

    assert project.get_absolute_url() == reverse("projects:project_detail", args=["test"])
