import pytest

from stroomop.search.asking import read_question
from stroomop.search.finding import Found, find
from tests.factories import (
    make_advies,
    make_lesson,
    make_organisation,
    make_page,
    make_project,
    make_story,
    make_term,
    make_update,
)

from .asked import titles

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("written", "asked"),
    [
        ("Plaatsingen van jongeren", "plaatsing jongere"),
        ("Een kind thuis", "kinderen"),
        ("Over suïcide", "suicide"),
        ("Over suicide", "suïcide"),
        ("Dit is geëvalueerd", "geevalueerd"),
        ("Dit is geevalueerd", "geëvalueerd"),
        ("Dit is geëvalueerd", "evalueren"),
        ("Een uithuisplaatsing", "uithuisplaatsi"),
        ("Jeugdhulp", "jeu"),
        ("Hulp van JZ+", "Jz+"),
        ("Hulp in 2024", "2024"),
        ("De of het", "de"),
        ("Wie is wie", '"wie is wie"'),
    ],
)
def test_find_knows_other_forms_of_a_word(written, asked):
    make_story(title="Gevonden", body=f"<p>{written}</p>")
    make_story(title="Iets anders")

    assert titles(asked) == ["Gevonden"]


@pytest.mark.parametrize("asked", ["school thuis", "jeug ", '"thuis naar"', "huis naar school", "geëvalueerd"])
def test_find_asks_for_every_word(asked):
    make_story(title="Jeugd", body="<p>Naar thuis</p>")
    make_story(title="Naar school")

    assert titles(asked) == []


def test_find_takes_a_phrase_as_it_stands():
    make_story(title="Een", body="<p>Met een gesloten plaatsing.</p>")
    make_story(title="Twee", body="<p>De plaatsing was gesloten.</p>")

    assert titles('"gesloten plaatsingen"') == ["Een"]
    assert titles('met "gesloten plaatsing"') == ["Een"]
    assert titles("gesloten plaatsing") == ["Een", "Twee"]


def test_find_knows_each_way_to_write_a_term():
    make_term(term="JeugdzorgPlus", other_forms="JZ+; Jeugdzorg+", explanation="Een woord.")
    make_story(title="Weg uit JeugdzorgPlus")

    assert titles("JZ+") == titles("jeugdzorg+") == ["JeugdzorgPlus", "Weg uit JeugdzorgPlus"]


def test_find_gives_the_best_hits_first():
    project = make_project(name="Iets anders", what="<p>Een plek om te leren.</p>")
    make_update(project, title="Leren: een plek voor iedereen")
    make_story(title="Verhaal", body="<p>Een plek waar veel te leren is.</p>")
    make_lesson(title="Les zonder dat", text="<p>Leren op een plek.</p>")
    make_page(title="Een plek om te leren")
    make_advies(number=7, short_name="Plek en leren")
    make_organisation(name="Plek en ruimte om te leren")

    assert titles("een plek om te leren") == [
        # That is its title.
        "Een plek om te leren",
        # All of it stands in the title, by kind.
        "Advies 7: Plek en leren",
        "Plek en ruimte om te leren",
        "Leren: een plek voor iedereen",
        # It stands side by side in the text, and then anywhere.
        "Iets anders",
        "Les zonder dat",
        "Verhaal",
    ]


def test_find_puts_short_titles_first_among_equals():
    make_story(title="Thuis wonen en leren")
    make_story(title="Thuis wonen")
    make_story(title="Thuis leren")

    assert titles("thuis") == ["Thuis wonen", "Thuis leren", "Thuis wonen en leren"]


def test_find_counts_each_kind():
    for _ in range(3):
        make_story(title="Gevonden")
    make_lesson(title="Gevonden")
    question = read_question("gevonden")

    every, some, none = find(question, most=2), find(question, "verhalen", 1), find(question, "projecten")

    assert every.by_kind == some.by_kind == none.by_kind == {"lessen": 1, "verhalen": 3}
    assert (every.total, some.total, none.total) == (4, 3, 0)
    assert [hit.kind for hit in every.hits] == ["lessen", "verhalen"]
    assert [hit.kind for hit in some.hits] == ["verhalen"] * 2
    assert none.hits == []


def test_find_gives_pages_that_share_no_hit():
    for _ in range(5):
        make_story(title="Gevonden")
    question = read_question("gevonden")

    pages = [find(question, first=first, most=2).hits for first in (0, 2, 4, 6, 10**30)]

    assert [len(page) for page in pages] == [2, 2, 1, 0, 0]
    assert len({hit.pk for page in pages for hit in page}) == 5


def test_find_without_a_word_asks_nothing(django_assert_num_queries):
    with django_assert_num_queries(0):
        assert find(read_question("***")) == Found({}, 0, [])


@pytest.mark.parametrize("number", [1, 3])
def test_find_takes_three_queries_and_one_where_nothing_is_found(number, django_assert_num_queries):
    for _ in range(number):
        make_story(title="Gevonden")
    question, other = read_question('gevonden "gevonden"'), read_question("nergens")

    with django_assert_num_queries(3):
        find(question)
    with django_assert_num_queries(1):
        find(other)
