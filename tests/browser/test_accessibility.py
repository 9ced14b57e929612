from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser

from tests.browser.checks import violations
from tests.browser.conftest import DESKTOP, NARROW, Visit, new_context
from tests.browser.serving import NEVER_THERE, Site

pytestmark = pytest.mark.browser


@pytest.mark.axe
def test_every_kind_of_page_is_accessible_light_dark_and_narrow(
    visit: Visit, page_types: list[str], tools: dict[str, str]
) -> None:
    axe = Path(tools["axe"]).read_text()
    page, faults = visit.page, []
    for path in [*page_types, "/projecten/?fase=nonsense&page=0", NEVER_THERE]:
        visit.open(path)
        faults += violations(page, axe)
        # What another scheme changes is contrast alone.
        page.emulate_media(color_scheme="dark")
        faults += [f"dark {fault}" for fault in violations(page, axe, "color-contrast")]
        page.set_viewport_size(NARROW)
        faults += [f"320 px, dark {fault}" for fault in violations(page, axe, "color-contrast")]
        page.emulate_media(color_scheme="light")
        faults += [f"320 px {fault}" for fault in violations(page, axe)]
        page.set_viewport_size(DESKTOP)
    assert faults == []


def test_every_page_is_quiet_private_and_fits_a_small_phone(visit: Visit, paths: list[str]) -> None:
    page, too_wide = visit.page, []
    page.set_viewport_size(NARROW)
    for path in paths:
        visit.open(path)
        width = page.evaluate("document.documentElement.scrollWidth")
        too_wide += [f"{path}: {width}"] if width > NARROW["width"] else []
        assert page.context.cookies() == [], path
    assert too_wide == []
    assert visit.faults == []
    assert [url for url in visit.requests if not url.startswith((visit.site.address, "data:"))] == []


def test_the_first_tab_stop_skips_to_the_content(visit: Visit, page_types: list[str]) -> None:
    for path in page_types:
        visit.open(path)
        visit.page.keyboard.press("Tab")
        assert visit.page.evaluate("document.activeElement.getAttribute('href')") == "#inhoud", path
        visit.page.keyboard.press("Enter")
        assert visit.page.evaluate("document.activeElement.id") == "inhoud", path


def test_every_tab_stop_is_seen_and_in_the_order_of_the_page(visit: Visit, site: Site) -> None:
    details = map(site.one_of, ["/projecten/", "/adviezen/", "/organisaties/", "/monitor/indicator/"])
    for path in ["/", "/projecten/", "/agenda/", "/monitor/", *details]:
        visit.open(path)
        stops: list[dict[str, Any]] = []
        while True:
            visit.page.keyboard.press("Tab")
            stop = visit.page.evaluate(TAB_STOP)
            # After the last one the browser leaves the page or starts again.
            if stop is None or (stops and stop["order"] == stops[0]["order"]):
                break
            stops.append(stop)
        order = [stop["order"] for stop in stops]
        assert order == sorted(set(order)), path
        assert [stop["html"] for stop in stops if not stop["seen"]] == [], path


# Where the focus is: its place among all elements, and whether it shows. Nothing when it left the page.
TAB_STOP = """() => {
  const element = document.activeElement
  if (element === document.body) return null
  // A chart shows the focus around itself and its labels.
  const rings = [element, element.parentElement].map(one => getComputedStyle(one))
  return {
    order: [...document.querySelectorAll("*")].indexOf(element),
    seen: rings.some(ring => ring.outlineStyle !== "none" || ring.boxShadow !== "none"),
    html: element.outerHTML.slice(0, 100),
  }
}"""


def test_without_javascript_everything_is_there(browser: Browser, site: Site, page_types: list[str]) -> None:
    with new_context(browser, java_script_enabled=False) as context:
        page = context.new_page()
        for path in page_types:
            page.goto(site.address + path)
            assert page.locator("h1").is_visible(), path
        page.goto(site.address + site.one_of("/monitor/indicator/"))
        assert page.locator("svg[role=img], figure svg").first.is_visible()
        assert page.locator("table td").count() > 0
