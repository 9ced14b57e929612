"""What every reader gets from a chart: by eye, by ear, by keyboard, and without JavaScript."""

import html
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser.charts_page import charts_page
from tests.browser.checks import collisions, images, pale, violations
from tests.browser.conftest import NARROW, Visit, new_context
from tests.browser.serving import Site

pytestmark = pytest.mark.browser
PLACEMENTS = "/monitor/indicator/plaatsingen/"
# More than there are tab stops on any page.
STOPS = 100
SCHEMES = ("light", "dark")
SAMPLE = "Een zin die vertelt wat je ziet. Hij komt ergens anders vandaan."
SAMPLES = ["Een lijn met alles erop en eraan", "Vier lijnen", "Voorbeeldcijfer A in voorbeelden"]
SAMPLES += ["Voorbeeldcijfer B in procent", "Staven per regio", "Staven onder nul", "Punten per regio"]
SAMPLES += ["Kleine lijnen per regio", "Wie deed er mee?", "Delen van een geheel", "Antwoorden per groep"]

# The page has a sample of an ordinary picture too.
PICTURE = ("Voorbeeld: het beeldmerk van het portaal", "", 0)


@pytest.fixture
def charts(browser: Browser, site: Site, staff_cookie: dict[str, str]) -> Iterator[Visit]:
    with charts_page(browser, site, staff_cookie) as visit:
        yield visit


def test_each_chart_is_one_image_with_a_name_a_description_and_nothing_inside(charts: Visit) -> None:
    assert images(charts.page) == [PICTURE, *((name, SAMPLE, 0) for name in SAMPLES)]

    charts.open(PLACEMENTS)
    found = images(charts.page)
    assert found
    assert [image for image in found if not image[0] or not image[1] or image[2]] == []
    assert found[0][1] == description(charts.page).inner_text()


def description(page: Page) -> Locator:
    """The sentence that the first chart refers to."""
    name = page.locator(".chart [role=img]").first.get_attribute("aria-describedby")
    return page.locator(f"#{name}")


@pytest.mark.axe
def test_charts_are_accessible_with_every_table_open(charts: Visit, tools: dict[str, str]) -> None:
    axe, faults = Path(tools["axe"]).read_text(), []
    for path in ("/stijl/", PLACEMENTS):
        charts.open(path)
        charts.page.locator("details").evaluate_all("all => all.forEach(one => one.open = true)")
        for scheme in SCHEMES:
            charts.page.emulate_media(color_scheme=scheme)
            faults += [f"{scheme} {fault}" for fault in violations(charts.page, axe)]
    assert faults == []


def test_words_and_marks_stand_out_and_words_keep_apart(charts: Visit) -> None:
    faults = []
    for path in ("/stijl/", PLACEMENTS):
        charts.open(path)
        for scheme in SCHEMES:
            charts.page.emulate_media(color_scheme=scheme)
            faults += [f"{path} {scheme}: {fault}" for fault in pale(charts.page)]
        for width in (320, 360, 800):
            charts.page.set_viewport_size({"width": width, "height": 640})
            faults += [f"{path} {width}: {fault}" for fault in collisions(charts.page)]
            wide = charts.page.evaluate("document.documentElement.scrollWidth")
            faults += [f"{path} {width}: {wide} wide"] if wide > width else []
    assert faults == []


def test_pale_words_and_words_over_words_are_found(charts: Visit) -> None:
    first, last = charts.page.locator(".plot .label").first, charts.page.locator(".plot .label").nth(1)
    for name in ("x", "y", "text-anchor"):
        last.evaluate("(label, [name, value]) => label.setAttribute(name, value)", [name, first.get_attribute(name)])
    first.evaluate("label => label.style.fill = '#999999'")
    charts.page.locator(".plot .stroke").first.evaluate("stroke => stroke.style.stroke = '#aaaaaa'")

    assert pale(charts.page) == ["text label ground: 2.8", "path stroke h1: 2.3"]
    assert collisions(charts.page) == [f"{first.text_content()} over {last.text_content()}"]


def test_without_javascript_chart_sentence_table_and_file_are_there(browser: Browser, site: Site) -> None:
    with new_context(browser, java_script_enabled=False, viewport=NARROW) as context:
        page = context.new_page()
        page.goto(site.address + PLACEMENTS)
        figure = page.locator("figure").filter(has=page.locator(".chart"))
        table = page.get_by_role("region").filter(has=page.get_by_role("cell")).first

        assert figure.locator("svg .stroke").first.is_visible()
        assert "891" in description(page).inner_text()
        assert table.get_by_role("row", name=re.compile("2013")).is_visible()
        address = page.locator("main a[href$='.csv']").first.get_attribute("href")
        assert address
        assert site.get(address).headers["content-type"].startswith("text/csv")
        # By keyboard a reader comes to the table, and can scroll it.
        press_tab_until(page, "[role=region]:has(td):focus")
        assert table.evaluate("region => region === document.activeElement")


def press_tab_until(page: Page, selector: str) -> None:
    for _ in range(STOPS):
        page.keyboard.press("Tab")
        if page.locator(selector).count():
            return
    pytest.fail(f"Tab never comes to {selector} on {page.url}")


def told_by_the_server(site: Site) -> list[str]:
    """What each point tells, as it stands in the page before any script."""
    page = site.get(PLACEMENTS).body.decode()
    return [html.unescape(title) for title in re.findall('<rect class="area".+?<title>(.+?)</title>', page)]


def test_the_pointer_makes_a_point_tell_itself(visit: Visit) -> None:
    visit.open(PLACEMENTS)
    areas, tip = visit.page.locator(".plot .area"), visit.page.locator(".chart-tip")
    told = told_by_the_server(visit.site)
    assert told[0] == "2013: 1.818 plaatsingen"
    assert areas.count() == len(told) == 11

    for nth in (0, len(told) - 1):
        areas.nth(nth).hover()
        assert tip.inner_text() == told[nth]
        expect(tip).to_be_in_viewport(ratio=1)
    # The tip itself may be pointed at; what is beside the chart takes it away, and so does Escape.
    tip.hover()
    assert tip.inner_text() == told[-1]
    visit.page.locator("h1").hover()
    expect(tip).to_be_hidden()
    areas.first.hover()
    visit.page.keyboard.press("Escape")
    expect(tip).to_be_hidden()
    assert visit.faults == []


def test_the_keyboard_makes_each_point_tell_itself(visit: Visit) -> None:
    visit.page.set_viewport_size(NARROW)
    visit.open(PLACEMENTS)
    tip, told = visit.page.locator(".chart-tip"), told_by_the_server(visit.site)

    press_tab_until(visit.page, ".plot:focus")
    expect(tip).to_be_hidden()
    heard = []
    for _ in told:
        visit.page.keyboard.press("ArrowRight")
        heard.append(tip.inner_text())
        expect(tip).to_be_in_viewport(ratio=1)
    assert heard == told
    assert visit.page.evaluate("document.documentElement.scrollWidth") == NARROW["width"]

    visit.page.keyboard.press("ArrowLeft")
    assert tip.inner_text() == told[-2]
    visit.page.keyboard.press("Escape")
    expect(tip).to_be_hidden()
    visit.page.keyboard.press("ArrowLeft")
    assert tip.inner_text() == told[0]
    visit.page.keyboard.press("Tab")
    expect(tip).to_be_hidden()
    assert visit.faults == []
