"""What makes a password: long, and not to be guessed from who somebody is or what the site is about.

After NIST SP 800-63B (docs/decisions/0018-signing-in.md): no rules about kinds of characters, and it does not expire.
"""

import re
from typing import Any

from django.core.exceptions import ValidationError

LENGTH = 15
# What whoever guesses tries first: words of the site, words for a password, keys in a row.
WORDS = (
    *(
        "stroomop",
        "stroom",
        "jeugdzorgplus",
        "jeugdzorg",
        "jeugd",
        "onderwijs",
        "monitor",
        "portaal",
        "beheerder",
        "beheer",
    ),
    *("wachtwoord", "password", "welkom", "welcome", "geheim", "admin", "inloggen", "login"),
    *("1234567890", "0123456789", "9876543210", "qwertyuiop", "asdfghjkl", "zxcvbnm", "abcdefghijklmnopqrstuvwxyz"),
)
# Further on it is long enough, and looking for repetition takes time.
MOST = 200
# Shorter parts of a name are in too many ordinary words.
SHORTEST_PART = 3


class GuessableValidator:
    """What can be guessed does not count: without that and without repetition, the rest must be long enough."""

    def validate(self, password: str, user: Any = None) -> None:
        if counted(password, parts_of(user)) < LENGTH:
            raise ValidationError(
                f"Dit is te makkelijk te raden. Je naam, woorden van deze site en herhalingen tellen niet mee. "
                f"Zonder die moeten er nog {LENGTH} tekens over zijn. Kies bijvoorbeeld vier of vijf losse woorden.",
                code="password_guessable",
            )

    def get_help_text(self) -> str:
        return (
            "Je naam, woorden van deze site en herhalingen tellen niet mee. Spaties, accenten en emoji mogen. "
            "Een zin of vier losse woorden onthoud je makkelijk, en een wachtwoordmanager onthoudt het voor je."
        )


def parts_of(user: Any) -> list[str]:
    if user is None:
        return []
    known = " ".join([user.get_username(), user.first_name, user.last_name, user.email]).casefold()
    return [part for part in re.split(r"[\W_]+", known) if len(part) >= SHORTEST_PART]


def counted(password: str, parts: list[str]) -> int:
    """The length of what is left."""
    rest = password.casefold()
    for word in sorted({*WORDS, *parts}, key=len, reverse=True):
        rest = rest.replace(word, "")
    # "aaaa" counts as one, and "abcabcabc" as "abc".
    return len(re.sub(r"(.+?)\1+", r"\1", rest[:MOST], flags=re.DOTALL))
