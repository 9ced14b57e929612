"""Files with a table, CSV or XLSX, read into records. A file is told by its content, whatever its name says.

Nothing in a file is ever calculated, and of no file more is unpacked than it should hold.
"""

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import NamedTuple

from .cells import clean
from .csv_lines import delimiter_of, read_lines
from .rows import LONGEST_QUOTE, LONGEST_TEXT, NO_ROWS, Cell, Fault, FileRefusedError, Line, Record, quoted
from .tables import read_header, read_records
from .workbook import Workbook

__all__ = [
    "LONGEST_QUOTE",
    "LONGEST_TEXT",
    "NO_ROWS",
    "Cell",
    "Fault",
    "FileRefusedError",
    "Line",
    "Record",
    "TableFile",
    "clean",
    "open_table",
    "quoted",
    "read_header",
    "read_records",
]

# How a zip file begins, an empty one too; and an old or a locked file of Excel.
ZIP = (b"PK\x03\x04", b"PK\x05\x06")
OLD_EXCEL = b"\xd0\xcf\x11\xe0"


class TableFile(NamedTuple):
    """Can be read more than once; ``delimiter`` is that of a CSV file, and None for a sheet."""

    read_lines: Callable[[], Iterator[Line]]
    delimiter: str | None


def open_table(path: Path) -> TableFile:
    """Raises FileRefusedError for what is no table; the lines may do so too, where they are reached."""
    with path.open("rb") as file:
        start = file.read(len(OLD_EXCEL))
    if start.startswith(OLD_EXCEL):
        raise FileRefusedError(
            "Dit Excel-bestand is oud of beveiligd. Haal het wachtwoord eraf en bewaar het als XLSX."
        )
    if start.startswith(ZIP):
        return TableFile(Workbook(path).read_lines, None)
    delimiter = delimiter_of(path)
    return TableFile(partial(read_lines, path, delimiter), delimiter)
