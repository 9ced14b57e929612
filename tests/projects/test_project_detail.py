import re
from datetime import date

import pytest

from projects.models import FormerName, Image, Participation, ProjectSource, Result
from stroomop.lib import clock
from tests.factories import (
    make_advies,
    make_help_line,
    make_organisation,
    make_project,
    make_randvoorwaarde,
    make_related_project,
    make_veranderopgave,
)
from tests.pages import links, main, texts, words

pytestmark = pytest.mark.django_db

UNKNOWN = "Onbekend: in de bronnen die wij konden lezen, staat hier niets over."


def facts(response) -> list[tuple[str, str]]:
    """Each fact in the margin with its value."""
    aside = main(response).partition("<aside")[2]
    found = re.findall(r"<dt>(.*?)</dt>\s*<dd>(.*?)</dd>", aside, re.DOTALL)
    return [(words(name), words(value)) for name, value in found]


def get(client, project):
    return client.get(project.get_absolute_url())


def fill(project, number=1):
    """Everything that a project page can show, a number of times."""
    for index in range(number):
        project.veranderopgaven.add(make_veranderopgave())
        project.randvoorwaarden.add(make_randvoorwaarde())
        FormerName.objects.create(project=project, name=f"Oude naam {index}")
        Result.objects.create(project=project, text="<p>Een test.</p>")
        ProjectSource.objects.create(project=project, title="Testbron")
        Participation.objects.create(project=project, organisation=make_organisation(), role="partner")
        make_related_project(make_advies(), project)


def test_project_about_which_nothing_is_known_says_so(client):
    response = get(client, make_project(name="Alfa", summary="Een test."))

    assert texts(response, "h1") == ["Alfa"]
    assert texts(response, "h2") == ["Wat?", "Hoe?", "Waarom?", "Resultaten", "Lessen en ervaringen", "In het kort"]
    assert texts(response, "p") == [
        "Een test.",
        *[UNKNOWN] * 4,
        "Onbekend: in de bronnen die wij konden lezen, vonden wij geen lessen of ervaringen.",
        "onbekend",
    ]
    assert facts(response) == [
        ("Fase", "onbekend"),
        ("Periode", "onbekend"),
        ("Veranderopgave", "onbekend"),
        ("Wie deden mee", "onbekend"),
    ]


def test_project_tells_its_story(client):
    project = make_project(question="Helpt dit?\nOf niet?", what="<p>Wat.</p>", how="<p>Hoe.</p>", why="<p>Waarom.</p>")
    for text in ("<p>Eerst.</p>", "<p>Toen.</p>"):
        Result.objects.create(project=project, text=text)
    ProjectSource.objects.create(project=project, title="Testbron", url="https://example.org/")

    response = get(client, project)

    assert texts(response, "h2")[0] == "De vraag"
    assert texts(response, "p")[1:7] == ["Helpt dit?Of niet?", "Wat.", "Hoe.", "Waarom.", "Eerst.", "Toen."]
    assert "https://example.org/" in links(response)


def test_project_tells_the_facts_in_short(client):
    project = make_project(
        phase="afgerond", date_from=date(2018, 10, 1), precision="maand", period_note="Een test over de periode."
    )
    project.veranderopgaven.add(make_veranderopgave(name="Testopgave"))
    project.randvoorwaarden.add(make_randvoorwaarde(name="Testvoorwaarde"))
    FormerName.objects.create(project=project, name="Oude naam")
    Participation.objects.create(project=project, organisation=make_organisation(name="Wij"), role="trekker")

    assert facts(get(client, project)) == [
        ("Fase", "afgerond"),
        ("Periode", "vanaf oktober 2018, einde onbekend Een test over de periode."),
        ("Veranderopgave", "Testopgave"),
        ("Randvoorwaarde", "Testvoorwaarde"),
        ("Eerdere naam", "Oude naam"),
        ("Wie deden mee", "Wij (trekker)"),
    ]


def test_project_leads_to_the_adviezen_that_it_touches(client):
    project = make_project()
    second, first = make_advies(number=2, short_name="Twee"), make_advies(number=1, short_name="Een")
    make_related_project(second, project, "Een tweede reden.")
    make_related_project(first, project, "Een reden.")

    response = get(client, project)

    assert facts(response)[-2:] == [("Advies 1: Een", "Een reden."), ("Advies 2: Twee", "Een tweede reden.")]
    assert texts(response, "h2")[-1] == "Raakt aan"
    assert first.get_absolute_url() in links(response)


def test_project_names_who_took_part_unless_still_a_draft(client):
    project = make_project()
    draft, archived = make_organisation(published_at=None), make_organisation(name="Oud", archived_at=clock.now())
    for organisation in (draft, archived):
        Participation.objects.create(project=project, organisation=organisation, role="partner")

    assert ("Wie deden mee", "Oud (partner)") in facts(get(client, project))


def test_project_on_a_sensitive_theme_shows_help_first(client):
    make_help_line(name="Testlijn", phone="0000", tel="0000")

    html = main(get(client, make_project(sensitive=True, question="Een vraag?")))

    assert 0 < html.index("Testlijn") < html.index("Een vraag?")


@pytest.mark.parametrize("hidden", [{"published_at": None}, {"archived_at": clock.now()}])
def test_project_keeps_silent_about_what_is_not_public(client, hidden):
    project = make_project()
    project.veranderopgaven.add(make_veranderopgave(name="Geheim", **hidden))
    project.randvoorwaarden.add(make_randvoorwaarde(name="Geheim", **hidden))
    make_related_project(make_advies(short_name="Geheim", **hidden), project)

    response = get(client, project)

    assert (response.status_code, "Geheim" in response.content.decode()) == (200, False)


def test_project_keeps_silent_about_an_opgave_without_a_name(client):
    project = make_project()
    project.veranderopgaven.add(make_veranderopgave(name="", slug=None))

    assert ("Veranderopgave", "onbekend") in facts(get(client, project))


def test_project_shows_its_image_with_the_size_that_a_browser_reads(client):
    Image.objects.bulk_create([Image(file="afbeeldingen/test.png", width=1600, height=1200, alt_text='Een "test"')])
    project = make_project(image=Image.objects.get())

    assert re.findall(r"<img[^>]+>", main(get(client, project))) == [
        '<img src="/media/afbeeldingen/test.png" width="1600" height="1200" alt="Een &quot;test&quot;">'
    ]


@pytest.mark.parametrize(
    ("moments", "status"), [({"published_at": None}, 404), ({"archived_at": clock.now()}, 410), ({}, 200)]
)
def test_project_answers_by_its_state(client, moments, status):
    assert get(client, make_project(**moments)).status_code == status


@pytest.mark.parametrize("count", [1, 5])
def test_project_asks_the_database_equally_often(client, django_assert_num_queries, count):
    project = make_project()
    fill(project, count)

    with django_assert_num_queries(10):
        get(client, project)
