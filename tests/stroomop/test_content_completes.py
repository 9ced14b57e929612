"""Content that was loaded before its files knew more: the item gets it, unless an editor was first."""

from datetime import date

import pytest

from advies.models import Report
from projects.models import Lesson, Organisation, Project, Theme, Veranderopgave
from stroomop.content import ContentError, load_content
from stroomop.models import LoadedItem
from tests.factories import make_theme

pytestmark = pytest.mark.django_db

ALFA = "slug: alfa, name: Alfa, summary: Test."
LESSON = "slug: les, title: Les, text: <p>Les.</p>, source_title: Testbron"
THEMES = "[{slug: veilig, name: Veilig}, {slug: samen, name: Samen}]"


@pytest.fixture
def load(own_files):
    """Load one project whose entry has these fields besides."""

    def load_project(more="", **texts):
        own_files(projects_project=f"[{{{ALFA}{more}}}]", projects_theme=THEMES, **texts)
        return load_content()

    return load_project


def remembered() -> list[str]:
    return LoadedItem.objects.get(model="projects.project").fields


def test_entry_that_gained_fields_gives_them_to_the_item(load):
    load()
    created = load(", question: Een vraag., phase: afgerond, sensitive: true, date_from: 2021-01-01, precision: jaar")

    project = Project.objects.get()
    assert {name: getattr(project, name) for name in ("question", "phase", "sensitive", "date_from", "precision")} == {
        "question": "Een vraag.",
        "phase": "afgerond",
        "sensitive": True,
        "date_from": date(2021, 1, 1),
        "precision": "jaar",
    }
    assert (project.name, project.changed_at, created["projects.Project"]) == ("Alfa", None, 0)


def test_entry_that_gained_relations_and_children_gives_them_to_the_item(load):
    load()
    load(", themes: [veilig, samen], former_names: [{name: Oud}, {name: Ouder}], results: []")

    project = Project.objects.get()
    assert [str(theme) for theme in project.themes.all()] == ["Samen", "Veilig"]
    assert [str(former) for former in project.former_names.all()] == ["Oud", "Ouder"]


def test_entry_that_gained_a_reference_gives_it_to_the_item(load):
    load(projects_lesson=f"[{{{LESSON}}}]")
    load(projects_lesson=f"[{{{LESSON}, project: alfa, outcome: werkte}}]")

    assert Lesson.objects.values_list("project__name", "outcome").get() == ("Alfa", "werkte")


def test_opgave_whose_name_became_known_gets_it(own_files):
    opgave = "kind: langlopend, number: 1, source_title: Testbron"
    for known in ("", ", name: Opgave, slug: opgave"):
        own_files(projects_veranderopgave=f"[{{{opgave}{known}}}]")
        load_content()

    assert Veranderopgave.objects.values_list("name", "slug").get() == ("Opgave", "opgave")


def test_what_an_editor_filled_stays(load):
    load()
    project = Project.objects.get()
    project.question, project.phase = "Door de redactie.", "loopt"
    project.save()
    project.themes.add(make_theme(name="Eigen thema"))
    project.former_names.create(name="Eigen naam")
    load(", question: Van ons., phase: afgerond, why: <p>Van ons.</p>, themes: [veilig], former_names: [{name: Oud}]")

    project.refresh_from_db()
    assert (project.question, project.phase, project.why) == ("Door de redactie.", "loopt", "<p>Van ons.</p>")
    assert [str(theme) for theme in project.themes.all()] == ["Eigen thema"]
    assert [str(former) for former in project.former_names.all()] == ["Eigen naam"]


def test_what_does_not_go_together_with_what_an_editor_filled_stays_out(load):
    load()
    Project.objects.update(date_from=date(2025, 1, 1), precision="jaar")

    load(", date_to: 2021-12-31, precision: jaar, question: Van ons., themes: [veilig]")

    project = Project.objects.get()
    assert (project.date_from, project.date_to, project.question) == (date(2025, 1, 1), None, "")
    assert ([str(theme) for theme in project.themes.all()], "date_to" in remembered()) == (["Veilig"], True)


@pytest.mark.parametrize(
    ("published", "given"), [("true", ("<p>Test.</p>", None, "")), ("false", ("<p>Test.</p>", date(2020, 1, 1), "dag"))]
)
def test_what_readers_saw_stays_as_it_was_and_the_rest_is_given(own_files, published, given):
    report = f"slug: rapport, title: Rapport, published: {published}"
    for more in ("", ", text: <p>Test.</p>, date_from: 2020-01-01, precision: dag"):
        own_files(advies_report=f"[{{{report}{more}}}]")
        load_content()

    assert Report.objects.values_list("text", "date_from", "precision").get() == given


def test_what_was_given_once_stays_as_the_editors_make_it(load):
    more = ", question: Van ons., themes: [veilig], former_names: [{name: Oud}]"
    load()
    load(more)
    project = Project.objects.get()
    project.question = ""
    project.save()
    project.themes.clear()
    project.former_names.all().delete()

    load(more)

    project.refresh_from_db()
    assert (project.question, project.themes.count(), project.former_names.count()) == ("", 0, 0)


def test_field_that_changes_in_the_files_changes_no_item(load):
    load(", question: Eerst.")
    load(", question: Later.")

    assert Project.objects.get().question == "Eerst."


def test_item_that_was_taken_away_gets_nothing_and_stays_away(load):
    load()
    Project.objects.get().delete()

    load(", question: Van ons., themes: [veilig]")

    assert (Project.objects.count(), remembered()) == (0, ["slug", "name", "summary", "question", "themes"])


def test_given_fields_are_remembered(load):
    load()
    before = remembered()
    load(", question: Van ons., published: false")

    assert (before, remembered()) == (
        ["slug", "name", "summary"],
        ["slug", "name", "summary", "question", "published"],
    )
    assert Project.objects.get().is_public


def test_item_with_another_address_gets_what_its_entry_gained(load):
    load()
    Project.objects.update(slug="beta", name="Beta")

    load(", question: Van ons.")

    assert Project.objects.values_list("slug", "name", "question").get() == ("beta", "Beta", "Van ons.")


def test_item_of_the_editors_with_the_same_key_gets_nothing(load):
    Project.objects.create(slug="alfa", name="Van de redactie", summary="Test.")

    load(", question: Van ons.")

    assert (Project.objects.get().question, LoadedItem.objects.filter(model="projects.project").count()) == ("", 0)


@pytest.mark.parametrize(
    ("more", "message"),
    [
        (", themes: [nergens]", "project.yaml, entry alfa: there is no thema with slug 'nergens'."),
        (", colour: red", "project.yaml, entry alfa: Project has no field named 'colour'"),
    ],
)
def test_faulty_field_that_an_entry_gained_is_named_and_nothing_is_given(load, more, message):
    load()

    with pytest.raises(ContentError) as raised:
        load(f", question: Van ons.{more}")

    assert (str(raised.value), Project.objects.get().question, remembered()) == (
        message,
        "",
        ["slug", "name", "summary"],
    )


def test_organisation_gets_former_names_that_lead_on(own_files, client):
    for more in ("", ", former_names: [{name: Zij van toen}]"):
        own_files(projects_organisation=f"[{{slug: wij, name: Wij, kind: overig{more}}}]")
        load_content()

    assert [str(former) for former in Organisation.objects.get().former_names.all()] == ["Zij van toen"]
    assert client.get("/organisaties/zij-van-toen/")["Location"] == "/organisaties/wij/"


def test_completing_makes_nothing_twice(load):
    for _ in range(3):
        load(", themes: [veilig], former_names: [{name: Oud}]")

    assert (Theme.objects.count(), Project.objects.get().former_names.count()) == (2, 1)
