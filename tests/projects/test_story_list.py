from datetime import date

import pytest

from tests.factories import make_organisation, make_project, make_story, make_theme
from tests.pages import chips, choices, list_rows, texts

pytestmark = pytest.mark.django_db

URL = "/verhalen/"


def titles(response) -> list[str]:
    return [story.title for story in response.context["page_obj"]]


def make_of(year: int | None, **kwargs):
    if year is None:
        return make_story(**kwargs)
    return make_story(date_from=date(year, 1, 1), date_to=date(year, 12, 31), precision="jaar", **kwargs)


def test_list_counts_and_shows_the_newest_first(client):
    for title, year in (("Oud", 2019), ("Nooit", None), ("Nieuw", 2021)):
        make_of(year, title=title)

    response = client.get(URL)

    assert (titles(response), texts(response, "h2")) == (["Nieuw", "Oud", "Nooit"], ["3 verhalen"])


def test_row_tells_what_it_is_and_from_when(client):
    make_of(2021, title="Alfa", kind="opinie", summary="Kort.")
    make_story(title="Beta")

    assert list_rows(client.get(URL)) == ["Alfa Kort. Opinie, 2021", "Beta Een test. Interview"]


def test_choices_are_what_some_public_story_has(client):
    story = make_of(2021)
    story.themes.add(make_theme(name="Thema"))
    story.projects.add(make_project(name="Project"), make_project(published_at=None))
    story.organisations.add(make_organisation(name="Wij"), make_organisation(published_at=None))
    make_of(2019, kind="opinie", published_at=None).projects.add(make_project())

    assert choices(client.get(URL)) == {
        "thema": ["Alle", "Thema"],
        "soort": ["Alle", "interview"],
        "jaar": ["Alle", "2021"],
        "project": ["Alle", "Project"],
        "organisatie": ["Alle", "Wij"],
        "sorteer": ["nieuwste eerst", "oudste eerst", "op titel"],
    }


@pytest.mark.parametrize(
    ("field", "value", "chip"),
    [
        ("thema", "thema", "Thema: Thema"),
        ("soort", "opinie", "Soort: opinie"),
        ("jaar", "2021", "Jaar: 2021"),
        ("project", "project", "Project: Project"),
        ("organisatie", "wij", "Organisatie: Wij"),
    ],
)
def test_list_is_narrowed_by_each_choice(client, field, value, chip):
    story = make_of(2021, title="Alfa", kind="opinie")
    story.themes.add(make_theme(name="Thema", slug="thema"))
    story.projects.add(make_project(name="Project", slug="project"))
    story.organisations.add(make_organisation(name="Wij", slug="wij"))
    make_of(2020).projects.add(make_project())

    response = client.get(URL, {field: value, "sorteer": "titel"})

    assert (titles(response), texts(response, "h2")) == (["Alfa"], ["1 verhaal"])
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
    organisation, project, theme = make_organisation(), make_project(), make_theme()
    for _ in range(count):
        story = make_of(2021)
        story.projects.add(project)
        story.themes.add(theme)
        story.organisations.add(organisation)

    with django_assert_num_queries(10):
        client.get(URL)
