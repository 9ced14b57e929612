import re
from io import BytesIO
from pathlib import Path

import pytest
from django.conf import settings
from django.contrib.staticfiles import finders
from PIL import Image

pytestmark = pytest.mark.django_db

ADDRESS = "/manifest.webmanifest"
# A picture that a phone fetches once, and not on every page.
MOST_BYTES = 20_000


def token(name: str) -> tuple[str, str]:
    """A colour of tokens.css in light and in dark."""
    css = (settings.BASE_DIR / "static/css/tokens.css").read_text()
    found = re.search(rf"--{name}: light-dark\((#\w+), (#\w+)\);", css)
    return found[1], found[2]


def file_of(address: str) -> bytes:
    return Path(finders.find(address.removeprefix("/static/"))).read_bytes()


def picture(address: str) -> Image.Image:
    return Image.open(BytesIO(file_of(address)))


def test_manifest_tells_how_the_site_looks_on_a_phone(client, django_assert_num_queries):
    with django_assert_num_queries(0):
        response = client.get(ADDRESS)

    told = response.json()
    assert response["Content-Type"] == "application/manifest+json"
    assert [icon["purpose"] for icon in told.pop("icons")] == ["any", "any", "maskable"]
    assert told == {
        "name": "StroomOP",
        "short_name": "StroomOP",
        "lang": "nl",
        "dir": "ltr",
        "start_url": "/",
        "scope": "/",
        "display": "browser",
        "theme_color": token("deep")[0],
        "background_color": token("page")[0],
    }


def test_manifest_is_only_read(client):
    assert client.post(ADDRESS).status_code == 405


def test_icons_have_the_size_that_they_claim(client):
    claimed = {icon["src"]: icon["sizes"] for icon in client.get(ADDRESS).json()["icons"]}
    claimed["/static/img/apple-touch-icon.png"] = "180x180"

    found = {address: picture(address) for address in claimed}

    assert {address: "{}x{}".format(*icon.size) for address, icon in found.items()} == claimed
    assert {icon.format for icon in found.values()} == {"PNG"}
    assert [address for address in found if len(file_of(address)) > MOST_BYTES] == []


@pytest.mark.parametrize("name", ["icon-maskable-512.png", "apple-touch-icon.png"])
def test_icon_that_a_phone_cuts_is_filled_to_its_corners(name):
    icon = picture(f"/static/img/{name}").convert("RGBA")

    corners = [icon.getpixel(place) for place in ((0, 0), (icon.width - 1, icon.height - 1))]

    assert corners == [(0x0B, 0x3A, 0x5B, 255)] * 2


def test_lines_of_the_maskable_icon_stay_inside_the_circle_that_is_always_shown():
    icon = picture("/static/img/icon-maskable-512.png").convert("RGB")
    middle, reach = icon.width / 2, 0.4 * icon.width

    drawn = [
        (x, y) for x in range(icon.width) for y in range(icon.height) if icon.getpixel((x, y)) != (0x0B, 0x3A, 0x5B)
    ]

    assert drawn
    assert [place for place in drawn if (place[0] - middle) ** 2 + (place[1] - middle) ** 2 > reach**2] == []


def test_pages_lead_to_the_manifest_and_the_icon(client):
    html = client.get("/").text

    assert '<link rel="manifest" href="/manifest.webmanifest">' in html
    assert '<link rel="apple-touch-icon" href="/static/img/apple-touch-icon.png">' in html


def test_frame_of_the_browser_has_the_colour_of_the_page(client):
    meta = r'<meta name="theme-color" content="(#\w+)" media="\(prefers-color-scheme: (\w+)\)">'

    found = re.findall(meta, client.get("/").text)

    assert found == list(zip(token("page"), ("light", "dark"), strict=True))
