"""The chart of an indicator as a file."""

import xml.etree.ElementTree as ET
from datetime import UTC, date, datetime
from uuid import uuid4

import pytest

from monitor import images
from stroomop.lib import clock
from stroomop.middleware import PERMISSIONS_POLICY
from tests.factories import make_category, make_figure, make_indicator, make_release, make_series
from tests.monitor.taken_along import PATH, make_drawn

pytestmark = pytest.mark.django_db

SVG = "{http://www.w3.org/2000/svg}"
FILES = ["grafiek.svg", "grafiek-klein.png", "grafiek-groot.png"]
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
    "connect-src 'self'; manifest-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'; "
    "object-src 'none'"
)


@pytest.fixture(autouse=True)
def _december(settings):
    # Images stay in the cache for a day: no test finds those of another.
    settings.CACHES = {"default": settings.CACHES["default"] | {"KEY_PREFIX": uuid4().hex}}
    with clock.fixed_at(datetime(2026, 12, 2, 12, tzinfo=UTC)):
        yield


def said(response):
    """What is told to who does not see the drawing, and what can be read around the chart."""
    root = ET.fromstring(response.content)
    around = " ".join(text.text for text in root.findall(f"{SVG}text"))
    return root.findtext(f"{SVG}title"), root.findtext(f"{SVG}desc"), around


@pytest.mark.parametrize(
    ("file", "kind", "name", "start"),
    [
        ("grafiek.svg", "image/svg+xml", "testen-2026-12-02.svg", b"<svg xmlns="),
        ("grafiek-klein.png", "image/png", "testen-2026-12-02-klein.png", b"\x89PNG\r\n\x1a\n"),
        ("grafiek-groot.png", "image/png", "testen-2026-12-02-groot.png", b"\x89PNG\r\n\x1a\n"),
    ],
)
def test_chart_is_a_file_of_its_own(client, file, kind, name, start):
    make_drawn()

    response = client.get(PATH + file)

    assert dict(response.headers) == {
        "Content-Type": kind,
        "Content-Disposition": f'attachment; filename="{name}"',
        "Content-Length": str(len(response.content)),
        "Content-Security-Policy": POLICY,
        "Permissions-Policy": PERMISSIONS_POLICY,
        "Cross-Origin-Opener-Policy": "same-origin",
        "Referrer-Policy": "strict-origin-when-cross-origin",
        "Vary": "Accept-Encoding",
        "X-Content-Type-Options": "nosniff",
        "X-Frame-Options": "DENY",
    }
    assert (response.content[: len(start)], dict(response.cookies)) == (start, {})


def test_drawing_holds_all_that_must_go_along(client):
    make_drawn()

    title, text, around = said(client.get(f"{PATH}grafiek.svg"))

    assert title == "Testen: 35 tests in 2022 (voorlopig), 3 minder dan in 2021"
    assert text == (
        "De lijn loopt van 20 tests in 2016 naar 30 in 2019. Het hoogste cijfer van deze telling dat wij hebben is 30, "
        "in 2019. Het laagste cijfer van deze telling dat wij hebben is 20, in 2016. Over 2018 is er geen cijfer. "
        "Vanaf 1 januari 2020 is er anders geteld. De lijn loopt van 40 tests in 2020 naar 35 (voorlopig cijfer) in "
        "2022. Het hoogste cijfer van deze telling is 40, in 2020. Het laagste cijfer van deze telling is 35 "
        "(voorlopig cijfer), in 2022. Het cijfer over 2022 is voorlopig."
    )
    assert around == (
        f"{title} in tests Wat er telt. Vanaf 1 januari 2020 is er anders geteld. Een open punt is voorlopig. "
        "Waar de lijn ophoudt, tonen we geen cijfer of is er anders geteld. "
        "Een lager of hoger cijfer zegt niet of jongeren nu beter geholpen zijn. "
        "Een verschil kan ook komen doordat er anders geregistreerd is. Nieuwste cijfer dat wij hebben: "
        "2022. Bron: Uitgever. Stand van 2 december 2026. https://portaal.test/monitor/indicator/testen/"
    )


def test_drawing_of_an_earlier_day_holds_what_was_known(client):
    make_drawn()

    response = client.get(f"{PATH}grafiek.svg", {"stand": "2020-02-01"})

    title, _, around = said(response)
    assert title == "Testen: 30 tests in 2019, 5 meer dan in 2017"
    assert around.endswith(
        "Bron: Uitgever. Stand van 1 februari 2020. https://portaal.test/monitor/indicator/testen/?stand=2020-02-01"
    )
    assert (response["Content-Disposition"], response["X-Robots-Tag"]) == (
        'attachment; filename="testen-2020-02-01.svg"', "noindex",
    )  # fmt: skip


def test_drawing_without_a_definition_starts_with_its_other_notes(client):
    make_drawn(definition="")

    _, _, around = said(client.get(f"{PATH}grafiek.svg"))

    assert around.partition(" in tests ")[2].startswith("Vanaf 1 januari 2020 is er anders geteld. Een open punt")


def test_drawing_has_no_number_that_is_not_public(client):
    indicator = make_drawn()
    series = make_series(indicator)
    make_figure(series, "2023", "27073", visible_from=datetime(2999, 1, 1, tzinfo=UTC))
    make_figure(series, "2022", "27074", valid_to=date(2024, 1, 1), valid_from=date(2023, 1, 1))
    make_figure(series, "2023", "27075", withdrawn_on=date(2026, 1, 1))
    make_figure(make_series(indicator, make_category()), "2022", "27076")

    drawn = client.get(f"{PATH}grafiek.svg").content.decode()

    assert [number for number in ("27073", "27.07", "27074", "27075", "27076") if number in drawn] == []
    # Of a line the first and the newest, the highest and the lowest are written down.
    assert [value for value in ("20", "30", "40", "35") if f">{value}" not in drawn] == []


@pytest.mark.parametrize("file", FILES[:2])
def test_day_that_cannot_be_shown_gives_the_chart_of_today(client, file):
    make_drawn()
    of_today = client.get(PATH + file)

    for stand in ("2027-01-01", "gisteren", "\0", "2026-02-30"):
        response = client.get(PATH + file, {"stand": stand, "maat": "reusachtig"})
        assert (response.headers, response.content) == (of_today.headers, of_today.content), stand


@pytest.mark.parametrize("size", ["reusachtig", "Klein", "0", "klein.png"])
def test_there_are_no_other_sizes(client, size):
    make_drawn()

    assert client.get(f"{PATH}grafiek-{size}.png").status_code == 404


@pytest.mark.parametrize("file", FILES)
@pytest.mark.parametrize(
    ("change", "status"),
    [
        ({"published_at": None}, 404),
        ({"archived_at": datetime(2021, 1, 1, tzinfo=UTC)}, 410),
        ({"kind": "gevoelig"}, 404),
        ({"kind": "losse-telling"}, 404),
        ({"kind": "norm"}, 404),
    ],
)
def test_there_is_no_file_of_what_has_no_chart(client, file, change, status):
    make_drawn(**change)

    assert client.get(PATH + file).status_code == status


@pytest.mark.parametrize("file", FILES)
def test_there_is_no_file_before_there_was_a_line(client, file):
    make_drawn()

    assert client.get(PATH + file, {"stand": "2018-03-01"}).status_code == 404


@pytest.mark.parametrize("file", FILES)
def test_file_leads_on_from_a_changed_slug(client, file):
    indicator = make_drawn(slug="oud")
    indicator.slug = "testen"
    indicator.save()

    old = client.get(f"/monitor/indicator/oud/{file}?stand=2024-01-01")

    assert (old.status_code, old["Location"]) == (301, f"{PATH}{file}?stand=2024-01-01")


def test_image_is_drawn_once(client, monkeypatch):
    make_drawn()
    drawn = []
    monkeypatch.setattr(images, "draw_png", lambda svg, size: drawn.append(size) or size.encode())

    found = [client.get(f"{PATH}grafiek-{size}.png").content for size in ("klein", "groot", "klein", "groot")]

    assert (found, drawn) == ([b"klein", b"groot", b"klein", b"groot"], ["klein", "groot"])


def test_images_take_a_bounded_number_of_places(client, monkeypatch):
    make_drawn()
    drawn = []
    monkeypatch.setattr(images, "PLACES", 1)
    monkeypatch.setattr(images, "draw_png", lambda svg, size: drawn.append(size) or size.encode())

    found = [client.get(f"{PATH}grafiek-{size}.png").content for size in ("klein", "groot", "klein")]

    assert (found, drawn) == ([b"klein", b"groot", b"klein"], ["klein", "groot", "klein"])


@pytest.mark.parametrize("file", FILES[:2])
@pytest.mark.parametrize("size", [3, 60])
def test_file_asks_a_fixed_number_of_queries(client, django_assert_num_queries, file, size):
    indicator, release, category = make_indicator(slug="testen"), make_release(), make_category()
    for year in range(1900, 1900 + size):
        for series in (make_series(indicator), make_series(indicator, category)):
            make_figure(series, str(year), str(year), release=release)

    # The indicator; its figures with categories and dimensions; definitions, breaks and events.
    with django_assert_num_queries(11):
        assert client.get(PATH + file).status_code == 200


@pytest.mark.parametrize("file", FILES)
def test_file_cannot_be_posted_to(client, file):
    make_drawn()

    assert client.post(PATH + file).status_code == 405
