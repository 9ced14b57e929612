"""Files as staff upload them, made on the spot: good ones, and what they are made of."""

import io
import zipfile
import zlib
from pathlib import Path
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

OFFICE = "application/vnd.openxmlformats-officedocument."
OPEN = "application/vnd.oasis.opendocument."
# By ending: what the document says it is, and the part that holds the text.
OFFICE_PARTS = {
    "docx": (f"{OFFICE}wordprocessingml.document.main+xml", "word/document.xml"),
    "xlsx": (f"{OFFICE}spreadsheetml.sheet.main+xml", "xl/workbook.xml"),
    "pptx": (f"{OFFICE}presentationml.presentation.main+xml", "ppt/presentation.xml"),
}
OPEN_TYPES = {"odt": f"{OPEN}text", "ods": f"{OPEN}spreadsheet", "odp": f"{OPEN}presentation"}


def upload(content: bytes, name: str) -> SimpleUploadedFile:
    return SimpleUploadedFile(name, content)


def drawn(kind: str = "JPEG", image: Image.Image | None = None, **options: Any) -> bytes:
    """Blue on the left, red on the right, so that it can be seen which way up it is."""
    output = io.BytesIO()
    (image or two_colours()).save(output, kind, **options)
    return output.getvalue()


def two_colours(width: int = 640, height: int = 480, mode: str = "RGB") -> Image.Image:
    image = Image.new("RGB", (width, height), (0, 0, 200))
    image.paste((200, 0, 0), (width // 2, 0, width, height))
    return image.convert(mode)


def picture(name: str = "test.jpg", **size: int) -> SimpleUploadedFile:
    return upload(drawn(image=two_colours(**size)), name)


def pdf(*objects: bytes, end: bytes = b"%%EOF\n") -> bytes:
    return b"%PDF-1.7\n" + b"\n".join(objects) + b"\nstartxref\n9\n" + end


def packed(content: bytes, kind: bytes = b"/ObjStm") -> bytes:
    """An object of a pdf that holds others."""
    return b"5 0 obj << /Type " + kind + b" >>\nstream\n" + zlib.compress(content) + b"\nendstream\nendobj"


def office(ending: str = "docx", **parts: str | bytes) -> bytes:
    content_type, main = OFFICE_PARTS[ending]
    listed = f'<Types><Override PartName="/{main}" ContentType="{content_type}"/></Types>'
    return zipped({"[Content_Types].xml": listed, main: "<w/>"} | parts)


def open_office(ending: str = "odt", **parts: str | bytes) -> bytes:
    said = {"mimetype": OPEN_TYPES[ending], "META-INF/manifest.xml": "<manifest/>", "content.xml": "<office/>"}
    return zipped(said | parts)


def zipped(parts: dict[str, str | bytes]) -> bytes:
    """A part without content is left out."""
    output = io.BytesIO()
    with zipfile.ZipFile(output, "w") as archive:
        for name, content in parts.items():
            if content:
                # Without the moment: the same file each time.
                archive.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)
    return output.getvalue()


def on_disk(media: Path) -> list[str]:
    """Folders too."""
    return sorted(str(path.relative_to(media)) for path in media.glob("*/**/*"))
