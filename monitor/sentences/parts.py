"""Figures beside each other: per category, for the whole country, and who was counted at all."""

from collections.abc import Sequence
from dataclasses import dataclass

from monitor.models import Indicator, PublicFigure, State

from .changes import change
from .coverage import alike_covered
from .line import ONE_OFF
from .missing import HIDDEN, NO_FIGURE, reason
from .words import Wording, all_of, capitalise, enumerate_words, fit, provisional, say, wording

# More names than this are only counted.
MOST_NAMES = 2
ROUGH = "Een deel van deze cijfers is een benadering. Daarom noemen we geen hoogste of laagste."
OTHER_COVERAGE = "Niet bij elk cijfer telde hetzelfde deel mee. Daarom noemen we geen hoogste of laagste."
ALL_SECOND_HAND = "Deze cijfers zijn overgenomen uit een andere bron."
SOME_SECOND_HAND = "Een deel van deze cijfers is overgenomen uit een andere bron."
SOME_PROVISIONAL = "Een deel van deze cijfers is voorlopig."


@dataclass(frozen=True)
class Parts:
    """The figures of one period, by category; None where nobody gave one. ``plural`` is what the categories are
    called together, and ``national`` the figure of them all. A total is no category."""

    indicator: Indicator
    plural: str
    cells: Sequence[tuple[str, PublicFigure | None]]
    national: PublicFigure | None = None
    # Whether there are more of them than these.
    is_partial: bool = False

    @property
    def is_whole(self) -> bool:
        """Whether the highest here is the highest of all."""
        return not self.is_partial and len(self.shown) == len(self.cells)

    @property
    def words(self) -> Wording:
        return wording(self.indicator)

    @property
    def shown(self) -> list[tuple[str, PublicFigure]]:
        return [(name, figure) for name, figure in self.cells if figure and figure.value is not None]


def say_parts(parts: Parts) -> str:
    """The highest and the lowest, the whole country, and what is missing."""
    shown, national = parts.shown, parts.national
    whole = ""
    if national and national.value is not None and not any(apart(national, one) for _, one in shown):
        whole = f"In heel Nederland {say_whole(national, parts.words)}."
    figures = [figure for _, figure in shown]
    return say([*ranking(parts), whole, *absent(parts), *taken_over(figures), *tentative(figures)])


def together(ranking: str, course: str) -> str:
    """What was said of one period, and of the way to it. Both may end with how certain the figures are: that is said
    once."""
    return say([ranking.removesuffix(course.rpartition(". ")[2]).strip(), course])


def apart(one: PublicFigure, other: PublicFigure) -> bool:
    return (one.period.code, one.period.kind) != (other.period.code, other.period.kind)


def say_whole(figure: PublicFigure, words: Wording) -> str:
    """As in "waren er 891 plaatsingen in 2023"."""
    return f"{words.verb(figure)} {words.amount(figure)} {figure.period.when}{provisional(figure)}"


def parts_title(parts: Parts) -> str:
    """As in "hoogste: Oost, 71 procent; laagste: Noord, 61 procent (2019)"."""
    if not parts.shown:
        return "geen cijfers die we tonen"
    words, (_, newest) = parts.words, parts.shown[0]
    if ends := highest_and_lowest(parts):
        names = [f"{holders(parts, one)}, {words.short(one)}" for one in ends]
        here = "" if parts.is_whole else " hier"
        told = f"hoogste{here}: {names[0]}"
        if not any(cell and cell.state == State.SUPPRESSED for _, cell in parts.cells):
            # What is hidden is small, as a rule.
            told += f"; laagste{here}: {names[1]}"
    else:
        told = f"{len(parts.shown)} cijfers" if len(parts.shown) > 1 else f"{parts.shown[0][0]}, {words.short(newest)}"
    return f"{told} ({newest.period}{', voorlopig' * any(one.is_provisional for _, one in parts.shown)})"


def highest_and_lowest(parts: Parts) -> tuple[PublicFigure, PublicFigure] | None:
    """None where they may not be set in an order, or are all the same."""
    shown = [figure for _, figure in parts.shown]
    values = [figure.value for figure in shown if figure.value is not None]
    is_barred = not parts.indicator.is_drawn or any(one.one_off or one.approximate for one in shown)
    if is_barred or not alike_covered(shown) or len(set(values)) < 2:
        return None
    return shown[values.index(max(values))], shown[values.index(min(values))]


def ranking(parts: Parts) -> list[str]:
    shown, words = parts.shown, parts.words
    if not shown:
        return []
    name, first = shown[0]
    if len(shown) == 1:
        return [f"Alleen van {name} zie je hier een cijfer: {words.amount(first)} {first.period.when}."]
    if not parts.indicator.is_drawn or any(figure.one_off for _, figure in shown):
        return [ONE_OFF]
    if any(figure.approximate for _, figure in shown):
        return [ROUGH]
    if not alike_covered([figure for _, figure in shown]):
        return [OTHER_COVERAGE]
    ends = highest_and_lowest(parts)
    if ends is None:
        among = "" if parts.is_whole else " die je hier ziet"
        every = capitalise(all_of(len(shown)))
        return [f"{every} cijfers{among} zijn gelijk: {words.amount(first)} {first.period.when}."]
    highest, lowest = ends
    among = "" if parts.is_whole else " dat je hier ziet"
    told = f"{words.amount(highest)} {highest.period.when}"
    return [
        f"Het hoogste cijfer{among} is dat van {holders(parts, highest)}: {told}.",
        f"Het laagste{among} is dat van {holders(parts, lowest)}: {words.short(lowest)}.",
    ]


def holders(parts: Parts, figure: PublicFigure) -> str:
    found = [name for name, one in parts.shown if one.value == figure.value]
    return enumerate_words(found) if len(found) <= MOST_NAMES else f"{len(found)} {parts.plural}"


def absent(parts: Parts) -> list[str]:
    """How many are hidden; of the others also which."""
    found: dict[str, list[str]] = {}
    for name, figure in parts.cells:
        if figure is None or figure.value is None:
            found.setdefault(reason(figure) if figure else NO_FIGURE, []).append(name)
    return [say_absent(parts, names, why) for why, names in found.items()]


def say_absent(parts: Parts, names: Sequence[str], why: str) -> str:
    counted = f"Van {len(names)} van de {len(parts.cells)} {parts.plural} {why}."
    return counted if why == HIDDEN else fit(f"Van {enumerate_words(names)} {why}.", counted)


def taken_over(figures: Sequence[PublicFigure]) -> list[str]:
    found = [figure for figure in figures if figure.second_hand]
    if not found:
        return []
    return [ALL_SECOND_HAND if len(found) == len(figures) else SOME_SECOND_HAND]


def tentative(figures: Sequence[PublicFigure]) -> list[str]:
    found = [figure for figure in figures if figure.is_provisional]
    if not found:
        return []
    return ["Deze cijfers zijn voorlopig." if len(found) == len(figures) else SOME_PROVISIONAL]


def say_multiples(parts: Parts, before: Sequence[PublicFigure | None]) -> str:
    """How many of the categories rose, fell and stayed; ``before`` are their figures of an earlier period."""
    pairs = [(one, other) for one, (_, other) in zip(before, parts.cells, strict=False) if one and other]
    steps = [(one, other, step) for one, other in pairs if (step := change(parts.indicator, one, other))]
    # Between other periods it is another story.
    steps = [found for found in steps if periods(found[:2]) == periods(steps[0][:2])]
    if not steps:
        return f"Van geen van de {parts.plural} kunnen we twee cijfers vergelijken."
    earlier, later, _ = steps[0]
    ways = [step.direction for *_, step in steps]
    told = [
        f"Bij {share(count, parts)} was het cijfer {later.period.when} {word} dan {earlier.period.when}."
        for way, word in ((-1, "lager"), (1, "hoger"))
        if (count := ways.count(way))
    ]
    if count := ways.count(0):
        told.append(f"Bij {share(count, parts)} was het cijfer gelijk of ongeveer gelijk.")
    if count := len(parts.cells) - len(ways):
        told.append(f"Van {share(count, parts)} kunnen we dat niet zeggen.")
    return say([*told, *tentative([figure for one, other, _ in steps for figure in (one, other)])])


def periods(figures: Sequence[PublicFigure]) -> list[str]:
    return [figure.period.code for figure in figures]


def share(count: int, parts: Parts) -> str:
    return f"{count} van de {len(parts.cells)} {parts.plural}"
