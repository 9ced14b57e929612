"""The chart of a breakdown as a file."""

import xml.etree.ElementTree as ET
from datetime import date
from uuid import uuid4

import pytest

from monitor.models import Dimension
from tests.factories import make_category, make_figure, make_indicator, make_release, make_series, make_source
from tests.pages import links

pytestmark = pytest.mark.django_db

PAGE = "/monitor/indicator/testen/"
SVG = "{http://www.w3.org/2000/svg}"
FILES = ["grafiek.svg", "grafiek-klein.png", "grafiek-groot.png"]


@pytest.fixture(autouse=True)
def _empty_cache(settings):
    settings.CACHES = {"default": settings.CACHES["default"] | {"KEY_PREFIX": uuid4().hex}}


def make_parts(years=(2023,), **kwargs):
    """Two areas with figures of these years, each known from the next year on."""
    indicator = make_indicator(**{"name": "Testen", "slug": "testen", "definition": "Wat er telt.", **kwargs})
    release = make_release(source=make_source(title="Tabel", publisher="Uitgever"))
    areas = Dimension.objects.create(slug="gebied", name="gebied", plural="gebieden", note="Let op.", covers=True)
    north, south = make_category(name="Noord", dimension=areas), make_category(name="Zuid", dimension=areas)
    for year in years:
        for category, value in ((north, "10"), (south, "30")):
            known = date(year + 1, 1, 1)
            make_figure(make_series(indicator, category), str(year), value, release=release, valid_from=known)
    return indicator


def path(file, dimension="gebied"):
    return f"{PAGE}per/{dimension}/{file}"


@pytest.mark.parametrize("years", [(2023,), (2021, 2022, 2023)], ids=["bars", "lines"])
def test_drawing_of_parts_holds_all_that_must_go_along(client, years):
    make_parts(years)

    response = client.get(path("grafiek.svg"), {"stand": "2024-06-01"})

    root = ET.fromstring(response.content)
    around = " ".join(text.text for text in root.findall(f"{SVG}text"))
    assert response["Content-Disposition"] == 'attachment; filename="testen-per-gebied-2024-06-01.svg"'
    assert root.findtext(f"{SVG}title") == "Testen, per gebied: hoogste: Zuid, 30; laagste: Noord, 10 (2023)"
    assert root.findtext(f"{SVG}desc").startswith("Het hoogste cijfer is dat van Zuid: 30 tests in 2023.")
    for told in ("in tests", "Wat er telt. Let op.", "Uitgever", "1 juni 2024", "?stand=2024-06-01"):
        assert told in around


@pytest.mark.parametrize("size", ["klein", "groot"])
def test_picture_of_parts_is_a_png(client, size):
    make_parts()

    response = client.get(path(f"grafiek-{size}.png"))

    assert (response["Content-Type"], response.content[:8]) == ("image/png", b"\x89PNG\r\n\x1a\n")


def test_page_leads_to_the_files_of_its_breakdown(client):
    make_parts()

    found = links(client.get(PAGE, {"stand": "2024-06-01"}))

    assert [link for link in found if "/per/" in link] == [f"{path(file)}?stand=2024-06-01" for file in FILES]


@pytest.mark.parametrize("file", [*FILES, "grafiek-reusachtig.png"])
@pytest.mark.parametrize(
    ("kwargs", "dimension"),
    [({}, "onbekend"), ({"kind": "losse-telling"}, "gebied"), ({"kind": "gevoelig"}, "gebied")],
)
def test_what_is_not_drawn_has_no_file(client, file, kwargs, dimension):
    make_parts(**kwargs)

    assert client.get(path(file, dimension)).status_code == 404


def test_file_of_parts_under_a_former_name_leads_on(client):
    indicator = make_parts()
    indicator.slug = "anders"
    indicator.save()

    response = client.get(path("grafiek-klein.png"), {"stand": "2024-06-01"})

    target = "/monitor/indicator/anders/per/gebied/grafiek-klein.png?stand=2024-06-01"
    assert (response.status_code, response["Location"]) == (301, target)


@pytest.mark.parametrize("file", FILES[:2])
@pytest.mark.parametrize("size", [3, 60])
def test_file_of_parts_asks_a_fixed_number_of_queries(client, django_assert_num_queries, file, size):
    make_parts(range(1900, 1900 + size))

    # As the file of the main line, without figures of its own.
    with django_assert_num_queries(10):
        assert client.get(path(file)).status_code == 200
