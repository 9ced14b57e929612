"""What somebody typed, as a question to the index. There are no operators: all that is no word is left out."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from stroomop.lib.text import writable

from .synonyms import synonyms
from .words import bare, forms_of, stem, stems_of, words_of

LONGEST = 200
MOST_WORDS = 12
# From two letters on, what is being typed is also the beginning of a longer word.
SHORTEST_PREFIX = 2
# In double quotes, or in „Dutch” and “English” ones. One that is not closed is no quote.
QUOTED = re.compile(r'"([^"]*)"|[„“]([^„“”"]*)[”“]')
# Left out where there is another word.
STOP_WORDS = frozenset(
    words_of(
        "aan al als ben bij daar dan dat de deze die dit door een en er heb hebben het hier hoe ik in is je kan kun"
        " maar mag me met mij mijn moet naar niet nog of om onder ons ook op over te tot uit van voor waar waarom"
        " wanneer was wat we wel wie wil word wordt worden zijn zo"
    )
)


@dataclass(frozen=True)
class Question:
    text: str
    # Of each word what may stand for it, its own stem first. One of these may be several stems with a space between.
    words: tuple[tuple[str, ...], ...] = ()
    # What must stand side by side, as stems_of() gives it.
    phrases: tuple[str, ...] = ()
    # How the last word may begin, as it was typed; empty when that word was finished.
    prefix: str = ""

    @property
    def is_empty(self) -> bool:
        return not (self.words or self.phrases)


def read_question(raw: str) -> Question:
    """One query, for the synonyms; none when there is no word in it."""
    text = " ".join(writable(raw[:LONGEST].replace("\0", " ")).split())
    phrases = tuple(stems for quoted in QUOTED.findall(text) if (stems := stems_of(" ".join(quoted))))
    words = words_of(QUOTED.sub(" ", text))[:MOST_WORDS]
    groups = list(grouped(words)) if words else []
    telling = [group for group in groups if not STOP_WORDS.issuperset(group.words)]
    if not (telling or phrases):
        telling = groups
    is_open = bool(telling) and telling[-1] is groups[-1] and text[-1].isalnum() and not raw[:LONGEST][-1].isspace()
    last = bare(words[-1]) if is_open and len(telling[-1].words) == 1 else ""
    prefix = last if len(last) >= SHORTEST_PREFIX else ""
    return Question(text, tuple(group.stems for group in telling), phrases, prefix)


@dataclass(frozen=True)
class Group:
    """Words that are asked for together: one, or several that the glossary knows as one term."""

    words: Sequence[str]
    stems: tuple[str, ...]


def grouped(words: Sequence[str]) -> Iterator[Group]:
    """The longest term first; a word that is in none stands for itself."""
    known = synonyms()
    longest = max(map(len, known), default=1)
    stems = [stem(word) for word in words]
    start = 0
    while start < len(words):
        ends = range(min(start + longest, len(words)), start + 1, -1)
        end = next((end for end in ends if tuple(stems[start:end]) in known), start + 1)
        ways = known.get(tuple(stems[start:end]), ())
        own = forms_of(words[start])[:2] if end == start + 1 else ()
        yield Group(words[start:end], tuple(dict.fromkeys([*own, *ways])))
        start = end
