"""Checks that refuse nothing: what somebody should look at before it is published."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from itertools import islice

from monitor.models import Category, Import, ImportRow, Indicator, Period, Series
from monitor.models.ledger import Observation
from monitor.models.series import TOTAL
from stroomop.lib.numbers import dutch_number

# With fewer other figures there is no series to be far from.
ENOUGH = 3
# A figure is far off above this many times the largest, or below that part of the smallest.
FAR = 3
# Publishers round to five: then every part may be half of that off, and the total as well.
ROUNDED_TO = 5
# More rows than these of one indicator are not laid beside each other: it would fill the memory.
MOST_ROWS = 20_000
# Of one indicator: nobody reads more.
MOST_WARNINGS = 500

type Place = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Laid:
    """A figure that would hold, with the row that brings it; None when it was there."""

    value: Decimal
    kind: str
    start: date | None
    end: date | None
    row: int | None = None


@dataclass
class Table:
    """All figures of an indicator that would hold after the import. A place is the key of a series, and a period."""

    figures: dict[Place, Laid] = field(default_factory=dict)
    # By dimension the keys of all its categories, where these are together the total.
    covering: Mapping[str, Sequence[str]] = field(default_factory=dict)


def warnings(table: Table) -> Iterator[tuple[int, str]]:
    """A number of a row, and what is odd about it."""
    yield from far_off(table)
    yield from sums(table)
    yield from wholes(table)


def far_off(table: Table) -> Iterator[tuple[int, str]]:
    """Values far from all others of their series."""
    series: dict[tuple[str, str], list[Laid]] = defaultdict(list)
    for (key, _), laid in table.figures.items():
        series[key, laid.kind].append(laid)
    for line in series.values():
        if len(line) <= ENOUGH:
            continue
        ordered = sorted(laid.value for laid in line)
        for laid in line:
            # All others: without this one the ends may be the next to last.
            low = ordered[1] if laid.value == ordered[0] else ordered[0]
            high = ordered[-2] if laid.value == ordered[-1] else ordered[-1]
            if laid.row and low >= 0 and (laid.value > high * FAR or laid.value * FAR < low):
                said = f"{dutch_number(low)} tot en met {dutch_number(high)}"
                yield laid.row, f"Dit getal ligt ver van de andere in de reeks: die lopen van {said}."


def sums(table: Table) -> Iterator[tuple[int, str]]:
    """Parts that do not add up to their total, and a total below one of its parts."""
    for period in dict.fromkeys(period for _, period in table.figures):
        if (total := table.figures.get(("", period))) is None:
            continue
        for dimension, keys in table.covering.items():
            parts = [laid for key in keys if (laid := table.figures.get((key, period)))]
            row = newest([total, *parts])
            if row is None or not parts:
                continue
            added, said = sum(laid.value for laid in parts), dutch_number(total.value)
            if len(parts) == len(keys) and abs(added - total.value) > tolerance([total, *parts]):
                yield (
                    row,
                    f"De delen per {dimension} zijn samen {dutch_number(Decimal(added))}, en het totaal is {said}.",
                )
            elif (largest := max(laid.value for laid in parts)) > total.value + tolerance([total, *parts]):
                yield row, f"Een deel per {dimension} is {dutch_number(largest)}, en het totaal maar {said}."


def wholes(table: Table) -> Iterator[tuple[int, str]]:
    """A year that is less than one of its parts."""
    series: dict[str, list[Laid]] = defaultdict(list)
    for (key, _), laid in table.figures.items():
        # A part of an average year may well be more.
        if laid.start and laid.end and laid.kind != Period.Kind.AVERAGE:
            series[key].append(laid)
    for line in series.values():
        line.sort(key=starts)
        for whole in line:
            # All that begin in it; of a series of days these are few.
            within = line[bisect_left(line, starts(whole), key=starts) : bisect_right(line, ends(whole), key=starts)]
            for part in within:
                if part.kind == whole.kind or ends(part) > ends(whole) or part.value <= whole.value:
                    continue
                if (row := newest([whole, part])) is not None:
                    numbers = f"{dutch_number(whole.value)}, en een deel daarvan is al {dutch_number(part.value)}"
                    yield row, f"De hele periode is {numbers}."


def starts(laid: Laid) -> date:
    return laid.start or date.min


def ends(laid: Laid) -> date:
    return laid.end or date.max


def newest(figures: Iterable[Laid]) -> int | None:
    """The last row that has to do with it; none when nothing of it is new."""
    return max((laid.row for laid in figures if laid.row), default=None)


def tolerance(figures: Sequence[Laid]) -> Decimal:
    rounded = all(is_round(laid.value) for laid in figures)
    return Decimal(ROUNDED_TO) / 2 * len(figures) if rounded else Decimal(0)


def is_round(value: Decimal) -> bool:
    # Not with Decimal's own remainder, which refuses long numbers.
    return value == int(value) and int(value) % ROUNDED_TO == 0


def warn(batch: Import) -> None:
    """Put what is odd beside the rows that bring it."""
    found = covering()
    indicators = {one.code: one for one in Indicator.objects.exclude(measure=Indicator.Measure.SHARE)}
    for code, figures in lay_rows(batch).items():
        if code not in indicators or len(figures) > MOST_ROWS:
            continue
        table = Table(lay_ledger(indicators[code]) | figures, found)
        odd: dict[int, list[str]] = defaultdict(list)
        for number, message in islice(warnings(table), MOST_WARNINGS):
            odd[number].append(message)
        rows = list(batch.rows.filter(number__in=odd))
        for row in rows:
            row.warning = " ".join(filter(None, [row.warning, *odd[row.number]]))[:500]
        ImportRow.objects.bulk_update(rows, ["warning"], batch_size=500)


def covering() -> dict[str, list[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    for category in Category.objects.filter(dimension__covers=True).exclude(slug=TOTAL).select_related("dimension"):
        found[category.dimension.name].append(category.key)
    return found


def lay_ledger(indicator: Indicator) -> dict[Place, Laid]:
    """The figures that hold now; nothing of more than one category."""
    counted = Observation.objects.filter(release__withdrawn_at=None, mention_only=False, one_off=False)
    held = counted.filter(series__indicator=indicator).exclude(series__key__contains=Series.AND)
    rows = held.order_by("rank", "release__known_on", "release").values_list(
        "series__key", "period__code", "value", "period__kind", "period__start", "period__end"
    )
    return {
        (key, f"{kind}:{period}"): Laid(value, kind, start, end)
        for key, period, value, kind, start, end in rows[:MOST_ROWS]
        if value is not None
    }


def lay_rows(batch: Import) -> dict[str, dict[Place, Laid]]:
    """The figures of the file that would hold, by indicator."""
    found: dict[str, dict[Place, Laid]] = defaultdict(dict)
    rows = batch.rows.filter(outcome__in=[ImportRow.Outcome.NEW, ImportRow.Outcome.REVISED], message="")
    for number, cell, content in rows.order_by("number").values_list("number", "cell", "content").iterator():
        code, key, place = cell.split("|")
        if content["value"] is None or content["one_off"] or Series.AND in key:
            continue
        period = content["period"]
        start, end = (period[name] and date.fromisoformat(period[name]) for name in ("start", "end"))
        found[code][key, place] = Laid(Decimal(content["value"]), period["kind"], start, end, number)
    return found
