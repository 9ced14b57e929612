"""The public figures as a file that the importer reads: a row for each that was ever said and not taken back."""

from collections.abc import Iterator
from datetime import date
from typing import Any, NamedTuple

from django.db.models import F

from monitor.models import Indicator, PublicFigure, State

HEADER = (
    "indicator_code", "indicator_name", "definition", "unit", "period", "breakdown_dimension", "breakdown_value",
    "value", "source_title", "source_url", "retrieved_note", "status", "reason", "period_kind", "numerator",
    "denominator", "origin", "published_on", "benadering", "losse_telling", "overgenomen", "vermelding",
    "covered", "covered_of",
)  # fmt: skip
# What the columns of a figure for the whole country hold.
WHOLE_COUNTRY = ("land", "Nederland")
CHUNK = 2_000


class Record(NamedTuple):
    """A figure with all that its row tells, in one query."""

    code: str
    name: str
    definition: str
    unit: str
    period: str
    period_kind: str
    dimension: str | None
    category: str | None
    state: str
    value: Any
    numerator: Any
    denominator: Any
    status: str
    note: str
    source: str
    url: str
    origin: str
    known_on: date
    approximate: bool
    one_off: bool
    second_hand: bool
    mention_only: bool
    covered: int | None
    covered_of: int | None


FIELDS = (
    "series__indicator__code", "series__indicator__name", "series__indicator__definition", "series__indicator__unit",
    "period__code", "period__kind", "series__categories__dimension__name", "series__categories__name",
    "state", "value", "numerator", "denominator", "status", "note", "release__source__title", "release__source__url",
    "release__source__origin", "release__known_on", "approximate", "one_off", "second_hand", "mention_only",
    "covered", "covered_of",
)  # fmt: skip


def downloadable() -> Any:
    """The indicators of which there is a file. What is sensitive is told in words alone."""
    return Indicator.objects.exclude(kind=Indicator.Kind.SENSITIVE)


def rows(indicators: Any, day: date) -> Iterator[tuple[object, ...]]:
    """The cells under the header, read bit by bit. The order is that of the pages, and within a cell that in which
    the figures came to hold, so that the last is the one that does."""
    indicator = [f"series__indicator__{name}" for name in ("order", "name")]
    start = F("period__start").asc(nulls_first=True)
    held = (F("valid_to").asc(nulls_last=True), "valid_from", "pk")
    figures = PublicFigure.objects.known_by(day).filter(series__indicator__in=indicators)
    in_order = figures.order_by(*indicator, "series__key", start, "period__end", "period", "-mention_only", *held)
    for record in in_order.values_list(*FIELDS).iterator(chunk_size=CHUNK):
        yield row(Record(*record))


def row(record: Record) -> tuple[object, ...]:
    # A public series has one category, or none.
    dimension, category = (record.dimension, record.category) if record.category else WHOLE_COUNTRY
    return (
        record.code,
        record.name,
        record.definition,
        record.unit,
        record.period,
        dimension,
        category,
        record.value,
        record.source,
        record.url,
        record.note,
        record.status,
        None if record.state == State.MEASURED else record.state,
        record.period_kind,
        record.numerator,
        record.denominator,
        record.origin,
        record.known_on,
        yes_or_no(record.approximate),
        yes_or_no(record.one_off),
        yes_or_no(record.second_hand),
        yes_or_no(record.mention_only),
        record.covered,
        record.covered_of,
    )


def yes_or_no(mark: bool) -> str:
    """Never left empty: then the words of the note would be read for it."""
    return "ja" if mark else "nee"
