"""The part of a text in which the words of a question stand, with those words marked."""

import re
import unicodedata
from dataclasses import dataclass
from functools import cached_property

from django.utils.html import escape, format_html
from django.utils.safestring import SafeString, mark_safe

from .asking import Question
from .words import bare, forms_of, words_of

# As words_of() reads them; the plus belongs to "JZ+".
WORD = re.compile(r"[^\W_]+(?:\+(?![^\W_]))?")
# In letters: about three lines on a phone, and how much of that comes before the first hit.
LENGTH, BEFORE = 240, 60
# Further on nobody looks for a hit.
LONGEST, MOST_HITS = 10_000, 50

type Span = tuple[int, int]


@dataclass(frozen=True)
class Marker:
    """Finds the words of a question back in what was found."""

    question: Question

    @cached_property
    def ways(self) -> list[list[str]]:
        """Each way in which the question may stand in a text, as stems side by side; the longest first."""
        asked = [way for word in self.question.words for way in word]
        return sorted((way.split() for way in [*self.question.phrases, *asked]), key=len, reverse=True)

    def marked(self, text: str) -> SafeString:
        """The whole text, with each hit in a <mark>."""
        text = unicodedata.normalize("NFC", text)
        pieces: list[str] = []
        done = 0
        for start, end in self.hits(text):
            pieces += [escape(text[done:start]), format_html("<mark>{}</mark>", text[start:end])]
            done = end
        return mark_safe("".join([*pieces, escape(text[done:])]))  # noqa: S308 - every piece is escaped just above

    def snippet(self, text: str) -> SafeString:
        """Where most of the words stand together; without any, how the text begins."""
        text = " ".join(unicodedata.normalize("NFC", text[:LONGEST]).split())
        found = [(start, text[start:end].casefold()) for start, end in self.hits(text)]
        near = {start: len({hit for at, hit in found if 0 <= at - start < LENGTH - BEFORE}) for start, _ in found}
        return self.marked(cut(text, max(near, key=lambda start: near[start], default=0)))

    def hits(self, text: str) -> list[Span]:
        """Begin and end of each, in the order of the text."""
        words = list(WORD.finditer(text))
        forms = [{form for word in words_of(match[0]) for form in forms_of(word)} for match in words]
        found: list[Span] = []
        nth = 0
        while nth < len(words) and len(found) < MOST_HITS:
            if count := self.count_at(nth, forms) or self.begins(words[nth][0]):
                found.append((words[nth].start(), words[nth + count - 1].end()))
            nth += count or 1
        return found

    def count_at(self, nth: int, forms: list[set[str]]) -> int:
        """How many words from here on are together what was asked."""
        for way in self.ways:
            part = forms[nth : nth + len(way)]
            if len(part) == len(way) and all(stem in one for stem, one in zip(way, part, strict=True)):
                return len(way)
        return 0

    def begins(self, word: str) -> bool:
        return bool(self.question.prefix) and bare(word).startswith(self.question.prefix)


def cut(text: str, hit: int) -> str:
    """Whole words around a hit, with dots where the text goes on."""
    begin = text.find(" ", hit - BEFORE, hit) + 1 if hit > BEFORE else 0
    end = begin + LENGTH
    if end < len(text):
        # A word that is longer than all of this is cut in two.
        space = text.rfind(" ", begin, end)
        end = space if space > hit else end
    words = text[begin:end].rstrip(" ,;:")
    return f"{'… ' if begin else ''}{words}{' …' if end < len(text) else ''}"
