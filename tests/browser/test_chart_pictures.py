"""Each type of chart against a picture that somebody looked at: light, dark, on a phone, on paper."""

from pathlib import Path

import pytest
from PIL import Image, ImageDraw
from playwright.sync_api import Browser

from tests.browser.chart_pictures import FOLDER, LOOKS, difference, draw, file_of
from tests.browser.serving import Site

RENEW = "Look at them. Where what was seen is right: just chart-pictures"


@pytest.mark.browser
@pytest.mark.parametrize("look", LOOKS)
def test_each_chart_looks_as_it_did(
    browser: Browser, site: Site, staff_cookie: dict[str, str], look: str, tmp_path: Path
) -> None:
    seen = draw(browser, site, staff_cookie, look)
    assert {file_of(name, look) for name in seen} == set(FOLDER.glob(f"*-{look}.webp"))

    apart = {}
    for name, picture in seen.items():
        if mask := difference(picture, Image.open(file_of(name, look)).convert("RGB")):
            picture.save(tmp_path / f"{name}-{look}-seen.png")
            mask.save(tmp_path / f"{name}-{look}-difference.png")
            apart[name] = f"{mask.histogram()[255]} pixels differ"
    assert apart == {}, f"Chromium {browser.version} drew what is in {tmp_path}. {RENEW}"


def test_pictures_are_small() -> None:
    sizes = [file.stat().st_size for file in FOLDER.iterdir()]

    assert sizes
    assert max(sizes) <= 12_000
    assert sum(sizes) <= 500_000


# A chart of the usual size, with a bar of 16 px.
CHART = Image.new("RGB", (640, 300), "white")
ImageDraw.Draw(CHART).rectangle((100, 100, 399, 115), fill="#17578f")


def test_a_bar_that_is_three_pixels_longer_is_seen() -> None:
    longer = CHART.copy()
    ImageDraw.Draw(longer).rectangle((100, 100, 402, 115), fill="#17578f")

    mask = difference(longer, CHART)

    assert mask
    assert mask.getbbox() == (400, 100, 403, 116)


def test_what_only_another_version_of_a_browser_would_draw_is_not_seen() -> None:
    near = CHART.copy()
    ImageDraw.Draw(near).rectangle((100, 100, 399, 115), fill="#2f6fa7")
    near.putpixel((0, 0), (0, 0, 0))

    assert difference(near, CHART) is None


def test_another_size_is_seen() -> None:
    mask = difference(CHART.crop((0, 0, 640, 299)), CHART)

    assert mask
    assert mask.histogram()[255] == 640 * 299
