import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from stroomop.search.asking import Question, read_question
from tests.factories import make_term

pytestmark = pytest.mark.django_db


def test_question_has_the_stems_of_its_words():
    assert read_question("  Jongeren   thuis ") == Question("Jongeren thuis", (("jong", "jonger"), ("thuis",)))


def test_question_keeps_the_beginning_of_a_word_that_is_being_typed():
    assert read_question("jonge plaat").prefix == "plaat"
    assert read_question("suï").prefix == "sui"
    assert [read_question(asked).prefix for asked in ("plaat ", "p", '"plaat"', "plaat?", "plaat de")] == [""] * 5


def test_question_reads_what_stands_in_quotes_as_a_phrase():
    phrases = {asked: read_question(asked).phrases for asked in ('"de jongeren"', "„de jongeren”", "“de jongeren”")}

    assert phrases == dict.fromkeys(phrases, (" de jong ",))
    assert read_question('"de jongeren" thuis').words == (("thuis",),)


@pytest.mark.parametrize("asked", ['"thuis', 'thuis"', "-thuis", "thuis*", "title:thuis", "^thuis", "(thuis"])
def test_question_takes_an_operator_for_a_sign(asked):
    assert ("thuis",) in read_question(asked).words
    assert read_question(asked).phrases == ()


def test_question_takes_the_word_of_an_operator_for_a_word():
    assert read_question("thuis AND hulp NEAR x ").words == (("thuis",), ("and",), ("hulp",), ("near",), ("x",))


def test_question_leaves_small_words_out_unless_there_are_no_others():
    assert read_question("wat is een tent ").words == (("tent",),)
    assert len(read_question("wat is het ").words) == 3
    assert read_question('de "tent"').words == ()


@pytest.mark.parametrize("asked", ["", " ", "\0", "\ud800", '"', '""', "***", "\u202e", "👋"])
def test_question_without_a_word_is_empty(asked):
    assert read_question(asked).is_empty


def test_question_is_bounded():
    long, many = read_question("woord" * 2_000 + " meer"), read_question(" ".join(map(str, range(100, 140))))

    assert (len(long.text), len(long.words), len(many.words)) == (200, 1, 12)


def test_question_knows_each_way_to_write_a_term():
    make_term(term="testplek", other_forms="TP+; plek na een test")

    assert read_question("TP+").words == (("tpplus", "testplek", "plek na een test"),)
    assert read_question("een plek na een test thuis ").words == (
        ("plek na een test", "testplek", "tpplus"),
        ("thuis",),
    )


def test_question_knows_no_term_of_a_draft():
    make_term(term="testplek", other_forms="TP+", published_at=None)

    assert read_question("TP+").words == (("tpplus",),)


@pytest.mark.parametrize("number", [1, 3])
def test_question_asks_for_the_terms_once(number, django_assert_num_queries):
    for _ in range(number):
        make_term()

    with django_assert_num_queries(1):
        read_question("een test thuis")
    with django_assert_num_queries(0):
        read_question("***")


class TestHostileQuestion(TestCase):
    @given(st.text(st.characters(exclude_categories=[])))
    def test_question_can_be_anything(self, asked):
        question = read_question(asked)

        assert question.text.encode().decode() == question.text
        assert len(question.words) <= 12
