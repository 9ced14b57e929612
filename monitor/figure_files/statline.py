"""Observations of a table of CBS StatLine (OData version 4), as its JSON and its CSV name them."""

import re
from collections.abc import Iterable
from pathlib import PurePath
from typing import NamedTuple

from monitor.models.public import State
from monitor.periods import ParsedPeriod, parse_period
from stroomop.lib.table_files import FileRefusedError, Record, quoted

from .cells import Cells
from .notes import NO_STATUS
from .numbers import NumberStyle
from .rows import FigureRow

MEASURE, VALUE, PERIOD = NEEDED = ("Measure", "Value", "Perioden")
ATTRIBUTE, TEXT = "ValueAttribute", "StringValue"
NO_DIMENSION = {*NEEDED, ATTRIBUTE, TEXT, "Id"}
NUMBERS = (VALUE,)

# Everything of a dimension taken together, and the whole country.
TOTAL = re.compile(r"T[0-9]+|NL01|10000")
NO_ATTRIBUTE = ("", "None")
IMPOSSIBLE = "Impossible"
# The two letters of a period, with how many there are in a year; and our way of writing it.
PERIODS = {
    "JJ": (range(1), "{year}"),
    "HJ": (range(1, 3), "{year}-H{part}"),
    "KW": (range(1, 5), "{year}-Q{part}"),
    "MM": (range(1, 13), "{year}-{part:02}"),
    "SJ": (range(1), "{year}/{next_year:04}"),
}
# The address of the table, before the part that describes it.
ADDRESS = re.compile(r"(https?://[^\s$#?]+/(\w+))/\$metadata", re.ASCII)
TABLE = re.compile(r"(?<![0-9])[0-9]{5}[A-Za-z]{3}")


class Table(NamedTuple):
    source: str
    url: str


def table_of(context: str, file_name: str) -> Table:
    """Which table this is: by the address that the JSON names, otherwise by the name of the file."""
    if match := ADDRESS.match(context):
        return Table(f"CBS StatLine {match[2]}", match[1])
    if match := TABLE.search(file_name):
        return Table(f"CBS StatLine {match[0]}", f"https://www.cbs.nl/nl-nl/cijfers/detail/{match[0]}")
    return Table(f"CBS StatLine ({PurePath(file_name).stem})", "")


def check_columns(names: Iterable[str]) -> None:
    if missing := [name for name in NEEDED if name not in names]:
        raise FileRefusedError(
            f"In dit bestand van StatLine ontbreekt: {', '.join(missing)}. Download de waarnemingen (Observations) "
            "van de tabel opnieuw, met alle kolommen."
        )


def read_figure(record: Record, style: NumberStyle, table: Table) -> FigureRow:
    """Raises ValueError, in Dutch, for a row that can't be understood."""
    cells = Cells(record, style)
    value = cells.number(VALUE)
    return FigureRow(
        number=record.number,
        indicator=cells.needed(MEASURE),
        indicator_name="",
        definition="",
        unit="",
        categories=_categories(cells),
        period=read_period(cells.needed(PERIOD)),
        state=_state(cells, has_value=value is not None),
        value=value,
        numerator=None,
        denominator=None,
        status=NO_STATUS.status,
        rank=NO_STATUS.rank,
        mention_only=NO_STATUS.mention_only,
        is_target=False,
        approximate=False,
        one_off=False,
        second_hand=False,
        note="",
        source=table.source,
        source_url=table.url,
        origin="CBS",
        published_on=None,
    )


def read_period(code: str) -> ParsedPeriod:
    """2023KW03 is 2023-Q3. Raises ValueError, in Dutch, for a code that we don't know."""
    if match := re.fullmatch(r"([0-9]{4})([A-Z]{2})([0-9]{2})", code):
        year, part = int(match[1]), int(match[3])
        parts, form = PERIODS.get(match[2], (range(0), ""))
        if part in parts:
            return parse_period(form.format(year=match[1], part=part, next_year=year + 1))
    raise ValueError(
        f"De periode {quoted(code)} is niet bekend. Wij lezen bijvoorbeeld 2023JJ00, 2023HJ01, 2023KW03, 2023MM06 "
        "en 2023SJ00. Haal de rij weg."
    )


def _categories(cells: Cells) -> tuple[tuple[str, str], ...]:
    # JSON may add remarks, whose names begin with @.
    names = [name for name in cells.cells if name not in NO_DIMENSION and not name.startswith("@")]
    pairs = [(name, cells.needed(name)) for name in names]
    return tuple(pair for pair in pairs if not TOTAL.fullmatch(pair[1]))


def _state(cells: Cells, *, has_value: bool) -> State:
    attribute = cells.text(ATTRIBUTE)
    if attribute in NO_ATTRIBUTE:
        if not has_value:
            raise ValueError("Er staat geen getal, en geen reden waarom het er niet is. Haal de rij weg.")
        return State.MEASURED
    if has_value:
        raise ValueError(f"Er staat een getal, en ook {quoted(attribute)}. Kijk bij StatLine wat klopt.")
    return State.NOT_APPLICABLE if attribute == IMPOSSIBLE else State.UNCERTAIN
