"""One to four lines over periods."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple

from monitor.charts.axes import Frame, XTick, YTick, end_ticks, gutter, px, ticks, x_ticks, y_ticks
from monitor.charts.happenings import ROW, BreakMark, EventMark, find_breaks, mark_breaks, mark_events
from monitor.charts.marks import COLOURS, Dot, Hue, Stroke, draw_dot, ends, join, known, locate, reach
from monitor.charts.names import Key, Name, room, write_keys, write_names
from monitor.charts.points import Event, Line, Point, Target
from monitor.charts.words import Text, say_period, write_words

# In px. A label that finds no free place above the baseline goes under it, and the periods move down.
TOP, UNDER, FOOT = 24, 28, 18
# Between the letters of the periods and the end of the drawing.
UNDER_FOOT = 8
# How far the first and last area reach past the plot, in percent, so that the whole dot answers.
EDGE = 2


class Area(NamedTuple):
    """The strip of the plot that belongs to one period, and what it tells."""

    x: str
    width: str
    title: str


class Level(NamedTuple):
    y: str
    text: Text


@dataclass(frozen=True)
class Look:
    """``small``: a plot among others, with only its ends told. ``periods``: whether they stand under it. ``levels``:
    ticks that plots share."""

    height: int = 300
    steps: int = 5
    small: bool = False
    periods: bool = True
    levels: Sequence[Decimal] = ()


@dataclass(frozen=True)
class LineChart:
    """Strokes are drawn in a viewBox of ``width`` by ``height`` that is stretched over the plot."""

    gutter: str
    y_ticks: list[YTick]
    x_ticks: list[XTick]
    strokes: list[Stroke]
    dots: list[Dot]
    labels: list[Text]
    areas: list[Area]
    target: Level | None
    baseline: Level | None
    breaks: list[BreakMark]
    events: list[EventMark]
    names: list[Name]
    keys: list[Key]
    # Class, and px downwards: the top and the base of the plot, the middle of the words under it, and all of it.
    room: str
    top: str
    base: str
    foot: str
    height: str
    width: str = "1000"


def line_chart(
    points: Sequence[Point],
    *,
    unit: str,
    target: Target | None = None,
    baseline: Target | None = None,
    events: Sequence[Event] = (),
) -> LineChart:
    """Periods stand equally far apart: give one kind of period, and a point without a value for each missing one."""
    return lines_chart([Line("", points)], unit=unit, target=target, baseline=baseline, events=events)


def lines_chart(
    lines: Sequence[Line],
    *,
    unit: str,
    target: Target | None = None,
    baseline: Target | None = None,
    events: Sequence[Event] = (),
    look: Look = Look(),
) -> LineChart:
    """One to four lines with the same periods, in one unit. The periods are those of the first."""
    if len(lines) > len(COLOURS):
        raise ValueError(f"{len(lines)} lines cannot be told apart")
    points, aims = lines[0].points, [level for level in (target, baseline) if level]
    values = [*all_values(lines), *(aim.value for aim in aims)]
    levels = look.levels or find_levels(values, look.steps)
    frame = Frame(len(points), levels[0], levels[-1], top=TOP, base=look.height - UNDER)
    marks = [locate(line.points, frame) for line in lines]
    cuts = find_breaks(lines, frame)
    several = len(lines) > 1
    dotted = ends if look.small else list
    labels, aim_words, cut_words = write_words([] if several else marks, frame, unit, aims, cuts, last_only=look.small)
    drawn = [Level(px(frame.y(aim.value)), words) for aim, words in zip(aims, aim_words, strict=True)]
    ruler = y_ticks(levels if values or look.levels else levels[:1], frame, unit)
    names = write_names(lines, marks, frame, unit) if several else []
    foot = frame.base + 20 + FOOT * any(float(label.y) > frame.base for label in labels)
    happened = mark_events(events, frame, foot + ROW - 4)
    end = foot + UNDER_FOOT if look.periods else foot - UNDER_FOOT
    return LineChart(
        gutter=gutter(tick.text for tick in ruler),
        y_ticks=ruler,
        x_ticks=(end_ticks if look.small else x_ticks)(points, frame) if look.periods else [],
        strokes=[stroke for nth, found in enumerate(marks, 1) for stroke in join(found, Hue(nth))],
        dots=[draw_dot(mark, Hue(nth)) for nth, found in enumerate(marks, 1) for mark in dotted(found)],
        labels=labels,
        areas=[] if look.small else cut_areas(lines, frame, unit),
        target=drawn[0] if target else None,
        baseline=drawn[-1] if baseline else None,
        breaks=mark_breaks(cuts, cut_words),
        events=happened,
        names=names,
        keys=write_keys(lines, marks, unit) if several else [],
        room=room(names),
        top=px(frame.top),
        base=px(frame.base),
        foot=px(foot),
        height=px(max([end, *(float(mark.y) + 14 for mark in happened)])),
    )


def all_values(lines: Sequence[Line]) -> list[Decimal]:
    return [value for line in lines for value in known(line.points)]


def find_levels(values: Sequence[Decimal], steps: int = 5) -> list[Decimal]:
    """The ticks of the y axis."""
    return ticks(*reach(values), steps, whole=all(value == value.to_integral_value() for value in values))


def cut_areas(lines: Sequence[Line], frame: Frame, unit: str) -> list[Area]:
    half = 50 / max(1, frame.size - 1)
    edges = [(max(frame.x(i) - half, -EDGE), min(frame.x(i) + half, 100 + EDGE)) for i in range(frame.size)]
    return [
        Area(px(left), px(right - left), say_period([Line(line.name, [line.points[nth]]) for line in lines], unit))
        for nth, (left, right) in enumerate(edges)
    ]
