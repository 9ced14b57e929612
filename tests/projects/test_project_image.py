"""The image of a project on its page."""

import re

import pytest

from projects.models import Image
from tests.factories import make_project
from tests.pages import main

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("widths", [[], [480, 960, 1600]])
def test_project_shows_its_image_with_the_sizes_that_a_browser_chooses_from(client, widths):
    image = Image.objects.create(
        file="afbeeldingen/test/beeld.jpg", width=1600, height=1200, widths=widths, alt_text='Een "test"'
    )

    html = main(client.get(make_project(image=image).get_absolute_url()))

    assert re.findall(r"<img[^>]+>", html) == [
        (
            '<img src="/media/afbeeldingen/test/beeld.jpg" width="1600" height="1200" alt="Een &quot;test&quot;"'
            ' loading="eager">'
        )
    ]
    folder = "/media/afbeeldingen/test"
    assert re.findall(r'<source type="(.+)" srcset="(.+)" sizes="(.+)">', html) == [
        (
            f"image/{kind}",
            f"{folder}/klein.{kind} 480w, {folder}/midden.{kind} 960w, {folder}/groot.{kind} 1600w",
            "(min-width: 44rem) 41rem, 100vw",
        )
        for kind in ("avif", "webp")
        if widths
    ]
    assert "<figcaption>" not in html


def test_project_shows_a_decorative_image_without_words_and_says_who_made_it(client):
    image = Image.objects.create(file="test.jpg", width=640, height=480, decorative=True, credit="Testmaker")

    html = main(client.get(make_project(image=image).get_absolute_url()))

    assert ('alt=""' in html, re.findall("<figcaption>(.+)</figcaption>", html)) == (True, ["Beeld: Testmaker"])
