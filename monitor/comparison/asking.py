"""What a reader asked for, what of it can be shown, and in words why not the rest."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from monitor.models import Indicator, Period
from monitor.sentences.words import enumerate_words

from .candidates import Candidate, Part, Split, by_speerpunt, read_candidates, read_splits
from .choice import MOST_FIGURES, MOST_PARTS, SLUG, Choice
from .pair import PairComparison
from .parts import PartsComparison

UNKNOWN = "Een cijfer dat je koos, kennen we niet. Kies een cijfer uit de lijst."
TOO_MANY = "Je koos {} cijfers. Kies er één of twee."
TWICE = "Je koos twee keer hetzelfde cijfer. Kies een ander tweede cijfer, of kies delen."
BOTH = "Kies delen van één cijfer, of kies een tweede cijfer. Allebei tegelijk kan niet."
NO_FIGURE = "Je koos wel delen, maar geen cijfer. Kies eerst een cijfer."
NO_LINE = "Van ‘{}’ hebben we voor heel Nederland te weinig cijfers voor een lijn. Kies een ander tweede cijfer."
UNKNOWN_PART = "Een deel dat je koos, kunnen we bij dit cijfer niet vergelijken. Kies delen uit de lijst."
MIXED = "Je koos delen van verschillende soort: {}. Kies delen van één soort."
ONE_PART = "Je koos alleen {}. Kies er nog minstens één bij."
TOO_MANY_PARTS = "Je koos {} {}. Kies er twee tot zes."
REFUSED: dict[str, str] = {
    Indicator.Kind.SENSITIVE: "Over ‘{}’ maken we geen grafiek en geen vergelijking.",
    Indicator.Kind.COUNT: "‘{}’ is een losse telling. Die is niet te vergelijken met andere cijfers.",
    Indicator.Kind.NORM: "‘{}’ is een norm of vuistregel, geen meting. Die vergelijken we niet.",
    Indicator.Kind.SERIES: "Van ‘{}’ hebben we te weinig cijfers om te vergelijken.",
}


class Fault(NamedTuple):
    """``indicator``: whose own page tells more."""

    text: str
    indicator: Indicator | None = None


@dataclass(frozen=True)
class Asked:
    """``chosen`` and ``parts``: what of the choice exists; ``unknown``: slugs of no published indicator."""

    candidates: Sequence[Candidate]
    chosen: Sequence[Candidate] = ()
    splits: Sequence[Split] = ()
    parts: Sequence[Part] = ()
    faults: Sequence[Fault] = ()
    unknown: Sequence[str] = ()
    comparison: PartsComparison | PairComparison | None = None

    @property
    def kept(self) -> Choice:
        slugs = [candidate.indicator.slug for candidate in self.chosen]
        return Choice(tuple(slugs), tuple(part.value for part in self.parts))

    @property
    def first(self) -> Candidate | None:
        """The one that parts, or a second figure, are chosen for."""
        return self.chosen[0] if self.chosen else None

    @property
    def firsts(self) -> list[tuple[str, list[Candidate]]]:
        return by_speerpunt(self.candidates)

    @property
    def seconds(self) -> list[tuple[str, list[Candidate]]]:
        """What may stand on one axis with the first."""
        chosen = self.chosen[:1]
        return by_speerpunt(
            [one for one in self.candidates for first in chosen if one is not first and one.is_on_axis_of(first)]
        )

    @property
    def is_sensitive(self) -> bool:
        """Whether the page names anything of a sensitive focus area."""
        named = [candidate.indicator for candidate in self.candidates]
        named += [fault.indicator for fault in self.faults if fault.indicator]
        return any(one.is_sensitive for one in named)


def ask(choice: Choice, day: date) -> Asked:
    candidates = read_candidates(day)
    by_slug = {candidate.indicator.slug: candidate for candidate in candidates}
    chosen = [by_slug[slug] for slug in choice.figures[:MOST_FIGURES] if slug in by_slug]
    if len(choice.figures) > MOST_FIGURES:
        return Asked(candidates, chosen, faults=[Fault(TOO_MANY.format(len(choice.figures)))])
    if missing := [slug for slug in choice.figures if slug not in by_slug]:
        faults, unknown = refuse(missing)
        return Asked(candidates, chosen, faults=faults, unknown=unknown)
    if len(chosen) == MOST_FIGURES:
        return ask_pair(Asked(candidates, chosen), choice)
    if not chosen:
        return Asked(candidates, faults=[Fault(NO_FIGURE)] if choice.parts else [])
    return ask_parts(candidates, chosen[0], choice, day)


def refuse(slugs: Sequence[str]) -> tuple[list[Fault], list[str]]:
    """Why these can't be compared. A draft is as unknown as what was never there."""
    asked = [slug for slug in slugs if SLUG.fullmatch(slug)]
    found = list(Indicator.objects.published().filter(slug__in=asked).select_related("speerpunt"))
    faults = [Fault(REFUSED[one.kind].format(one.name), one) for one in found]
    known = {one.slug for one in found}
    unknown = [slug for slug in slugs if slug not in known]
    return faults + [Fault(UNKNOWN)] * bool(unknown), unknown


def ask_pair(asked: Asked, choice: Choice) -> Asked:
    one, other = asked.chosen
    fault = None
    if choice.parts:
        fault = Fault(BOTH)
    elif lineless := [candidate.indicator for candidate in asked.chosen if not candidate.reading.is_drawn]:
        fault = Fault(NO_LINE.format(lineless[0].name), lineless[0])
    elif not one.is_on_axis_of(other):
        told = f"‘{one.indicator.name}’ telt {how(one)}, ‘{other.indicator.name}’ {how(other)}."
        fault = Fault(f"{told} Dat past niet op één tijdas. Kies een ander tweede cijfer.")
    if fault:
        return Asked(asked.candidates, asked.chosen, faults=[fault])
    return Asked(asked.candidates, asked.chosen, comparison=PairComparison([one.reading, other.reading]))


def how(candidate: Candidate) -> str:
    """As in "per half jaar"."""
    kind = Period.Kind(candidate.kind)
    return "op één dag" if kind == Period.Kind.DAY else f"per {kind.label}"


def ask_parts(candidates: Sequence[Candidate], first: Candidate, choice: Choice, day: date) -> Asked:
    splits = read_splits(first, day)
    known = {part.value: (split, part) for split in splits for part in split.parts}
    found = [known[value] for value in choice.parts if value in known]
    parts = [part for _, part in found]
    faults = [Fault(told) for told in part_faults(choice, [split for split, _ in found], parts)]
    comparison = None
    if parts and not faults:
        split = found[0][0]
        comparison = PartsComparison(first.reading, split, [part for part in split.parts if part in parts])
    return Asked(candidates, [first], splits, parts, faults, comparison=comparison)


def part_faults(choice: Choice, splits: Sequence[Split], parts: Sequence[Part]) -> list[str]:
    if choice.repeats:
        return [TWICE]
    if len(parts) < len(choice.parts):
        return [UNKNOWN_PART]
    plurals = dict.fromkeys(split.dimension.plural for split in splits)
    if len(plurals) > 1:
        return [MIXED.format(enumerate_words(list(plurals)))]
    if len(parts) == 1:
        return [ONE_PART.format(parts[0].category.name)]
    return [TOO_MANY_PARTS.format(len(parts), *plurals)] if len(parts) > MOST_PARTS else []
