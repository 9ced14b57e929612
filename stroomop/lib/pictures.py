"""A picture out of what somebody uploads: its pixels, and nothing else that was in the file."""

import io
import re
from collections.abc import Iterator
from contextlib import suppress
from pathlib import PurePath
from threading import Lock
from typing import Any

from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from PIL import Image, ImageCms

MAX_MEGABYTES = 10
# As much as a telephone makes, with room to spare; a picture in memory takes four bytes for each.
MAX_MEGAPIXELS = 40
LONGEST_SIDE = 12_000
# The narrowest screen that we build for.
LEAST_WIDTH = 320
CONTENT_TYPES = {".jpg": "image/jpeg", ".jpeg": "image/jpeg", ".png": "image/png"}
CONTENT_TYPES |= {".webp": "image/webp", ".avif": "image/avif"}
FORMATS = ("JPEG", "PNG", "WEBP", "AVIF")

# A browser chooses from these; the widest is also how wide the picture itself is kept.
WIDTHS = {"klein": 480, "midden": 960, "groot": 1920}
WIDEST = max(WIDTHS.values())
# Of each width, best first. A browser that knows neither gets the picture itself.
SIZE_FORMATS: dict[str, dict[str, int]] = {"avif": {"quality": 60, "speed": 6}, "webp": {"quality": 80, "method": 4}}
# Sharp enough to make the sizes from.
JPEG: dict[str, int] = {"quality": 90, "subsampling": 0}

SCREEN_COLOURS = ImageCms.createProfile("sRGB")
ORIENTATION = 0x0112
SIDEWAYS = (5, 6, 7, 8)
TURNS = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
# Four editors with a large picture each would fill the memory of the machine.
ONE_AT_A_TIME = Lock()
START = 1_000
SVG = re.compile(rb"<svg[\s>]", re.IGNORECASE)
GIF = re.compile(rb"GIF8")
# What the camera of an iPhone makes.
HEIC = re.compile(rb"....ftyp(?:hei|hev|mif|msf)", re.DOTALL)

TOO_BIG = f"Het bestand is groter dan {MAX_MEGABYTES} MB. Maak de afbeelding eerst kleiner."
OTHER_NAME = "De naam van een afbeelding eindigt op .jpg, .png, .webp of .avif. Bewaar het bestand als een van die."
NO_PICTURE = "Dit is geen afbeelding, of van een soort die wij niet kennen. Kies een jpg, png, webp of avif."
KNOWN = {
    SVG: "In een svg kan een programma zitten, dus die nemen we niet aan. Bewaar de tekening als png.",
    GIF: "Een gif nemen we niet aan. Bewaar de afbeelding als png, en zonder beweging.",
    HEIC: "Dit is een heic, de soort die een iPhone maakt. Niet elke lezer kan die zien. Bewaar de foto als jpg.",
}
MOVES = "Deze afbeelding beweegt, en dat maakt lezen lastig. Bewaar één beeld ervan als jpg of png."
BROKEN = "Deze afbeelding is stuk of niet helemaal aangekomen. Open haar op je computer en bewaar haar opnieuw."
TOO_LARGE = (
    f"Deze afbeelding is te groot: meer dan {MAX_MEGAPIXELS} miljoen beeldpunten, of een kant van meer dan 12.000. "
    f"Maak haar kleiner. {WIDEST} breed is genoeg."
)
TOO_NARROW = f"Deze afbeelding is te smal om goed te zien. Kies er een van minstens {LEAST_WIDTH} beeldpunten breed."


class Picture(ContentFile):
    """A picture that we wrote ourselves, with its size."""

    def __init__(self, content: bytes, name: str, width: int, height: int) -> None:
        super().__init__(content, name)
        self.width = width
        self.height = height


def clean_picture(file: Any) -> Picture:
    """Upright, in the colours of a screen, no wider than is shown: written anew, so without place, camera or maker.

    Raises a ValidationError, with what to do about it, for what is no picture that we show.
    """
    if file.size > MAX_MEGABYTES * 1024 * 1024:
        raise ValidationError(TOO_BIG)
    file.seek(0)
    content = file.read()
    try:
        with ONE_AT_A_TIME, Image.open(io.BytesIO(content), formats=FORMATS) as image:
            check(image, file.name)
            return written(upright(image))
    except ValidationError:
        raise
    except Image.UnidentifiedImageError as error:
        start = content[:START]
        known = (message for sign, message in KNOWN.items() if sign.search(start))
        raise ValidationError(next(known, NO_PICTURE)) from error
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise ValidationError(TOO_LARGE) from error
    # Bytes that were made to do harm bring about any of them, and so does a file that was cut off.
    except Exception as error:
        raise ValidationError(BROKEN) from error


def check(image: Image.Image, name: str) -> None:
    """What the name and the head of the file tell, before any of it is unpacked."""
    if PurePath(name).suffix.lower() not in CONTENT_TYPES:
        raise ValidationError(OTHER_NAME)
    if image.width * image.height > MAX_MEGAPIXELS * 1_000_000 or max(image.size) > LONGEST_SIDE:
        raise ValidationError(TOO_LARGE)
    # Telephones put a second picture, with depth or light, behind the first one of a jpg; those do not move.
    if getattr(image, "is_animated", False) and image.format != "MPO":
        raise ValidationError(MOVES)


def upright(image: Image.Image) -> Image.Image:
    turn = image.getexif().get(ORIENTATION, 1)
    profile = image.info.get("icc_profile")
    is_sideways = turn in SIDEWAYS
    if (image.height if is_sideways else image.width) < LEAST_WIDTH:
        raise ValidationError(TOO_NARROW)
    # A jpg can be unpacked smaller than it is, and then takes less memory.
    image.draft(None, (WIDEST, WIDEST))
    plain = on_screen(narrowed(in_eight_bits(image), is_sideways=is_sideways), profile)
    return plain.transpose(TURNS[turn]) if turn in TURNS else plain


def in_eight_bits(image: Image.Image) -> Image.Image:
    """In one of the ways to keep colours that can be made smaller without mixing what does not belong together."""
    if image.has_transparency_data:
        image = image.convert("RGBA")
        is_filled = image.getchannel("A").getextrema() == (255, 255)
        return image.convert("RGB") if is_filled else image
    if image.mode == "I;16":
        return image.point(lambda grey: grey * (1 / 256)).convert("L")
    return image if image.mode in ("L", "RGB", "CMYK") else image.convert("RGB")


def narrowed(image: Image.Image, width: int = WIDEST, *, is_sideways: bool = False) -> Image.Image:
    across = image.height if is_sideways else image.width
    if across <= width:
        return image
    scale = width / across
    size = (max(1, round(image.width * scale)), max(1, round(image.height * scale)))
    return image.resize(size, Image.Resampling.LANCZOS)


def on_screen(image: Image.Image, profile: bytes | None) -> Image.Image:
    mode = "RGBA" if image.mode == "RGBA" else "RGB"
    # A profile that is broken, or of other colours than these, says nothing.
    with suppress(ImageCms.PyCMSError, OSError):
        if profile:
            own = ImageCms.ImageCmsProfile(io.BytesIO(profile))
            image = ImageCms.profileToProfile(image, own, SCREEN_COLOURS, outputMode=mode) or image
    return image.convert(mode)


def written(image: Image.Image) -> Picture:
    # What is transparent can't be a jpg.
    has_holes = image.mode == "RGBA"
    content = encoded(image, "PNG", {"optimize": True}) if has_holes else encoded(image, "JPEG", JPEG)
    return Picture(content, "beeld.png" if has_holes else "beeld.jpg", image.width, image.height)


def encoded(image: Image.Image, kind: str, options: dict[str, Any]) -> bytes:
    # Pillow writes what it finds here along with the pixels.
    image.info.clear()
    output = io.BytesIO()
    image.save(output, kind, **options)
    return output.getvalue()


def widths_for(width: int) -> list[int]:
    """Of the sizes, narrowest first; none wider than the picture itself."""
    return [*(step for step in WIDTHS.values() if step < width), width]


def sizes(picture: Any) -> Iterator[tuple[str, bytes]]:
    """The name and the bytes of each size of a picture that we wrote ourselves."""
    with Image.open(picture) as image:
        for name, width in zip(WIDTHS, widths_for(image.width), strict=False):
            narrow = narrowed(image, width)
            for kind, options in SIZE_FORMATS.items():
                yield f"{name}.{kind}", encoded(narrow, kind, options)
