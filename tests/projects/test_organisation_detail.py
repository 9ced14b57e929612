import pytest

from projects.models import OrganisationFormerName, OrganisationSource, Participation
from tests.factories import (
    make_advies,
    make_event,
    make_initiative,
    make_lesson,
    make_organisation,
    make_person,
    make_project,
    make_publication,
    make_responsibility,
    make_story,
    make_term,
)
from tests.pages import facts, links, list_rows, texts

pytestmark = pytest.mark.django_db


def get(client, organisation):
    return client.get(organisation.get_absolute_url())


def fill(organisation):
    """One more of everything that its page can show."""
    Participation.objects.create(project=make_project(name="Project"), organisation=organisation, role="trekker")
    make_responsibility(make_advies(number=1, short_name="Advies"), organisation=organisation)
    make_organisation(name="Lid", parent=organisation)
    make_initiative(name="Voorbeeld", organisation=organisation)
    make_lesson(title="Les", organisation=organisation)
    make_person(name="Iemand", organisation=organisation)
    for item in (make_story(title="Verhaal"), make_event(title="Dag")):
        item.organisations.add(organisation)
    make_publication(title="Rapport", publisher=organisation)


def test_organisation_of_which_little_is_known_says_so(client):
    response = get(client, make_organisation(name="Wij", kind="groep"))

    assert (texts(response, "h1"), texts(response, "h2")) == (["Wij"], [])
    assert facts(response) == [("Soort", "Groep van partijen")]


def test_organisation_tells_the_facts_in_short(client):
    organisation = make_organisation(
        name="Wij",
        short_name="W",
        description="Een test.",
        website="https://example.org/",
        parent=make_organisation(name="Koepel"),
    )
    for name in ("Oud", "Ouder"):
        OrganisationFormerName.objects.create(organisation=organisation, name=name)
    OrganisationSource.objects.create(organisation=organisation, title="Bron", url="https://example.org/bron")

    response = get(client, organisation)

    assert texts(response, "p")[0] == "Een test."
    assert facts(response) == [
        ("Soort", "Overig"),
        ("Korte naam", "W"),
        ("Heette eerder", "Oud; Ouder"),
        ("Hoort bij", "Koepel"),
        ("Website", "https://example.org/"),
    ]
    assert {"https://example.org/", "https://example.org/bron"} < set(links(response))


def test_organisation_lists_all_that_bears_its_name(client):
    organisation = make_organisation()
    fill(organisation)

    response = get(client, organisation)

    assert dict(zip(texts(response, "h2"), list_rows(response), strict=True)) == {
        "Projecten": "Project Samenvatting van een test. Rol: trekker",
        "Adviezen": "Advies 1: Advies Gevraagd om dit te doen; staat in de titel van het advies",
        "Hier horen bij": "Lid Overig",
        "Voorbeelden en netwerken": "Voorbeeld Een test. Wonen en zorg",
        "Weet meer van deze lessen": "Les",
        "Mensen": "Iemand Tester",
        "Verhalen": "Verhaal Een test. Interview",
        "Bijeenkomsten": "Dag Een test.",
        "Publicaties": "Rapport Een test. Rapport",
    }


def test_organisation_with_two_parts_in_a_project_tells_both(client):
    organisation, project = make_organisation(), make_project(name="Project", summary="Kort.")
    for role in ("trekker", "financier"):
        Participation.objects.create(project=project, organisation=organisation, role=role)

    assert list_rows(get(client, organisation)) == ["Project Kort. Rol: trekker", "Project Kort. Rol: financier"]


@pytest.mark.parametrize("count", [1, 10])
def test_organisation_asks_the_database_equally_often(client, django_assert_num_queries, count):
    make_term()
    organisation = make_organisation(parent=make_organisation())
    for number in range(count):
        OrganisationFormerName.objects.create(organisation=organisation, name=f"Oud {number}")
        OrganisationSource.objects.create(organisation=organisation, title="Bron")
        Participation.objects.create(project=make_project(), organisation=organisation, role="partner")
        make_responsibility(make_advies(), organisation=organisation)
        make_organisation(parent=organisation)
        make_initiative(organisation=organisation)
        make_lesson(organisation=organisation, project=make_project())
        make_person(organisation=organisation)
        make_publication(publisher=organisation)
        for item in (make_story(), make_event()):
            item.organisations.add(organisation)

    with django_assert_num_queries(19):
        get(client, organisation)
