"""Whatever somebody types, search answers."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from stroomop.search.asking import read_question
from stroomop.search.finding import find
from tests.factories import make_story, make_term

# What means something to one of the databases, beside any text.
SIGNS = st.sampled_from(
    ["'", '"', "„", "”", "\\", "%", "_", "*", ":", "&", "|", "!", "(", ")", "-", "^", "+", ":*", "\0"]
)
WORDS = st.sampled_from(["AND", "OR", "NOT", "NEAR", "jongeren", "JZ+", "title_stems", "suïcide", "de", "\ud800", "𠀋"])
QUESTIONS = st.one_of(
    st.text(st.characters(exclude_categories=[])),
    st.lists(st.one_of(SIGNS, WORDS, st.text(max_size=4)), max_size=30).map("".join),
    st.lists(st.one_of(SIGNS, WORDS), max_size=30).map(" ".join),
)


@pytest.mark.scale
class TestManyQuestions(TestCase):
    @classmethod
    def setUpTestData(cls):
        make_term(term="JeugdzorgPlus", other_forms="JZ+; Jeugdzorg Plus")
        make_story(title="Jongeren en JeugdzorgPlus", body="<p>De jongeren and near, or not.</p>")

    @settings(max_examples=5_000)
    @given(QUESTIONS)
    def test_every_question_has_an_answer(self, asked):
        found = find(read_question(asked))

        assert len(found.hits) == found.total <= 2
