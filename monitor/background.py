"""What there is to know beside the figures of an indicator."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from monitor.lines import changed_on
from monitor.models import Break, ChartEvent, Definition, Indicator


@dataclass(frozen=True)
class Background:
    """How they were counted, and what happened."""

    definitions: Sequence[Definition] = ()
    # Those that hold no longer.
    earlier: Sequence[Definition] = ()
    breaks: Sequence[Break] = ()
    events: Sequence[ChartEvent] = ()

    @property
    def break_days(self) -> list[date]:
        return [broken.on for broken in self.breaks]

    @property
    def change_days(self) -> list[date]:
        """The first days of other ways of counting, by a break or by another definition."""
        return sorted({*self.break_days, *changed_on([*self.definitions, *self.earlier])})


NO_BACKGROUND = Background()


def read_background(indicator: Indicator, day: date) -> Background:
    """As it was counted on that day and before, and what had happened by then."""
    definitions = indicator.definitions.select_related("source")
    breaks = indicator.breaks.select_related("source")
    events = indicator.events.exclude(date_from__gt=day).select_related("source")
    return replace(as_counted(definitions, breaks, day), events=list(events))


def as_counted(definitions: Iterable[Definition], breaks: Iterable[Break], day: date) -> Background:
    known = [one for one in definitions if one.valid_from is None or one.valid_from <= day]
    return Background(
        [one for one in known if not one.valid_to or one.valid_to >= day],
        [one for one in known if one.valid_to and one.valid_to < day],
        [one for one in breaks if one.on <= day],
    )
