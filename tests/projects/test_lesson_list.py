import pytest

from stroomop.lib import clock
from tests.factories import make_lesson, make_organisation, make_project, make_theme
from tests.pages import chips, choices, list_rows, texts

pytestmark = pytest.mark.django_db

URL = "/geleerd/"


def titles(response) -> list[str]:
    return [lesson.title for lesson in response.context["page_obj"]]


def test_list_counts_and_sorts_by_lesson(client):
    for title in ("Beta", "Alfa"):
        make_lesson(title=title)

    response = client.get(URL)

    assert (titles(response), texts(response, "h2")) == (["Alfa", "Beta"], ["2 lessen"])


def test_row_tells_of_whom_and_for_whom_it_is(client):
    project, organisation = make_project(name="Project"), make_organisation(name="Wij")
    make_lesson(title="Alfa", outcome="werkte", for_whom="scholen", project=project, organisation=organisation)
    make_lesson(title="Beta")
    make_lesson(title="Gamma", project=make_project(archived_at=clock.now()))

    assert list_rows(client.get(URL)) == [
        "Alfa werkte, volgens de bron Project: Project. Voor: scholen. Wie weet meer: Wij.",
        "Beta Hoort niet bij één project.",
        "Gamma",
    ]


def test_choices_are_what_some_public_lesson_has(client):
    make_lesson(project=make_project(name="Project"), organisation=make_organisation(name="Wij")).themes.add(
        make_theme(name="Thema")
    )
    make_lesson(outcome="werkte", published_at=None, project=make_project(name="Van een concept"))
    make_lesson(project=make_project(published_at=None), organisation=make_organisation(archived_at=clock.now()))

    assert choices(client.get(URL)) == {
        "thema": ["Alle", "Thema"],
        "project": ["Alle", "Project"],
        "uitkomst": ["Alle", "onbekend"],
        "organisatie": ["Alle", "Wij"],
        "sorteer": ["op de les", "op project"],
    }


@pytest.mark.parametrize(
    ("field", "value", "chip"),
    [
        ("thema", "thema", "Thema: Thema"),
        ("project", "project", "Project: Project"),
        ("uitkomst", "werkte", "Werkte het?: werkte, volgens de bron"),
        ("organisatie", "wij", "Wie weet meer: Wij"),
    ],
)
def test_list_is_narrowed_by_each_choice(client, field, value, chip):
    project, organisation = make_project(name="Project", slug="project"), make_organisation(name="Wij", slug="wij")
    lesson = make_lesson(title="Alfa", project=project, organisation=organisation, outcome="werkte")
    lesson.themes.add(make_theme(name="Thema", slug="thema"))
    make_lesson(project=make_project(), organisation=make_organisation()).themes.add(make_theme())

    response = client.get(URL, {field: value, "sorteer": "project"})

    assert (titles(response), texts(response, "h2")) == (["Alfa"], ["1 les"])
    assert chips(response) == [(chip, "?sorteer=project")]


def test_list_is_sorted_by_project_with_the_movement_as_a_whole_last(client):
    make_lesson(title="Alfa")
    for title, project in (("Beta", "Tweede"), ("Gamma", "Eerste")):
        make_lesson(title=title, project=make_project(name=project))

    assert titles(client.get(URL, {"sorteer": "project"})) == ["Gamma", "Beta", "Alfa"]


@pytest.mark.parametrize("count", [1, 3, 300])
def test_list_asks_the_database_equally_often(client, django_assert_num_queries, count):
    project, organisation, theme = make_project(), make_organisation(), make_theme()
    for _ in range(count):
        make_lesson(project=project, organisation=organisation).themes.add(theme)

    with django_assert_num_queries(12):
        client.get(URL)
