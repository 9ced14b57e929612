"""What becomes of a picture that staff upload, and what they read when it is none."""

import io
from typing import Any

import pytest
from PIL import Image, ImageCms
from PIL.PngImagePlugin import PngInfo

from stroomop.lib.pictures import (
    clean_picture,
    sizes,
    widths_for,
)
from tests.files import drawn, two_colours, upload

BLUE, RED = (0, 0, 200), (200, 0, 0)
SECRET = b"geheim"
# As a part of a camera's file says where it was.
MAKER, PLACE = 0x010F, 0x8825


def cleaned(content: bytes, name: str = "test.jpg") -> Image.Image:
    return Image.open(clean_picture(upload(content, name)))


def looks_like(image: Image.Image, *wanted: tuple[int, int, int]) -> bool:
    """Whether these are the colours on the left and on the right, but for what a jpg rounds."""
    half, middle = image.width // 4, image.height // 2
    seen: list[Any] = [image.convert("RGB").getpixel(place) for place in ((half, middle), (3 * half, middle))]
    return all(abs(a - b) < 12 for one, two in zip(seen, wanted, strict=True) for a, b in zip(one, two, strict=True))


def with_exif(**tags: Any) -> bytes:
    exif = Image.Exif()
    exif[MAKER] = SECRET.decode()
    exif[PLACE] = {1: "N", 2: (52.0, 5.0, 1.0)}
    exif.update({int(name[1:]): value for name, value in tags.items()})
    return exif.tobytes()


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "AVIF"])
@pytest.mark.parametrize("name", ["test.jpg", "TEST.PNG", "een hele lange naam.avif"])
def test_picture_of_each_kind_becomes_a_jpg_whatever_it_is_called(kind, name):
    picture = clean_picture(upload(drawn(kind), name))

    image = Image.open(picture)
    assert (picture.name, picture.width, picture.height) == ("beeld.jpg", 640, 480)
    assert (image.format, image.size, looks_like(image, BLUE, RED)) == ("JPEG", (640, 480), True)


@pytest.mark.parametrize("kind", ["PNG", "WEBP", "AVIF"])
def test_transparent_picture_stays_transparent(kind):
    image = two_colours(mode="RGBA")
    image.paste((0, 0, 0, 0), (0, 0, 64, 64))

    picture = clean_picture(upload(drawn(kind, image), "test.png"))

    made = Image.open(picture)
    assert (picture.name, made.format, made.mode, looks_like(made, BLUE, RED)) == ("beeld.png", "PNG", "RGBA", True)
    assert made.getpixel((0, 0))[3] == 0


def test_picture_that_could_be_transparent_and_is_not_becomes_a_jpg():
    assert cleaned(drawn("PNG", two_colours(mode="RGBA"))).format == "JPEG"


@pytest.mark.parametrize("mode", ["L", "P", "1", "LA"])
def test_picture_in_other_colours_is_shown(mode):
    image = two_colours().convert(mode, dither=Image.Dither.NONE)

    made = cleaned(drawn("PNG", image))

    assert (made.mode, looks_like(made, *(image.convert("RGB").getpixel((x, 9)) for x in (9, 600)))) == ("RGB", True)


def test_picture_for_print_is_shown_in_the_colours_of_a_screen():
    assert looks_like(cleaned(drawn("JPEG", two_colours(mode="CMYK"))), BLUE, RED)


def test_grey_of_a_scanner_is_kept():
    image = Image.new("I;16", (400, 300), 0x8000)

    assert cleaned(drawn("PNG", image)).getpixel((9, 9)) == (128, 128, 128)


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "AVIF"])
def test_nothing_but_pixels_is_kept(kind):
    options: dict[str, Any] = {"exif": with_exif(), "xmp": b"<x:xmpmeta>" + SECRET + b"</x:xmpmeta>"}
    if kind == "JPEG":
        options["comment"] = SECRET
    if kind == "PNG":
        options["pnginfo"] = PngInfo()
        options["pnginfo"].add_text("Author", SECRET.decode())
        del options["xmp"]
    content = drawn(kind, **options)

    picture = clean_picture(upload(content, "test.jpg"))
    made = [picture.read(), *(part for _, part in sizes(picture))]

    assert SECRET in content
    assert [SECRET in part or b"Exif" in part or b"xmp" in part.lower() for part in made] == [False] * 5
    assert [dict(Image.open(io.BytesIO(part)).getexif()) for part in made] == [{}] * 5


def test_transparent_picture_loses_its_words_too():
    image = two_colours(mode="RGBA")
    image.putpixel((0, 0), (0, 0, 0, 0))
    info = PngInfo()
    info.add_itxt("Author", SECRET.decode())

    made = clean_picture(upload(drawn("PNG", image, pnginfo=info, exif=with_exif()), "test.png")).read()

    assert (SECRET in made, b"eXIf" in made, b"tEXt" in made) == (False, False, False)


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
@pytest.mark.parametrize("turn", range(1, 10))
def test_picture_is_upright_whichever_way_the_camera_was_held(kind, turn):
    back = {method: way for way, method in {2: 0, 3: 3, 4: 1, 5: 5, 6: 2, 7: 6, 8: 4}.items()}
    as_taken = two_colours()
    for method, way in back.items():
        if way == turn:
            as_taken = as_taken.transpose(Image.Transpose(method))
    made = cleaned(drawn(kind, as_taken, exif=with_exif(_274=turn)))

    assert (made.size, looks_like(made, BLUE, RED)) == ((640, 480), True)


def test_colours_of_a_wide_screen_become_those_of_any():
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("LAB")).tobytes()
    own = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()

    made = [cleaned(drawn("JPEG", icc_profile=icc)) for icc in (own, profile, b"geen profiel")]

    assert [("icc_profile" in image.info, looks_like(image, BLUE, RED)) for image in made] == [(False, True)] * 3


def test_second_picture_of_a_telephone_is_left_out():
    content = drawn("MPO", save_all=True, append_images=[Image.new("RGB", (640, 480), "white")])

    made = cleaned(content)

    assert (Image.open(io.BytesIO(content)).format, made.format, looks_like(made, BLUE, RED)) == ("MPO", "JPEG", True)


@pytest.mark.parametrize(("size", "kept"), [((2400, 1200), (1920, 960)), ((1000, 3000), (1000, 3000))])
@pytest.mark.parametrize("kind", ["JPEG", "PNG"])
def test_picture_is_kept_no_wider_than_it_is_shown(kind, size, kept):
    assert cleaned(drawn(kind, two_colours(*size))).size == kept


def test_width_is_that_of_the_picture_when_it_is_upright():
    lying = two_colours(640, 2400)

    assert cleaned(drawn("JPEG", lying, exif=with_exif(_274=6))).size == (1920, 512)


@pytest.mark.parametrize(
    ("width", "widths"),
    [(320, [320]), (480, [480]), (500, [480, 500]), (1000, [480, 960, 1000]), (1920, [480, 960, 1920])],
)
def test_sizes_are_never_wider_than_the_picture(width, widths):
    picture = clean_picture(upload(drawn(image=two_colours(width, 400)), "test.jpg"))

    made = {name: Image.open(io.BytesIO(content)) for name, content in sizes(picture)}

    names = [f"{size}.{kind}" for size in ("klein", "midden", "groot")[: len(widths)] for kind in ("avif", "webp")]
    assert (widths_for(width), list(made), [image.width for image in made.values()]) == (
        widths,
        names,
        [width for width in widths for _ in range(2)],
    )
    assert all(looks_like(image, BLUE, RED) for image in made.values())


@pytest.mark.parametrize("kind", ["JPEG", "PNG"])
def test_nothing_that_was_hidden_in_a_picture_is_kept(kind):
    """A picture that is a page, a script or a zip file as well, to somebody who reads it as that."""
    hidden = b"<script>alert(1)</script>PK\x03\x04"
    content = drawn(kind, **({"comment": hidden} if kind == "JPEG" else {})) + hidden

    made = clean_picture(upload(content, "test.jpg")).read()

    assert (hidden in content, b"<script>" in made, b"PK\x03\x04" in made) == (True, False, False)
