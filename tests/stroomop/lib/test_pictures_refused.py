"""What staff read when what they upload is no picture that we show."""

import struct
import zlib

import pytest
from django.core.exceptions import ValidationError
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image
from PIL.PngImagePlugin import PngInfo

from stroomop.lib.pictures import (
    BROKEN,
    KNOWN,
    MOVES,
    NO_PICTURE,
    OTHER_NAME,
    TOO_BIG,
    TOO_LARGE,
    TOO_NARROW,
    clean_picture,
)
from tests.files import drawn, two_colours, upload

IN_SVG, IN_GIF, IN_HEIC = KNOWN.values()
LYING = Image.Exif()
LYING[0x0112] = 6


def refusal(content: bytes, name: str = "test.jpg") -> str:
    with pytest.raises(ValidationError) as raised:
        clean_picture(upload(content, name))
    [message] = raised.value.messages
    return message


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", NO_PICTURE),
        (b"geen afbeelding", NO_PICTURE),
        (b"%PDF-1.7", NO_PICTURE),
        (drawn("BMP"), NO_PICTURE),
        (drawn("TIFF"), NO_PICTURE),
        (b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 9 9\n", NO_PICTURE),
        (drawn("GIF"), IN_GIF),
        (b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>", IN_SVG),
        (b'<?xml version="1.0"?>\n<!-- x -->\n<SVG onload="alert(1)">', IN_SVG),
        (b"\0\0\0\x18ftypheic\0\0\0\0mif1heic", IN_HEIC),
    ],
)
def test_file_that_is_no_picture_is_refused(content, message):
    assert refusal(content) == message


@pytest.mark.parametrize("name", ["test.gif", "test.html", "test.svg", "test.php", "test", "test.jpg.exe"])
def test_picture_with_the_name_of_something_else_is_refused(name):
    assert refusal(drawn(), name) == OTHER_NAME


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "AVIF"])
@pytest.mark.parametrize("share", [0.2, 0.5, 0.95])
def test_picture_that_is_cut_off_is_refused(kind, share):
    content = drawn(kind, Image.effect_noise((640, 480), 100))

    assert refusal(content[: int(len(content) * share)]) in {BROKEN, NO_PICTURE}


@pytest.mark.parametrize("kind", ["PNG", "WEBP", "AVIF"])
def test_picture_that_moves_is_refused(kind):
    frames = [Image.new("RGB", (640, 480), colour) for colour in ("white", "black")]

    assert refusal(drawn(kind, two_colours(), save_all=True, append_images=frames)) == MOVES


def png_of(width: int, height: int) -> bytes:
    """A few bytes that say how large they would be."""
    head = struct.pack(">2L5B", width, height, 8, 2, 0, 0, 0)
    parts = [(b"IHDR", head), (b"IDAT", zlib.compress(b"\0" * 1_000)), (b"IEND", b"")]
    chunks = (
        struct.pack(">L", len(data)) + kind + data + struct.pack(">L", zlib.crc32(kind + data)) for kind, data in parts
    )
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunks)


@pytest.mark.parametrize("size", [(6_400, 6_251), (10_000, 10_000), (100_000, 100_000), (12_001, 400), (400, 12_001)])
def test_picture_of_very_many_pixels_is_refused_before_it_is_unpacked(size):
    assert refusal(png_of(*size)) == TOO_LARGE


def test_picture_that_says_more_than_it_holds_is_refused():
    assert refusal(png_of(6_400, 6_250)) == BROKEN


def test_words_in_a_picture_that_unpack_too_large_are_refused():
    info = PngInfo()
    info.add_text("Author", "x" * 10_000_000, zip=True)
    content = drawn("PNG", pnginfo=info)

    assert (refusal(content), len(content) < 50_000) == (BROKEN, True)


@pytest.mark.parametrize(("size", "exif"), [((319, 900), b""), ((900, 319), LYING.tobytes())])
def test_picture_that_is_too_narrow_is_refused(size, exif):
    assert refusal(drawn("JPEG", two_colours(*size), exif=exif)) == TOO_NARROW


def test_picture_may_not_be_too_large_a_file():
    file = upload(drawn(), "test.jpg")
    file.size = 10 * 1024 * 1024
    clean_picture(file)

    file.size += 1
    with pytest.raises(ValidationError) as raised:
        clean_picture(file)

    assert raised.value.messages == [TOO_BIG]


GOOD = {kind: drawn(kind) for kind in ("JPEG", "PNG", "WEBP", "AVIF")}


@given(st.sampled_from(sorted(GOOD)), st.data())
def test_any_bytes_are_a_picture_or_are_refused_in_words(kind, data):
    """Good files with a piece cut out, or other bytes put in."""
    content = GOOD[kind]
    place = data.draw(st.integers(0, len(content)))
    broken = content[:place] + data.draw(st.binary(max_size=20)) + content[place + data.draw(st.integers(0, 20)) :]

    try:
        outcome = clean_picture(upload(broken, "test.jpg")).name
    except ValidationError as error:
        [outcome] = error.messages

    assert outcome in {"beeld.jpg", "beeld.png", BROKEN, MOVES, NO_PICTURE, TOO_LARGE, TOO_NARROW, *KNOWN.values()}
