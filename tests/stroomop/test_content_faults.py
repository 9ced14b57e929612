"""Content files with a fault: named by file and entry, and nothing is loaded."""

import pytest

from projects.models import Hoofddoel, Project
from stroomop.content import ContentError, Kind, load_content
from tests.factories import make_advies

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("[{name: Alfa}]", "project.yaml: an entry without slug: {'name': 'Alfa'}"),
        (
            "[{slug: alfa, name: Alfa, summary: Test., colour: red}]",
            "project.yaml, entry alfa: Project has no field named 'colour'",
        ),
        (
            "[{slug: alfa, name: Alfa, summary: Test., veranderopgaven: [nergens]}]",
            "project.yaml, entry alfa: there is no veranderopgave with slug 'nergens'.",
        ),
        (
            "[{slug: alfa, name: Alfa, summary: Test., participations: [{organisation: nergens, role: trekker}]}]",
            "project.yaml, entry alfa: there is no organisatie with slug 'nergens'.",
        ),
        ("[{slug: alfa, name: Alfa}]", "project.yaml, entry alfa: summary: Dit veld kan niet leeg zijn"),
        (
            "[{slug: alfa, name: Alfa, summary: Test., phase: klaar, results: []}]",
            "project.yaml, entry alfa: phase: Waarde 'klaar' is geen geldige keuze.",
        ),
        (
            "[{slug: alfa, name: Alfa, summary: Test., results: [Tekst]}]",
            "project.yaml, entry alfa: 'Tekst' must be a resultaat with fields.",
        ),
        (
            "[{slug: alfa, name: Alfa, summary: [Test.]}]",
            "project.yaml, entry alfa: summary takes one value, not a list.",
        ),
        ("{slug: alfa}", "project.yaml: must be a list of entries, each with fields."),
        ("[alfa]", "project.yaml: must be a list of entries, each with fields."),
        ("[{slug: alfa, date_from: 2021-02-30}]", "project.yaml: day is out of range for month"),
    ],
)
def test_faulty_entry_is_named_and_nothing_is_loaded(own_files, text, message):
    goal = "[{number: 1, name: Doel, slug: doel, source_title: Testbron}]"
    own_files(projects_hoofddoel=goal, projects_project=text)

    with pytest.raises(ContentError) as raised:
        load_content()

    assert (str(raised.value), Project.objects.count(), Hoofddoel.objects.count()) == (message, 0, 0)


@pytest.mark.parametrize("text", ["[{slug: alfa", "slug: 'alfa", "\t- slug: alfa"])
def test_broken_yaml_is_named(own_files, text):
    own_files(projects_project=text)

    with pytest.raises(ContentError, match=r"^project\.yaml: "):
        load_content()


def test_many_references_want_a_list(own_files):
    own_files(projects_project="[{slug: a, name: A, summary: T., veranderopgaven: opgave}]")

    with pytest.raises(ContentError, match=r"^project\.yaml, entry a: Direct assignment to the forward side"):
        load_content()


def test_missing_file_is_named(own_files):
    own_files()
    Kind("projects.Project").path.unlink()

    with pytest.raises(ContentError, match=r"^project\.yaml: .*No such file"):
        load_content()


def test_date_of_a_key_that_is_no_date_is_named(own_files):
    advies = make_advies()
    own_files(advies_check=f"[{{advies: {advies.number}, checked_on: ooit}}]")

    with pytest.raises(ContentError, match=rf"^check\.yaml, entry {advies.number}, ooit: .*ooit"):
        load_content()


def test_faulty_figure_is_named_and_nothing_is_loaded(own_files):
    project = "[{slug: alfa, name: Alfa, summary: Test.}]"
    own_files(projects_project=project, figures="X,,,,2021,land,Nederland,12,Testbron,,status=definitief\n")

    with pytest.raises(ContentError, match=r"^figures\.csv: .*X"):
        load_content()

    assert Project.objects.count() == 0
