"""A picture of each chart, and where two pictures differ."""

import io
from pathlib import Path
from typing import Any

from PIL import Image, ImageChops, ImageOps
from playwright.sync_api import Browser

from tests.browser.charts_page import same_letters
from tests.browser.serving import Site

FOLDER = Path(__file__).parent / "pictures"
LOOKS: dict[str, dict[str, Any]] = {
    "light": {"viewport": {"width": 640, "height": 600}},
    "dark": {"viewport": {"width": 640, "height": 600}, "color_scheme": "dark"},
    "narrow": {"viewport": {"width": 320, "height": 600}},
    # A4 without its margins, by a reader whose screen is dark: paper never is.
    "print": {"viewport": {"width": 718, "height": 600}, "color_scheme": "dark"},
}
# A colour that is so far off in a channel is another colour; this share of a picture may be of another colour.
COLOUR, SHARE = 32, 0.0001

# Nothing is left but the charts, each below the other from a whole pixel on. Returns where each stands.
ALONE = """() => {
  const figures = [...document.querySelectorAll(".chart-figure")]
  const names = figures.map(figure => figure.querySelector("h3").id)
  for (const figure of figures) {
    figure.querySelectorAll(":scope > :is(h3, p, figcaption)").forEach(part => part.remove())
    figure.style.margin = 0
  }
  document.body.replaceChildren(...figures)
  document.body.style.padding = "16px"
  for (const figure of figures) figure.style.height = `${Math.ceil(figure.getBoundingClientRect().height) + 16}px`
  return figures.map((figure, nth) => [names[nth], figure.getBoundingClientRect().top, figure.offsetHeight])
}"""


def draw(browser: Browser, site: Site, cookie: dict[str, str], look: str) -> dict[str, Image.Image]:
    with same_letters(browser, site, cookie, **LOOKS[look]) as visit:
        page = visit.page
        page.emulate_media(media="print" if look == "print" else "screen")
        places = page.evaluate(ALONE)
        shot = Image.open(io.BytesIO(page.screenshot(full_page=True))).convert("RGB")
    # Fewer colours than the eye can tell apart: a third off each file.
    sheet = ImageOps.posterize(shot, 5)
    # From a bit above, since a label may stick out.
    return {name: sheet.crop((0, int(top) - 12, sheet.width, int(top) + height - 12)) for name, top, height in places}


def file_of(name: str, look: str) -> Path:
    return FOLDER / f"{name}-{look}.webp"


def difference(seen: Image.Image, kept: Image.Image) -> Image.Image | None:
    """What is of another colour, in white on black; nothing where that is next to nothing."""
    if seen.size != kept.size:
        return Image.new("L", seen.size, 255)
    channels = ImageChops.difference(seen, kept).split()
    apart = ImageChops.lighter(ImageChops.lighter(channels[0], channels[1]), channels[2])
    other = apart.point(lambda value: 255 * (value > COLOUR))
    return other if other.histogram()[255] > SHARE * seen.width * seen.height else None
