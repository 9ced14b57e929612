"""Which indicators can be compared, as of a day: in a number of queries that does not grow with them."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import NamedTuple

from django.db.models import Count

from monitor.breakdowns import Breakdown, breakdowns
from monitor.figure_line import FigureLine, read_main_line
from monitor.models import Category, Dimension, Indicator, PublicFigure
from monitor.models.series import TOTAL

from .choice import part_value

NO_SPEERPUNT = "Andere cijfers"


@dataclass(frozen=True)
class Candidate:
    """``dimensions``: those of which two parts or more have a number for the same period."""

    reading: FigureLine
    dimensions: frozenset[int] = frozenset()

    @property
    def indicator(self) -> Indicator:
        return self.reading.indicator

    def is_on_axis_of(self, other: "Candidate") -> bool:
        """A year and a school year have no axis in common."""
        return self.reading.is_drawn and other.reading.is_drawn and self.kind == other.kind

    @property
    def kind(self) -> str:
        """Of the periods on its line."""
        return self.reading.main[-1].period.kind


def read_candidates(day: date) -> list[Candidate]:
    indicators = Indicator.objects.published().drawn().with_national(day).select_related("speerpunt")
    dimensions = comparable_dimensions(day)
    candidates = [
        Candidate(read_main_line(indicator, day), frozenset(dimensions[indicator.pk])) for indicator in indicators
    ]
    return [candidate for candidate in candidates if candidate.reading.is_drawn or candidate.dimensions]


def comparable_dimensions(day: date) -> dict[int, set[int]]:
    """By indicator."""
    numbers = PublicFigure.objects.held_on(day).filter(value__isnull=False, one_off=False)
    parts = numbers.exclude(series__key="").exclude(series__key__endswith=f"={TOTAL}").order_by()
    cells = parts.values_list("series__indicator", "series__categories__dimension", "period")
    found: dict[int, set[int]] = defaultdict(set)
    for indicator, dimension, _, _ in cells.annotate(parts=Count("series", distinct=True)).filter(parts__gte=2):
        found[indicator].add(dimension)
    return found


def by_speerpunt(candidates: Sequence[Candidate]) -> list[tuple[str, list[Candidate]]]:
    """In the order of the focus areas; what belongs to none that is public last."""

    def place(candidate: Candidate) -> tuple[bool, int, str]:
        speerpunt = candidate.indicator.speerpunt
        if speerpunt is None or not speerpunt.is_public:
            return True, 0, NO_SPEERPUNT
        return False, speerpunt.number, speerpunt.name

    groups = groupby(sorted(candidates, key=place), place)
    return [(name, list(group)) for (_, _, name), group in groups]


class Part(NamedTuple):
    """A category, and its figures in order."""

    category: Category
    figures: list[PublicFigure]

    @property
    def value(self) -> str:
        return part_value(self.category)


class Split(NamedTuple):
    """The parts of one dimension that have a figure; a total is none. ``size`` counts those without one as well."""

    dimension: Dimension
    parts: list[Part]
    size: int


def read_splits(candidate: Candidate, day: date) -> list[Split]:
    if not candidate.dimensions:
        return []
    figures = PublicFigure.objects.held_on(day).filter(series__indicator=candidate.indicator)
    parts = figures.exclude(series__key="").in_order().prefetch_related("series__categories__dimension__categories")
    national, change_days = candidate.indicator.national_figures, candidate.reading.change_days
    return comparable_splits(breakdowns(candidate.indicator, parts, national, change_days))


def comparable_splits(tables: Iterable[Breakdown]) -> list[Split]:
    """As ``comparable_dimensions`` finds them."""
    found = []
    for table in tables:
        parts = [Part(category, counted(cells)) for category, cells in table.rows if not category.is_total]
        numbers = Counter(figure.period for part in parts for figure in part.figures if figure.value is not None)
        if max(numbers.values(), default=0) > 1:
            found.append(Split(table.dimension, [part for part in parts if part.figures], len(parts)))
    return sorted(found, key=lambda split: split.dimension.name)


def counted(cells: Iterable[PublicFigure | None]) -> list[PublicFigure]:
    """A one-off count is compared with nothing."""
    return [figure for figure in cells if figure and not figure.one_off]
