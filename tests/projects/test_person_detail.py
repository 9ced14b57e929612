import pytest

from tests.factories import make_organisation, make_person, make_project, make_story, make_term
from tests.pages import links, list_rows, texts

pytestmark = pytest.mark.django_db


def get(client, person):
    return client.get(person.get_absolute_url())


def test_person_is_shown_in_a_public_role(client):
    response = get(client, make_person(name="Iemand", role="Tester"))

    assert (texts(response, "h1"), texts(response, "h2")) == (["Iemand"], [])
    assert texts(response, "p")[:2] == ["Tester", "Bron: Testbron"]


def test_person_is_quoted_with_the_source(client):
    person = make_person(
        name="Iemand",
        organisation=make_organisation(name="Wij"),
        text="<p>Een test.</p>",
        quote="Doe een test.",
        source_title="Het blad",
        source_url="https://example.org/blad",
        url="https://example.org/iemand",
    )

    response = get(client, person)

    told = ["Tester", "Organisatie: Wij", "Een test.", "Lees meer over Iemand"]
    assert [text for text in texts(response, "p") if text in told] == told
    assert "Doe een test." in texts(response, "blockquote")[0]
    assert {"https://example.org/blad", "https://example.org/iemand"} < set(links(response))


def test_person_leads_to_projects_and_stories(client):
    person = make_person()
    person.projects.add(make_project(name="Project"))
    make_story(title="Verhaal").persons.add(person)

    response = get(client, person)

    assert dict(zip(texts(response, "h2"), list_rows(response), strict=True)) == {
        "Projecten": "Project Samenvatting van een test.",
        "Verhalen": "Verhaal Een test. Interview",
    }


@pytest.mark.parametrize("count", [1, 10])
def test_person_asks_the_database_equally_often(client, django_assert_num_queries, count):
    make_term()
    person = make_person(organisation=make_organisation())
    for _ in range(count):
        person.projects.add(make_project())
        make_story().persons.add(person)

    with django_assert_num_queries(8):
        get(client, person)
