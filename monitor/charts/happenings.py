"""What lies behind a line: breaks in how it was counted, and numbered events under the axis."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from monitor.charts.axes import PHONE, Frame, px
from monitor.charts.points import Event, Line
from monitor.charts.words import Text

# In px: from the middle of one row of event marks to the next, and how near two may stand on a phone.
ROW, NEAR = 22, 20


class BreakMark(NamedTuple):
    """``text`` is missing where there is no place for it: the period itself tells it too."""

    x: str
    text: Text | None


class EventMark(NamedTuple):
    number: int
    x: str
    y: str
    text: str


def find_breaks(lines: Sequence[Line], frame: Frame) -> list[float]:
    """Halfway between the last period that was counted the old way and the first of the new."""
    found = {nth for line in lines for nth, point in enumerate(line.points) if point.broken and nth}
    return [(frame.x(nth - 1) + frame.x(nth)) / 2 for nth in sorted(found)]


def mark_breaks(places: Iterable[float], words: Iterable[Text | None]) -> list[BreakMark]:
    return [BreakMark(px(x), text) for x, text in zip(places, words, strict=True)]


def mark_events(events: Iterable[Event], frame: Frame, first: float) -> list[EventMark]:
    """Numbered from left to right, a row lower where two would touch. Outside the periods nothing is marked."""
    ends: list[float] = []
    found = []
    inside = [event for event in events if -0.5 <= event.at <= frame.size - 0.5]
    for number, event in enumerate(sorted(inside, key=lambda event: event.at), 1):
        x = min(max(frame.x(event.at), 0), 100)
        row = next((nth for nth, end in enumerate(ends) if (x - end) * PHONE / 100 >= NEAR), len(ends))
        ends[row : row + 1] = [x]
        found.append(EventMark(number, px(x), px(first + ROW * row), event.text))
    return found
