"""What a document is, by what is in it: its name, and what a browser says of it, count for nothing."""

import re
import zlib
from collections.abc import Iterator
from itertools import chain
from typing import Any, NamedTuple
from zipfile import ZipFile

from django.core.exceptions import ValidationError

from .zip_file import Fault, ZipRefusedError, open_zip


class DocumentKind(NamedTuple):
    extension: str
    # For a reader, who has to know what opens it.
    words: str
    content_type: str
    # Without which it is no document of this kind.
    main_part: str = ""


OFFICE = "application/vnd.openxmlformats-officedocument."
OPEN = "application/vnd.oasis.opendocument."
PDF = DocumentKind("pdf", "pdf", "application/pdf")
OFFICE_KINDS = [
    DocumentKind("docx", "Word", f"{OFFICE}wordprocessingml.document", "word/document.xml"),
    DocumentKind("xlsx", "Excel", f"{OFFICE}spreadsheetml.sheet", "xl/workbook.xml"),
    DocumentKind("pptx", "PowerPoint", f"{OFFICE}presentationml.presentation", "ppt/presentation.xml"),
]
OPEN_KINDS = [
    DocumentKind("odt", "odt", f"{OPEN}text", "content.xml"),
    DocumentKind("ods", "ods", f"{OPEN}spreadsheet", "content.xml"),
    DocumentKind("odp", "odp", f"{OPEN}presentation", "content.xml"),
]
KINDS = {kind.extension: kind for kind in (PDF, *OFFICE_KINDS, *OPEN_KINDS)}

MEGABYTE = 1024 * 1024
MAX_MEGABYTES = 20
# The list of what a document consists of, and the part that says what it is.
MOST_LISTED = 2 * MEGABYTE
# What the objects of a pdf unpack to; pictures and pages are not among them.
MOST_OBJECTS = 100 * MEGABYTE
# The dictionary of a stream stands right before it.
DICTIONARY = 2_000
PDF_END = 64 * 1024

PDF_MARK = b"%PDF-"
ZIP_MARK = b"PK\x03\x04"
# Office documents of before 2007, and those of now behind a password.
OLD_MARK = b"\xd0\xcf\x11\xe0"
# In an office document: programs of another kind than macros, and files of another program.
FOREIGN = re.compile(r"(^|/)activex/|(^|/)embeddings/.*\.bin$|^basic/|^scripts/", re.IGNORECASE)

TOO_BIG = f"Het bestand is groter dan {MAX_MEGABYTES} MB. Zet liever een link."
UNKNOWN = (
    "Dit is geen pdf, en ook geen bestand van Word, Excel, PowerPoint of LibreOffice. "
    "Bewaar het als pdf, docx, xlsx, pptx, odt, ods of odp. Of zet een link."
)
OLD = (
    "Dit is een oud bestand (doc, xls of ppt), of er zit een wachtwoord op. "
    "Bewaar het zonder wachtwoord als pdf, docx, xlsx of pptx."
)
LOCKED = "Dit bestand is beveiligd, dus een lezer kan er niet goed bij. Haal de beveiliging eraf, of zet een link."
BROKEN = "Dit bestand is stuk of niet helemaal aangekomen. Open het op je computer en bewaar het opnieuw."
UNPACKS = "Dit bestand is uitgepakt veel te groot. Maak het kleiner, of zet een link."
ACTIVE = (
    "In dit bestand zitten macro's of andere programma's, en die kunnen kwaad doen. "
    "Bewaar het zonder, het liefst als pdf. Lukt dat niet? Zet dan een link."
)
FAULTS = {Fault.BROKEN: BROKEN, Fault.TOO_LARGE: UNPACKS, Fault.LOCKED: LOCKED, Fault.WITH_MACROS: ACTIVE}


def recognise(file: Any) -> DocumentKind:
    """Raises a ValidationError, with what to do about it, for what is no document that we hand out."""
    if file.size > MAX_MEGABYTES * MEGABYTE:
        raise ValidationError(TOO_BIG)
    file.seek(0)
    start = file.read(len(PDF_MARK))
    try:
        if start == PDF_MARK:
            file.seek(0)
            return check_pdf(file.read())
        if start.startswith(ZIP_MARK):
            with open_zip(file) as archive:
                return check_office(archive)
    except ZipRefusedError as error:
        raise ValidationError(FAULTS[error.fault]) from error
    finally:
        file.seek(0)
    raise ValidationError(OLD if start.startswith(OLD_MARK) else UNKNOWN)


def check_office(archive: ZipFile) -> DocumentKind:
    names = archive.namelist()
    kind = open_document(archive) if names[0] == "mimetype" else office_document(archive)
    if kind is None or kind.main_part not in names:
        raise ValidationError(UNKNOWN)
    if any(map(FOREIGN.search, names)):
        raise ValidationError(ACTIVE)
    if archive.testzip():
        raise ValidationError(BROKEN)
    return kind


def office_document(archive: ZipFile) -> DocumentKind | None:
    listed = read_part(archive, "[Content_Types].xml")
    if b"macroEnabled" in listed:
        raise ValidationError(ACTIVE)
    return next((kind for kind in OFFICE_KINDS if f"{kind.content_type}.main+xml".encode() in listed), None)


def open_document(archive: ZipFile) -> DocumentKind | None:
    said = read_part(archive, "mimetype").decode()
    if b"encryption-data" in read_part(archive, "META-INF/manifest.xml"):
        raise ValidationError(LOCKED)
    return next((kind for kind in OPEN_KINDS if kind.content_type == said), None)


def read_part(archive: ZipFile, name: str) -> bytes:
    if name not in archive.namelist():
        raise ValidationError(UNKNOWN)
    with archive.open(name) as part:
        return part.read(MOST_LISTED)


def pdf_name(word: str) -> re.Pattern[bytes]:
    """A name in a pdf, of which any letter may be written as the number of its sign."""
    letters = "".join(f"(?:{letter}|#{ord(letter):02x}|#{ord(letter):02X})" for letter in word)
    return re.compile(f"/{letters}(?![A-Za-z])".encode())


PDF_LOCKED = pdf_name("Encrypt")
# Without these words no script runs and no program starts.
PDF_ACTIVE = [pdf_name("JavaScript"), pdf_name("Launch")]
PDF_OBJECTS = pdf_name("ObjStm")
PDF_STREAM = re.compile(rb"(?<!end)stream\r?\n")


def check_pdf(content: bytes) -> DocumentKind:
    """What a careful look finds: this is no virus scanner."""
    if b"%%EOF" not in content[-PDF_END:]:
        raise ValidationError(BROKEN)
    if PDF_LOCKED.search(content):
        raise ValidationError(LOCKED)
    if any(active.search(text) for text in chain([content], packed_objects(content)) for active in PDF_ACTIVE):
        raise ValidationError(ACTIVE)
    return PDF


def packed_objects(content: bytes) -> Iterator[bytes]:
    """Objects may be packed together: names in there count as well."""
    left = MOST_OBJECTS
    for stream in PDF_STREAM.finditer(content):
        before = content[max(0, stream.start() - DICTIONARY) : stream.start()]
        if not PDF_OBJECTS.search(before[before.rfind(b"endobj") + 1 :]):
            continue
        try:
            # One byte more than fits tells that there is more.
            unpacked = zlib.decompressobj().decompress(memoryview(content)[stream.end() :], left + 1)
        except zlib.error as error:
            raise ValidationError(BROKEN) from error
        left -= len(unpacked)
        if left < 0:
            raise ValidationError(UNPACKS)
        yield unpacked
