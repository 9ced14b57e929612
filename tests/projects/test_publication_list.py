from datetime import date

import pytest

from stroomop.lib import clock
from tests.factories import make_organisation, make_project, make_publication, make_theme
from tests.pages import chips, choices, list_rows, texts

pytestmark = pytest.mark.django_db

URL = "/publicaties/"


def titles(response) -> list[str]:
    return [publication.title for publication in response.context["page_obj"]]


def make_of(year: int | None, **kwargs):
    if year is None:
        return make_publication(**kwargs)
    return make_publication(date_from=date(year, 1, 1), date_to=date(year, 12, 31), precision="jaar", **kwargs)


def test_list_counts_and_shows_the_newest_first(client):
    for title, year in (("Oud", 2019), ("Nooit", None), ("Nieuw", 2021)):
        make_of(year, title=title)

    response = client.get(URL)

    assert (titles(response), texts(response, "h2")) == (["Nieuw", "Oud", "Nooit"], ["3 publicaties"])


def test_row_tells_what_it_is_and_who_made_it(client):
    make_of(2021, title="Alfa", kind="boek", summary="Kort.", publisher=make_organisation(name="Wij"))
    make_publication(title="Beta", publisher=make_organisation(name="Weg", archived_at=clock.now()))
    make_publication(title="Gamma", publisher=make_organisation(published_at=None))
    make_publication(title="Zeta", publisher_name="Iemand anders")

    assert list_rows(client.get(URL)) == [
        "Alfa Kort. Boek, Wij, 2021",
        "Beta Een test. Rapport, Weg",
        "Gamma Een test. Rapport, onbekend",
        "Zeta Een test. Rapport, Iemand anders",
    ]


def test_choices_are_what_some_public_publication_has(client):
    publication = make_of(2021, publisher=make_organisation(name="Wij"))
    publication.themes.add(make_theme(name="Thema"))
    publication.projects.add(make_project(name="Project"), make_project(published_at=None))
    make_of(2019, kind="boek", published_at=None, publisher=make_organisation())
    make_of(2020, publisher=make_organisation(archived_at=clock.now()))

    assert choices(client.get(URL)) == {
        "thema": ["Alle", "Thema"],
        "soort": ["Alle", "rapport"],
        "jaar": ["Alle", "2021", "2020"],
        "organisatie": ["Alle", "Wij"],
        "project": ["Alle", "Project"],
        "sorteer": ["nieuwste eerst", "oudste eerst", "op titel"],
    }


@pytest.mark.parametrize(
    ("field", "value", "chip"),
    [
        ("thema", "thema", "Thema: Thema"),
        ("soort", "boek", "Soort: boek"),
        ("jaar", "2021", "Jaar: 2021"),
        ("organisatie", "wij", "Uitgever: Wij"),
        ("project", "project", "Project: Project"),
    ],
)
def test_list_is_narrowed_by_each_choice(client, field, value, chip):
    publication = make_of(2021, title="Alfa", kind="boek", publisher=make_organisation(name="Wij", slug="wij"))
    publication.themes.add(make_theme(name="Thema", slug="thema"))
    publication.projects.add(make_project(name="Project", slug="project"))
    make_of(2020, publisher=make_organisation()).themes.add(make_theme())

    response = client.get(URL, {field: value, "sorteer": "titel"})

    assert (titles(response), texts(response, "h2")) == (["Alfa"], ["1 publicatie"])
    assert chips(response) == [(chip, "?sorteer=titel")]


@pytest.mark.parametrize(
    ("order", "found"), [("oudste", ["Oud", "Nieuw", "Nooit"]), ("titel", ["Nieuw", "Nooit", "Oud"])]
)
def test_list_is_sorted_as_asked(client, order, found):
    for title, year in (("Nieuw", 2021), ("Nooit", None), ("Oud", 2019)):
        make_of(year, title=title)

    assert titles(client.get(URL, {"sorteer": order})) == found


@pytest.mark.parametrize("count", [1, 3, 300])
def test_list_asks_the_database_equally_often(client, django_assert_num_queries, count):
    publisher, project, theme = make_organisation(), make_project(), make_theme()
    for _ in range(count):
        publication = make_of(2021, publisher=publisher)
        publication.projects.add(project)
        publication.themes.add(theme)

    with django_assert_num_queries(11):
        client.get(URL)
