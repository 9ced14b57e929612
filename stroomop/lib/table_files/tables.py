"""Lines of cells, from a CSV file or a sheet, into records with a name for each cell."""

from collections import Counter
from collections.abc import Iterable, Iterator

from .cells import clean
from .rows import LONGEST_TEXT, NO_ROWS, Cell, Fault, FileRefusedError, Line, Record, quoted

# In characters, of the name of a column.
LONGEST_NAME = 2_000
# The other signs that a file is no table are in its bytes.
NO_TEXT = "Dit bestand is geen tabel met tekst. Bewaar je tabel als CSV (UTF-8) of als XLSX."


def read_header(lines: Iterable[Line]) -> list[str]:
    """The names of the columns, in order. Empty ones at the end are left out: a spreadsheet adds those.

    None where the first line of a sheet is empty.
    """
    first = next(iter(lines), None)
    if first is None:
        raise FileRefusedError(NO_ROWS)
    if first.number > 1:
        return []
    if first.fault:
        raise FileRefusedError(f"De regel met kolomnamen klopt niet. {first.fault}")
    try:
        names = [str(clean(cell, LONGEST_NAME)) for cell in first.cells]
    except ValueError as error:
        raise FileRefusedError(NO_TEXT) from error
    while names and not names[-1]:
        names.pop()
    if "" in names:
        raise FileRefusedError(
            f"Kolom {names.index('') + 1} heeft geen naam. Geef de kolom een naam of haal de kolom weg."
        )
    if twice := next((name for name, times in Counter(names).items() if times > 1), None):
        raise FileRefusedError(f"De kolom {quoted(twice)} staat er twee keer in. Haal er één weg.")
    return names


def read_records(lines: Iterable[Line], header: list[str], longest: int = LONGEST_TEXT) -> Iterator[Record | Fault]:
    """Every line below the header that holds something; ``longest`` is the most characters of one cell."""
    for line in lines:
        if line.number > 1 and (line.fault or _filled(line.cells)):
            yield _record(line, header, longest)


def _filled(cells: list[Cell]) -> bool:
    return any(str(cell).strip() for cell in cells)


def _record(line: Line, header: list[str], longest: int) -> Record | Fault:
    if line.fault:
        return Fault(line.number, line.fault)
    if len(line.cells) < len(header) or _filled(line.cells[len(header) :]):
        message = f"Het aantal kolommen klopt niet: het moeten er {len(header)} zijn, zoals in de regel met kolomnamen."
        return Fault(line.number, message)
    cells: dict[str, Cell] = {}
    for column, cell in zip(header, line.cells, strict=False):
        try:
            cells[column] = clean(cell, longest)
        except ValueError as error:
            return Fault(line.number, f"Kolom {quoted(column)}: {error}")
    return Record(line.number, cells)
