"""A zip file of somebody else, which is what an office document is: looked at before anything of it is unpacked."""

import struct
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from enum import Enum, auto
from typing import Any
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile

CHUNK = 1 << 16
MOST_UNPACKED = 300_000_000
# So many times its size: a sheet that says the same thing 100,000 times stays below it, a bomb comes to 1,000.
MOST_SHRUNK = 400
# Small files may shrink more: of these nobody suffers.
SMALL = 20_000_000
MOST_PARTS = 5_000
PART_MARK = b"PK\x01\x02"
ENCRYPTED = 1
MACROS = ("vbaproject.bin", "macrosheets/")
# Whatever a broken zip file, or what is inside it, brings about.
BREAKAGES: tuple[type[Exception], ...] = (ArithmeticError, EOFError, LookupError, OSError, RuntimeError, ValueError)
BREAKAGES += (BadZipFile, struct.error, zlib.error)


class Fault(Enum):
    BROKEN = auto()
    TOO_LARGE = auto()
    LOCKED = auto()
    WITH_MACROS = auto()


class ZipRefusedError(Exception):
    def __init__(self, fault: Fault) -> None:
        super().__init__(fault.name)
        self.fault = fault


@contextmanager
def open_zip(file: Any) -> Iterator[ZipFile]:
    """Raises ZipRefusedError for what unpacks too large, is locked, has macros or is broken, there or in the block.

    What is unpacked stays below the limit, also where the directory lies of a size: ZipFile stops at what it says.
    """
    # Opening makes an object of each part, and a bad file says that it has a million.
    file.seek(0)
    marks = size = 0
    while piece := file.read(CHUNK):
        marks += piece.count(PART_MARK)
        size += len(piece)
    if marks > MOST_PARTS:
        raise ZipRefusedError(Fault.TOO_LARGE)
    try:
        with ZipFile(file) as archive:
            check(archive, size)
            yield archive
    except BREAKAGES as error:
        raise ZipRefusedError(Fault.BROKEN) from error


def check(archive: ZipFile, size: int) -> None:
    parts = archive.infolist()
    unpacked = sum(part.file_size for part in parts)
    if unpacked > MOST_UNPACKED or unpacked > max(SMALL, size * MOST_SHRUNK):
        raise ZipRefusedError(Fault.TOO_LARGE)
    if any(part.flag_bits & ENCRYPTED for part in parts):
        raise ZipRefusedError(Fault.LOCKED)
    if any(mark in part.filename.lower() for mark in MACROS for part in parts):
        raise ZipRefusedError(Fault.WITH_MACROS)
    if any(part.compress_type not in (ZIP_STORED, ZIP_DEFLATED) for part in parts):
        raise ZipRefusedError(Fault.BROKEN)
