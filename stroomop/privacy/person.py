"""Somebody as others may have written them: one regular expression that Python and both databases read alike."""

import json
import re
import unicodedata
from dataclasses import dataclass
from functools import cached_property
from typing import Any

ERASED = "[gewist]"
# What stands between two words of a name, also in an address of a page, in HTML and in JSON as text.
BETWEEN = r"(?:[\s\xa0._+-]|&nbsp;|%20|\\[nrt]|\\u00a0)+"
# No letter before it, unless that one belongs to a mark of JSON.
BEGINS = r"(?:(?<!\w)|(?<=\\[bfnrt])|(?<=\\u[0-9a-f]{4}))"
ENDS = r"(?!\w)"
APOSTROPHES = {"'", "’", "&#x27;", "&#39;"}


@dataclass(frozen=True)
class Person:
    """One of both may be empty."""

    name: str = ""
    email: str = ""

    @cached_property
    def pattern(self) -> str:
        # The address first: it may begin with the name.
        known = [words for words in (self.email, self.name) if words]
        return f"(?i){BEGINS}(?:{'|'.join(map(written, known))}){ENDS}"

    def is_in(self, text: str) -> bool:
        return re.search(self.pattern, text) is not None

    def taken_out(self, value: Any) -> Any:
        """The value of a field without this person; of JSON at any depth, its keys too."""
        match value:
            case str():
                return re.sub(self.pattern, ERASED, value)
            case list():
                return [self.taken_out(one) for one in value]
            case dict():
                return {self.taken_out(key): self.taken_out(one) for key, one in value.items()}
        return value


def written(words: str) -> str:
    whole = unicodedata.normalize("NFC", words)
    return BETWEEN.join("".join(map(forms, word)) for word in whole.split())


def forms(character: str) -> str:
    """Whole or in two pieces, also as a capital since not every database knows which, bare, or escaped."""
    if character in APOSTROPHES:
        found = APOSTROPHES
    elif character.isascii():
        return re.escape(character)
    else:
        cases = {character.lower(), character.upper()}
        apart = {unicodedata.normalize("NFD", one) for one in cases}
        found = cases | apart | {one[0] for one in apart}
    escaped = {json.dumps(one)[1:-1] for one in found}
    return f"(?:{'|'.join(re.escape(one) for one in sorted(found | escaped, key=len, reverse=True))})"
