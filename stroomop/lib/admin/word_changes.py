"""Which words of a text changed, marked in the old and in the new one."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Self

from django.utils.html import conditional_escape, format_html, format_html_join
from django.utils.safestring import SafeString

# A word with the space after it.
WORD = re.compile(r"^\s+|\S+\s*")
# Finding which of so many words are the same would keep a reader waiting.
MOST_WORDS = 5000


@dataclass(frozen=True)
class Marked:
    before: SafeString
    after: SafeString

    @classmethod
    def plain(cls, before: str, after: str) -> Self:
        return cls(conditional_escape(before), conditional_escape(after))


def word_changes(before: str, after: str) -> Marked:
    """With del and ins, which a screen reader says too: most of them pass over the marks themselves."""
    old, new = WORD.findall(before), WORD.findall(after)
    if max(len(old), len(new)) > MOST_WORDS:
        return Marked(gone(old), come(new)) if before != after else Marked.plain(before, after)
    first, second = [], []
    steps = SequenceMatcher(None, [word.strip() for word in old], [word.strip() for word in new]).get_opcodes()
    for step, i, j, k, m in steps:
        if step == "equal":
            first.append(conditional_escape("".join(old[i:j])))
            second.append(conditional_escape("".join(new[k:m])))
        else:
            first.append(gone(old[i:j]))
            second.append(come(new[k:m]))
    return Marked(together(first), together(second))


def together(parts: Sequence[SafeString]) -> SafeString:
    return format_html_join("", "{}", ([part] for part in parts))


def gone(words: Sequence[str]) -> SafeString:
    text = "".join(words)
    return format_html('<del><span class="visually-hidden">weg: </span>{}</del>', text) if text else SafeString()


def come(words: Sequence[str]) -> SafeString:
    text = "".join(words)
    return format_html('<ins><span class="visually-hidden">nieuw: </span>{}</ins>', text) if text else SafeString()
