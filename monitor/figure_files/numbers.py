"""Numbers as a Dutch and as an English spreadsheet write them: 1.234,5 and 1,234.5. Never a float."""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from monitor.fields import LONGEST

# Between groups of three in either style: a space, a hard or a narrow hard one, an apostrophe.
SPACES = " \N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}\N{THIN SPACE}'\N{RIGHT SINGLE QUOTATION MARK}"


@dataclass(frozen=True)
class NumberStyle:
    decimal: str
    thousands: str
    example: str

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        groups = rf"[1-9][0-9]{{0,2}}([{self.thousands}{SPACES}])[0-9]{{3}}(?:\1[0-9]{{3}})*"
        return re.compile(rf"-?(?:[0-9]+|{groups})(?:[{self.decimal}][0-9]+)?")

    def fits(self, text: str) -> bool:
        return self.pattern.fullmatch(text.replace("\N{MINUS SIGN}", "-")) is not None


DUTCH = NumberStyle(",", ".", "1.234,5")
ENGLISH = NumberStyle(".", ",", "1,234.5")
OTHER = {DUTCH: ENGLISH, ENGLISH: DUTCH}


def style_of(texts: Iterable[str], usual: NumberStyle) -> NumberStyle:
    """The style of a whole file, by the numbers in it that can be read in one way only; else ``usual``.

    1.234 can be read in two ways, but 1.2, 0.123 and 1.234,5 can't.
    """
    told: Counter[NumberStyle] = Counter()
    for text in texts:
        if not text.isdigit() and DUTCH.fits(text) != ENGLISH.fits(text):
            told[DUTCH if DUTCH.fits(text) else ENGLISH] += 1
    return max(usual, OTHER[usual], key=lambda style: told[style])


def read_number(text: str, style: NumberStyle) -> Decimal:
    """Raises ValueError, in Dutch, for what is no number in this style."""
    if style.fits(text):
        sign = "-" if text[0] in "-\N{MINUS SIGN}" else ""
        whole, _, decimals = text.partition(style.decimal)
        digits = re.sub("[^0-9]", "", whole)
        return within_limit(Decimal(f"{sign}{digits}.{decimals}" if decimals else f"{sign}{digits}"))
    if OTHER[style].fits(text):
        raise ValueError(f"is anders geschreven dan de andere getallen. Schrijf overal zoals {style.example}.")
    raise ValueError(f"is geen getal. Schrijf bijvoorbeeld {style.example}.")


def within_limit(number: Decimal) -> Decimal:
    # The exponent first: written out, 1E+999999 would fill the memory.
    if not number.is_finite() or abs(number.adjusted()) > LONGEST or len(format(number, "f")) > LONGEST:
        raise ValueError(f"is geen getal van hoogstens {LONGEST} tekens.")
    # Without an exponent, also where the file has one.
    return Decimal(format(number, "f"))
