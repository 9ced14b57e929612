"""What is on the disk is what the database knows: no file too many, and none too few."""

import re
from pathlib import Path

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError
from django.forms import modelform_factory

from projects.models import Image
from projects.tasks import make_sizes, make_sizes_soon
from stroomop.lib.pictures import NO_PICTURE
from stroomop.lib.uploads import OwnedFileField
from tests.factories import make_project
from tests.files import on_disk, picture, upload
from tests.rollback import rolled_back

pytestmark = pytest.mark.django_db
WORDS = {"alt_text": "Een test"}


def all_of(image: Image, sizes: tuple[str, ...] = ()) -> list[str]:
    folder = str(Path(image.file.name).parent)
    return sorted([folder, image.file.name, *(f"{folder}/{name}" for name in sizes)])


SIZES = tuple(f"{size}.{kind}" for size in ("klein", "midden") for kind in ("avif", "webp"))


@pytest.fixture
def image(media, django_capture_on_commit_callbacks):
    """With its sizes."""
    with django_capture_on_commit_callbacks(execute=True):
        image = Image.objects.create(file=picture(), **WORDS)
        make_sizes_soon(image)
    image.refresh_from_db()
    return image


def test_image_is_kept_under_a_name_that_nobody_can_guess(media):
    images = [Image.objects.create(file=picture("Jan de Vries 2024.jpg"), **WORDS) for _ in range(2)]

    names = [image.file.name for image in images]
    assert [bool(re.fullmatch(r"afbeeldingen/[\w-]{12}/beeld\.jpg", name)) for name in names] == [True, True]
    assert (names[0] != names[1], [(image.width, image.height) for image in images]) == (True, [(640, 480)] * 2)


def test_image_that_is_none_is_never_kept(media):
    with pytest.raises(ValidationError) as raised:
        Image.objects.create(file=upload(b"geen afbeelding", "test.jpg"), **WORDS)

    assert (raised.value.messages, on_disk(media)) == ([NO_PICTURE], [])


def test_form_says_at_the_file_what_is_wrong_with_it(media):
    form = modelform_factory(Image, fields=["file", "alt_text"])(WORDS, {"file": upload(b"x", "test.jpg")})

    assert (form.errors, on_disk(media)) == ({"file": [NO_PICTURE]}, [])


def test_form_looks_at_a_file_once(media, monkeypatch):
    form = modelform_factory(Image, fields=["file", "alt_text"])(WORDS, {"file": picture(f"{'x' * 200}.jpg")})
    assert form.errors == {}
    monkeypatch.setattr("projects.models.image.clean_picture", None)

    image = form.save()

    assert (image.width, image.height, on_disk(media)) == (640, 480, all_of(image))


def test_sizes_are_made_after_the_image_is_kept(image, media):
    assert (image.widths, on_disk(media)) == ([480, 640], all_of(image, SIZES))


def test_image_without_sizes_is_shown_as_it_is(media):
    image = Image.objects.create(file=picture(), **WORDS)

    assert (image.sources, image.small_url) == ([], image.file.url)


def test_image_offers_its_sizes(image):
    folder = image.file.url.removesuffix("/beeld.jpg")

    assert [tuple(source) for source in image.sources] == [
        ("image/avif", f"{folder}/klein.avif 480w, {folder}/midden.avif 640w"),
        ("image/webp", f"{folder}/klein.webp 480w, {folder}/midden.webp 640w"),
    ]
    assert image.small_url == f"{folder}/klein.webp"


def test_sizes_are_made_once(image, media):
    before = {name: (media / name).stat().st_mtime_ns for name in on_disk(media)}

    make_sizes.call(image.pk)

    assert {name: (media / name).stat().st_mtime_ns for name in on_disk(media)} == before


def test_sizes_take_the_place_of_what_an_earlier_try_left(image, media):
    Image.objects.update(widths=[])
    (media / image.file.name).with_name("klein.avif").write_bytes(b"half")

    make_sizes.call(image.pk)

    assert on_disk(media) == all_of(image, SIZES)
    assert (media / image.file.name).with_name("klein.avif").read_bytes() != b"half"


def test_no_sizes_are_made_of_an_image_that_is_gone(media):
    make_sizes.call(404)

    assert on_disk(media) == []


def test_no_sizes_are_kept_of_an_image_that_was_replaced_in_the_meantime(media, monkeypatch):
    image = Image.objects.create(file=picture(), **WORDS)

    def replaced(file):
        Image.objects.update(file="afbeeldingen/anders/beeld.jpg")
        return []

    monkeypatch.setattr("projects.tasks.sizes", replaced)
    make_sizes.call(image.pk)

    assert (Image.objects.get().widths, on_disk(media)) == ([], all_of(image))


def test_image_that_is_deleted_leaves_nothing(image, media, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        Image.objects.all().delete()

    assert on_disk(media) == []


def test_image_that_is_replaced_leaves_nothing(image, media, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        image.file = picture(width=400)
        image.save()

    image.refresh_from_db()
    assert (image.width, image.widths, on_disk(media)) == (400, [], all_of(image))


def test_image_whose_words_change_keeps_its_file(image, media, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        image.alt_text = "Iets anders"
        image.full_clean()
        image.save()

    image.refresh_from_db()
    assert (image.widths, on_disk(media)) == ([480, 640], all_of(image, SIZES))


def test_change_that_is_rolled_back_leaves_no_file_and_loses_none(image, media):
    before = on_disk(media)
    with rolled_back():
        again = Image.objects.get()
        again.file = picture()
        again.save()
        new = Image.objects.create(file=picture(), **WORDS)
        Image.objects.update(widths=[])
        make_sizes.call(new.pk)
        Image.objects.filter(pk=again.pk).delete()
        during = on_disk(media)

    assert (len(during) - len(before), on_disk(media)) == (2 + 2 + len(SIZES), before)


@pytest.mark.django_db(transaction=True)
def test_what_is_really_kept_stays_and_what_is_really_rolled_back_goes(media):
    kept = Image.objects.create(file=picture(), **WORDS)

    with rolled_back():
        Image.objects.create(file=picture(), **WORDS)
        kept.delete()

    assert on_disk(media) == all_of(Image.objects.get())
    Image.objects.all().delete()
    assert on_disk(media) == []


def test_image_that_the_database_refuses_leaves_no_file(media):
    with pytest.raises(IntegrityError):
        Image.objects.create(file=picture())

    assert on_disk(media) == []


def test_image_on_a_page_can_not_be_deleted(image, media):
    make_project(image=image)

    with pytest.raises(IntegrityError):
        image.delete()

    assert on_disk(media) == all_of(image, SIZES)


def test_field_says_that_it_takes_no_files_by_itself():
    with pytest.raises(NotImplementedError):
        OwnedFileField().prepare(picture())
