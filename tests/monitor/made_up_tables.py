"""Tables of made-up people: what is counted adds up, as it does in the world."""

from dataclasses import dataclass
from decimal import Decimal
from itertools import combinations
from random import Random

from monitor.disclosure import Breakdown, Cell, Figure, Rule, Span, Table

FEW = (0, 0, 0, 1, 1, 2, 3, 4, 5, 7, 9, 12, 15, 20, 30, 60)
MANY = (0, 1, 4, 12, 15, 20, 20, 25, 30, 40, 50, 60, 80)


@dataclass(frozen=True)
class Calendar:
    """Periods as the stretches of time that they are made of."""

    stretches: dict[str, frozenset[int]]
    spans: dict[str, tuple[str, ...]]

    @property
    def all(self):
        return frozenset().union(*self.stretches.values())


def calendar(stretches, **spans):
    return Calendar({period: frozenset(when) for period, when in stretches.items()}, spans)


QUARTERS = {"k1": [1], "k2": [2], "k3": [3], "k4": [4]}
HALVES = {"h1": [1, 2], "h2": [3, 4]}
YEAR = {"jaar": [1, 2, 3, 4]}
CALENDARS = {
    "year": calendar(YEAR),
    "halves": calendar(YEAR | HALVES, jaar=("h1", "h2")),
    "quarters": calendar(YEAR | QUARTERS, jaar=("k1", "k2", "k3", "k4")),
    "halves and quarters": calendar(
        YEAR | HALVES | QUARTERS, jaar=("h1", "h2"), h1=("k1", "k2"), h2=("k3", "k4")
    ),
    "first half only": calendar(YEAR | {"h1": [1, 2]}, jaar=("h1",)),
    "all in the first half": calendar({"jaar": [1, 2], "h1": [1, 2]}, jaar=("h1",)),
    "school year": calendar(
        YEAR | HALVES | {"h3": [5, 6], "schooljaar": [3, 4, 5, 6]}, jaar=("h1", "h2"), schooljaar=("h2", "h3")
    ),
}  # fmt: skip

PLAIN = ["year", "halves", "quarters", "halves and quarters"]


@dataclass(frozen=True)
class Made:
    """A table, and all that the attacker knows of how it came about."""

    table: Table
    rule: Rule
    calendar: Calendar
    # Everybody counts in one part only, so that the parts are the whole.
    adds_up: bool
    # The public figures at each date, as delivered.
    dates: tuple[dict[Cell, int], ...]
    already_hidden: frozenset[Cell]


def made_up(random: Random, plain: bool = False) -> Made:
    """A plain one has no versions, nothing is left out or was hidden before, and no year is much like its parts."""
    rule = Rule(smallest=random.randint(2, 10), base=random.choice([1, 1, 5, 10]))
    name = random.choice(PLAIN if plain else sorted(CALENDARS))
    adds_up = random.random() < 0.6
    when = CALENDARS[name]
    # When somebody was there.
    stays = [frozenset([one]) for one in when.all]
    if not adds_up:
        pairs = [frozenset(pair) for pair in combinations(sorted(when.all), 2)]
        stays += [random.choice(pairs), when.all]
    breakdowns = {
        one: [f"{one}{number}" for number in range(random.choice([1, 2, 2, 3, 3, 4]))]
        for one in "abc"[: random.randint(1, 3)]
    }
    loose = random.choice([[], [], ["los0"], ["los0", "los1"]])
    first = next(iter(breakdowns.values()))
    counts = random.choice([FEW, MANY])
    # In some years hardly anybody is there but for one stretch, or nobody in one.
    closed = random.choice([[], [], [], stays[:1], stays[1:]])
    quiet = random.choice([[0], [0, 0, 1, 2, 6]])
    people = {(one, stay): random.choice(quiet if stay in closed else counts) for one in first for stay in stays}
    world = World(random, when, stays, breakdowns, loose)
    dates = [world.figures(people)]
    for _ in range(0 if plain else random.choice([0, 0, 1, 2])):
        if random.random() < 0.7:
            people = revised(random, people)
            dates.append(world.figures(people))
        else:
            dates.append(totals_alone(random, dates[-1]))
    gone = set() if plain else unpublished(random, dates[0], when, breakdowns)
    # Also of those without a figure: the source kept them secret itself.
    cells = sorted(dates[0])
    dates = [{cell: count for cell, count in date.items() if cell not in gone} for date in dates]
    table = Table(
        "totaal",
        tuple({Figure(cell, Decimal(count)) for date in dates for cell, count in date.items()}),
        tuple(
            [Breakdown(frozenset(parts), covers=True) for parts in breakdowns.values()]
            + [Breakdown(frozenset(loose), covers=False)] * bool(loose)
        ),
        tuple(Span(whole, frozenset(parts)) for whole, parts in when.spans.items()),
    )
    before = frozenset(random.sample(cells, 1)) if not plain and random.random() < 0.15 else frozenset()
    return Made(table, rule, when, adds_up, tuple(dates), before)


class World:
    """Divides the same people by each breakdown."""

    def __init__(self, random, when, stays, breakdowns, loose):
        self.random, self.when, self.stays, self.loose = random, when, stays, loose
        self.breakdowns = list(breakdowns.values())
        self.divided = {}

    def figures(self, people):
        counts = dict(people)
        for stay in self.stays:
            total = sum(people[one, stay] for one in self.breakdowns[0])
            counts["totaal", stay] = total
            for parts in self.breakdowns[1:]:
                counts |= {(one, stay): count for one, count in self.divide(parts, stay, total)}
            for one in self.loose:
                few, share = self.divided.setdefault(
                    (one, stay), (self.random.randint(-3, 3), self.random.choice([0, 1, 2]))
                )
                counts[one, stay] = min(total, max(0, few + total * share // 2))
        return {
            Cell(one, period): sum(counts[one, stay] for stay in self.stays if stay & stretches)
            for one in ["totaal", *(one for parts in self.breakdowns for one in parts), *self.loose]
            for period, stretches in self.when.stretches.items()
        }

    def divide(self, parts, stay, total):
        """The same total is divided the same way at another date."""
        key = (*parts, stay, total)
        if key not in self.divided:
            # Evenly or not.
            even = [total * number // len(parts) for number in range(1, len(parts))]
            cuts = sorted(min(total, cut + self.random.randint(0, 3)) for cut in even)
            if self.random.random() < 0.2:
                cuts = sorted(self.random.randint(0, total) for _ in even)
            self.divided[key] = [end - start for start, end in zip([0, *cuts], [*cuts, total], strict=True)]
        return zip(parts, self.divided[key], strict=True)


def revised(random, people):
    changed = random.sample(sorted(people, key=repr), min(len(people), random.choice([1, 2, 20])))
    return people | {one: max(0, people[one] + random.randint(-4, 6)) for one in changed}


def totals_alone(random, figures):
    """As where a source mends its total and nothing else."""
    totals = sorted(cell for cell in figures if cell.series == "totaal")
    changed = random.sample(totals, random.randint(1, len(totals)))
    return figures | {cell: max(0, figures[cell] + random.randint(-3, 9)) for cell in changed}


def unpublished(random, figures, when, breakdowns):
    """Cells that no source gives."""
    match random.randint(0, 9):
        case 0:
            return {cell for cell in figures if cell.series == "totaal"}
        case 1:
            return {cell for cell in figures if cell.series == "totaal" and cell.period not in when.spans}
        case 2:
            one = random.choice(sorted(breakdowns))
            return {cell for cell in figures if cell.series[0] == one and cell.period in when.spans}
        case 3:
            return set(random.sample(sorted(figures), min(len(figures), random.randint(1, 4))))
        case 4:
            period = random.choice(sorted(when.stretches))
            return {cell for cell in figures if cell.period == period}
        case _:
            return set()
