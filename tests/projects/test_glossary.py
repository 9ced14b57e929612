"""Words that not everybody knows, explained where a text first uses them."""

import re
from html import unescape
from html.parser import HTMLParser

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from projects.glossary import Glossary
from projects.models import GlossaryTerm
from stroomop.lib import clock
from stroomop.lib.richtext import clean_html
from tests.factories import make_project, make_term
from tests.pages import main

EXPLAINED = re.compile(
    r'<button type="button" class="term" popovertarget="begrip-[^"]*">([^<]*)</button>'
    r'<span class="term-card" [^>]*>.*?</span>',
    re.DOTALL,
)


def term(word: str, other_forms: str = "", slug: str = "", explanation: str = "Uitleg.") -> GlossaryTerm:
    return GlossaryTerm(term=word, slug=slug or word.lower(), other_forms=other_forms, explanation=explanation)


def explained(html: str, *terms: GlossaryTerm) -> list[str]:
    """The words that got an explanation, as the text writes them."""
    return EXPLAINED.findall(Glossary(terms).explain(html))


def test_word_becomes_a_button_beside_its_explanation():
    html = Glossary([term("vso", explanation="Voortgezet speciaal onderwijs.")]).explain("<p>Het vso helpt.</p>")

    assert html == (
        '<p>Het <button type="button" class="term" popovertarget="begrip-vso">vso</button>'
        '<span class="term-card" id="begrip-vso" popover role="note"><strong>vso</strong>: '
        "Voortgezet speciaal onderwijs.</span> helpt.</p>"
    )


def test_other_form_is_explained_under_the_term_itself():
    html = Glossary([term("aanbieder", "aanbieders")]).explain("<p>Twee Aanbieders.</p>")

    assert html == (
        '<p>Twee <button type="button" class="term" popovertarget="begrip-aanbieder">Aanbieders</button>'
        '<span class="term-card" id="begrip-aanbieder" popover role="note"><strong>aanbieder</strong>: '
        "Uitleg.</span>.</p>"
    )


def test_word_is_explained_where_it_comes_first_only():
    glossary = Glossary([term("aanbieder", "aanbieders"), term("vso")])

    texts = [glossary.explain(html) for html in ("<p>De aanbieder, alle aanbieders.</p>", "<p>Aanbieders, vso.</p>")]

    assert [EXPLAINED.findall(html) for html in texts] == [["aanbieder"], ["vso"]]


@pytest.mark.parametrize("tag", ["a", "em", "h2", "h3", "h4", "caption", "th"])
def test_link_title_and_heading_are_left_alone(tag):
    html = f"<{tag}>vso <strong>vso</strong> vso</{tag}><p>Het VSO.</p>"
    left = html.removesuffix("VSO.</p>")

    assert Glossary([term("vso")]).explain(html).startswith(f"{left}<button")


def test_link_with_marks_in_its_address_is_left_alone():
    html = clean_html('<p><a href="https://example.org/vso?a>b=vso">vso</a></p>')

    assert Glossary([term("vso")]).explain(html) == html


@pytest.mark.parametrize("tag", ["p", "li", "td", "strong", "blockquote"])
def test_word_is_explained_in_every_other_place(tag):
    assert explained(f"<{tag}>vso<br>vso</{tag}>", term("vso")) == ["vso"]


@pytest.mark.parametrize("text", ["vsoschool", "ons-vso", "vso-school", "xvso", "vso1", "vsó"])
def test_part_of_a_word_is_no_word(text):
    assert explained(f"<p>{text}</p>", term("vso")) == []


@pytest.mark.parametrize(
    "text", ["vso", "(vso)", "vso's", "het vso.", "vso/mbo", "&lt;vso&gt;", "\u201cvso\u201d", "VSO"]
)
def test_whole_word_is_found_between_marks(text):
    assert [word.lower() for word in explained(f"<p>{text}</p>", term("vso"))] == ["vso"]


def test_longest_form_comes_first():
    terms = [term("jeugdhulp"), term("gesloten jeugdhulp", slug="gesloten"), term("gesloten")]

    assert explained("<p>Gesloten jeugdhulp en jeugdhulp.</p>", *terms) == ["Gesloten jeugdhulp", "jeugdhulp"]


def test_form_of_some_words_is_found_over_the_end_of_a_line():
    assert explained("<p>Gesloten\n  jeugdhulp.</p>", term("gesloten jeugdhulp")) == ["Gesloten\n  jeugdhulp"]


@pytest.mark.parametrize(("text", "words"), [("PI en pi", ["PI"]), ("Pi", []), ("pi", []), ("B1, b1", ["B1"])])
def test_abbreviation_counts_in_capitals_only(text, words):
    assert explained(f"<p>{text}</p>", term("PI"), term("B1")) == words


def test_abbreviation_and_word_with_the_same_letters_are_two():
    abbreviation, word = term("SAM", slug="afkorting"), term("sam", slug="woord", explanation="Een woord.")

    html = Glossary([word, abbreviation]).explain("<p>SAM</p>"), Glossary([abbreviation, word]).explain("<p>sam</p>")

    assert [re.findall(r"begrip-(\w+)", text)[0] for text in html] == ["afkorting", "woord"]


@pytest.mark.parametrize("word", ["amp", "lt", "nbsp", "&", "a & b", "<b>", "R&D", ".*", "(vso)", "\\", "'s avonds"])
def test_word_with_marks_is_found_as_it_is_read(word):
    html = clean_html(f"<p>Q&A \xa0 &lt; {word.replace('&', '&amp;').replace('<', '&lt;')} .</p>")

    assert [unescape(found) for found in explained(html, term(word, slug="test"))] == [word]
    assert unescape(re.sub(EXPLAINED, r"\1", Glossary([term(word)]).explain(html))) == unescape(html)


def test_hostile_term_stays_text():
    hostile = term("<img src=x onerror=alert(1)>", slug="test", explanation="</span><script>alert(1)</script>")
    other = GlossaryTerm(term="vso", slug='"><script>', explanation='"')

    html = Glossary([hostile, other]).explain("<p>&lt;img src=x onerror=alert(1)&gt; vso</p>")

    assert (html.count("<"), re.findall(r"<(\w+)", html)) == (14, ["p", *["button", "span", "strong"] * 2])


@pytest.mark.parametrize("text", ["\u017fam", "\u0131", "K", "\u0130"])
def test_letter_that_only_looks_the_same_is_no_fault(text):
    terms = [term(word, slug=f"begrip-{number}") for number, word in enumerate(["sam", "i", "k", "\u0130"])]

    assert unescape(EXPLAINED.sub(r"\1", Glossary(terms).explain(f"<p>{text}</p>"))) == f"<p>{text}</p>"


def test_text_without_words_of_the_glossary_stays_as_it_is():
    html = "<p>Een &amp; <em>test</em>.</p>"

    assert [Glossary(terms).explain(html) for terms in ([], [term(" ")], [term("vso")])] == [html] * 3


@pytest.mark.django_db
def test_page_explains_a_word_once_and_only_with_what_is_public(client):
    make_term(term="vso", slug="vso")
    make_term(term="mbo", slug="mbo", published_at=None)
    make_term(term="pij", slug="pij", archived_at=clock.now())
    project = make_project(what="<p>Het vso en mbo.</p>", how="<p>Het vso en pij.</p>")

    html = main(client.get(project.get_absolute_url()))

    assert re.findall(r'popovertarget="([^"]+)"', html) == ["begrip-vso"]


class Checker(HTMLParser):
    """Fails on an element that is not closed where it should be."""

    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.open, self.ids = [], []

    def handle_starttag(self, tag, attrs):
        self.ids += [value for name, value in attrs if name == "id"]
        if tag != "br":
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag


PIECES = ["vso", "VSO", " ", "-", "&", "<", ">", "&amp;", "amp", "gesloten", "\n", "'", '"', "x", "\u017f", ";", "\xa0"]
WORDS = st.lists(st.sampled_from(PIECES), min_size=1, max_size=4).map("".join)
MARKS = [
    "<p>",
    "</p>",
    "<a href='/x'>",
    "</a>",
    "<h2>",
    "</h2>",
    "<em>",
    "</em>",
    "<br>",
    "<table><tr><th>",
    "</th>",
    "<li>",
]
HTML = st.lists(WORDS | st.sampled_from(MARKS) | st.text(max_size=5), max_size=12).map(
    lambda parts: clean_html("".join(parts))
)


@given(st.lists(WORDS, max_size=4), HTML)
@example(["amp"], "<p>Q&amp;A</p>")
@example(["s"], "<p>\u017f</p>")
@settings(max_examples=300)
def test_explaining_adds_and_takes_nothing_else(words, html):
    terms = [term(word, slug=f"test-{number}") for number, word in enumerate(words)]

    result = Glossary(terms).explain(html)

    assert unescape(EXPLAINED.sub(r"\1", result)) == unescape(html)
    checker = Checker()
    checker.feed(result)
    checker.close()
    assert (checker.open, len(checker.ids)) == ([], len(set(checker.ids)))
