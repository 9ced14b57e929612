"""Files with figures, read into rows. Knows no database: what the rows speak of is looked up by the importer.

A file is told by its content, whatever its name says: a table in our own columns (CSV or XLSX), or observations of CBS
StatLine (CSV, XLSX or JSON).
"""

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from stroomop.lib.table_files import NO_ROWS, Fault, FileRefusedError, Line, Record, open_table, read_header
from stroomop.lib.table_files import read_records as read_table

from . import own, statline
from .numbers import DUTCH, ENGLISH, NumberStyle, style_of
from .own import COLUMNS, OPTIONAL
from .rows import LARGEST_FILE, LONGEST_CELL, MOST_ROWS, FigureRow
from .statline_json import read_context
from .statline_json import read_records as read_json

__all__ = ["COLUMNS", "OPTIONAL", "Fault", "FigureRow", "FileRefusedError", "read_figures"]

JSON = (b"[", b"{")
BYTE_ORDER_MARK = b"\xef\xbb\xbf"
START = 1_000

type Records = Callable[[], Iterator[Record | Fault]]
type ReadFigure = Callable[[Record, NumberStyle], FigureRow]


def read_figures(path: Path, name: str = "") -> Iterator[FigureRow | Fault]:
    """The figures in the file, one by one, and for each row that can't be understood what is wrong with it.

    ``name`` is what the file was called, where it is kept under another: a CSV of StatLine says its table only there.

    The file is read twice, never as a whole: first for what is true of all of it. So FileRefusedError comes before the
    first row.
    """
    name = name or path.name
    _check_size(path)
    with path.open("rb") as file:
        start = file.read(START)
    if start.removeprefix(BYTE_ORDER_MARK).lstrip().startswith(JSON):
        table = statline.table_of(read_context(path), name)
        read_figure = partial(statline.read_figure, table=table)
        yield from _read(partial(read_json, path), read_figure, statline.NUMBERS, ENGLISH)
    else:
        table_file = open_table(path)
        usual = ENGLISH if table_file.delimiter == "," else DUTCH
        yield from _read_table(table_file.read_lines, name, usual)


def _check_size(path: Path) -> None:
    if not path.is_file():
        raise FileRefusedError("Dit bestand is er niet. Kijk of de naam klopt.")
    if path.stat().st_size > LARGEST_FILE:
        raise FileRefusedError("Het bestand is groter dan 50 MB. Splits het in kleinere bestanden.")


def _read_table(lines: Callable[[], Iterator[Line]], file_name: str, usual: NumberStyle) -> Iterator[FigureRow | Fault]:
    header = read_header(lines())

    def records() -> Iterator[Record | Fault]:
        return read_table(lines(), header, LONGEST_CELL)

    if statline.MEASURE in header:
        statline.check_columns(header)
        table = statline.table_of("", file_name)
        return _read(records, partial(statline.read_figure, table=table), statline.NUMBERS, usual)
    own.check_columns(header)
    return _read(records, own.read_figure, own.NUMBERS, usual)


def _read(
    records: Records, read_figure: ReadFigure, number_columns: tuple[str, ...], usual: NumberStyle
) -> Iterator[FigureRow | Fault]:
    style = style_of(_texts(records(), number_columns), usual)
    for record in records():
        if isinstance(record, Fault):
            yield record
            continue
        try:
            yield read_figure(record, style)
        except ValueError as error:
            yield Fault(record.number, str(error))


def _texts(records: Iterator[Record | Fault], columns: tuple[str, ...]) -> Iterator[str]:
    """The numbers that are written as text. Raises FileRefusedError for a file without rows, or with too many."""
    rows = 0
    for rows, record in enumerate(records, 1):
        if rows > MOST_ROWS:
            raise FileRefusedError("Het bestand heeft meer dan 200.000 rijen. Splits het in kleinere bestanden.")
        if isinstance(record, Record):
            yield from (text for column in columns if isinstance(text := record.cells.get(column), str))
    if not rows:
        raise FileRefusedError(NO_ROWS)
