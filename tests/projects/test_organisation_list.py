import pytest

from projects.models import Participation
from stroomop.lib import clock
from tests.factories import make_organisation, make_project
from tests.pages import chips, choices, links, list_rows, texts

pytestmark = pytest.mark.django_db

URL = "/organisaties/"


def names(response) -> list[str]:
    return [organisation.name for organisation in response.context["page_obj"]]


def take_part(organisation, project, role="partner"):
    Participation.objects.create(project=project, organisation=organisation, role=role)


def test_list_counts_and_sorts_by_name_whatever_the_capitals(client):
    for name in ("beta", "Gamma", "Alfa"):
        make_organisation(name=name)

    response = client.get(URL)

    assert (names(response), texts(response, "h2")) == (["Alfa", "beta", "Gamma"], ["3 organisaties"])


def test_row_tells_what_it_is_and_to_what_it_belongs(client):
    parent = make_organisation(name="Alfa", kind="ministerie")
    make_organisation(name="Beta", short_name="B", kind="school", parent=parent, description="Een test. " * 20)
    make_organisation(name="Gamma", parent=make_organisation(name="Weg", archived_at=clock.now()))
    make_organisation(name="Zeta", parent=make_organisation(name="Concept", published_at=None))

    assert list_rows(client.get(URL)) == [
        "Alfa Ministerie",
        f"Beta (B) {'Een test. ' * 14}Een test. … School of schoolbestuur, hoort bij Alfa",
        "Gamma Overig, hoort bij Weg",
        "Zeta Overig",
    ]


def test_choices_are_what_some_public_organisation_has(client):
    take_part(make_organisation(kind="school"), make_project(name="Project"))
    take_part(make_organisation(kind="overig", published_at=None), make_project(name="Van een concept"), "trekker")
    take_part(make_organisation(kind="groep"), make_project(name="Concept", published_at=None), "financier")

    assert choices(client.get(URL)) == {
        "soort": ["Alle", "school of schoolbestuur", "groep van partijen"],
        "project": ["Alle", "Project"],
        "rol": ["Alle", "partner"],
        "sorteer": ["op naam", "op soort"],
    }


def test_list_is_narrowed_by_kind(client):
    for name, kind in (("Alfa", "school"), ("Beta", "groep")):
        make_organisation(name=name, kind=kind)

    response = client.get(URL, {"soort": "groep"})

    assert (names(response), texts(response, "h2")) == (["Beta"], ["1 organisatie"])
    assert chips(response) == [("Soort: groep van partijen", "?")]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ({"project": "een"}, ["Alfa", "Beta"]),
        ({"rol": "trekker"}, ["Alfa", "Beta"]),
        ({"project": "een", "rol": "trekker"}, ["Alfa"]),
        ({"project": "twee", "rol": "trekker"}, ["Beta"]),
        ({"project": "twee", "rol": "partner"}, []),
    ],
)
def test_project_and_role_are_of_one_and_the_same_part(client, query, found):
    first, second, draft = make_project(slug="een"), make_project(slug="twee"), make_project(published_at=None)
    parts = {"Alfa": [(first, "trekker")], "Beta": [(first, "partner"), (second, "trekker")]}
    for name, part in (parts | {"Gamma": [(draft, "trekker")]}).items():
        organisation = make_organisation(name=name)
        for project, role in part:
            take_part(organisation, project, role)

    assert names(client.get(URL, query)) == found


def test_choices_that_nothing_fits_lead_on(client):
    take_part(make_organisation(kind="school"), make_project(slug="een"))
    make_organisation(kind="groep")

    response = client.get(URL, {"soort": "groep", "project": "een"})

    assert "Met deze keuzes vinden we niets. Haal een keuze weg, of begin opnieuw. Toon alles" in texts(response, "p")
    assert (names(response), URL in links(response)) == ([], True)


def test_list_is_sorted_by_kind(client):
    for name, kind in (("Alfa", "school"), ("Beta", "groep"), ("alfa 2", "groep")):
        make_organisation(name=name, kind=kind)

    assert names(client.get(URL, {"sorteer": "soort"})) == ["alfa 2", "Beta", "Alfa"]


@pytest.mark.parametrize("count", [1, 3, 300])
def test_list_asks_the_database_equally_often(client, django_assert_num_queries, count):
    parent, project = make_organisation(), make_project()
    for _ in range(count):
        take_part(make_organisation(parent=parent), project)

    with django_assert_num_queries(9):
        client.get(URL)
