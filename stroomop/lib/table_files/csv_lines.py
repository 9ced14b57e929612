"""A CSV file into lines of cells, never with more of the file in memory than a line."""

import codecs
import csv
from collections.abc import Iterator
from pathlib import Path
from typing import TextIO

from .rows import FileRefusedError, Line
from .tables import NO_TEXT

CHUNK = 1 << 16
# In characters. A row of full cells, each with a quote for every character, stays below it.
LONGEST_LINE = 200_000
WINDOWS = "cp1252"
# How an é of UTF-8 begins, read with the letters of Windows; no Dutch word has it.
HALF_A_LETTER = "Ã"
TWO_ENCODINGS = (
    "De letters met een accent zijn in dit bestand op twee manieren bewaard. "
    "Open het in je rekenprogramma, kijk ze na en bewaar het als CSV (UTF-8)."
)


def read_lines(path: Path, delimiter: str) -> Iterator[Line]:
    """Raises FileRefusedError where the quotes don't match."""
    with path.open(encoding=encoding_of(path), newline="") as file:
        number = 0
        try:
            # Strict, or a quote that never closes would swallow the rest of the file in silence.
            for number, cells in enumerate(csv.reader(_physical_lines(file), delimiter=delimiter, strict=True), 1):
                yield Line(number, [*cells])
        except csv.Error as error:
            raise FileRefusedError(
                f"Rij {number + 1}: de aanhalingstekens kloppen niet. Zet een tekst met een aanhalingsteken erin "
                "tussen aanhalingstekens, met elk aanhalingsteken daarbinnen dubbel."
            ) from error


def delimiter_of(path: Path) -> str:
    """That of the line with the names of the columns."""
    with path.open(encoding=encoding_of(path), newline="") as file:
        first = file.readline(LONGEST_LINE)
    return ";" if first.count(";") > first.count(",") else ","


def encoding_of(path: Path) -> str:
    """UTF-8 with or without its mark, or the letters of Windows. Raises FileRefusedError for what is no text."""
    for encoding in ("utf-8-sig", WINDOWS):
        if _can_be_read(path, encoding):
            return encoding
    raise FileRefusedError(NO_TEXT)


def _can_be_read(path: Path, encoding: str) -> bool:
    decoder = codecs.getincrementaldecoder(encoding)()
    try:
        with path.open("rb") as file:
            while chunk := file.read(CHUNK):
                text = decoder.decode(chunk)
                # No text has them, and every encoding reads them.
                if "\0" in text:
                    raise FileRefusedError(NO_TEXT)
                if encoding == WINDOWS and HALF_A_LETTER in text:
                    raise FileRefusedError(TWO_ENCODINGS)
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return False
    return True


def _physical_lines(file: TextIO) -> Iterator[str]:
    while line := file.readline(LONGEST_LINE):
        if len(line) == LONGEST_LINE:
            raise FileRefusedError(
                "Het bestand heeft een regel van meer dan 200.000 tekens. Zet elke rij op een eigen regel."
            )
        yield line
