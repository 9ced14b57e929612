"""What was aimed at with an indicator, and what its figures say of that, by the rule of progress.py."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from monitor import charts
from monitor import progress as rule
from monitor.disclosure import shown
from monitor.lines import changed_on
from monitor.models import Baseline, Category, Definition, Indicator, PublicFigure, State, Target
from monitor.periods import ParsedPeriod, label, when
from monitor.progress import Kind, Label, Point, Progress, progress
from monitor.progress_words import MEANINGS, sentence
from monitor.reading import IndicatorReading, read_indicator


@dataclass(frozen=True)
class Goal:
    target: Target
    found: Progress
    unit: str
    baseline: Baseline | None = None
    # Of the baseline, where the public may see it.
    first: Point | None = None

    @property
    def category(self) -> Category | None:
        return self.target.category

    @property
    def label(self) -> str:
        """Empty where the figures can't tell; the sentence says why."""
        return "" if self.found.label == Label.NONE else self.found.label.value

    @property
    def meaning(self) -> str:
        return MEANINGS[self.found.label]

    @property
    def sentence(self) -> str:
        """The numbers that stand beside the label."""
        return sentence(self.found, self.unit)

    @property
    def level(self) -> charts.Target | None:
        """As a line in a chart. A range has two ends, and none of them is the target."""
        target = self.target
        if target.kind == Kind.BETWEEN or target.value is None:
            return None
        bound = "" if target.kind == Kind.REACH else f" {target.kind}"
        return charts.Target(f"Doel {in_short(target.period)}:{bound}", target.value)

    @property
    def start(self) -> charts.Target | None:
        if self.baseline is None or self.first is None or self.first.value is None:
            return None
        return charts.Target(f"Begin {in_short(self.baseline.period)}:", self.first.value)


@dataclass(frozen=True)
class Changes:
    """The first days of other ways of counting."""

    breaks: Sequence[date]
    definitions: Sequence[date]


def read_changes(breaks: Sequence[date], definitions: Iterable[Definition]) -> Changes:
    return Changes(breaks, sorted(changed_on(definitions)))


def read_with_goals(indicator: Indicator, day: date) -> tuple[IndicatorReading, list[Goal]]:
    """All that the page of an indicator tells, with the first goal for the whole country in its chart."""
    reading = read_indicator(indicator, day)
    background = reading.background
    changes = read_changes(background.break_days, [*background.definitions, *background.earlier])
    goals = read_goals(indicator, reading.held, changes, day)
    first = next((goal for goal in goals if goal.category is None), None)
    return (replace(reading, target=first.level, baseline=first.start) if first else reading), goals


def read_goals(indicator: Indicator, figures: Iterable[PublicFigure], changes: Changes, day: date) -> list[Goal]:
    """Each target that was set by then, in two queries. ``figures`` are all that held on that day."""
    if indicator.kind == Indicator.Kind.SENSITIVE:
        return []
    targets = Target.objects.as_of(day).filter(indicator=indicator).select_related("category", "source")
    # Of two for the same category the one that became known last.
    baselines = {one.category_id: one for one in Baseline.objects.as_of(day).filter(indicator=indicator)}
    lines: dict[int | None, list[PublicFigure]] = defaultdict(list)
    for figure in figures:
        lines[category_of(figure)].append(figure)
    goals = []
    for target in targets:
        line = lines[target.category_id]
        baseline = baselines.get(target.category_id)
        first = baseline_point(indicator, baseline, line)
        points = line_points(line, first, changes) if indicator.is_drawn else []
        found = progress(points, as_target(target), first, day)
        goals.append(Goal(target, found, indicator.unit, baseline, first))
    return goals


def category_of(figure: PublicFigure) -> int | None:
    """Only one-way breakdowns are public."""
    return next((category.pk for category in figure.series.categories.all()), None)


def as_target(target: Target) -> rule.Target:
    period = target.period
    words = in_words(period) if period.end else ""
    assert target.value is not None
    return rule.Target(Kind(target.kind), target.value, target.upper, period.end, words)


def in_words(period: ParsedPeriod) -> str:
    return when(period.kind, period.code, period.start, period.end)


def in_short(period: ParsedPeriod) -> str:
    return label(period.kind, period.code, period.start, period.end)


def baseline_point(indicator: Indicator, baseline: Baseline | None, line: Iterable[PublicFigure]) -> Point | None:
    """No line begins at a figure without a period. What the public may not see is a point without a number."""
    if baseline is None:
        return None
    period = baseline.period
    if period.start is None or period.end is None:
        return None
    value = public_value(indicator, baseline, line)
    return Point(in_words(period), period.kind, period.start, period.end, value)


def public_value(indicator: Indicator, baseline: Baseline, line: Iterable[PublicFigure]) -> Decimal | None:
    """A baseline does not come through the gate: so it follows the rule of the indicator here, and what the gate did
    with the figure of the same period."""
    key = (baseline.period.code, baseline.period.kind)
    if any(figure.state == State.SUPPRESSED for figure in line if (figure.period.code, figure.period.kind) == key):
        return None
    value, limits = baseline.value, indicator.rule
    assert value is not None
    if indicator.measure != Indicator.Measure.PEOPLE or limits.exception:
        return value
    return None if value < 0 or 0 < value < limits.least else shown(value, limits)


def line_points(figures: Iterable[PublicFigure], first: Point | None, changes: Changes) -> list[Point]:
    """The figures as the rule takes them. A one-off count is no point."""
    line = [point for figure in figures if not figure.one_off and (point := as_point(figure))]
    known = [*line, first] if first else line
    return [marked(point, known, changes) for point in line]


def as_point(figure: PublicFigure) -> Point | None:
    period = figure.period
    if period.start is None or period.end is None:
        return None
    return Point(period.when, period.kind, period.start, period.end, figure.value, provisional=figure.is_provisional)


def marked(point: Point, known: Iterable[Point], changes: Changes) -> Point:
    """With what changed since the point before. A change within that one counts: it is like no other."""
    before = max((one for one in known if one.end < point.end), key=lambda one: one.end, default=None)
    if before is None:
        return point
    return replace(
        point,
        break_before=any(before.start < day <= point.end for day in changes.breaks),
        new_definition=any(before.start < day <= point.end for day in changes.definitions),
    )
