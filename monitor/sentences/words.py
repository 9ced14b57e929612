"""The words around a number: the verb of its unit, how an amount is said, and how long a sentence may be."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import timedelta
from decimal import Decimal
from itertools import chain, pairwise
from typing import NamedTuple

from monitor.models import Indicator, Period, PublicFigure, Status
from stroomop.lib.numbers import dutch_number

# What would be longer is said in two sentences.
LONGEST_SENTENCE = 20
PROVISIONAL = " (voorlopig cijfer)"
# From so many on, periods in a row are told by the first and the last.
LEAST_RANGE = 3
STEPS = frozenset({Period.Kind.YEAR, Period.Kind.SCHOOL_YEAR, Period.Kind.HALF, Period.Kind.QUARTER, Period.Kind.MONTH})
PERCENT = frozenset({"procent", "%"})
THOUSAND = "duizend "
# Of these one young person can have several.
EVENTS = frozenset({"plaatsingen", "afzonderingen", "maatregelen", "trajecten", "doorplaatsingen"})
# People are not simply "there": the name of the indicator says what it is about.
PEOPLE = frozenset({"jongeren", "jeugdigen", "kinderen", "leerlingen", "personen", "overledenen"})
ONE = {
    "accommodaties": "accommodatie",
    "afzonderingen": "afzondering",
    "bedden": "bed",
    "bijeenkomsten": "bijeenkomst",
    "doorplaatsingen": "doorplaatsing",
    "gezinnen": "gezin",
    "groepen": "groep",
    "initiatieven": "initiatief",
    "instellingen": "instelling",
    "jeugdigen": "jeugdige",
    "jongeren": "jongere",
    "kinderen": "kind",
    "leerlingen": "leerling",
    "maanden": "maand",
    "maatregelen": "maatregel",
    "netwerken": "netwerk",
    "organisaties": "organisatie",
    "overledenen": "overledene",
    "personen": "persoon",
    "plaatsen": "plaats",
    "plaatsingen": "plaatsing",
    "plekken": "plek",
    "regio's": "regio",
    "trajecten": "traject",
}


class Manner(NamedTuple):
    """How a number is said: after its period ("In 2023 waren er"), and against another."""

    verb: str
    verb_of_one: str
    more: str
    less: str
    same: str


THINGS = Manner("waren er", "was er", "meer", "minder", "evenveel als")
ABOUT = Manner("ging het om", "ging het om", "meer", "minder", "evenveel als")
LEVEL = Manner("was het", "was het", "hoger", "lager", "even hoog als")


@dataclass(frozen=True)
class Wording:
    """The words of one indicator."""

    unit: str
    manner: Manner
    # To how much the public figures were rounded.
    step: int = 1

    @property
    def is_percent(self) -> bool:
        return self.unit in PERCENT

    @property
    def is_level(self) -> bool:
        """A percentage, an average or a duration: higher or lower, never more or less, and no percentage of it."""
        return self.manner == LEVEL

    @property
    def suffix(self) -> str:
        """What is never left off: 54 procent is not 54, and 469 duizend is not 469."""
        if self.is_percent:
            return " procent"
        return " duizend" if self.unit.startswith(THOUSAND) else ""

    def short(self, figure: PublicFigure) -> str:
        """The number as it stands behind a period: "1.818"."""
        return f"{self.about(figure)}{number_of(figure)}{self.suffix}"

    def amount(self, figure: PublicFigure) -> str:
        """The number with its unit: "891 plaatsingen"."""
        value = number_of(figure)
        unit = "procent" if self.is_percent else self.unit
        return f"{self.about(figure)}{value} {ONE.get(unit, unit) if value == '1' else unit}".rstrip()

    def about(self, figure: PublicFigure) -> str:
        return "ongeveer " * figure.approximate

    def head(self, figure: PublicFigure) -> str:
        """As in "In 2023 waren er 891 plaatsingen", without the point."""
        amount, verb = f"{self.amount(figure)}{parts(figure)}", self.verb(figure)
        if figure.period.kind == Period.Kind.UNKNOWN:
            # "Ging het om" turns into "Het ging om".
            head, subject, *rest = verb.split()
            return " ".join([capitalise(subject), head, *rest, amount])
        return f"{capitalise(figure.period.when)} {verb} {amount}"

    def verb(self, figure: PublicFigure) -> str:
        return self.manner.verb_of_one if number_of(figure) == "1" and self.unit in ONE else self.manner.verb

    def difference(self, value: Decimal) -> str:
        """As in "98" or "1,2 procentpunt". A difference of rounded figures is not exact."""
        suffix = " procentpunt" if self.is_percent else self.suffix
        return f"{'ongeveer ' * (self.step > 1 or self.suffix == ' duizend')}{dutch_number(value)}{suffix}"


def wording(indicator: Indicator) -> Wording:
    unit = indicator.unit
    manner = THINGS
    if unit in PERCENT or indicator.measure == Indicator.Measure.SHARE:
        manner = LEVEL
    elif unit.removeprefix(THOUSAND) in PEOPLE:
        manner = ABOUT
    rule = indicator.rule
    # The gate rounds numbers of people only.
    is_rounded = indicator.measure == Indicator.Measure.PEOPLE and not rule.exception
    return Wording(unit, manner, rule.base if is_rounded else 1)


def number_of(figure: PublicFigure) -> str:
    assert figure.value is not None
    return dutch_number(figure.value)


def parts(figure: PublicFigure) -> str:
    """What a share is made of, where that may be known."""
    if figure.numerator is None or figure.denominator is None:
        return ""
    return f" ({dutch_number(figure.numerator)} van de {dutch_number(figure.denominator)})"


def provisional(figure: PublicFigure) -> str:
    if figure.status == Status.REVISED_PROVISIONAL:
        return " (voorlopig cijfer, bijgesteld)"
    return PROVISIONAL * figure.is_provisional


def bare(period: Period) -> str:
    """The period as a thing: "2023", "de 1e helft van 2024", "30 juni 2024"."""
    if period.kind == Period.Kind.UNKNOWN:
        return "een onbekende periode"
    return period.when.partition(" ")[2]


def over(periods: Sequence[Period]) -> str:
    """What figures are about: "over 2021 en 2022", "over 2013 tot en met 2018", "van 30 juni 2024"."""
    preposition = "van" if periods[0].kind == Period.Kind.DAY else "over"
    runs = [
        [f"{bare(run[0])} tot en met {bare(run[-1])}"] if len(run) >= LEAST_RANGE else map(bare, run)
        for run in in_a_row(periods)
    ]
    return f"{preposition} {enumerate_words([*chain.from_iterable(runs)])}"


def in_a_row(periods: Sequence[Period]) -> list[list[Period]]:
    """Periods of which each begins where the one before ends, together. Days never do."""
    runs = [[periods[0]]]
    for earlier, later in pairwise(periods):
        is_next = later.kind in STEPS and later.start and earlier.end and later.start - earlier.end == timedelta(days=1)
        if is_next:
            runs[-1].append(later)
        else:
            runs.append([later])
    return runs


def enumerate_words(words: Sequence[str]) -> str:
    """As in "Noord, Oost en Zuid"."""
    *most, last = words
    return f"{', '.join(most)} en {last}" if most else last


def all_of(count: int) -> str:
    return "beide" if count == 2 else f"alle {count}"


def fit(joined: str, apart: str) -> str:
    """One sentence, or where that would be too long the same in two."""
    return joined if len(joined.split()) <= LONGEST_SENTENCE else apart


def pack(clauses: Iterable[str]) -> str:
    """Clauses in as few sentences as there is room for."""
    packed: list[str] = []
    for clause in clauses:
        if packed and len(f"{packed[-1]} {clause}".split()) <= LONGEST_SENTENCE:
            packed[-1] += f"; {clause}"
        else:
            packed.append(clause)
    return say(f"{capitalise(told)}." for told in packed)


def capitalise(words: str) -> str:
    return words[:1].upper() + words[1:]


def say(sentences: Iterable[str]) -> str:
    return " ".join(filter(None, sentences))
