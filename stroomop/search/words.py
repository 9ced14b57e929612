"""Dutch words as the index keeps them: the stem of what the dictionary has, without diacritics.

One token is one run of letters and digits, whatever the database: neither of the two ever reads a word itself.
"""

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache
from threading import Lock

import simplemma
import snowballstemmer

WORD = re.compile(r"[^\W_]+")
# "JZ+" is said as "jeugdzorg plus", and so is "Jeugdzorg+".
PLUS = re.compile(r"(?<=[^\W_])\+(?![^\W_])")
# Longer than any word, and short enough for the index of PostgreSQL; so is a text of this length.
LONGEST_WORD = 60
LONGEST_TEXT = 100_000

# Not "dutch", which takes "gezin" and "zin" for one (docs/decisions). It remembers the word it is busy with.
STEMMER = snowballstemmer.stemmer("dutch_porter")
ONE_AT_A_TIME = Lock()


def words_of(text: str) -> list[str]:
    """In small letters, as they were written."""
    folded = unicodedata.normalize("NFKC", text).casefold()[:LONGEST_TEXT]
    return [word[:LONGEST_WORD] for word in WORD.findall(PLUS.sub("plus", folded))]


def bare(word: str) -> str:
    """Without diacritics, and without whatever else is no letter or digit."""
    return "".join(sign for sign in unicodedata.normalize("NFD", word.casefold()) if sign.isalnum())


@lru_cache(maxsize=50_000)
def stem(word: str) -> str:
    return cut(simplemma.lemmatize(word, lang="nl")) or bare(word)


@lru_cache(maxsize=50_000)
def forms_of(word: str) -> tuple[str, ...]:
    """The stem first; then what a reader may have in mind who writes it without diacritics or only begins it."""
    plain = bare(word)
    return tuple(dict.fromkeys(form for form in (stem(word), cut(plain), plain) if form))


def cut(word: str) -> str:
    with ONE_AT_A_TIME:
        return bare(STEMMER.stemWord(word))


def stems_of(text: str) -> str:
    """One stem per word, with a space before, between and after: " jonger plaats ". Empty without a word."""
    return spaced(filter(None, map(stem, words_of(text))))


def stems_to_search(title: str, text: str) -> str:
    """The stems of the text in their order, so that a phrase can be found. Behind them the other forms of its words,
    and of those of the title, each once."""
    other = {form for word in words_of(f"{title} {text}") for form in forms_of(word)[1:]}
    return spaced([*stems_of(text).split(), *sorted(other)])


def spaced(stems: Iterable[str]) -> str:
    joined = " ".join(stems)
    return f" {joined} " if joined else ""
