"""The zip file that a workbook is, looked at before anything of it is unpacked."""

import struct
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path
from typing import override
from xml.sax import SAXException
from xml.sax.handler import ContentHandler
from xml.sax.xmlreader import AttributesImpl
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile

from defusedxml.expatreader import DefusedExpatParser

from .rows import FileRefusedError

CHUNK = 1 << 16
MOST_UNPACKED = 300_000_000
# So many times its size: a sheet that says the same thing 100,000 times stays below it, a bomb comes to 1,000.
MOST_SHRUNK = 400
# Small files may shrink more: of these nobody suffers.
SMALL = 20_000_000
MOST_PARTS = 5_000
PART_MARK = b"PK\x01\x02"
ENCRYPTED = 1

WORKBOOK = "xl/workbook.xml"
MACROS = ("vbaproject.bin", "macrosheets/")

BROKEN = "Dit Excel-bestand is stuk. Open het in je rekenprogramma en bewaar het opnieuw als XLSX."
TOO_LARGE = "Dit Excel-bestand is uitgepakt veel te groot. Zet alleen de tabel in een nieuw bestand."
NO_WORKBOOK = "Dit is geen Excel-bestand van de soort XLSX. Bewaar je tabel als XLSX of als CSV (UTF-8)."
LOCKED = "Dit Excel-bestand is beveiligd. Haal het wachtwoord eraf en bewaar het opnieuw als XLSX."
WITH_MACROS = "Dit Excel-bestand heeft macro's. Bewaar het als XLSX, dus zonder macro's."


@contextmanager
def open_archive(path: Path) -> Iterator[ZipFile]:
    """Raises FileRefusedError for what is no workbook, would unpack too large, or is broken, there or inside the block.

    What is unpacked stays below the limit, also where the directory lies of a size: ZipFile stops at what it says.
    """
    # Opening makes an object of each part, and a bad file says that it has a million.
    with path.open("rb") as file:
        marks = sum(piece.count(PART_MARK) for piece in iter(lambda: file.read(CHUNK), b""))
    if marks > MOST_PARTS:
        raise FileRefusedError(TOO_LARGE)
    with reading_broken(), ZipFile(path) as archive:
        _check(archive, path.stat().st_size)
        yield archive


def _check(archive: ZipFile, size: int) -> None:
    parts = archive.infolist()
    unpacked = sum(part.file_size for part in parts)
    if unpacked > MOST_UNPACKED or unpacked > max(SMALL, size * MOST_SHRUNK):
        raise FileRefusedError(TOO_LARGE)
    if any(part.flag_bits & ENCRYPTED for part in parts):
        raise FileRefusedError(LOCKED)
    if any(mark in part.filename.lower() for mark in MACROS for part in parts):
        raise FileRefusedError(WITH_MACROS)
    if WORKBOOK not in archive.namelist():
        raise FileRefusedError(NO_WORKBOOK)
    if any(part.compress_type not in (ZIP_STORED, ZIP_DEFLATED) for part in parts):
        raise FileRefusedError(BROKEN)


@contextmanager
def reading_broken() -> Iterator[None]:
    """Whatever a broken zip file or XML brings about becomes FileRefusedError."""
    try:
        yield
    except (
        ArithmeticError, BadZipFile, EOFError, LookupError, OSError, RuntimeError, SAXException,
        ValueError, struct.error, zlib.error,
    ) as error:  # fmt: skip
        raise FileRefusedError(BROKEN) from error


def read_part(archive: ZipFile, name: str, handler: ContentHandler) -> Iterator[None]:
    """Feeds a part to the handler, and pauses after every piece so that what it found can be taken away."""
    parser = DefusedExpatParser(forbid_dtd=True)
    parser.setContentHandler(handler)
    with archive.open(name) as part:
        while piece := part.read(CHUNK):
            parser.feed(piece)
            yield
    parser.close()


class StartTags(ContentHandler):
    """Notes the start tags of these names, with their attributes, in order."""

    # A workbook has a few thousand styles at most.
    MOST = 100_000

    def __init__(self, *names: str) -> None:
        super().__init__()
        self.names = names
        self.found: list[tuple[str, dict[str, str]]] = []

    @classmethod
    def of(cls, archive: ZipFile, part: str, *names: str) -> list[tuple[str, dict[str, str]]]:
        handler = cls(*names)
        for _ in read_part(archive, part, handler):
            if len(handler.found) > cls.MOST:
                raise FileRefusedError(TOO_LARGE)
        return handler.found

    @override
    def startElement(self, name: str, attrs: AttributesImpl) -> None:
        if local(name) in self.names:
            self.found.append((local(name), {local(key): value for key, value in attrs.items()}))


@lru_cache(maxsize=100)
def local(name: str) -> str:
    """The name without its prefix: the writers of workbooks choose their own."""
    return name.rpartition(":")[2]
