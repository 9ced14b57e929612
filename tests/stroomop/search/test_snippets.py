import pytest

from stroomop.search.asking import Question, read_question
from stroomop.search.snippets import LENGTH, Marker, cut
from tests.factories import make_term

pytestmark = pytest.mark.django_db

FILLER = "Vulling voor een lange tekst. " * 20


def marker(asked: str) -> Marker:
    return Marker(read_question(asked))


@pytest.mark.parametrize(
    ("asked", "text", "marked"),
    [
        ("plaatsing ", "Twee plaatsingen.", "Twee <mark>plaatsingen</mark>."),
        ("JONGERE ", "Jongeren en een jongere", "<mark>Jongeren</mark> en een <mark>jongere</mark>"),
        ("suicide ", "Over suïcide.", "Over <mark>suïcide</mark>."),
        ("suïcide ", "Over suicide.", "Over <mark>suicide</mark>."),
        ("suïcide ", "Over sui\u0308cide.", "Over <mark>suïcide</mark>."),
        ("plaat", "Een plaatsing.", "Een <mark>plaatsing</mark>."),
        ("school thuis ", "Thuis en school.", "<mark>Thuis</mark> en <mark>school</mark>."),
        ('"op school"', "Op school, of school op.", "<mark>Op school</mark>, of school op."),
        ("zorg ", "De jeugdzorg.", "De jeugdzorg."),
    ],
)
def test_whole_words_that_were_asked_are_marked(asked, text, marked):
    assert marker(asked).marked(text) == marked


def test_other_names_of_a_term_are_marked():
    make_term(term="JeugdzorgPlus", other_forms="JZ+; gesloten jeugdhulp")

    text = "JZ+ is gesloten jeugdhulp; niet elke jeugdhulp is gesloten."

    assert marker("jeugdzorgplus").marked(text) == (
        "<mark>JZ+</mark> is <mark>gesloten jeugdhulp</mark>; niet elke jeugdhulp is gesloten."
    )


def test_text_is_escaped_around_and_inside_the_marks():
    assert marker("script ").marked('<script>"&') == "&lt;<mark>script</mark>&gt;&quot;&amp;"


def test_nothing_is_marked_for_an_empty_question():
    assert Marker(Question("")).marked("Test.") == "Test."


def test_snippet_of_a_short_text_is_the_text():
    assert marker("test ").snippet("Een\n  test.") == "Een <mark>test</mark>."


def test_snippet_without_a_hit_is_how_the_text_begins():
    found = marker("afwezig ").snippet(FILLER)

    assert found == f"{FILLER[:LENGTH].rsplit(' ', 1)[0]} …"


def test_snippet_stands_around_the_first_hit():
    found = marker("naald ").snippet(f"{FILLER}Een naald. {FILLER}")

    assert found.startswith("… ")
    assert found.endswith(" …")
    assert found.count("<mark>naald</mark>") == 1
    assert len(found) < LENGTH + 30


def test_snippet_stands_where_most_of_the_words_are():
    found = marker("naald draad ").snippet(f"Een naald. {FILLER}Een draad en een naald.")

    assert found.endswith("Een <mark>draad</mark> en een <mark>naald</mark>.")


def test_snippet_at_the_end_of_a_text_goes_on_to_the_end():
    assert marker("naald ").snippet(f"{FILLER}Een naald.").endswith("Een <mark>naald</mark>.")


def test_snippet_of_one_endless_word_is_cut():
    assert marker("test ").snippet("x" * 1_000) == f"{'x' * LENGTH} …"
    assert cut("x" * 1_000, 500) == f"{'x' * LENGTH} …"


def test_only_so_many_hits_are_marked():
    assert marker("test ").marked("test " * 100).count("<mark>") == 50
