import pytest

from tests.factories import make_organisation, make_person, make_project
from tests.pages import list_rows, texts

pytestmark = pytest.mark.django_db

URL = "/mensen/"


def test_list_tells_of_each_person_the_public_role(client):
    for name in ("Beta", "Alfa"):
        make_person(name=name, role=f"Tester {name}")

    response = client.get(URL)

    assert texts(response, "h2") == ["2 personen"]
    assert list_rows(response) == ["Alfa Tester Alfa", "Beta Tester Beta"]


def test_list_counts_a_single_person(client):
    make_person()

    assert texts(client.get(URL), "h2") == ["1 persoon"]


@pytest.mark.parametrize("count", [1, 3, 300])
def test_list_asks_the_database_equally_often(client, django_assert_num_queries, count):
    organisation, project = make_organisation(), make_project()
    for _ in range(count):
        make_person(organisation=organisation).projects.add(project)

    with django_assert_num_queries(6):
        client.get(URL)
