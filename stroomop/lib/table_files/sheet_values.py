"""What a cell of a sheet holds: a text, a number with the digits of the file, or a day."""

import re
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from enum import Enum, auto
from typing import NamedTuple

from .rows import Cell
from .sheet_rows import RawCell

# Days count from here. Excel believes that 1900 was a leap year; the days before its mistake are no use to us.
EPOCH, FIRST_DAY = date(1899, 12, 30), 61
EPOCH_1904, FIRST_DAY_1904 = date(1904, 1, 1), 0
LAST_DAY = 2_950_000
# More than a spreadsheet calculates with: 16.2 may be written as 16.199999999999999.
DIGITS = 15


class UnusableCellError(Exception):
    """The message, in Dutch, names the cell."""


class Format(Enum):
    NUMBER = auto()
    PERCENT = auto()
    DAY = auto()
    # A date or a time that doesn't show a day, such as jun-23.
    NO_DAY = auto()


# By number, without a code in the file.
PERCENTS, DAYS, NO_DAYS = (9, 10), (14, 15, 16, 22), (17, 18, 19, 20, 21, 45, 46, 47)
BUILT_IN = (
    dict.fromkeys(PERCENTS, Format.PERCENT) | dict.fromkeys(DAYS, Format.DAY) | dict.fromkeys(NO_DAYS, Format.NO_DAY)
)
# Parts of a code that are shown as they are, or that are a colour, a condition or a language.
LITERAL = re.compile(r'"[^"]*"|\\.|_.|\*.|\[[^\]]*\]')


def format_of(code: str) -> Format:
    code = LITERAL.sub("", code).partition(";")[0].lower()
    if "%" in code:
        return Format.PERCENT
    if "general" in code or not re.search("[dmyhs]", code):
        return Format.NUMBER
    return Format.DAY if "d" in code else Format.NO_DAY


class Reader(NamedTuple):
    """What the cells of a workbook point at."""

    strings: list[str]
    formats: list[Format]
    counts_from_1904: bool

    def value(self, cell: RawCell) -> Cell:
        """Raises UnusableCellError for a cell that must not be used. Nothing is ever calculated."""
        if cell.is_formula:
            raise UnusableCellError(f"Cel {cell.name}: hier staat een formule. Plak alleen de waarde.")
        match cell.kind:
            case "s":
                return self.strings[int(cell.text)]
            case "str" | "inlineStr":
                return cell.text
            case "b":
                return "ja" if cell.text == "1" else "nee"
            case "e":
                raise UnusableCellError(f"Cel {cell.name}: hier staat een foutmelding. Verbeter de cel.")
            case "d":
                moment = datetime.fromisoformat(cell.text)
                if moment.time() != time.min:
                    raise _with_time(cell)
                return moment.date()
            case _:
                return self._number(cell)

    def _number(self, cell: RawCell) -> Cell:
        number = digits_of(cell.text)
        match self.formats[cell.style] if self.formats else Format.NUMBER:
            case Format.PERCENT:
                raise UnusableCellError(
                    f"Cel {cell.name}: dit getal is opgemaakt als percentage, en dan is 12% in het bestand 0,12. "
                    "Maak van de opmaak een gewoon getal en typ 12."
                )
            case Format.NO_DAY:
                raise UnusableCellError(
                    f"Cel {cell.name}: het rekenprogramma maakte hier een datum of tijd van. "
                    "Maak van de cel tekst en typ de inhoud opnieuw, bijvoorbeeld 2023-06."
                )
            case Format.DAY:
                return self._day(cell, number)
            case _:
                return number

    def _day(self, cell: RawCell, serial: Decimal) -> date:
        epoch, first = (EPOCH_1904, FIRST_DAY_1904) if self.counts_from_1904 else (EPOCH, FIRST_DAY)
        if not first <= serial <= LAST_DAY:
            raise UnusableCellError(f"Cel {cell.name}: hier staat een datum die niet bestaat. Verbeter de cel.")
        if serial != int(serial):
            raise _with_time(cell)
        return epoch + timedelta(days=int(serial))


def _with_time(cell: RawCell) -> UnusableCellError:
    return UnusableCellError(f"Cel {cell.name}: bij de datum staat een tijd. Haal de tijd weg.")


def digits_of(text: str) -> Decimal:
    """The digits as the file has them.

    A spreadsheet writes what it stores, and that may be off in the 17th digit from what was typed. Where there are more
    digits than it calculates with, the shortest number that is stored the same way is what a person typed and sees.
    """
    number = Decimal(text.removesuffix(".0"))
    if "." in text and len(number.as_tuple().digits) > DIGITS:
        return Decimal(repr(float(text)).removesuffix(".0"))
    return number
