"""One line over periods: its newest figure, what came before, and what is missing."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from monitor.models import Indicator, Period, PublicFigure, State

from .changes import Change, all_comparable, change, comparable, not_before
from .coverage import notes_on_coverage
from .missing import say_missing, say_none
from .words import Wording, bare, fit, pack, provisional, say, wording

# Figures that were counted in one way, oldest first, and the first day of that way where there was another before.
type Piece = tuple[date | None, Sequence[PublicFigure]]
ONE_OFF = "Dit is een losse telling, niet te vergelijken met andere cijfers."
NORM = "Dit is een norm of vuistregel, geen meting."
SECOND_HAND = "Dit cijfer is overgenomen uit een andere bron."
ALL_PROVISIONAL = "Al deze cijfers zijn voorlopig."
UNKNOWN_PERIOD = "Over welke periode dat gaat, weten we niet."


@dataclass(frozen=True)
class Line:
    """Figures of one indicator and one kind of period, with a figure without a number for each step that is skipped.
    ``has_holes`` tells of figures that are missing at no period that has a name; ``remarks`` are sentences that must
    stand beside the newest figure, such as who took part; ``is_part`` is set where other pieces were left out."""

    indicator: Indicator
    pieces: Sequence[Piece]
    has_holes: bool = False
    remarks: Sequence[str] = ()
    is_part: bool = False

    @cached_property
    def words(self) -> Wording:
        return wording(self.indicator)

    @cached_property
    def figures(self) -> list[PublicFigure]:
        return [figure for _, figures in self.pieces for figure in figures]

    @cached_property
    def piece(self) -> Piece:
        """The newest that has a number: nothing from before it is set beside it."""
        found = [piece for piece in self.pieces if numbers(piece[1])]
        return found[-1] if found else (None, ())

    @cached_property
    def measured(self) -> list[PublicFigure]:
        return numbers(self.piece[1])

    @property
    def newest(self) -> PublicFigure | None:
        return self.measured[-1] if self.measured else None

    @property
    def before(self) -> PublicFigure | None:
        return self.measured[-2] if len(self.measured) > 1 else None

    @property
    def is_lone(self) -> bool:
        """Whether its newest figure may be set beside no other."""
        return not self.indicator.is_drawn or any(figure.one_off for figure in self.measured[-1:])

    @cached_property
    def is_provisional(self) -> bool:
        """Whether all that is compared is provisional: then that is said once."""
        return not self.is_lone and len(self.measured) > 1 and all(one.is_provisional for one in self.measured)

    def mark(self, figure: PublicFigure) -> str:
        return "" if self.is_provisional else provisional(figure)

    def known_as(self, figure: PublicFigure) -> str:
        """Between brackets, as in "1.818" or "1.818, voorlopig cijfer"."""
        return inside(self.words.short(figure), self.mark(figure))

    @property
    def just_before(self) -> PublicFigure | None:
        """The number before the newest that nothing but who took part may set apart from it."""
        if self.is_lone or self.newest is None or self.piece[0]:
            return None
        earlier = numbers(self.figures[: place(self.figures, self.newest)])
        return earlier[-1] if earlier else None

    @property
    def step(self) -> Change | None:
        return change(self.indicator, *self.measured[-2:]) if self.before else None

    @property
    def later(self) -> Sequence[PublicFigure]:
        """Those after the newest number."""
        return self.figures[place(self.figures, self.newest) + 1 :] if self.newest else ()

    @property
    def skipped(self) -> Sequence[PublicFigure]:
        """Those between the newest number and the one before it."""
        figures = self.piece[1]
        return figures[place(figures, self.before) + 1 : place(figures, self.newest)] if self.before else ()


def inside(number: str, mark: str) -> str:
    """A number and its mark within brackets that stand already."""
    return ", ".join(filter(None, [number, mark.strip(" ()")]))


def numbers(figures: Sequence[PublicFigure]) -> list[PublicFigure]:
    return [figure for figure in figures if figure.value is not None]


def place(figures: Sequence[PublicFigure], figure: PublicFigure | None) -> int:
    return next(place for place, one in enumerate(figures) if one is figure)


def title(line: Line) -> str:
    """The newest figure as a finding: "891 plaatsingen in 2023, 98 minder dan in 2022"."""
    newest = line.newest
    if newest is None:
        return title_without_number(line.figures)
    kind = "losse telling" if newest.one_off else "voorlopig" * newest.is_provisional
    marks = "; ".join(filter(None, [kind, "" if newest.is_whole else newest.coverage]))
    told = f"{line.words.amount(newest)} {newest.period.when}{f' ({marks})' if marks else ''}"
    return ", ".join(filter(None, [told, compared(line)]))


def compared(line: Line) -> str:
    """How the newest figure differs from the one before: "98 minder dan in 2022"; empty where that can't be said."""
    before, step = line.before, line.step
    return against(step, before, line.words) if before and step else ""


def title_without_number(figures: Sequence[PublicFigure]) -> str:
    if not figures:
        return ""
    last = figures[-1]
    if last.state == State.SUPPRESSED:
        return f"niet getoond {last.period.when}, de groep is te klein"
    return f"geen cijfer {last.period.when}"


def story(line: Line, goals: Iterable[str] = ()) -> str:
    """The newest figure against the one before, then against the first, and the highest and lowest in between.
    ``goals`` are the sentences about its targets."""
    if line.newest is None:
        return say([say_none(line.figures), *goals])
    told = [*say_missing(line.later), newest_sentence(line), *notes(line)]
    if not line.is_lone:
        told += [*say_missing(line.skipped), long_view(line)]
        told.append(ALL_PROVISIONAL * line.is_provisional)
        if since := line.piece[0]:
            told.append(not_before(since))
    return say([*told, *goals])


def newest_sentence(line: Line) -> str:
    newest, before, words = line.newest, line.before, line.words
    assert newest
    head = f"{words.head(newest)}{line.mark(newest)}"
    if before is None or line.is_lone:
        return f"{head}."
    if step := line.step:
        compared = against(step, before, words, line.mark(before))
        return fit(f"{head}, {compared}.", f"{head}. Dat is {compared}.")
    # Beside a rough figure the other is told, and no difference.
    other = f" {words.head(before)}{line.mark(before)}."
    return f"{head}.{other if comparable(before, newest) else ''}"


def notes(line: Line) -> list[str]:
    """What must stand beside the newest figure."""
    newest, kind = line.newest, line.indicator.kind
    assert newest
    told = [UNKNOWN_PERIOD] if newest.period.kind == Period.Kind.UNKNOWN else []
    if newest.second_hand:
        told.append(SECOND_HAND)
    if kind == Indicator.Kind.NORM:
        told.append(NORM)
    elif newest.one_off or kind == Indicator.Kind.COUNT:
        told.append(ONE_OFF)
    return [*told, *notes_on_coverage(newest, line.just_before), *line.remarks]


def against(step: Change, before: PublicFigure, words: Wording, mark: str = "") -> str:
    """As in "98 minder dan in 2022" or "ongeveer evenveel als in 2022 (554)"."""
    when = before.period.when
    if step.is_equal:
        return f"{words.manner.same} {when}{mark}"
    if not step.direction:
        return f"ongeveer {words.manner.same} {when} ({inside(words.short(before), mark)})"
    return f"{step.said(words)} dan {when}{mark}"


def long_view(line: Line) -> str:
    """From the first figure to the newest, and the highest and lowest where they lie in between."""
    return pack([*filter(None, [since_first(line)]), *between(line)])


def since_first(line: Line) -> str:
    words, measured = line.words, line.measured
    if len(measured) < 2:
        return ""
    first, newest = measured[0], measured[-1]
    found = change(line.indicator, first, newest)
    is_short = len(measured) == 2
    if found is None:
        is_told = first.approximate and comparable(first, newest) and not is_short
        return f"het eerste cijfer is {line.known_as(first)}, {first.period.when}" if is_told else ""
    if is_short and found.percent is None:
        return ""
    return f"vergeleken met {bare(first.period)} ({line.known_as(first)}) is dat {turned(found, words)}"


def turned(found: Change, words: Wording) -> str:
    if not found.direction:
        return "gelijk" if found.is_equal else "ongeveer gelijk"
    return f"{found.percent} procent {found.turn(words)}" if found.percent else found.said(words)


def between(line: Line) -> list[str]:
    """The highest and the lowest figure, unless the sentences before tell it already."""
    told = [one.value for one in (line.measured[0], *line.measured[-2:])]
    return [extreme(line, name, figure, others) for name, figure, others in extremes(line) if figure.value not in told]


def extremes(line: Line) -> list[tuple[str, PublicFigure, bool]]:
    """The highest and the lowest, the earliest of equals, and whether there are others as high or as low."""
    values = [figure.value for figure in line.measured if figure.value is not None]
    if len(set(values)) < 2 or not all_comparable(line.measured):
        return []
    return [
        (name, line.measured[values.index(value)], values.count(value) > 1)
        for name, value in (("hoogste", max(values)), ("laagste", min(values)))
    ]


def extreme(line: Line, name: str, figure: PublicFigure, others: bool) -> str:
    """Of what is not shown nobody may think that it is lower."""
    missing = {one.state for one in line.piece[1] if one.value is None}
    among = " van deze telling" if line.is_part or len(line.pieces) > 1 else ""
    if missing:
        among += " dat je hier ziet" if State.SUPPRESSED in missing else " dat wij hebben"
    told = f"{line.words.short(figure)}{line.mark(figure)}"
    return f"het {name} cijfer{among} is {told}, {'onder meer ' * others}{figure.period.when}"
