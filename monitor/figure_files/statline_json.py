"""The JSON of StatLine, one observation at a time: a file is never in memory as a whole."""

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

from stroomop.lib.table_files import Cell, Fault, FileRefusedError, Record, clean, quoted

from .json_values import JsonValues
from .rows import LONGEST_CELL
from .statline import check_columns

CONTEXT, OBSERVATIONS = "@odata.context", "value"
BROKEN = "Dit bestand is geen JSON, of het houdt halverwege op. Download de tabel opnieuw."


def read_context(path: Path) -> str:
    """The address of the table; empty where the file names none. Raises FileRefusedError for another kind of file."""
    context = ""
    looked = False
    for key, value in _members(path):
        if key == CONTEXT and isinstance(value, str):
            context = value
        elif key == OBSERVATIONS and not looked:
            check_columns(value if isinstance(value, dict) else ())
            looked = True
    return context


def read_records(path: Path) -> Iterator[Record | Fault]:
    observations = (value for key, value in _members(path) if key == OBSERVATIONS)
    for number, observation in enumerate(observations, 1):
        yield _record(number, observation)


def _record(number: int, observation: object) -> Record | Fault:
    if not isinstance(observation, dict):
        return Fault(number, "Dit is geen waarneming. Haal die weg.")
    cells: dict[str, Cell] = {}
    for name, value in observation.items():
        if value is not None and not isinstance(value, str | Decimal):
            return Fault(number, f"Kolom {quoted(name)}: hier hoort tekst of een getal. Haal de waarneming weg.")
        try:
            cells[str(clean(name))] = clean("" if value is None else value, LONGEST_CELL)
        except ValueError as error:
            return Fault(number, f"Kolom {quoted(name)}: {error}")
    return Record(number, cells)


def _members(path: Path) -> Iterator[tuple[str, object]]:
    """The members of the object, and of the list of observations one by one. A bare list is that list."""
    with path.open(encoding="utf-8-sig") as file:
        values = JsonValues(file)
        try:
            if values.peek() == "[":
                for value in _items(values):
                    yield OBSERVATIONS, value
            else:
                yield from _object(values)
            values.expect("")
        # An ArithmeticError: a number with an exponent beyond all bounds. A RecursionError: lists in lists in lists.
        except (ValueError, ArithmeticError, RecursionError) as error:
            raise FileRefusedError(BROKEN) from error


def _object(values: JsonValues) -> Iterator[tuple[str, object]]:
    sign = "{"
    values.expect(sign)
    while sign != "}":
        key = str(values.take())
        values.expect(":")
        if key == OBSERVATIONS and values.peek() == "[":
            for value in _items(values):
                yield key, value
        else:
            yield key, values.take()
        sign = values.expect(",}")


def _items(values: JsonValues) -> Iterator[object]:
    sign = values.expect("[")
    if values.peek() == "]":
        sign = values.expect("]")
    while sign != "]":
        yield values.take()
        sign = values.expect(",]")
