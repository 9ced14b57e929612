"""What a reader may have meant, when a question or an address leads nowhere."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain
from urllib.parse import unquote

import simplemma
from django.core.cache import cache

from stroomop.models import SearchEntry

from .asking import STOP_WORDS, Question, read_question
from .finding import find, public_entries
from .words import bare, forms_of, stem, words_of

KEY, SECONDS = "search-vocabulary", 5 * 60
# So many items are read for their words, and so many words are kept: those that stand there most often.
MOST_ITEMS, MOST_WORDS = 3_000, 20_000
# A shorter word has neighbours everywhere; a longer one is no slip of the finger.
SHORTEST, LONGEST = 4, 40
MOST_MENDED = 4
# Of an address: so much is read, and so many words are asked.
LONGEST_PATH, MOST_ASKED = 500, 8
# So many hits are compared, and so many of them shown.
MOST_COMPARED, MOST_SHOWN = 50, 5


@dataclass(frozen=True)
class Vocabulary:
    """The words of what is public: how each is written, by how somebody types it who leaves out the accents."""

    spellings: dict[str, str]
    counts: dict[str, int]
    stems: frozenset[str]

    def knows(self, word: str) -> bool:
        """A word of the dictionary is no slip either, though nothing here has it."""
        here = bare(word) in self.spellings or not self.stems.isdisjoint(forms_of(word))
        return here or simplemma.is_known(word, lang="nl")

    def nearest(self, word: str) -> str:
        """The word that takes the fewest mistakes to become this one; empty when none comes near."""
        typed = bare(word)
        most = 1 if len(typed) < 8 else 2
        near = [
            (faults, other[0] != typed[0], -self.counts[other], other)
            for other in self.spellings
            # A mistake changes the length by one and the letters by two at most: that rules out nearly all.
            if abs(len(other) - len(typed)) <= most
            and len(set(other) ^ set(typed)) <= 2 * most
            and (faults := distance(typed, other)) <= most
        ]
        return self.spellings[min(near)[-1]] if near else ""


def did_you_mean(question: Question) -> str:
    """The words of the question with the misspelt ones mended, if that leads to something."""
    words, known = words_of(question.text), vocabulary()
    wrong = [word for word in dict.fromkeys(words) if can_be_mended(word) and not known.knows(word)]
    mended = {word: right for word in wrong[:MOST_MENDED] if (right := known.nearest(word))}
    if not mended:
        return ""
    text = " ".join(mended.get(word, word) for word in words)
    return text if find(read_question(text), most=1).total else ""


def with_some_words(question: Question) -> list[SearchEntry]:
    """What comes nearest to a question that nothing answers as a whole: items with any of its words."""
    words = [*question.words, *((stem,) for phrase in question.phrases for stem in phrase.split())]
    return with_any([word for word in words if len(word[0]) > 1])


def suggestions_for(path: str) -> list[SearchEntry]:
    """What an address that answers nothing may have been about, by the words of its last part."""
    last = unquote(path[:LONGEST_PATH]).rstrip("/").rpartition("/")[2]
    words = [word for word in words_of(last) if word.isalpha() and len(word) > 1 and word not in STOP_WORDS]
    return with_any([(found,) for word in dict.fromkeys(words) if (found := stem(word))][:MOST_ASKED])


def with_any(words: Sequence[tuple[str, ...]]) -> list[SearchEntry]:
    """Those that have most of the words first, and of these the ones that name them in the title."""
    if not words:
        return []
    found = find(Question("", words=(tuple(dict.fromkeys(chain(*words))),)), most=MOST_COMPARED).hits

    def count(stems: str) -> int:
        return sum(any(f" {way} " in stems for way in word) for word in words)

    # Sorting keeps equals in the order in which they were found.
    ranked = sorted(found, key=lambda entry: (-count(entry.title_stems + entry.text_stems), -count(entry.title_stems)))
    return ranked[:MOST_SHOWN]


def can_be_mended(word: str) -> bool:
    return word.isalpha() and SHORTEST <= len(bare(word)) <= LONGEST


def vocabulary() -> Vocabulary:
    """Renewed every few minutes. A word that stopped being public meanwhile is suggested to nobody: it leads to
    nothing."""
    known = cache.get_or_set(KEY, read_vocabulary, SECONDS)
    assert isinstance(known, Vocabulary)
    return known


def read_vocabulary() -> Vocabulary:
    counts: Counter[str] = Counter()
    stems: set[str] = set()
    rows = public_entries().values_list("title", "text", "title_stems", "text_stems")
    for title, text, title_stems, text_stems in rows[:MOST_ITEMS]:
        counts.update(filter(can_be_mended, words_of(f"{title} {text}")))
        stems.update(title_stems.split(), text_stems.split())
    return Vocabulary(*spelled(counts), frozenset(stems))


def spelled(counts: Counter[str]) -> tuple[dict[str, str], dict[str, int]]:
    """The spelling and the number of each word. Of two that differ in accents alone the one that is used most holds."""
    spellings: dict[str, str] = {}
    for word, _ in counts.most_common(MOST_WORDS):
        spellings.setdefault(bare(word), word)
    return spellings, {typed: counts[word] for typed, word in spellings.items()}


def distance(one: str, other: str) -> int:
    """How many letters were added, dropped, changed, or swapped with their neighbour."""
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, letter in enumerate(one, 1):
        last, before, row = before, row, [i]
        for j, wanted in enumerate(other, 1):
            best = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (letter != wanted))
            if i > 1 and j > 1 and (letter, wanted) == (other[j - 2], one[i - 2]):
                best = min(best, last[j - 2] + 1)
            row.append(best)
    return row[-1]
