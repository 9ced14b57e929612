"""The text of a cell: clean, and without what our own export put there to keep a spreadsheet from calculating."""

import re
from decimal import Decimal

from stroomop.lib.csv_file import FORMULA, PASSED_OVER, SIGNS
from stroomop.lib.numbers import dutch_number
from stroomop.lib.text import UNWRITABLE

from .rows import LONGEST_TEXT, Cell

# The other half of what the export escapes: behind a semicolon or a line break.
ESCAPED_WITHIN = re.compile(rf"([;\r\n])'(?=[ \t\xa0{PASSED_OVER}]*[{SIGNS}])")
# Neither a feed nor a page can show them. UNWRITABLE leaves those between 7F and 9F.
UNREADABLE = re.compile(rf"{UNWRITABLE.pattern}|[\x7f-\x9f]")


def clean(cell: Cell, longest: int = LONGEST_TEXT) -> Cell:
    """Raises ValueError, in Dutch, for a text that no cell should hold."""
    if not isinstance(cell, str):
        return cell
    if len(cell) > longest:
        raise ValueError(f"de tekst is langer dan {dutch_number(Decimal(longest))} tekens. Maak de tekst korter.")
    # Of most texts Python itself knows that there is nothing to look for, and a file has millions.
    if not cell.isprintable() and UNREADABLE.search(cell):
        raise ValueError("er staat een teken in dat niet te lezen is. Typ de tekst opnieuw.")
    return unescaped(cell).strip()


def unescaped(text: str) -> str:
    if "'" not in text:
        return text
    if text.startswith("'") and FORMULA.match(text[1:]):
        text = text[1:]
    return ESCAPED_WITHIN.sub(r"\1", text)
