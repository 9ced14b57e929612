"""The day that a page tells of, "zoals bekend op": ``?stand=2024-05-31``, or today."""

import re
from dataclasses import dataclass, field
from datetime import date
from typing import ClassVar

from django.http import QueryDict
from django.utils.formats import date_format

from stroomop.lib import clock

PARAMETER = "stand"
LAUNCHED_ON = date(2026, 11, 22)
# Far before any source of ours, and far enough from year 1 to count back from.
EARLIEST = date(1900, 1, 1)
ISO_DAY = re.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}")
MAX_ECHO = 20


@dataclass(frozen=True)
class Stand:
    """``chosen`` says that the reader asked for this day; ``fault``, in Dutch, why we don't show the one asked for."""

    day: date
    chosen: bool = False
    fault: str = ""
    # Kept, so that a page that is made around midnight tells of one today.
    today: date = field(default_factory=clock.today)

    launched_on: ClassVar[date] = LAUNCHED_ON

    @property
    def is_past(self) -> bool:
        return self.day < self.today

    @property
    def compiled_afterwards(self) -> bool:
        """Whether the portal did not exist yet: what was known then was put together later."""
        return self.day < LAUNCHED_ON

    @property
    def query(self) -> str:
        """What a link takes along to stay on the chosen day."""
        return f"{PARAMETER}={self.day.isoformat()}" if self.chosen else ""


def read_stand(query: QueryDict) -> Stand:
    """Never refuses: for a day that cannot be shown it is today, with the reason."""
    today = clock.today()
    text = query.get(PARAMETER, "")
    if not text:
        return Stand(today, today=today)
    day = read_day(text)
    if day is None:
        fault = f"{echo(text)} is geen datum. Schrijf een datum als 2024-05-31."
    elif day > today:
        fault = f"{date_format(day, 'j F Y')} ligt in de toekomst. Kies vandaag of een eerdere dag."
    elif day < EARLIEST:
        fault = f"{date_format(day, 'j F Y')} is te lang geleden. Kies een dag vanaf {date_format(EARLIEST, 'j F Y')}."
    else:
        return Stand(day, chosen=True, today=today)
    return Stand(today, fault=f"{fault} Je ziet de stand van vandaag.", today=today)


def read_day(text: str) -> date | None:
    """Python's own reading would also take weeks ("2023-W05-1") and days without dashes."""
    if not ISO_DAY.fullmatch(text):
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def echo(text: str) -> str:
    """The first part of what was typed, without characters that are not seen or that turn a line around."""
    seen = " ".join("".join(filter(str.isprintable, text)).split())
    if not seen:
        return "Wat je invulde,"
    return f"“{seen[:MAX_ECHO]}{'…' if len(seen) > MAX_ECHO else ''}”"
