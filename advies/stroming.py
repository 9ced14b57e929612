"""The published rule: whether an advies moves, from the days of its news and of our last look. Words: sentences.py."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from stroomop.lib.dates import add_months, months_between

# All other kinds are news too, but nothing moves by them.
FLOWING_KINDS = frozenset({"maatregel", "besluit"})
# Flow is fresh up to and including the day on which it is this old.
FRESH_MONTHS = 6
# After that day it stands still.
STILL_MONTHS = 12
# On the day on which our last look is this old it no longer counts.
CHECK_MONTHS = 3


class State(StrEnum):
    FLOWS = "stroomt"
    RIPPLES = "kabbelt"
    STILL = "staat stil"
    UNCHECKED = "niet nagekeken"
    UNDATED = "geen gedateerd nieuws bekend"
    DONE = "afgerond"


@dataclass(frozen=True)
class Sign:
    """One piece of news. ``start`` and ``end`` are the first and last day of when it happened, as far as is known."""

    kind: str
    start: date | None
    end: date | None
    runs_until: date | None
    known_on: date

    @property
    def day(self) -> date | None:
        """The day from which silence counts: the last on which it can have happened, but then we knew already."""
        last = self.end or self.start
        return min(last, self.known_on) if last else None

    @property
    def flows(self) -> bool:
        return self.kind in FLOWING_KINDS

    def runs_on(self, day: date) -> bool:
        """A start that is unknown lies behind us; an end that is unknown tells nothing."""
        return self.runs_until is not None and self.runs_until >= day and (self.start is None or self.start <= day)


@dataclass(frozen=True)
class Stroming:
    """What holds on ``day``, and what it was measured from."""

    state: State
    day: date
    last_flow: date | None
    # Whole months since the last flow.
    months: int | None
    last_check: date | None
    # The flow that runs now, and of several the one that runs longest.
    running: Sign | None
    # Of any kind. May be newer than the last flow.
    last_news: date | None
    undated_flow: bool
    undated_news: bool


def stroming(signs: Iterable[Sign], *, last_check: date | None, done: bool, day: date) -> Stroming:
    """``done`` says that a judgement closed the advies: the rule itself never finds that. What the public could only
    know after ``day`` does not count."""
    news = [sign for sign in signs if sign.known_on <= day]
    flow = [sign for sign in news if sign.flows]
    running = [sign for sign in flow if sign.runs_on(day)]
    last_flow = last_day(flow)
    if last_check and last_check > day:
        last_check = None
    if done:
        state = State.DONE
    elif running:
        state = State.FLOWS
    else:
        state = state_at_rest(last_flow, last_check, day)
    return Stroming(
        state=state,
        day=day,
        last_flow=last_flow,
        months=months_between(last_flow, day) if last_flow else None,
        last_check=last_check,
        running=max(running, key=length, default=None),
        last_news=last_day(news),
        undated_flow=any(sign.day is None for sign in flow),
        undated_news=any(sign.day is None for sign in news),
    )


def state_at_rest(last_flow: date | None, last_check: date | None, day: date) -> State:
    """The state while nothing runs. Our own silence goes before theirs."""
    if last_check is None or months_between(last_check, day) >= CHECK_MONTHS:
        return State.UNCHECKED
    if last_flow is None:
        return State.UNDATED
    if day <= add_months(last_flow, FRESH_MONTHS):
        return State.FLOWS
    if day <= add_months(last_flow, STILL_MONTHS):
        return State.RIPPLES
    return State.STILL


def last_day(signs: Iterable[Sign]) -> date | None:
    return max((sign.day for sign in signs if sign.day), default=None)


def length(sign: Sign) -> tuple[date, str]:
    """Of two that run equally long it is always the same one, in whatever order they come."""
    return sign.runs_until or date.min, repr(sign)
