"""A portal of the first release, brought to this one with all that its staff made of it."""

from collections.abc import Iterator

import pytest
from django.apps.registry import Apps
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from projects.models import Condition, Project
from stroomop.content import load_content
from stroomop.models import LoadedItem
from tests.factories import LONG_AGO

FIRST_RELEASE = [
    ("projects", "0001_initial"),
    ("advies", "0002_relations"),
    ("monitor", "0001_initial"),
    ("stroomop", "0002_loaded_item"),
]


def migrate(targets: list[tuple[str, str]]) -> Apps:
    return MigrationExecutor(connection).migrate(targets).apps


@pytest.fixture
def first_release() -> Iterator[Apps]:
    """The models as they were. Whatever happens, the next test finds them as they are."""
    try:
        yield migrate(FIRST_RELEASE)
    finally:
        upgrade()


def upgrade() -> None:
    migrate(MigrationExecutor(connection).loader.graph.leaf_nodes())


@pytest.mark.django_db(transaction=True)
def test_project_of_the_first_release_is_kept(first_release, client):
    voorwaarde = first_release.get_model("projects", "Randvoorwaarde").objects.create(
        number=1, name="Testvoorwaarde", slug="testvoorwaarde", source_title="Testbron"
    )
    old = first_release.get_model("projects", "Project").objects.create(
        slug="alfa", name="Alfa", summary="Een test.", what="<p>Test.</p>", sensitive=True, published_at=LONG_AGO
    )
    old.randvoorwaarden.add(voorwaarde)
    first_release.get_model("projects", "FormerName").objects.create(project=old, name="Oud")

    upgrade()

    project = Project.objects.with_sensitivity().get()
    kept = ("pk", "slug", "name", "summary", "what", "sensitive", "is_sensitive")
    assert [getattr(project, name) for name in kept] == [
        old.pk,
        "alfa",
        "Alfa",
        "Een test.",
        "<p>Test.</p>",
        True,
        True,
    ]
    assert Condition.objects.values_list("project", "randvoorwaarde__name", "derived").get() == (
        old.pk,
        "Testvoorwaarde",
        True,
    )
    assert [str(name) for name in project.former_names.all()] == ["Oud"]
    assert client.get("/projecten/oud/")["Location"] == "/projecten/alfa/"
    assert [str(voorwaarde) for voorwaarde in project.randvoorwaarden.all()] == ["Testvoorwaarde"]


@pytest.mark.django_db(transaction=True)
def test_loaded_item_of_the_first_release_remembers_the_fields_of_then(first_release):
    loaded = first_release.get_model("stroomop", "LoadedItem")
    for model in ("projects.organisation", "projects.veranderopgave", "monitor.source"):
        loaded.objects.create(model=model, key="alfa", reference="alfa", object_id=1)

    upgrade()

    published = {"published_at", "archived_at", "checked_on", "changed_at"}
    assert {item.model: set(item.fields) for item in LoadedItem.objects.all()} == {
        "projects.organisation": published
        | {"id", "slug", "name", "short_name", "kind", "parent", "members", "description", "website"}
        | {"projects", "participations", "adviezen", "responsibilities", "users"},
        "projects.veranderopgave": published
        | {"id", "slug", "name", "kind", "number", "hoofddoel", "text", "sensitive", "projects"}
        | {"source_title", "source_url"},
        "monitor.source": {"id", "title", "url", "publisher", "origin", "releases"}
        | {"date_from", "date_to", "precision"},
    }


@pytest.mark.django_db(transaction=True)
def test_project_that_was_loaded_then_gets_what_is_new_only(first_release, own_files):
    project = first_release.get_model("projects", "Project").objects.create(slug="alfa", name="Alfa", summary="Test.")
    first_release.get_model("stroomop", "LoadedItem").objects.create(
        model="projects.project", key="alfa", reference="alfa", object_id=project.pk
    )
    own_files(
        projects_theme="[{slug: veilig, name: Veilig}]",
        projects_project="[{slug: alfa, name: Beta, summary: Test., question: Een vraag., themes: [veilig]}]",
    )

    upgrade()
    load_content()

    assert Project.objects.values_list("name", "question", "themes__name").get() == ("Alfa", "", "Veilig")
