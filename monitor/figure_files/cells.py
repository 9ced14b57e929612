"""The cells of one row as what they mean: a text, a number, a day, yes or no."""

import re
from datetime import date
from decimal import Decimal

from stroomop.lib.table_files import Record, quoted

from .numbers import NumberStyle, read_number, within_limit

# Of what is counted by the piece, so that the database can hold it.
LARGEST_COUNT = 999_999


class Cells:
    """The cells of one record, read by column. Each method raises ValueError, in Dutch, that names the column."""

    def __init__(self, record: Record, style: NumberStyle) -> None:
        self.cells = record.cells
        self.style = style

    def text(self, column: str) -> str:
        """Empty where the file lacks the column."""
        cell = self.cells.get(column, "")
        if isinstance(cell, date):
            raise self._wrong(column, "hier hoort geen datum. Maak van de cel tekst en typ de inhoud opnieuw.")
        return cell if isinstance(cell, str) else format(self._number(column, cell), "f")

    def needed(self, column: str) -> str:
        if text := self.text(column):
            return text
        raise self._wrong(column, "de cel is leeg. Vul de cel in.")

    def number(self, column: str) -> Decimal | None:
        """None where the cell is empty."""
        cell = self.cells.get(column, "")
        if cell == "":
            return None
        return self._number(column, self.text(column) if isinstance(cell, date) else cell)

    def count(self, column: str) -> int | None:
        """A whole number, not below 0; None where the cell is empty."""
        number = self.number(column)
        if number is None:
            return None
        if number != int(number) or not 0 <= number <= LARGEST_COUNT:
            raise self._wrong(column, f"{quoted(format(number, 'f'))} is geen heel getal van 0 tot 1 miljoen.")
        return int(number)

    def day(self, column: str) -> date | None:
        cell = self.cells.get(column, "")
        if isinstance(cell, date):
            return cell
        if cell == "":
            return None
        text = self.text(column)
        try:
            # Other forms of the standard, such as a week, are slips rather than dates.
            if not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", text):
                raise ValueError
            return date.fromisoformat(text)
        except ValueError:
            raise self._wrong(column, f"{quoted(text)} is geen datum. Schrijf JJJJ-MM-DD.") from None

    def yes(self, column: str) -> bool | None:
        """None where the cell is empty."""
        match self.text(column).lower():
            case "ja":
                return True
            case "nee":
                return False
            case "":
                return None
            case text:
                raise self._wrong(column, f"{quoted(text)} kan niet. Schrijf ja of nee, of laat de cel leeg.")

    def _number(self, column: str, cell: str | Decimal) -> Decimal:
        try:
            return within_limit(cell) if isinstance(cell, Decimal) else read_number(cell, self.style)
        except ValueError as error:
            raise self._wrong(column, f"{quoted(str(cell))} {error}") from None

    def _wrong(self, column: str, message: str) -> ValueError:
        return ValueError(f"Kolom {quoted(column)}: {message}")
