import pytest

from projects.models import Condition
from stroomop.lib import clock
from tests.factories import make_hoofddoel, make_project, make_randvoorwaarde, make_theme, make_veranderopgave
from tests.pages import links, texts

pytestmark = pytest.mark.django_db

URL = "/veranderopgaven/"
NO_PROJECT = "Bij deze veranderopgave kennen wij geen project."


def get(client, opgave):
    return client.get(opgave.get_absolute_url())


def test_plan_without_content_says_so(client):
    response = client.get(URL)

    assert texts(response, "h2") == ["De hoofddoelen", "De veranderopgaven", "De randvoorwaarden"]
    assert texts(response, "p")[1:] == [
        "De hoofddoelen staan hier nog niet.",
        "De randvoorwaarden staan hier nog niet.",
    ]


def test_plan_shows_its_parts_in_order(client):
    for number in (2, 1):
        make_hoofddoel(number=number, name=f"Doel {number}")
        make_randvoorwaarde(number=number, name=f"Voorwaarde {number}")
        make_veranderopgave(number=number, name=f"Opgave {number}")
    make_veranderopgave(kind="langlopend", number=1, name="Lange opgave")

    response = client.get(URL)

    assert texts(response, "h3") == ["Doel 1", "Doel 2", "Voorwaarde 1", "Voorwaarde 2"]
    assert texts(response, "li")[-3:] == [
        "Opgave 1 Snelle veranderopgave.",
        "Opgave 2 Snelle veranderopgave.",
        "Lange opgave Langlopende veranderopgave.",
    ]


def test_plan_counts_the_opgaven_without_a_name_in_one_line(client):
    for number in range(1, 10):
        make_veranderopgave(kind="langlopend", number=number, name="", slug=None)

    response = client.get(URL)

    assert texts(response, "p")[2] == (
        "Het plan telt ook 9 langlopende veranderopgaven waarvan de naam onbekend is: we vonden die niet in openbare "
        "bronnen, en verzinnen doen we niets."
    )


def test_plan_counts_a_single_opgave_without_a_name(client):
    make_veranderopgave(kind="langlopend", name="", slug=None)

    assert texts(client.get(URL), "p")[2].startswith("Het plan telt ook 1 langlopende veranderopgave waarvan")


def test_plan_names_the_public_projects_of_each_opgave(client):
    opgave = make_veranderopgave(name="Opgave")
    for name in ("Beta", "Alfa"):
        make_project(name=name).veranderopgaven.add(opgave)
    make_project(published_at=None).veranderopgaven.add(opgave)

    assert texts(client.get(URL), "li")[-1] == "Opgave Snelle veranderopgave. Project: Alfa, Beta."


def test_plan_names_the_public_projects_of_each_randvoorwaarde_and_who_says_so(client):
    voorwaarde = make_randvoorwaarde()
    for name, derived in (("Beta", True), ("Alfa", False)):
        Condition.objects.create(project=make_project(name=name), randvoorwaarde=voorwaarde, derived=derived)
    Condition.objects.create(project=make_project(published_at=None), randvoorwaarde=voorwaarde)

    assert texts(client.get(URL), "p")[-2:] == ["Project: Alfa", "Project: Beta (wij lezen dit uit de tekst)"]


@pytest.mark.parametrize("make", [make_hoofddoel, make_randvoorwaarde, make_veranderopgave])
@pytest.mark.parametrize("hidden", [{"published_at": None}, {"archived_at": clock.now()}])
def test_plan_keeps_silent_about_what_is_not_public(client, make, hidden):
    make(name="Geheim", **hidden)

    assert "Geheim" not in client.get(URL).content.decode()


@pytest.mark.parametrize("count", [1, 3, 300])
def test_plan_asks_the_database_equally_often(client, django_assert_num_queries, count):
    for _ in range(count):
        make_hoofddoel()
        make_project().veranderopgaven.add(make_veranderopgave())
        make_project().randvoorwaarden.add(make_randvoorwaarde())

    with django_assert_num_queries(12):
        client.get(URL)


def test_opgave_shows_its_text_goal_and_projects(client):
    doel = make_hoofddoel(name="Doel")
    opgave = make_veranderopgave(name="Opgave", text="<p>Een test.</p>", hoofddoel=doel)
    project = make_project(name="Alfa", summary="Kort.")
    project.veranderopgaven.add(opgave)
    opgave.themes.add(make_theme(name="Thema", slug="thema"))

    response = get(client, opgave)

    assert (texts(response, "h1"), texts(response, "h2")) == (["Opgave"], ["Projecten"])
    assert texts(response, "p")[:-1] == [
        "Een snelle veranderopgave uit het actieplan.",
        "Hoort bij het hoofddoel Doel.",
        "Een test.",
        "Alfa",
        "Kort.",
        "Bron: Testbron",
        "Thema: Thema",
    ]
    assert links(response) == [doel.get_absolute_url(), project.get_absolute_url(), "/themas/thema/"]


def test_opgave_without_projects_says_so(client):
    assert texts(get(client, make_veranderopgave()), "li")[-1] == NO_PROJECT


@pytest.mark.parametrize("hidden", [{"published_at": None}, {"archived_at": clock.now()}])
def test_opgave_keeps_silent_about_what_is_not_public(client, hidden):
    opgave = make_veranderopgave(hoofddoel=make_hoofddoel(name="Geheim", **hidden))
    make_project(name="Geheim", **hidden).veranderopgaven.add(opgave)

    response = get(client, opgave)

    assert (response.status_code, "Geheim" in response.content.decode()) == (200, False)
    assert texts(response, "li")[-1] == NO_PROJECT


@pytest.mark.parametrize("count", [1, 10])
def test_opgave_asks_the_database_equally_often(client, django_assert_num_queries, count):
    opgave = make_veranderopgave(hoofddoel=make_hoofddoel())
    for _ in range(count):
        make_project().veranderopgaven.add(opgave)
        opgave.themes.add(make_theme())

    with django_assert_num_queries(8):
        get(client, opgave)
