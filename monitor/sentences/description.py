"""The whole line in words, for who does not see it, and a short text to share."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import pairwise
from textwrap import shorten

from monitor.models import Indicator, PublicFigure, Status

from .changes import alike, all_comparable, change, counted_otherwise
from .coverage import OTHERS
from .line import Line, extreme, extremes, numbers, story, title
from .missing import say_missing
from .words import all_of, bare, capitalise, fit, over, say

LONGEST_SHARE = 200
# So many steps in one direction are worth a sentence.
LEAST_RUN = 3
HOLES = "Ertussen hebben we soms geen cijfer. Daar houdt de lijn op."
UNLIKE = "Ze gaan over verschillende soorten perioden en zijn niet te vergelijken."
REVISED = "Het nieuwste cijfer is herzien of definitief."


def description(line: Line, goals: Iterable[str] = ()) -> str:
    """The text alternative of a line chart. ``goals`` are the sentences about its targets. What may not be set beside
    others is no line."""
    if line.newest is None or line.is_lone:
        return story(line, goals)
    told = []
    for nth, piece in enumerate(line.pieces):
        since, figures = piece
        if nth:
            told.append(counted_otherwise(since) if since else f"Hierna {OTHERS}.")
        part = replace(line, pieces=[piece], is_part=len(line.pieces) > 1)
        told += [*course(part), *say_missing(figures), *doubts(figures)]
    if line.newest.status == Status.REVISED:
        told.append(REVISED)
    return say([*told, HOLES * line.has_holes, *goals])


def course(line: Line) -> list[str]:
    """From where to where one piece of a line goes, its highest and its lowest."""
    measured = line.measured
    if not measured:
        return []
    first, last = measured[0], measured[-1]
    start = told_of(first, line)
    if len(measured) == 1:
        return [f"Er is één cijfer: {start}."]
    if not all(alike(first.period, figure.period) for figure in measured):
        return [f"Er zijn {len(measured)} cijfers. {UNLIKE}", f"Het nieuwste is {told_of(last, line)}."]
    end = f"{line.words.short(last)}{line.mark(last)} {last.period.when}"
    told = [fit(f"De lijn loopt van {start} naar {end}.", f"De lijn begint bij {start}. Hij eindigt bij {end}.")]
    if all_comparable(measured) and len({figure.value for figure in measured}) == 1:
        told.append("Alle cijfers zijn gelijk.")
    if len(measured) > 2:
        told += [f"{capitalise(extreme(line, *found))}." for found in extremes(line)]
    if (step := line.step) and step.percent:
        before = bare(measured[-2].period)
        told.append(f"Vergeleken met {before} is het nieuwste cijfer {step.percent} procent {way_of(step.direction)}.")
    return [*told, run(line)]


def told_of(figure: PublicFigure, line: Line) -> str:
    return f"{line.words.amount(figure)}{line.mark(figure)} {figure.period.when}"


def way_of(direction: int) -> str:
    return "hoger" if direction > 0 else "lager"


def run(line: Line) -> str:
    """How long the line has gone one way, with no small step and nothing missing."""
    figures, start, way = line.piece[1], len(line.piece[1]) - 1, 0
    for place, (earlier, later) in reversed(list(enumerate(pairwise(figures)))):
        step = change(line.indicator, earlier, later)
        if step is None or not step.direction or (way and step.direction != way):
            break
        start, way = place, step.direction
    if len(figures) - 1 - start < LEAST_RUN:
        return ""
    return f"Na {bare(figures[start].period)} is elk cijfer {way_of(way)} dan het cijfer ervoor."


def doubts(figures: Sequence[PublicFigure]) -> list[str]:
    """Which of the numbers are provisional, rough or second hand."""
    measured = numbers(figures)
    kinds = {
        ("voorlopig", "voorlopig"): [one for one in measured if one.is_provisional],
        ("een benadering", "benaderingen"): [one for one in measured if one.approximate],
        ("overgenomen", "overgenomen"): [one for one in measured if one.second_hand],
        ("niet van alle instellingen", "niet van alle instellingen"): [one for one in measured if one.is_partial],
    }
    return [doubt(words, found, len(measured)) for words, found in kinds.items() if found]


def doubt(words: tuple[str, str], figures: Sequence[PublicFigure], total: int) -> str:
    single, several = words
    if len(figures) == 1:
        return f"Het cijfer {over([figures[0].period])} is {single}."
    if len(figures) == total:
        return f"{capitalise(all_of(total))} cijfers zijn {several}."
    told = f"De cijfers {over([figure.period for figure in figures])} zijn {several}."
    return fit(told, f"Van deze cijfers zijn er {len(figures)} {several}.")


def share_text(line: Line, name: str) -> str:
    """At most 200 characters; nothing on what is too heavy to pass on without its page."""
    if line.indicator.kind == Indicator.Kind.SENSITIVE or not line.newest:
        return ""
    newest = f"Nieuwste cijfer dat wij hebben: {bare(line.newest.period)}."
    shorter = Line(line.indicator, [(None, line.measured[-1:])])
    options = [f"{name}: {title(one)}." for one in (line, shorter)]
    options.insert(0, f"{options[0]} {newest}")
    fitting = [told for told in options if len(told) <= LONGEST_SHARE]
    return fitting[0] if fitting else shorten(options[-1], LONGEST_SHARE, placeholder="…")


def two_lines(lines: Sequence[tuple[str, str]]) -> str:
    """Names and sentences of indicators on one axis of time: each by itself."""
    told = [f"{name}: {sentence[:1].lower()}{sentence[1:]}" for name, sentence in lines]
    return say([*told, "Dat twee lijnen samen veranderen, zegt niet dat de een door de ander komt."])
