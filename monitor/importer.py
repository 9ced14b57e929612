"""Figures from a CSV file into the ledger: all or nothing, and a second time changes nothing."""

import csv
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import NamedTuple

from django.db import transaction

from monitor import publication
from monitor.models import Category, Indicator, Period, Release, Series, Source
from monitor.models.ledger import Observation
from monitor.models.public import State, Status
from monitor.periods import ParsedPeriod, parse_period

COLUMNS = (
    "indicator_code", "indicator_name", "definition", "unit", "period", "breakdown_dimension",
    "breakdown_value", "value", "source_title", "source_url", "retrieved_note",
)  # fmt: skip
WHOLE_COUNTRY = "land"
# The parts of a breakdown taken together are the whole country too.
ALL_PARTS = "totaal"
# How the file was read; true of every row, and no news to a reader.
BOILERPLATE = "gelezen in opgeslagen kopie van de pagina"
# These are no measurements, and the ledger holds only those: they are left out.
NOT_MEASURED = ("doelwaarde, geen meting", "norm, geen meting")
UNKNOWN_SIGN = "."
LONGEST_NOTE = 300


class StatusWord(NamedTuple):
    """What the words behind ``status=`` mean. A higher rank replaces a lower one for the same period."""

    status: Status
    rank: int
    # Said somewhere, and never the figure that holds: it contradicts its own origin, or its source doubts it.
    mention_only: bool = False


# Read from the top: the first that the words begin with.
STATUS_WORDS = {
    "definitief": StatusWord(Status.FINAL, 40),
    "herzien/definitief": StatusWord(Status.REVISED, 40),
    # Reckoned by us from a later difference: no source wrote this number.
    "herzien en afgeleid": StatusWord(Status.UNKNOWN, 0, mention_only=True),
    "herzien": StatusWord(Status.REVISED, 30),
    "nader voorlopig": StatusWord(Status.REVISED_PROVISIONAL, 20),
    "eerder gepubliceerd": StatusWord(Status.UNKNOWN, 20),
    "voorlopig": StatusWord(Status.PROVISIONAL, 10),
    "eerste publicatie": StatusWord(Status.UNKNOWN, 10),
    "onzeker": StatusWord(Status.UNKNOWN, 0, mention_only=True),
    "tegenstrijdig": StatusWord(Status.UNKNOWN, 0, mention_only=True),
}
NO_STATUS = StatusWord(Status.UNKNOWN, 15)
# Between equals the first hand wins.
SECOND_HAND = ("tweede hand", "tweede bron", "secundaire bron", "persbron")


class ImportRefusedError(Exception):
    """The file can't be imported; the message, in Dutch, names the row."""


@dataclass(frozen=True)
class Row:
    """One line of the file, understood. ``number`` is its place, for messages."""

    number: int
    indicator: str
    category: tuple[str, str] | None
    period: ParsedPeriod
    state: State
    value: Decimal | None
    status: Status
    rank: int
    mention_only: bool
    note: str
    source: str


def read_rows(path: Path) -> Iterator[Row]:
    """The measurements in the file. Raises ImportRefusedError at the first row that can't be understood."""
    for number, record in enumerate(read_records(path), start=2):
        # A cell too few is None, and cells too many stand under None.
        if None in record or None in record.values():
            raise ImportRefusedError(f"Rij {number}: het aantal kolommen klopt niet.")
        if not any(mark in record["retrieved_note"] for mark in NOT_MEASURED):
            try:
                yield read_row(number, record)
            except ValueError as error:
                raise ImportRefusedError(f"Rij {number}: {error}") from error


def read_records(path: Path) -> Iterator[dict[str, str]]:
    """The lines of the file by column. Raises ImportRefusedError when it is not the file that we ask for."""
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            reader = csv.DictReader(file)
            if missing := [column for column in COLUMNS if column not in (reader.fieldnames or ())]:
                raise ImportRefusedError(f"In het bestand ontbreken deze kolommen: {', '.join(missing)}.")
            yield from reader
    except (UnicodeDecodeError, csv.Error) as error:
        raise ImportRefusedError("Het bestand is geen CSV in UTF-8.") from error


def read_row(number: int, record: dict[str, str]) -> Row:
    words, note = split_note(record["retrieved_note"])
    meaning = next((meaning for start, meaning in STATUS_WORDS.items() if words.startswith(start)), NO_STATUS)
    if words and meaning is NO_STATUS:
        raise ValueError(f"de status '{words}' is niet bekend.")
    if len(note) > LONGEST_NOTE:
        raise ValueError(f"de noot is langer dan {LONGEST_NOTE} tekens.")
    value = read_number(record["value"])
    dimension, part = record["breakdown_dimension"], record["breakdown_value"]
    return Row(
        number=number,
        indicator=record["indicator_code"],
        category=None if dimension == WHOLE_COUNTRY or part == ALL_PARTS else (dimension, part),
        period=parse_period(record["period"], average="gemiddelde per jaar" in note),
        state=State.UNCERTAIN if value is None else State.MEASURED,
        value=value,
        status=meaning.status,
        rank=meaning.rank - any(mark in note for mark in SECOND_HAND),
        mention_only=meaning.mention_only,
        note=note,
        source=record["source_title"],
    )


def split_note(note: str) -> tuple[str, str]:
    """The words behind ``status=`` and the rest of the note, as a reader may see it."""
    parts = [part.strip() for part in note.split(";")]
    status = next((part.removeprefix("status=") for part in parts if part.startswith("status=")), "")
    return status, "; ".join(part for part in parts if part != BOILERPLATE and not part.startswith("status="))


def read_number(text: str) -> Decimal | None:
    """The number as written; None for the sign that the source could or would not give it."""
    if text == UNKNOWN_SIGN:
        return None
    # As many digits as a FigureField holds.
    if not re.fullmatch(r"-?[0-9]{1,19}(\.[0-9]{1,19})?", text):
        raise ValueError(f"'{text}' is geen getal.")
    return Decimal(text)


def refused(row: Row, reason: str) -> ImportRefusedError:
    return ImportRefusedError(f"Rij {row.number}: {reason}")


def import_figures(path: Path, read_on: date) -> int:
    """Bring the file into the ledger and publish it. Returns how many figures were new.

    ``read_on`` is the day the sources were read: a source that carries no date is known since then.
    """
    with transaction.atomic():
        new = list(Ledger(read_on).new_observations(read_rows(path)))
        Observation.objects.bulk_create(new)
        publication.publish(list({observation.release_id: observation.release for observation in new}.values()))
    return len(new)


class Ledger:
    """Finds what the rows speak of. Indicators, categories and sources must exist; the rest is made as needed."""

    def __init__(self, read_on: date) -> None:
        self.read_on = read_on
        self.indicators = {indicator.code: indicator for indicator in Indicator.objects.all()}
        categories = Category.objects.select_related("dimension")
        self.categories = {(category.dimension.name, category.name): category for category in categories}
        self.sources = {source.title: source for source in Source.objects.all()}
        self.series = {(series.indicator_id, series.key): series for series in Series.objects.all()}
        self.periods = {(period.code, period.kind): period for period in Period.objects.all()}
        self.releases = {(release.source_id, release.version): release for release in Release.objects.all()}
        self.known = {
            (observation.release_id, observation.series_id, observation.period_id): observation.value
            for observation in Observation.objects.all()
        }

    def new_observations(self, rows: Iterable[Row]) -> Iterator[Observation]:
        """Those that the ledger does not hold yet. Raises ImportRefusedError where it holds another value."""
        said: Counter[tuple[str, int, int]] = Counter()
        # By rank, so that what one source said first becomes its first version.
        for row in sorted(rows, key=lambda row: row.rank):
            series, period = self.find_series(row), self.find_period(row.period)
            said[row.source, series.pk, period.pk] += 1
            release = self.find_release(row, version=said[row.source, series.pk, period.pk])
            cell = (release.pk, series.pk, period.pk)
            if cell not in self.known:
                yield Observation(
                    release=release,
                    series=series,
                    period=period,
                    state=row.state,
                    value=row.value,
                    status=row.status,
                    rank=row.rank,
                    mention_only=row.mention_only,
                    note=row.note,
                )
            elif self.known[cell] != row.value:
                before = UNKNOWN_SIGN if self.known[cell] is None else self.known[cell]
                raise refused(row, f"'{row.source}' gaf voor {row.indicator}, {period} eerder {before}.")

    def find_series(self, row: Row) -> Series:
        if (indicator := self.indicators.get(row.indicator)) is None:
            raise refused(row, f"de indicator '{row.indicator}' is niet bekend.")
        category = None if row.category is None else self.categories.get(row.category)
        if row.category and category is None:
            raise refused(row, f"de categorie '{row.category[1]}' ({row.category[0]}) is niet bekend.")
        key = f"{category.dimension.slug}={category.slug}" if category else ""
        if (indicator.pk, key) not in self.series:
            series = self.series[indicator.pk, key] = Series.objects.create(indicator=indicator, key=key)
            if category:
                series.categories.add(category)
        return self.series[indicator.pk, key]

    def find_period(self, parsed: ParsedPeriod) -> Period:
        key = (parsed.code, parsed.kind)
        if key not in self.periods:
            self.periods[key] = Period.objects.create(**asdict(parsed))
        return self.periods[key]

    def find_release(self, row: Row, version: int) -> Release:
        if (source := self.sources.get(row.source)) is None:
            raise refused(row, f"de bron '{row.source}' is niet bekend.")
        key = (source.pk, version)
        if key not in self.releases:
            known_on = source.date_to or self.read_on
            self.releases[key] = Release.objects.create(source=source, version=version, known_on=known_on)
        return self.releases[key]
