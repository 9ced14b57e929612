"""A portal of the first release, brought to this one with all that its staff made of it."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from typing import Any

import pytest
from django.apps.registry import Apps
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from advies.models import Advies, News, Report, Responsibility
from projects.models import Condition, Project
from stroomop.content import load_content
from stroomop.lib import append_only, clock
from stroomop.models import LoadedItem
from tests.factories import LONG_AGO

pytestmark = pytest.mark.scale

FIRST_RELEASE = [
    ("projects", "0001_initial"),
    ("advies", "0002_relations"),
    ("monitor", "0001_initial"),
    ("stroomop", "0002_loaded_item"),
]


def migrate(targets: list[tuple[str, str]]) -> Apps:
    """As the command does: without the triggers, and they are back at the end."""
    append_only.drop()
    state = MigrationExecutor(connection).migrate(targets)
    append_only.install()
    return state.apps


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


# Half an hour past midnight in the Netherlands.
MIDNIGHT = datetime(2020, 12, 1, 23, 30, tzinfo=UTC)
NOVEMBER = {"date_from": date(2020, 11, 1), "date_to": date(2020, 11, 30), "precision": "maand"}
UPGRADED = date(2026, 11, 23)


def make_advies_of_then(apps: Apps, name: str, **report: Any) -> None:
    """A report with one advies for one party."""
    about = apps.get_model("advies", "Report").objects.create(slug=name, title=name, **report)
    advies = apps.get_model("advies", "Advies").objects.create(
        report=about, number=1, slug=name, short_name=name, quotation="Doe een test.", source_title="Testbron",
        published_at=LONG_AGO,
    )  # fmt: skip
    party = apps.get_model("projects", "Organisation").objects.create(slug=name, name=name, published_at=LONG_AGO)
    apps.get_model("advies", "Responsibility").objects.create(
        advies=advies, organisation=party, role="uitvoering", basis="titel"
    )


@pytest.mark.django_db(transaction=True)
def test_report_of_the_first_release_was_known_on_the_last_day_of_its_date(first_release):
    make_advies_of_then(first_release, "maand", published_at=MIDNIGHT, **NOVEMBER)
    make_advies_of_then(first_release, "dag", published_at=MIDNIGHT, date_from=date(2020, 11, 5), precision="dag")
    make_advies_of_then(first_release, "zonder", published_at=MIDNIGHT)
    make_advies_of_then(first_release, "concept", **NOVEMBER)

    with clock.fixed_at(datetime(2026, 11, 23, 12, tzinfo=UTC)):
        upgrade()

    days = {"maand": date(2020, 11, 30), "dag": date(2020, 11, 5), "zonder": date(2020, 12, 2), "concept": None}
    assert dict(Report.objects.values_list("slug", "known_on")) == days
    asked = dict(Responsibility.objects.values_list("organisation__slug", "known_on"))
    assert asked == {name: day or UPGRADED for name, day in days.items()}
    assert set(Advies.objects.as_of(date(2020, 11, 30)).values_list("slug", flat=True)) == {"maand", "dag"}


@pytest.mark.django_db(transaction=True)
def test_news_of_the_first_release_was_known_since_the_same_day(first_release):
    make_advies_of_then(first_release, "maand", published_at=MIDNIGHT, **NOVEMBER)
    news = first_release.get_model("advies", "News").objects.create(
        slug="nieuws", kind="besluit", title="Nieuws", known_on=date(2022, 5, 6), published_at=LONG_AGO
    )
    advies = first_release.get_model("advies", "Advies").objects.get()
    first_release.get_model("advies", "Bearing").objects.create(news_id=news.pk, advies_id=advies.pk)

    upgrade()

    assert [list(News.objects.as_of(day)) for day in (date(2022, 5, 5), date(2022, 5, 6))] == [[], [News.objects.get()]]
    (bearing,) = Advies.objects.with_news(date(2022, 5, 6)).get().bearings.all()
    assert (bearing.news_id, bearing.known_on, bearing.news.supersedes) == (news.pk, None, None)
