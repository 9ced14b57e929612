"""What the public may read of one indicator at one moment, out of the ledger: the rules, without the database."""

from collections import defaultdict
from collections.abc import Collection, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from typing import NamedTuple

from monitor.disclosure import Breakdown, Rule, Table, hidden, shown
from monitor.disclosure_siblings import Cell, Figure
from monitor.models import State
from monitor.nesting import HasDates, spans

# Those for which the source itself would not, or could not, tell how many there were.
SECRET = (State.SUPPRESSED, State.UNCERTAIN)


@dataclass(frozen=True)
class Said:
    """A row of the ledger, with what its release says of when it counts."""

    series: int
    period: int
    release: int
    state: str
    value: Decimal | None
    numerator: Decimal | None
    denominator: Decimal | None
    status: str
    approximate: bool
    second_hand: bool
    one_off: bool
    mention_only: bool
    note: str
    covered: int | None
    covered_of: int | None
    rank: int
    known_on: date
    published_at: datetime
    withdrawn_on: date | None = None
    keeps_secret: bool = False

    @property
    def cell(self) -> Cell:
        return Cell(self.series, self.period)


class Shown(NamedTuple):
    """A row of the read model, apart from when it can be seen. The names are those of PublicFigure's columns."""

    series_id: int
    period_id: int
    release_id: int
    state: str
    value: Decimal | None
    numerator: Decimal | None
    denominator: Decimal | None
    status: str
    approximate: bool
    second_hand: bool
    one_off: bool
    mention_only: bool
    note: str
    covered: int | None
    covered_of: int | None
    valid_from: date
    valid_to: date | None
    withdrawn_on: date | None


@dataclass(frozen=True)
class Layout:
    """How the series of an indicator hang together."""

    rule: Rule
    # Counts people, or is a share of people.
    is_count: bool
    total: Hashable
    # By series, the name that it has in every indicator: "" for the whole country.
    keys: Mapping[int, str] = field(default_factory=dict)
    breakdowns: tuple[Breakdown, ...] = ()
    # Those that tell the total: of the whole country, and the line "totaal" of a breakdown.
    totals: frozenset[int] = frozenset()
    periods: tuple[HasDates, ...] = ()

    def place(self, one: Said) -> Cell:
        """Where it stands in the table."""
        return Cell(self.total if one.series in self.totals else one.series, one.period)


def hidden_cells(said: Iterable[Said], layout: Layout) -> frozenset[Cell]:
    """The cells that the public may not see at any date, whatever version: see ``disclosure``."""
    if layout.rule.exception or not layout.rule.least:
        return frozenset()
    said = list(said)
    # A negative number is no count of people: what it is we don't know, so it is not shown.
    found = frozenset(
        layout.place(one)
        for one in said
        if one.state in SECRET or any(number < 0 for number in counts(one, is_count=layout.is_count))
    )
    # Of most indicators only one has any figures.
    tables = list(filter(None, map(tuple, counted(said, found, layout))))
    # Only those that are told of: what lies in a year for another indicator tells nothing here.
    told_of = {one.period for one in said}
    nested = spans(period for period in layout.periods if period.pk in told_of)
    size = -1
    while size < len(found):
        size = len(found)
        for figures in tables:
            found |= hidden(Table(layout.total, figures, layout.breakdowns, nested), layout.rule, found)
    return frozenset(one.cell for one in said if layout.place(one) in found)


def counts(one: Said, *, is_count: bool) -> list[Decimal]:
    """The numbers of people in it: a share itself is none."""
    found = (one.value if is_count else None, one.numerator, one.denominator)
    return [number for number in found if number is not None]


def counted(said: Sequence[Said], secret: Collection[Cell], layout: Layout) -> Iterator[Iterator[Figure]]:
    """The numbers of people: the figures themselves, or of a share who is in it, who is not, and of how many."""
    told = [(cell, one) for one in said if (cell := layout.place(one)) not in secret]
    if layout.is_count:
        yield (Figure(cell, one.value) for cell, one in told if one.value is not None)
    yield (Figure(cell, one.numerator) for cell, one in told if one.numerator is not None)
    yield (Figure(cell, one.denominator) for cell, one in told if one.denominator is not None)
    yield (
        Figure(cell, abs(one.denominator - one.numerator))
        for cell, one in told
        if one.numerator is not None and one.denominator is not None
    )


def read_model(said: Iterable[Said], closed: Collection[Cell], layout: Layout) -> Iterator[Shown]:
    """All that was published, in the order in which it came to hold; ``closed`` are the cells that stay hidden."""
    by_cell: dict[Cell, list[Said]] = defaultdict(list)
    for one in sorted(said, key=lambda one: (one.rank, one.known_on, one.release)):
        by_cell[one.cell].append(one)
    for cell, versions in by_cell.items():
        for one, valid_to in lasting(versions):
            yield as_shown(one, valid_to, layout, is_hidden=cell in closed or one.keeps_secret)


def lasting(versions: Sequence[Said]) -> Iterator[tuple[Said, date | None]]:
    """Each with the day on which another took its place. The last holds; a mention, or what was taken back, never."""
    line = [one for one in versions if not one.mention_only and one.withdrawn_on is None]
    for one in versions:
        if one.withdrawn_on is not None:
            yield one, max(one.known_on, one.withdrawn_on)
            continue
        later = line[line.index(one) + 1 :] if not one.mention_only else []
        replaced_on = min((successor.known_on for successor in later), default=None)
        # Where the sources carry no date, the rank may place the older one after: it then held for no day.
        yield one, max(one.known_on, replaced_on) if replaced_on else None


def as_shown(one: Said, valid_to: date | None, layout: Layout, *, is_hidden: bool) -> Shown:
    """A note may repeat a number in words, so that it goes wherever the number itself is not told as it is."""
    told = not is_hidden
    rule = layout.rule
    is_rounded = rule.base > 1 and not rule.exception
    value = one.value if told else None
    return Shown(
        series_id=one.series,
        period_id=one.period,
        release_id=one.release,
        # Why the source itself gave no number may always be told.
        state=one.state if told or one.value is None else State.SUPPRESSED,
        # A share keeps its decimals; the numbers of people that it was made of go.
        value=shown(value, rule) if value is not None and layout.is_count else value,
        numerator=one.numerator if told and not is_rounded else None,
        denominator=one.denominator if told and not is_rounded else None,
        status=one.status,
        approximate=one.approximate,
        second_hand=one.second_hand,
        one_off=one.one_off,
        mention_only=one.mention_only,
        note=one.note if told and not is_rounded else "",
        covered=one.covered,
        covered_of=one.covered_of,
        valid_from=one.known_on,
        valid_to=valid_to,
        withdrawn_on=one.withdrawn_on,
    )
