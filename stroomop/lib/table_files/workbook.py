"""An XLSX file into lines of cells."""

from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from typing import override
from xml.sax.handler import ContentHandler
from xml.sax.xmlreader import AttributesImpl
from zipfile import ZipFile

from .archive import TOO_LARGE, WORKBOOK, StartTags, local, open_archive, read_part
from .rows import NO_ROWS, Cell, FileRefusedError, Line, quoted
from .sheet_rows import RawRow, TextPieces, read_rows
from .sheet_values import BUILT_IN, Format, Reader, UnusableCellError, format_of

RELATIONS = "xl/_rels/workbook.xml.rels"
# More than 200,000 rows of our columns can have, even where no two texts are the same.
MOST_STRINGS = 3_000_000
YES = ("1", "true")
MOST_NAMES = 5


class Workbook:
    """Opened once for what its cells point at, and again for each reading of the lines.

    Raises FileRefusedError where not exactly one of the sheets holds something.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        with open_archive(path) as archive:
            parts = _Parts(archive)
            filled = {part: name for part, name in parts.sheets.items() if next(read_rows(archive, part), None)}
            if not filled:
                raise FileRefusedError(NO_ROWS)
            if len(filled) > 1:
                names = ", ".join(quoted(name) for name in [*filled.values()][:MOST_NAMES])
                raise FileRefusedError(
                    f"Het bestand heeft {len(filled)} tabbladen met inhoud: {names}. Bewaar er één apart."
                )
            [self.sheet] = filled
            self.reader = Reader(
                strings=_strings(archive, parts.of_kind("sharedStrings")),
                formats=_formats(archive, parts.of_kind("styles")),
                counts_from_1904=parts.counts_from_1904,
            )

    def read_lines(self) -> Iterator[Line]:
        """As wide as the first at least: a sheet keeps no empty cells at the end of a row."""
        width = 0
        with open_archive(self.path) as archive:
            for row in read_rows(archive, self.sheet):
                width = width or max(row.cells)
                yield self._line(row, width)

    def _line(self, row: RawRow, width: int) -> Line:
        cells: list[Cell] = [""] * max(width, *row.cells)
        for column, cell in row.cells.items():
            try:
                cells[column - 1] = self.reader.value(cell)
            except UnusableCellError as error:
                return Line(row.number, [], str(error))
        return Line(row.number, cells)


class _Parts:
    """What a workbook says of its own parts."""

    def __init__(self, archive: ZipFile) -> None:
        self.relations = [tag for _, tag in StartTags.of(archive, RELATIONS, "Relationship")]
        targets = {relation["Id"]: _path(relation) for relation in self.relations if _kind(relation) == "worksheet"}
        tags = StartTags.of(archive, WORKBOOK, "workbookPr", "sheet")
        self.counts_from_1904 = any(tag.get("date1904") in YES for name, tag in tags if name == "workbookPr")
        # A sheet that is only a drawing has no cells.
        sheets = [tag for name, tag in tags if name == "sheet" and tag["id"] in targets]
        self.sheets = {targets[sheet["id"]]: sheet["name"] for sheet in sheets}

    def of_kind(self, kind: str) -> str | None:
        return next((_path(relation) for relation in self.relations if _kind(relation) == kind), None)


def _kind(relation: dict[str, str]) -> str:
    return relation["Type"].rpartition("/")[2]


def _path(relation: dict[str, str]) -> str:
    """Within the archive; a target is relative to the folder of the workbook, unless it begins with a slash."""
    return str(PurePosixPath("/xl", relation["Target"]).relative_to("/"))


def _formats(archive: ZipFile, part: str | None) -> list[Format]:
    """That of each style of a cell, in order."""
    formats: list[Format] = []
    if part is None:
        return formats
    codes = dict(BUILT_IN)
    parent = ""
    for name, tag in StartTags.of(archive, part, "numFmt", "cellStyleXfs", "cellXfs", "dxfs", "xf"):
        match name:
            # Those below "dxfs" belong to conditions.
            case "numFmt" if parent != "dxfs":
                codes[int(tag["numFmtId"])] = format_of(tag["formatCode"])
            case "xf" if parent == "cellXfs":
                formats.append(codes.get(int(tag.get("numFmtId", 0)), Format.NUMBER))
            case "cellStyleXfs" | "cellXfs" | "dxfs":
                parent = name
    return formats


class _Strings(ContentHandler):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self.text = TextPieces()

    @override
    def startElement(self, name: str, attrs: AttributesImpl) -> None:
        match local(name):
            case "si":
                self.text = TextPieces()
            case "t":
                self.text.is_open = True

    @override
    def characters(self, content: str) -> None:
        self.text.add(content)

    @override
    def endElement(self, name: str) -> None:
        match local(name):
            case "t":
                self.text.is_open = False
            case "si":
                self.found.append(self.text.joined())


def _strings(archive: ZipFile, part: str | None) -> list[str]:
    """The texts that cells point at by number."""
    handler = _Strings()
    for _ in read_part(archive, part, handler) if part else ():
        if len(handler.found) > MOST_STRINGS:
            raise FileRefusedError(TOO_LARGE)
    return handler.found
