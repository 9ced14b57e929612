"""What fits on one sheet of paper, whatever editors write. Where something is left out, the sheet says so."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate
from math import ceil

from django.utils.formats import date_format
from django.utils.text import Truncator

from advies import sentences
from advies.agreements import PASSED, AgreementReading, row_words
from advies.reading import AdviesReading
from projects.models import Organisation
from stroomop.lib.dates import describe_period

MOST_ADVIEZEN = 12
# In letters: of a name, of a title, of all names in a cell, of a note.
NAME, TITLE, NAMES, NOTE = 40, 70, 104, 200
# How many letters stand on a line: of each column, and of the whole width. With the smallest letters of sheet.css.
COLUMNS, WIDTH = (20, 31, 29, 33, 17), 145
# How many of those wide lines all promises together may take; after how many lines sheet.css cuts off a cell.
PROMISES, CELL = 10, 5
# The sizes of sheet.css, largest first: of so many points, with room for so many lines.
SMALLEST = 7.0
SIZES = {"large": (8.5, 51), "medium": (7.5, 59), "small": (SMALLEST, 64)}


@dataclass(frozen=True)
class Row:
    """The line of one advies."""

    reading: AdviesReading

    @property
    def title(self) -> str:
        return f"{self.reading.advies.number}. {self.reading.advies.short_name}"

    @property
    def to_whom(self) -> str:
        found = [party.responsibility for party in self.reading.parties]
        names = [short(item.organisation) + ("*" if item.is_inferred else "") for item in found]
        shown = first_of(names, len, NAMES)
        left_out = len(names) - len(shown)
        return (", ".join(shown) or "onbekend") + (f" en nog {left_out}" if left_out else "")

    @property
    def last_news(self) -> str:
        if self.reading.last_news is None:
            return "geen nieuws met datum gevonden"
        news = self.reading.last_news.news
        return f"{news.period}: {cut(news.title, TITLE)}"

    @property
    def found(self) -> str:
        """The fact without the day of the check, that stands once below the table."""
        stroming = self.reading.stroming
        check = f", {sentences.checked(stroming)}" if stroming.last_check else ""
        return self.reading.fact.replace(check, "")

    @property
    def word(self) -> str:
        """Not twice: some facts hold it already."""
        return "" if self.reading.label in self.found.lower() else self.reading.label

    @property
    def verdict(self) -> str:
        if (found := self.reading.assessment) is None:
            return self.reading.verdict
        # The paper may cut off the end.
        signed = f"{cut(found.signed_name, NAME)}, {short(found.organisation)}"
        return f"{self.reading.verdict} ({date_format(found.known_on, 'j F Y')}), door {signed}"

    def lines(self, points: float) -> int:
        cells = (self.title, self.to_whom, self.last_news, f"{self.found} {self.word}", self.verdict)
        most = max(lines(text, letters, points) for text, letters in zip(cells, COLUMNS, strict=True))
        return min(most, CELL)


@dataclass(frozen=True)
class Promise:
    """A promise, with the numbers of all adviezen that it bears on."""

    reading: AgreementReading
    numbers: list[int]

    @property
    def title(self) -> str:
        return self.reading.agreement.title

    @property
    def about(self) -> str:
        first, last = self.numbers[0], self.numbers[-1]
        if len(self.numbers) > 2 and last - first == len(self.numbers) - 1:
            return f"advies {first} tot en met {last}"
        *others, end = map(str, self.numbers)
        return f"advies {', '.join(others)} en {end}" if others else f"advies {end}"

    @property
    def words(self) -> str:
        """Every date and reason; of a very long row of dates the first and as many of the last ones as fit."""
        changes = len(self.reading.ledger) - 1
        # Two always fit, however long they are.
        tries = [self.sentence(shown) for shown in (*range(changes, 2, -1), min(2, changes))]
        return next((words for words in tries if lines(f"{self.title}: {words}") <= PROMISES), tries[-1])

    def sentence(self, shown: int) -> str:
        first, *changes = map(row_words, self.reading.ledger)
        left_out = len(changes) - shown
        gap = [f"daarna nog {left_out} keer veranderd"] if left_out else []
        passed = f" {PASSED.capitalize()}." if self.reading.has_passed else ""
        by = (self.reading.agreement.promised_by or "onbekend").rstrip(".")
        dates = "; ".join([first, *gap, *changes[left_out:]])
        return f"{dates}.{passed} Aangekondigd door: {by}. Gaat over {self.about}."

    def lines(self, points: float = SMALLEST) -> int:
        return lines(f"{self.title}: {self.words}", points=points)


@dataclass(frozen=True)
class Sheet:
    """All of it, out of the readings of all adviezen."""

    known: list[AdviesReading]

    @property
    def readings(self) -> list[AdviesReading]:
        return self.known[:MOST_ADVIEZEN]

    @cached_property
    def rows(self) -> list[Row]:
        return [Row(reading) for reading in self.readings]

    @cached_property
    def all_promises(self) -> list[Promise]:
        """Each once. What comes first, first."""
        found: dict[int, Promise] = {}
        for reading in self.readings:
            for item in reading.agreements:
                found.setdefault(item.agreement.pk, Promise(item, [])).numbers.append(reading.advies.number)
        return sorted(found.values(), key=lambda promise: promise.reading.urgency)

    @cached_property
    def promises(self) -> list[Promise]:
        return first_of(self.all_promises, Promise.lines, PROMISES)

    @property
    def left_out(self) -> str:
        """What there is more, counted in words."""
        counts = [
            (len(self.all_promises) - len(self.promises), "afspraak", "afspraken"),
            (len(self.known) - len(self.readings), "advies", "adviezen"),
        ]
        return " en ".join(f"nog {count} {one if count == 1 else many}" for count, one, many in counts if count)

    @cached_property
    def meanings(self) -> list[tuple[str, str]]:
        """Of the words that are used."""
        used = {str(reading.stroming.state) for reading in self.readings}
        return [(word, meaning) for word, meaning in sentences.explanation() if word in used]

    @cached_property
    def checked(self) -> str:
        """When somebody last looked for news, and how far that reached if it was the same for all."""
        days = {reading.advies.last_check for reading in self.readings}
        known = sorted(day for day in days if day)
        if not known:
            return "Nog niet nagekeken."
        never = "; sommige adviezen nog niet" if None in days else ""
        notes = {reading.advies.last_check_note for reading in self.readings}
        note = cut(notes.pop() or "", NOTE) if len(notes) == 1 else ""
        return f"Nagekeken: {describe_period(known[0], known[-1], 'dag')}{never}. {note}".strip()

    @property
    def size(self) -> str:
        """The largest letters with which it all fits."""
        items: list[Row | Promise] = [*self.rows, *self.promises]
        small_print = " ".join([self.checked, *map(": ".join, self.meanings)])
        for name, (points, room) in SIZES.items():
            if sum(item.lines(points) for item in items) + lines(small_print, points=points) <= room:
                return name
        return "small"


def first_of[T](items: list[T], size: Callable[[T], int], most: int) -> list[T]:
    """As many as fit, from the first."""
    return [item for item, used in zip(items, accumulate(map(size, items)), strict=True) if used <= most]


def short(organisation: Organisation) -> str:
    """The name; the abbreviation only where the name takes too much room."""
    name = organisation.name
    return cut(organisation.short_name or name if len(name) > NAME else name, NAME)


def cut(text: str, length: int) -> str:
    return Truncator(text).chars(length)


def lines(text: str, letters: int = WIDTH, points: float = SMALLEST) -> int:
    return ceil(len(text) * points / SMALLEST / letters)
