"""The zip file that a workbook is, looked at before anything of it is unpacked."""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path
from typing import override
from xml.sax import SAXException
from xml.sax.handler import ContentHandler
from xml.sax.xmlreader import AttributesImpl
from zipfile import ZipFile

from defusedxml.expatreader import DefusedExpatParser

from stroomop.lib.zip_file import CHUNK, Fault, ZipRefusedError, open_zip

from .rows import FileRefusedError

WORKBOOK = "xl/workbook.xml"

BROKEN = "Dit Excel-bestand is stuk. Open het in je rekenprogramma en bewaar het opnieuw als XLSX."
TOO_LARGE = "Dit Excel-bestand is uitgepakt veel te groot. Zet alleen de tabel in een nieuw bestand."
NO_WORKBOOK = "Dit is geen Excel-bestand van de soort XLSX. Bewaar je tabel als XLSX of als CSV (UTF-8)."
LOCKED = "Dit Excel-bestand is beveiligd. Haal het wachtwoord eraf en bewaar het opnieuw als XLSX."
WITH_MACROS = "Dit Excel-bestand heeft macro's. Bewaar het als XLSX, dus zonder macro's."
MESSAGES = {
    Fault.BROKEN: BROKEN,
    Fault.TOO_LARGE: TOO_LARGE,
    Fault.LOCKED: LOCKED,
    Fault.WITH_MACROS: WITH_MACROS,
}


@contextmanager
def open_archive(path: Path) -> Iterator[ZipFile]:
    """Raises FileRefusedError for what is no workbook, would unpack too large, or is broken, there or in the block."""
    try:
        with path.open("rb") as file, open_zip(file) as archive:
            if WORKBOOK not in archive.namelist():
                raise FileRefusedError(NO_WORKBOOK)
            yield archive
    except ZipRefusedError as error:
        raise FileRefusedError(MESSAGES[error.fault]) from error
    except SAXException as error:
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
