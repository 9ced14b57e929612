from datetime import date

import pytest

from stroomop.lib import clock
from tests.factories import make_initiative, make_organisation, make_project, make_theme
from tests.pages import chips, choices, links, list_rows, texts

pytestmark = pytest.mark.django_db

ALTERNATIVES = {
    "wonen": "wonen en zorg",
    "onderwijs": "onderwijs en zorg",
    "aanpak": "aanpak van een regio of aanbieder",
}
NETWORKS = {"leernetwerk": "leernetwerk", "samenwerking": "samenwerking", "cultuur": "anders denken en doen"}
PAGES = [("/alternatieven/", ALTERNATIVES, "voorbeelden"), ("/meedoen/", NETWORKS, "initiatieven")]
both_pages = pytest.mark.parametrize(("url", "kinds", "plural"), PAGES)


def names(response) -> list[str]:
    return [initiative.name for initiative in response.context["page_obj"]]


@both_pages
def test_each_kind_stands_on_one_of_the_two_pages(client, url, kinds, plural):
    for kind in ALTERNATIVES | NETWORKS:
        make_initiative(name=kind, kind=kind)

    response = client.get(url)

    assert (names(response), texts(response, "h2")) == (sorted(kinds), [f"3 {plural}"])
    assert choices(response)["soort"] == ["Alle", *kinds.values()]


def test_the_two_pages_lead_to_each_other(client):
    assert "/meedoen/" in links(client.get("/alternatieven/"))
    assert "/alternatieven/" in links(client.get("/meedoen/"))


def test_alternatives_are_not_recommended(client):
    assert "Dat iets hier staat, is geen aanbeveling." in texts(client.get("/alternatieven/"), "strong")


def test_list_sorts_by_name_whatever_the_capitals(client):
    for name in ("beta", "Gamma", "Alfa"):
        make_initiative(name=name)

    assert names(client.get("/alternatieven/")) == ["Alfa", "beta", "Gamma"]


def test_row_tells_what_it_is_whose_and_when_it_was_checked(client):
    organisation = make_organisation(name="Wij", archived_at=clock.now())
    make_initiative(name="Alfa", summary="Kort.", organisation=organisation, checked_on=date(2026, 11, 22))
    make_initiative(name="Beta", kind="aanpak", organisation=make_organisation(published_at=None))

    assert list_rows(client.get("/alternatieven/")) == [
        "Alfa Kort. Wonen en zorg, Wij. Nagekeken op 22 november 2026",
        "Beta Een test. Aanpak van een regio of aanbieder",
    ]


@both_pages
def test_choices_are_what_is_on_this_page(client, url, kinds, plural):
    for kind in kinds:
        initiative = make_initiative(kind=kind, organisation=make_organisation(name=f"Van {kind}"))
        initiative.themes.add(make_theme(name=kind))
        initiative.projects.add(make_project(name=f"Project {kind}"), make_project(published_at=None))
    for kind in {**ALTERNATIVES, **NETWORKS}.keys() - kinds.keys():
        initiative = make_initiative(kind=kind, organisation=make_organisation())
        initiative.themes.add(make_theme())
        initiative.projects.add(make_project())

    assert choices(client.get(url)) == {
        "thema": ["Alle", *sorted(kinds)],
        "soort": ["Alle", *kinds.values()],
        "organisatie": ["Alle", *(f"Van {kind}" for kind in sorted(kinds))],
        "project": ["Alle", *(f"Project {kind}" for kind in sorted(kinds))],
        "sorteer": ["op naam", "op soort"],
    }


@pytest.mark.parametrize(
    ("field", "value", "chip"),
    [
        ("thema", "thema", "Thema: Thema"),
        ("soort", "aanpak", "Soort: aanpak van een regio of aanbieder"),
        ("organisatie", "wij", "Van wie: Wij"),
        ("project", "project", "Project: Project"),
    ],
)
def test_list_is_narrowed_by_each_choice(client, field, value, chip):
    initiative = make_initiative(name="Alfa", kind="aanpak", organisation=make_organisation(name="Wij", slug="wij"))
    initiative.themes.add(make_theme(name="Thema", slug="thema"))
    initiative.projects.add(make_project(name="Project", slug="project"))
    make_initiative(organisation=make_organisation()).projects.add(make_project())

    response = client.get("/alternatieven/", {field: value, "sorteer": "soort"})

    assert (names(response), texts(response, "h2")) == (["Alfa"], ["1 voorbeeld"])
    assert chips(response) == [(chip, "?sorteer=soort")]


def test_list_is_sorted_by_kind(client):
    for name, kind in (("Alfa", "wonen"), ("Beta", "onderwijs"), ("alfa 2", "onderwijs")):
        make_initiative(name=name, kind=kind)

    assert names(client.get("/alternatieven/", {"sorteer": "soort"})) == ["alfa 2", "Beta", "Alfa"]


@both_pages
@pytest.mark.parametrize("count", [1, 3, 300])
def test_list_asks_the_database_equally_often(client, django_assert_num_queries, url, kinds, plural, count):
    organisation, project, theme = make_organisation(), make_project(), make_theme()
    for _ in range(count):
        initiative = make_initiative(kind=min(kinds), organisation=organisation)
        initiative.themes.add(theme)
        initiative.projects.add(project)

    with django_assert_num_queries(10):
        client.get(url)
