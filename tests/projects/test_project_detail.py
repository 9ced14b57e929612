import re
from datetime import date

import pytest

from projects.models import Condition, FormerName, Participation, ProjectSource, Result
from stroomop.lib import clock
from tests.factories import (
    make_advies,
    make_event,
    make_experience,
    make_figure,
    make_indicator,
    make_initiative,
    make_lesson,
    make_organisation,
    make_person,
    make_project,
    make_project_indicator,
    make_publication,
    make_randvoorwaarde,
    make_related_project,
    make_series,
    make_story,
    make_term,
    make_theme,
    make_update,
    make_veranderopgave,
)
from tests.pages import facts, links, list_rows, main, texts

pytestmark = pytest.mark.django_db

UNKNOWN = "Onbekend: in de bronnen die wij konden lezen, staat hier niets over."
PARTS = ["Op deze pagina", "In het kort", "Wat?", "Hoe?", "Waarom?", "Resultaten", "Lessen", "Ervaringen"]


def get(client, project):
    return client.get(project.get_absolute_url())


def fill(project, number):
    """Everything that a project page can show, a number of times."""
    project.successor = make_project()
    project.save()
    for index in range(number):
        project.veranderopgaven.add(make_veranderopgave())
        project.themes.add(make_theme())
        Condition.objects.create(project=project, randvoorwaarde=make_randvoorwaarde())
        FormerName.objects.create(project=project, name=f"Oude naam {index}")
        Result.objects.create(project=project, text="<p>Een test.</p>")
        ProjectSource.objects.create(project=project, title="Testbron")
        Participation.objects.create(project=project, organisation=make_organisation(), role="trekker")
        make_related_project(make_advies(), project)
        make_update(project)
        make_lesson(project=project, organisation=make_organisation())
        make_experience(project=project)
        make_project(successor=project)
        indicator = make_indicator()
        make_figure(make_series(indicator), "2023", "1")
        make_project_indicator(project, indicator)
        for item in (
            make_publication(publisher=make_organisation()),
            make_event(),
            make_story(),
            make_person(organisation=make_organisation()),
            make_initiative(organisation=make_organisation()),
        ):
            item.projects.add(project)


def test_project_about_which_nothing_is_known_says_so(client):
    response = get(client, make_project(name="Alfa", summary="Een test."))

    assert texts(response, "h1") == ["Alfa"]
    assert sorted(texts(response, "h2")) == sorted(PARTS)
    assert texts(response, "p").count(UNKNOWN) == 5
    assert [fact for fact in facts(response) if fact[0] != "Contact"] == [
        ("Fase", "onbekend"),
        ("Periode", "onbekend"),
        ("Veranderopgave", "onbekend"),
        ("Wie deden mee", "onbekend"),
    ]
    assert "/bericht/vraag/?over=" in "".join(links(response))


def test_project_tells_its_story_in_the_fixed_order(client):
    project = make_project(question="Helpt dit?\nOf niet?", what="<p>Wat.</p>", how="<p>Hoe.</p>", why="<p>Waarom.</p>")
    for text in ("<p>Eerst.</p>", "<p>Toen.</p>"):
        Result.objects.create(project=project, text=text)
    ProjectSource.objects.create(project=project, title="Testbron", url="https://example.org/")
    make_lesson(title="Een les", project=project)
    make_experience(title="Een ervaring", text="<p>Ik.</p>", project=project, teller="ouder")
    make_update(project, title="Een bericht", text="<p>Nieuws.</p>")

    response = get(client, project)

    order = ["De vraag", *PARTS[2:], "Berichten"]
    assert [heading for heading in texts(response, "h2") if heading in order] == order
    told = ["Helpt dit?Of niet?", "Wat.", "Hoe.", "Waarom.", "Eerst.", "Toen.", "Ik.", "Nieuws."]
    assert [text for text in texts(response, "p") if text in told] == told
    assert texts(response, "h3") == ["Een ervaring", "Een bericht"]
    assert "Verteld door een ouder of verzorger, met toestemming." in texts(response, "p")
    assert "https://example.org/" in links(response)


def test_menu_of_the_page_leads_to_each_part_that_is_there(client):
    project = make_project()
    make_update(project)
    make_publication().projects.add(project)
    make_event().projects.add(project)

    html = main(get(client, project))

    menu = re.findall('href="#(.+?)"', html.partition('<nav class="page-menu"')[2].partition("</nav>")[0])
    parts = ["wat", "hoe", "waarom", "resultaten", "lessen", "ervaringen", "berichten", "publicaties", "bijeenkomsten"]
    assert menu == parts
    assert [html.count(f'id="{part}"') for part in menu] == [1] * len(parts)


def test_project_tells_the_facts_in_short(client):
    project = make_project(
        phase="afgerond", date_from=date(2018, 10, 1), precision="maand", period_note="Een test over de periode."
    )
    project.veranderopgaven.add(make_veranderopgave(name="Testopgave"))
    project.themes.add(make_theme(name="Testthema"))
    for name, derived in (("Testvoorwaarde", True), ("Andere voorwaarde", False)):
        voorwaarde = make_randvoorwaarde(name=name)
        Condition.objects.create(project=project, randvoorwaarde=voorwaarde, derived=derived)
    for name in ("Oude naam", "Eerste naam"):
        FormerName.objects.create(project=project, name=name)
        make_project(name=f"Voorganger {name}", successor=project)
    project.successor = make_project(name="Opvolger")
    project.save()
    Participation.objects.create(project=project, organisation=make_organisation(name="Wij"), role="partner")

    assert [fact for fact in facts(get(client, project)) if fact[0] != "Contact"] == [
        ("Fase", "afgerond"),
        ("Periode", "vanaf oktober 2018, einde onbekend Een test over de periode."),
        ("Veranderopgave", "Testopgave"),
        ("Randvoorwaarde", "Testvoorwaarde (wij lezen dit uit de tekst) Andere voorwaarde"),
        ("Thema", "Testthema"),
        ("Eerdere naam", "Oude naam; Eerste naam"),
        ("Wie deden mee", "Wij (partner)"),
        ("Ging verder als", "Opvolger"),
        ("Kwam voort uit", "Voorganger Eerste naam Voorganger Oude naam"),
    ]


def test_project_names_who_leads_it_as_whom_to_ask(client):
    project = make_project(checked_on=date(2026, 11, 22))
    lead = make_organisation(name="Wij", website="https://example.org/")
    for organisation, role in ((lead, "trekker"), (make_organisation(name="Zij"), "partner")):
        Participation.objects.create(project=project, organisation=organisation, role=role)

    assert ("Contact", "Wij, website (nagekeken op 22 november 2026)") in facts(get(client, project))


def test_project_leads_to_the_adviezen_that_it_touches(client):
    project = make_project()
    second, first = make_advies(number=2, short_name="Twee"), make_advies(number=1, short_name="Een")
    make_related_project(second, project, "Een tweede reden.")
    make_related_project(first, project, "Een reden.")

    response = get(client, project)

    assert facts(response)[-2:] == [("Advies 1: Een", "Een reden."), ("Advies 2: Twee", "Een tweede reden.")]
    assert "Raakt aan" in texts(response, "h2")


def test_project_lists_what_else_there_is(client):
    project = make_project()
    for item in (
        make_lesson(title="Een les", project=project),
        make_publication(title="Een rapport"),
        make_event(title="Een dag"),
        make_story(title="Een verhaal"),
        make_person(name="Iemand"),
        make_initiative(name="Een voorbeeld"),
    ):
        if hasattr(item, "projects"):
            item.projects.add(project)

    assert list_rows(get(client, project)) == [
        "Een les Een test leert iets. Werkte het? Onbekend",
        "Een rapport Een test. Rapport",
        "Een dag Een test.",
        "Een verhaal Een test. Interview",
        "Iemand Tester",
        "Een voorbeeld Een test. Wonen en zorg",
    ]


@pytest.mark.parametrize("hidden", [{"published_at": None}, {"archived_at": clock.now()}])
def test_project_keeps_silent_about_notices_and_experiences_that_are_not_public(client, hidden):
    project = make_project()
    make_update(project, title="Geheim", **hidden)
    make_experience(project=project, title="Geheim", **hidden)

    response = get(client, project)

    assert (response.status_code, "Geheim" in response.content.decode()) == (200, False)
    assert sorted(texts(response, "h2")) == sorted(PARTS)


def test_project_keeps_silent_about_an_opgave_without_a_name(client):
    project = make_project()
    project.veranderopgaven.add(make_veranderopgave(name="", slug=None))

    assert ("Veranderopgave", "onbekend") in facts(get(client, project))


@pytest.mark.parametrize("count", [1, 10])
def test_project_asks_the_database_equally_often(client, django_assert_num_queries, count):
    make_term()
    project = make_project()
    fill(project, count)

    with django_assert_num_queries(35):
        get(client, project)
