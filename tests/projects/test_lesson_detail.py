import pytest

from stroomop.lib import clock
from tests.factories import make_lesson, make_organisation, make_project, make_term, make_theme
from tests.pages import facts, links, texts

pytestmark = pytest.mark.django_db


def get(client, lesson):
    return client.get(lesson.get_absolute_url())


def test_lesson_of_which_little_is_known_says_so(client):
    response = get(client, make_lesson(title="Alfa", text="<p>Een test leert iets.</p>"))

    assert (texts(response, "h1"), texts(response, "h2")) == (["Alfa"], ["In het kort"])
    assert texts(response, "p")[:2] == ["Een test leert iets.", "Bron: Testbron"]
    assert facts(response) == [
        ("Werkte het?", "Onbekend"),
        ("Project", "Hoort niet bij één project"),
        ("Waar", "onbekend"),
        ("Voor wie", "onbekend"),
        ("Wie weet meer", "Onbekend: contact met dit portaal"),
    ]
    assert "/contact/" in links(response)


def test_lesson_tells_what_was_tried_where_and_with_what_proof(client):
    lesson = make_lesson(
        tried="<p>Dit.</p>",
        evidence="Een meting.",
        outcome="werkte-niet",
        place="Utrecht",
        for_whom="scholen",
        project=make_project(name="Project"),
        organisation=make_organisation(name="Wij"),
        source_title="Verslag",
        source_url="https://example.org/",
    )
    lesson.themes.add(make_theme(name="Thema"))

    response = get(client, lesson)

    assert texts(response, "h2")[:2] == ["Wat is er geprobeerd?", "Waar blijkt dat uit?"]
    assert texts(response, "p")[:4] == ["Een test leert iets.", "Dit.", "Een meting.", "Bron: Verslag"]
    assert facts(response) == [
        ("Werkte het?", "Werkte niet, volgens de bron"),
        ("Project", "Project"),
        ("Waar", "Utrecht"),
        ("Voor wie", "scholen"),
        ("Wie weet meer", "Wij"),
    ]
    assert texts(response, "p")[-1] == "Thema: Thema"
    assert "https://example.org/" in links(response)


@pytest.mark.parametrize("hidden", [{"published_at": None}, {"archived_at": clock.now()}])
def test_lesson_of_a_hidden_project_is_not_called_one_without_a_project(client, hidden):
    lesson = make_lesson(project=make_project(**hidden))

    assert ("Project", "Een project dat niet op deze site staat") in facts(get(client, lesson))


@pytest.mark.parametrize("count", [1, 10])
def test_lesson_asks_the_database_equally_often(client, django_assert_num_queries, count):
    make_term()
    lesson = make_lesson(project=make_project(), organisation=make_organisation())
    lesson.themes.set([make_theme() for _ in range(count)])

    with django_assert_num_queries(8):
        get(client, lesson)
