"""The adviezen on one A4, printed by a real browser."""

import re
import shutil
import subprocess
import sys

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import Visit
from tests.browser.serving import ROOT, Site, environment

pytestmark = pytest.mark.browser
SHEET = "/adviezen/op-een-a4/"
A4 = "0 0 594.95996 841.91998"
# The sheet without its margins, in the pixels of a browser.
PAPER = {"width": 718, "height": 1046}
PRINT = "from tests.browser.full_sheet import html; print(html())"
OVERFLOWING = """parts => parts
  .filter(part => part.scrollHeight > part.clientHeight + 1 || part.scrollWidth > part.clientWidth + 1)
  .map(part => part.textContent)"""
WIDEN = """family => {
  document.documentElement.style.fontFamily = family
  const texts = document.createTreeWalker(document.querySelector(".sheet"), NodeFilter.SHOW_TEXT)
  while (texts.nextNode()) texts.currentNode.data = texts.currentNode.data.replace(/\\p{L}/gu, "W")
}"""


@pytest.fixture(scope="module")
def full_sheet(site: Site, tmp_path_factory: pytest.TempPathFactory) -> str:
    """The HTML of a sheet with as much on it as there can be, made beside the site that is served."""
    database = tmp_path_factory.mktemp("full") / "db.sqlite3"
    shutil.copy(site.folder / "db.sqlite3", database)
    command = [sys.executable, "manage.py", "shell", "-v0", "-c", PRINT]
    env = environment(site.folder) | {"DATABASE_URL": f"sqlite:///{database}"}
    return subprocess.run(command, cwd=ROOT, env=env, check=True, stdout=subprocess.PIPE, text=True).stdout


@pytest.fixture
def full_page(visit: Visit, full_sheet: str) -> Page:
    """With the styles of the site."""
    visit.page.route("**/full/", lambda route: route.fulfill(body=full_sheet, content_type="text/html; charset=utf-8"))
    visit.open("/full/")
    return visit.page


def printed(page: Page) -> bytes:
    return page.pdf(prefer_css_page_size=True, print_background=True)


def pages(pdf: bytes) -> list[str]:
    """The paper of each page. Chromium compresses what is on a page, never the page itself."""
    found = re.findall(rb"<<\s*/Type\s*/Page\b(?!s).*?/MediaBox\s*\[(.*?)\]", pdf, re.DOTALL)
    return [box.decode().strip() for box in found]


def left_out(page: Page, selector: str) -> list[str]:
    """The parts of which something stands outside the paper, or is cut off."""
    page.set_viewport_size(PAPER)
    page.emulate_media(media="print")
    parts = page.locator(selector).evaluate_all(OVERFLOWING)
    return [text.strip()[:60] for text in parts]


def test_pages_are_counted_as_they_are(visit: Visit) -> None:
    visit.page.set_content("<p>Een</p><p style='break-before: page'>Twee</p>")

    assert len(pages(visit.page.pdf())) == 2


@pytest.mark.parametrize(
    "stand", ["", "2026-11-22", "2025-01-01", "2023-02-03", "2020-12-21", "2020-11-30", "2019-01-01"]
)
def test_sheet_is_one_a4_on_every_day(visit: Visit, stand: str) -> None:
    visit.open(f"{SHEET}?stand={stand}" if stand else SHEET)

    assert pages(printed(visit.page)) == [A4]
    assert left_out(visit.page, ".sheet, .sheet-promises, .sheet-table span") == []
    assert visit.faults == []


def test_paper_holds_the_sheet_and_nothing_else_of_the_site(visit: Visit) -> None:
    visit.open(SHEET)
    visit.page.emulate_media(media="print")

    for part in ("header", "footer", "nav", ".help-now", ".help-lines", ".skip", ".stand", "form", ".no-print"):
        shown = [item.is_visible() for item in visit.page.locator(f"body {part}").all()]
        assert not any(shown), part
    assert visit.page.locator(".sheet tbody tr").count() == 12


def test_sheet_with_all_that_it_can_hold_is_one_a4(full_page: Page) -> None:
    assert full_page.locator(".sheet tbody tr").count() == 12
    assert full_page.locator(".sheet").get_attribute("class") == "sheet sheet-small"
    assert pages(printed(full_page)) == [A4]
    # A cell ends with a sign that there is more; of the promises nothing is lost.
    assert left_out(full_page, ".sheet, .sheet-promises") == []


@pytest.mark.parametrize("family", ["serif", "monospace"])
def test_sheet_is_one_a4_in_wide_letters(full_page: Page, family: str) -> None:
    """The widest there is, in a font that is wider than ours."""
    full_page.evaluate(WIDEN, family)

    assert pages(printed(full_page)) == [A4]
