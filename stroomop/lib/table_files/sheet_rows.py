"""The rows of a sheet, read from its XML without building a tree: a million empty rows take no memory."""

import re
from collections.abc import Iterator
from typing import NamedTuple, override
from xml.sax.handler import ContentHandler
from xml.sax.xmlreader import AttributesImpl
from zipfile import ZipFile

from .archive import local, read_part
from .rows import LONGEST_TEXT

# Of a sheet in Excel.
MOST_LINES, MOST_COLUMNS = 1_048_576, 16_384
REFERENCE = re.compile(r"([A-Z]{1,3})[0-9]{1,7}")
LETTERS = 26


class RawCell(NamedTuple):
    """As the XML has it: ``kind`` and ``style`` say what the text stands for."""

    name: str
    kind: str
    style: int
    text: str
    is_formula: bool


class RawRow(NamedTuple):
    number: int
    cells: dict[int, RawCell]


def read_rows(archive: ZipFile, part: str) -> Iterator[RawRow]:
    """The rows that hold something. Raises ValueError where they are out of order, or more than a sheet can have."""
    handler = _Rows()
    for _ in read_part(archive, part, handler):
        yield from handler.done
        handler.done.clear()


class _Rows(ContentHandler):
    def __init__(self) -> None:
        super().__init__()
        self.done: list[RawRow] = []
        self.row = RawRow(0, {})
        self.column = 0
        self.name = self.kind = ""
        self.style = 0
        self.text = TextPieces()
        self.is_formula = False
        self.in_cell = False

    @override
    def startElement(self, name: str, attrs: AttributesImpl) -> None:
        match local(name):
            case "row":
                self.row = RawRow(_next(self.row.number, attrs.get("r"), MOST_LINES), {})
                self.column = 0
            case "c":
                self._start_cell(attrs)
            case "f":
                self.is_formula = True
            case "v" | "t" if self.in_cell:
                self.text.is_open = True

    def _start_cell(self, attrs: AttributesImpl) -> None:
        self.name = attrs.get("r", "")
        self.column = _next(self.column, column_of(self.name) if self.name else None, MOST_COLUMNS)
        self.kind, self.style = attrs.get("t", "n"), int(attrs.get("s", "0"))
        self.in_cell, self.is_formula = True, False
        self.text = TextPieces()

    @override
    def characters(self, content: str) -> None:
        self.text.add(content)

    @override
    def endElement(self, name: str) -> None:
        match local(name):
            case "v" | "t":
                self.text.is_open = False
            case "c":
                text = self.text.joined()
                if text or self.is_formula:
                    name = self.name or f"in kolom {self.column}"
                    self.row.cells[self.column] = RawCell(name, self.kind, self.style, text, self.is_formula)
                self.in_cell = False
            case "row" if self.row.cells:
                self.done.append(self.row)
                self.row = RawRow(self.row.number, {})


class TextPieces:
    """The text between tags, no longer than needed to see that it is too long."""

    def __init__(self) -> None:
        self.is_open = False
        self.pieces: list[str] = []
        self.length = 0

    def add(self, piece: str) -> None:
        if self.is_open and self.length <= LONGEST_TEXT:
            self.pieces.append(piece)
            self.length += len(piece)

    def joined(self) -> str:
        return "".join(self.pieces)[: LONGEST_TEXT + 1]


def column_of(name: str) -> int:
    """B7 stands in column 2."""
    match = REFERENCE.fullmatch(name)
    if match is None:
        raise ValueError(name)
    column = 0
    for letter in match[1]:
        column = column * LETTERS + ord(letter) - ord("A") + 1
    return column


def _next(before: int, told: str | int | None, most: int) -> int:
    """A number that is told, otherwise the next. What goes back or too far would lose figures in silence."""
    number = before + 1 if told is None else int(told)
    if not before < number <= most:
        raise ValueError(number)
    return number
