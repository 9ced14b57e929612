"""What comes out of a file with a table, before anybody knows what the table is about."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import NamedTuple

# In characters, of one cell: more than a spreadsheet can hold.
LONGEST_TEXT = 32_767
# What a message repeats of a file.
LONGEST_QUOTE = 60

NO_ROWS = "Er staan geen rijen in het bestand. Zet ze onder de regel met kolomnamen, en lever het opnieuw in."


class FileRefusedError(Exception):
    """The whole file can't be read; the message, in Dutch, says what to do next."""


@dataclass(frozen=True)
class Fault:
    """What is wrong, in Dutch, with one row."""

    number: int
    message: str


# A number or a date is one only where the file itself says so; in a CSV everything is text.
type Cell = str | Decimal | date


class Line(NamedTuple):
    """The cells of one line, as yet without names; ``fault`` tells why they can't be used."""

    number: int
    cells: list[Cell]
    fault: str = ""


class Record(NamedTuple):
    """The cells of one line by column, their text clean."""

    number: int
    cells: dict[str, Cell]


def quoted(text: str) -> str:
    """The text for in a message, which a whole page of text would spoil."""
    return f"'{text}'" if len(text) <= LONGEST_QUOTE else f"'{text[:LONGEST_QUOTE]}…'"
