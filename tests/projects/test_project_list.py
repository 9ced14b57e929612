import re
from datetime import date

import pytest

from projects.models import FormerName
from stroomop.lib import clock
from tests.factories import make_project, make_randvoorwaarde, make_veranderopgave
from tests.pages import links, main, texts, words

pytestmark = pytest.mark.django_db

URL = "/projecten/"


def names(response) -> list[str]:
    return [project.name for project in response.context["project_list"]]


def row_texts(response) -> list[str]:
    return [words(row) for row in re.findall(r'<li class="row">(.*?)</li>', main(response), re.DOTALL)]


def test_list_shows_what_is_published_by_name(client):
    for name in ("Beta", "Alfa"):
        make_project(name=name)
    make_project(published_at=None)
    make_project(archived_at=clock.now())

    response = client.get(URL)

    assert (names(response), texts(response, "h2")) == (["Alfa", "Beta"], ["2 projecten"])


def test_row_shows_all_that_is_known_at_a_glance(client):
    project = make_project(
        name="Alfa", summary="Een test.", phase="loopt", date_from=date(2020, 11, 1), precision="maand"
    )
    for name in ("Oud", "Ouder"):
        FormerName.objects.create(project=project, name=name)
    make_project(name="Beta", summary="Nog een test.")

    assert row_texts(client.get(URL)) == [
        "Alfa Een test. Loopt. Periode: vanaf november 2020, einde onbekend. Heette eerder: Oud, Ouder.",
        "Beta Nog een test. Periode: onbekend.",
    ]


def test_list_is_narrowed_by_veranderopgave(client):
    opgave = make_veranderopgave(slug="opgave")
    make_project(name="Alfa").veranderopgaven.add(opgave)
    make_project(name="Beta")

    assert names(client.get(URL, query_params={"veranderopgave": "opgave"})) == ["Alfa"]


def test_list_is_narrowed_by_all_choices_together(client):
    opgave = make_veranderopgave(slug="opgave")
    make_project(name="Alfa", phase="loopt").veranderopgaven.add(opgave)
    make_project(name="Beta", phase="afgerond").veranderopgaven.add(opgave)
    make_project(name="Gamma", phase="loopt")

    response = client.get(URL, query_params={"veranderopgave": "opgave", "fase": "loopt"})

    assert (names(response), texts(response, "h2")) == (["Alfa"], ["1 project"])


def test_empty_choices_narrow_nothing(client):
    make_project(name="Alfa")

    response = client.get(URL, query_params={"veranderopgave": "", "fase": ""})

    assert names(response) == ["Alfa"]


@pytest.mark.parametrize("name", ["veranderopgave", "fase"])
def test_unknown_choice_narrows_nothing_and_is_told(client, name):
    make_project(name="Alfa")

    response = client.get(URL, query_params={name: "bestaat-niet"})

    assert (response.status_code, names(response)) == (200, ["Alfa"])
    assert texts(response, "h2")[0] == "Dit klopt nog niet"
    assert f"#id_{name}" in links(response)


def test_unknown_choice_leaves_the_other_choices_as_they_are(client):
    make_project(name="Alfa", phase="loopt")
    make_project(name="Beta")

    response = client.get(URL, query_params={"veranderopgave": "bestaat-niet", "fase": "loopt"})

    assert names(response) == ["Alfa"]


def test_choices_are_what_a_public_project_has(client):
    opgave = make_veranderopgave(name="Alfa", slug="alfa", number=1)
    make_veranderopgave(name="Zonder project")
    make_project(phase="afgerond").veranderopgaven.add(opgave, make_veranderopgave(published_at=None))
    make_project(phase="loopt", published_at=None)

    assert texts(client.get(URL), "option") == ["Alle", "Alfa", "Alle", "afgerond"]


def test_choice_of_something_unpublished_is_unknown(client):
    opgave = make_veranderopgave(slug="concept", published_at=None)
    make_project(name="Alfa").veranderopgaven.add(opgave)
    make_project(name="Beta")

    response = client.get(URL, query_params={"veranderopgave": "concept"})

    assert names(response) == ["Alfa", "Beta"]


def test_list_without_projects_says_so_and_leads_on(client):
    make_project(phase="loopt")
    make_project().veranderopgaven.add(make_veranderopgave(slug="opgave"))

    response = client.get(URL, query_params={"fase": "loopt", "veranderopgave": "opgave"})

    assert texts(response, "h2") == ["0 projecten"]
    assert "Met deze keuzes vinden we geen project. Toon alle projecten" in texts(response, "p")


def test_list_is_cut_into_pages_that_keep_the_choices(client):
    for number in range(1, 61):
        make_project(name=f"Project {number:02}", phase="loopt")

    response = client.get(URL, query_params={"fase": "loopt", "pagina": "2"})

    assert names(response) == [f"Project {number}" for number in range(26, 51)]
    assert texts(response, "h2") == ["60 projecten"]
    pages = main(response).partition('<nav class="pagination"')[2]
    assert re.findall(r'href="([^"]+)"', pages) == [f"?fase=loopt&amp;pagina={page}" for page in (1, 1, 2, 3, 3)]


@pytest.mark.parametrize("page", ["0", "4", "nonsense"])
def test_page_beyond_the_list_is_not_found(client, page):
    make_project()

    assert client.get(URL, query_params={"pagina": page}).status_code == 404


@pytest.mark.parametrize(("count", "queries"), [(0, 5), (1, 7), (3, 7), (60, 7)])
def test_list_asks_the_database_equally_often(client, django_assert_num_queries, count, queries):
    opgave, voorwaarde = make_veranderopgave(), make_randvoorwaarde()
    for _ in range(count):
        project = make_project()
        project.veranderopgaven.add(opgave)
        project.randvoorwaarden.add(voorwaarde)
        FormerName.objects.create(project=project, name="Oud")

    with django_assert_num_queries(queries):
        client.get(URL)
