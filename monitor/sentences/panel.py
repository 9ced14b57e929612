"""How groups answered a statement: each group by itself, never against another."""

from collections.abc import Sequence
from fractions import Fraction
from math import floor
from typing import NamedTuple

from .words import enumerate_words, say

# In a smaller group one answer would be more than two percent.
LEAST_FOR_PERCENT = 50
# Which of the two is not said: that would tell what everybody answered.
WHY_HIDDEN = "de groep is te klein, of iedereen antwoordde hetzelfde"


class Group(NamedTuple):
    """How many of a group answered and how many agreed; None where that would tell what each one answered."""

    name: str
    asked: int | None
    agreed: int | None


def say_statement(groups: Sequence[Group]) -> str:
    if not groups:
        return "Over deze stelling zijn nog geen antwoorden."
    told, hidden = [], []
    for name, asked, agreed in groups:
        if asked is None or agreed is None:
            hidden.append(name)
        else:
            told.append(say_group(name, asked, agreed))
    if hidden:
        told.append(f"Van de {enumerate_words(hidden)} tonen we geen antwoord: {WHY_HIDDEN}.")
    return say(told)


def say_group(name: str, asked: int, agreed: int) -> str:
    """As in "Van de jongeren was 40 procent het eens met de stelling (24 van de 60)"."""
    if not asked:
        return f"Van de {name} gaf niemand antwoord."
    told = f"{agreed} van de {asked}"
    if asked < LEAST_FOR_PERCENT:
        return f"Van de {name} {'was' if agreed == 1 else 'waren'} {told} het eens met de stelling."
    percent = floor(Fraction(agreed * 100, asked) + Fraction(1, 2))
    if 0 < agreed < asked:
        # One who thinks otherwise is not rounded away.
        percent = min(max(percent, 1), 99)
    return f"Van de {name} was {percent} procent het eens met de stelling ({told})."
