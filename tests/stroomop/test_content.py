"""Our own content, as it stands in the repository, into an empty database."""

from collections import Counter

import pytest
from django.apps import apps

from advies.models import Advies, News
from monitor.models import Indicator, PublicFigure
from projects.models import Organisation, Project, Publishable, Update, Veranderopgave
from stroomop.content import KINDS, ContentError, load_content, read
from stroomop.models import LoadedItem, Page, TextBlock
from tests.factories import make_organisation, make_text_block

pytestmark = pytest.mark.django_db

COUNTS = {
    "stroomop.HelpLine": 4,
    "stroomop.TextBlock": 4,
    "stroomop.Page": 5,
    "projects.Theme": 12,
    "projects.Hoofddoel": 2,
    "projects.Veranderopgave": 11,
    "projects.Randvoorwaarde": 3,
    "projects.Organisation": 55,
    "projects.Project": 10,
    "projects.Update": 11,
    "projects.Lesson": 7,
    "projects.Publication": 47,
    "projects.Event": 9,
    "projects.Person": 13,
    "projects.Story": 4,
    "projects.Initiative": 21,
    "projects.GlossaryTerm": 92,
    "projects.Redirect": 31,
    "advies.Report": 1,
    "advies.Advies": 12,
    "advies.News": 42,
    "advies.Check": 12,
    "monitor.Speerpunt": 6,
    "monitor.Dimension": 15,
    "monitor.Indicator": 100,
    "monitor.Source": 84,
    "monitor.Definition": 6,
    "monitor.Break": 2,
    "monitor.Target": 1,
    "monitor.Baseline": 0,
    "monitor.ChartEvent": 7,
    "monitor.AdviesIndicator": 7,
    "monitor.ProjectIndicator": 5,
    "figures.csv": 439,
}


def test_content_is_loaded_whole_and_only_once():
    first = load_content()
    Project.objects.filter(slug="ik-laat-je-niet-alleen").update(summary="Door de redactie veranderd.")
    Page.objects.get(slug="privacy").delete()

    second = load_content()

    assert first == COUNTS
    assert second == dict.fromkeys(COUNTS, 0)
    assert Project.objects.get(slug="ik-laat-je-niet-alleen").summary == "Door de redactie veranderd."
    assert not Page.objects.filter(slug="privacy").exists()
    assert PublicFigure.objects.exists()


def test_content_is_public_and_says_when_it_was_checked():
    load_content()

    models = [apps.get_model(kind.model) for kind in KINDS]
    public = [model for model in models if issubclass(model, Publishable)]
    assert len(public) == 20
    # Of the indicators, some are kept for staff.
    assert [model for model in public if model.objects.count() != model.objects.published().count()] == [Indicator]
    # News is looked for by advies, where a Check says when; a notice belongs to its project.
    assert [model for model in public if model.objects.filter(checked_on=None).exists()] == [Update, News]
    assert Project.objects.published().count() == 10
    assert Veranderopgave.objects.published().named().count() == 2
    assert Advies.objects.published().count() == 12
    assert News.objects.published().count() == 42


def test_content_files_tell_their_entries_apart():
    keys = [(kind.model, *(entry[name] for name in kind.key)) for kind in KINDS for entry in read(kind)]

    assert [key for key, times in Counter(keys).items() if times > 1] == []


def test_entry_that_is_there_stays_as_the_editors_made_it(own_files):
    block = make_text_block("intro", "Door de redactie geschreven.")
    own_files(stroomop_textblock="[{key: intro, text: Van ons.}, {key: publisher, text: Van ons.}]")

    created = load_content()

    assert created["stroomop.TextBlock"] == 1
    assert TextBlock.objects.get(pk=block.pk).text == "Door de redactie geschreven."


ALFA = "{slug: alfa, name: Alfa, summary: Test.}"


def test_item_with_a_name_of_the_editors_is_not_loaded_again(own_files):
    own_files(projects_project=f"[{ALFA}]")
    load_content()
    Project.objects.update(slug="beta", name="Beta")

    created = load_content()

    assert created["projects.Project"] == 0
    assert list(Project.objects.values_list("slug", "name")) == [("beta", "Beta")]


def test_item_that_was_taken_away_does_not_come_back(own_files):
    own_files(projects_project=f"[{ALFA}]")
    load_content()
    Project.objects.get().delete()

    own_files(projects_project=f"[{ALFA}, {{slug: beta, name: Beta, summary: Test.}}]")
    created = load_content()

    assert created["projects.Project"] == 1
    assert [str(project) for project in Project.objects.all()] == ["Beta"]


WE = "[{slug: wij, name: Wij, kind: overig}]"
OURS = "[{slug: alfa, name: Alfa, summary: Test., participations: [{organisation: wij, role: trekker}]}]"


def test_reference_finds_what_got_another_name_since(own_files):
    own_files(projects_organisation=WE)
    load_content()
    Organisation.objects.update(slug="zij", name="Zij")
    make_organisation(slug="wij", name="Wij van later")

    own_files(projects_organisation=WE, projects_project=OURS)
    load_content()

    assert [str(participation) for participation in Project.objects.get().participations.all()] == ["Zij (trekker)"]


def test_reference_to_what_was_taken_away_is_named(own_files):
    own_files(projects_organisation=WE)
    load_content()
    Organisation.objects.get().delete()
    own_files(projects_organisation=WE, projects_project=OURS)

    with pytest.raises(ContentError) as raised:
        load_content()

    assert str(raised.value) == "project.yaml, entry alfa: there is no organisatie with slug 'wij'."


def test_loaded_items_are_remembered_by_what_tells_them_apart(own_files):
    own_files(
        projects_project=f"[{ALFA}]",
        projects_veranderopgave="[{kind: snel, number: 1, name: Opgave, slug: opgave, source_title: Testbron}]",
    )

    load_content()

    assert [(str(item), item.reference) for item in LoadedItem.objects.all()] == [
        ("projects.veranderopgave snel 1", "opgave"),
        ("projects.project alfa", "alfa"),
    ]


def test_entry_is_made_with_its_references_and_children(own_files):
    own_files(
        projects_hoofddoel="[{number: 1, name: Doel, slug: doel, source_title: Testbron}]",
        projects_veranderopgave="""
            [{kind: snel, number: 1, name: Opgave, slug: opgave, hoofddoel: 1, source_title: Testbron}]
        """,
        projects_organisation="[{slug: wij, name: Wij, kind: overig, parent: null}]",
        projects_project="""
            [{slug: alfa, name: Alfa, summary: Test., veranderopgaven: [opgave], former_names: [{name: Oud}],
              participations: [{organisation: wij, role: trekker}], published: false}]
        """,
    )

    load_content()

    project = Project.objects.get()
    assert [str(opgave.hoofddoel) for opgave in project.veranderopgaven.all()] == ["Doel"]
    assert [str(former) for former in project.former_names.all()] == ["Oud"]
    assert [str(participation) for participation in project.participations.all()] == ["Wij (trekker)"]
    assert (project.status, project.veranderopgaven.get().status) == ("concept", "gepubliceerd")
