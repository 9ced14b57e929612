"""Images whose text says nothing, as the worklist tells of them."""

import pytest

from projects.models import Image
from projects.worklist import find_images
from stroomop.lib.worklist import Line, Thing
from tests import factories as make

pytestmark = pytest.mark.django_db


def image(alt_text, name="test.png"):
    made = Image.objects.create(file=f"afbeeldingen/{name}", width=1, height=1, alt_text=alt_text)
    return f"/beheer/projects/image/{made.pk}/change/"


@pytest.mark.parametrize(
    "text",
    [
        "foto", "Foto", "Foto 3", "afbeelding.", "IMG_2041", "DSC00012", "logo", "Screenshot 2026-11-01",
        "test.png", "Groep leerlingen.JPEG", "plaatje (2)", "- foto -",
    ],
)  # fmt: skip
def test_text_that_only_says_that_there_is_an_image_is_named(text):
    address = image(text)

    things = [Thing(text, address, "Bestand: afbeeldingen/test.png.")]
    sentence = f"Een afbeelding heeft een tekst die niets zegt: ‘{text}’."
    assert find_images(make.make_user()) == Line(sentence, "Schrijf een tekst", address, things)


@pytest.mark.parametrize(
    "text",
    ["Foto van een klas", "Logo van StroomOP", "Fotomap, met namen", "png", "fotograaf"],
)
def test_text_that_says_something_is_left_alone(text):
    image(text)

    assert find_images(make.make_user()) is None


def test_image_of_which_somebody_chose_that_it_needs_no_text_is_left_alone():
    Image.objects.create(file="afbeeldingen/test.png", width=1, height=1, decorative=True)

    assert find_images(make.make_user()) is None


@pytest.mark.parametrize("number", [2, 30])
def test_images_are_counted_in_one_query(number, django_assert_num_queries):
    addresses = [image(f"Foto {nth}", f"{nth}.png") for nth in range(number)]
    user = make.make_user()

    with django_assert_num_queries(1):
        line = find_images(user)

    assert (line.sentence, line.button, line.address) == (
        f"{number} afbeeldingen hebben een tekst die niets zegt.",
        "Bekijk de afbeeldingen",
        "/beheer/werk/afbeeldingen/",
    )
    assert sorted(thing.address for thing in line.things) == sorted(addresses)
