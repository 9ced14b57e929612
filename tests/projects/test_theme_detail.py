import pytest

from stroomop.lib import clock
from tests.factories import (
    make_advies,
    make_event,
    make_experience,
    make_initiative,
    make_lesson,
    make_organisation,
    make_project,
    make_publication,
    make_story,
    make_term,
    make_theme,
    make_veranderopgave,
)
from tests.pages import links, list_rows, main, texts

pytestmark = pytest.mark.django_db

HIDDEN = [{"published_at": None}, {"archived_at": clock.now()}]


def get(client, theme):
    return client.get(theme.get_absolute_url())


def test_theme_without_anything_tells_what_it_is(client):
    response = get(client, make_theme(name="Alfa", text="<p>Een test.</p>"))

    assert (texts(response, "h1"), texts(response, "h2")) == (["Alfa"], [])
    assert texts(response, "p")[0] == "Een test."


def test_theme_gathers_everything_about_it(client):
    theme = make_theme()
    for item in (
        make_veranderopgave(name="Opgave"),
        make_project(name="Project"),
        make_lesson(title="Les"),
        make_initiative(name="Voorbeeld"),
        make_story(title="Verhaal"),
        make_event(title="Dag"),
        make_publication(title="Rapport"),
        make_experience(title="Ervaring", text="<p>Ik.</p>"),
    ):
        item.themes.add(theme)

    response = get(client, theme)

    headings = texts(response, "h2")
    assert (headings.pop(3), texts(response, "h3")) == ("Ervaringen", ["Ervaring"])
    assert dict(zip(headings, list_rows(response), strict=True)) == {
        "Veranderopgaven": "Opgave Snelle veranderopgave",
        "Projecten": "Project Samenvatting van een test.",
        "Wat we leerden": "Les",
        "Voorbeelden en netwerken": "Voorbeeld Een test. Wonen en zorg",
        "Verhalen": "Verhaal Een test. Interview",
        "Bijeenkomsten": "Dag Een test.",
        "Publicaties": "Rapport Een test. Rapport",
    }


@pytest.mark.parametrize("hidden", HIDDEN)
def test_theme_keeps_silent_about_experiences_that_are_not_public(client, hidden):
    theme = make_theme()
    make_experience(**hidden).themes.add(theme)

    assert texts(get(client, theme), "h2") == []


@pytest.mark.parametrize(("moments", "named"), [({}, True), *((moments, False) for moments in HIDDEN)])
def test_theme_tells_to_which_public_project_an_experience_belongs(client, moments, named):
    theme, project = make_theme(), make_project(name="Alfa", **moments)
    make_experience(project=project).themes.add(theme)

    response = get(client, theme)

    assert (project.get_absolute_url() in links(response), "Alfa" in main(response)) == (named, named)


def test_theme_has_no_link_to_an_opgave_without_a_name(client):
    theme = make_theme()
    make_veranderopgave(name="", slug=None).themes.add(theme)

    response = get(client, theme)

    assert (response.status_code, texts(response, "h2")) == (200, [])


@pytest.mark.parametrize("count", [1, 10])
def test_theme_asks_the_database_equally_often(client, django_assert_num_queries, count):
    make_term()
    theme = make_theme(text="<p>Test.</p>")
    for _ in range(count):
        make_experience(project=make_project()).themes.add(theme)
        for item in (
            make_veranderopgave(),
            make_project(),
            make_lesson(project=make_project(), organisation=make_organisation()),
            make_initiative(organisation=make_organisation()),
            make_story(),
            make_event(),
            make_publication(publisher=make_organisation()),
            make_advies(),
        ):
            item.themes.add(theme)

    with django_assert_num_queries(16):
        get(client, theme)
