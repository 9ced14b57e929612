"""Words that changed, marked in the old text and in the new one."""

import re
from html import unescape

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from stroomop.lib.admin import word_changes as module
from stroomop.lib.admin.word_changes import word_changes

TEXTS = st.text(alphabet="ab<&\n ", max_size=30)
DEL, INS = '<del><span class="visually-hidden">weg: </span>', '<ins><span class="visually-hidden">nieuw: </span>'


def without(html, tag):
    return re.sub(f"<{tag}>.*?</{tag}>", "", html, flags=re.DOTALL)


def read(html):
    """What a reader sees."""
    bare = re.sub(r'<span class="visually-hidden">[a-z]+: </span>', "", html)
    return unescape(re.sub(r"</?(?:del|ins)>", "", bare))


@given(TEXTS, TEXTS)
@example("", "a")
@example(" a", "a")
def test_both_texts_stay_whole(before, after):
    marked = word_changes(before, after)

    assert (read(marked.before), read(marked.after)) == (before, after)


@given(TEXTS, TEXTS)
def test_what_is_not_marked_is_in_both(before, after):
    marked = word_changes(before, after)

    assert without(marked.before, "del").split() == without(marked.after, "ins").split()


@given(TEXTS)
def test_the_same_text_has_no_marks(text):
    marked = word_changes(text, text)

    assert "<del>" not in marked.before
    assert "<ins>" not in marked.after


@pytest.mark.parametrize(
    ("before", "after", "marked"),
    [
        (
            "Een oud woord.",
            "Een nieuw woord.",
            (f"Een {DEL}oud </del>woord.", f"Een {INS}nieuw </ins>woord."),
        ),
        ("Een", "Een twee", ("Een", f"Een {INS}twee</ins>")),
        ("Een\ntwee", "Een", (f"Een\n{DEL}twee</del>", "Een")),
        ("<b>", "<i>", (f"{DEL}&lt;b&gt;</del>", f"{INS}&lt;i&gt;</ins>")),
    ],
    ids=["other", "more", "less", "escaped"],
)
def test_words_that_changed_are_marked(before, after, marked):
    result = word_changes(before, after)

    assert (result.before, result.after) == marked


def test_a_very_long_text_is_marked_as_a_whole(monkeypatch):
    monkeypatch.setattr(module, "MOST_WORDS", 2)

    other, same = word_changes("een twee drie", "een twee vier"), word_changes("een twee drie", "een twee drie")

    assert (other.before, other.after) == (f"{DEL}een twee drie</del>", f"{INS}een twee vier</ins>")
    assert (same.before, same.after) == ("een twee drie", "een twee drie")
