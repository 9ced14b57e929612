"""A page about a heavy subject: help in the first screen of a small phone, and a way out that works."""

import pytest
from playwright.sync_api import Browser, Page, Request, Route

from tests.browser.conftest import Visit, new_context
from tests.browser.serving import Site

pytestmark = pytest.mark.browser

SMALL = {"width": 320, "height": 640}
OUTSIDE = "https://www.buienradar.nl/"
LISTS = ["/projecten/", "/geleerd/", "/publicaties/", "/agenda/", "/verhalen/", "/alternatieven/", "/meedoen/"]
LISTS += ["/themas/", "/veranderopgaven/", "/monitor/", "/begrippen/"]
DETAILS = [*LISTS[:-2], "/organisaties/", "/mensen/", "/adviezen/", "/monitor/indicator/"]


@pytest.fixture(scope="module")
def sensitive_pages(site: Site) -> list[str]:
    """One of every kind that can touch a sensitive theme."""
    every = site.sitemap()

    def first(folder: str) -> str:
        return next(path for path in every if path.startswith(folder) and path != folder and offers_help(site, path))

    return [*LISTS, *map(first, DETAILS)]


@pytest.fixture
def some_sensitive_pages(sensitive_pages: list[str]) -> list[str]:
    """A list, the Monitor and three pages of one thing: the way out is the same on all."""
    return [*sensitive_pages[:1], *sensitive_pages[len(LISTS) - 1 : len(LISTS) + 3]]


@pytest.fixture
def weather(visit: Visit) -> list[Request]:
    """Who came to the stand-in for the site outside."""
    return stand_in(visit.page)


def stand_in(page: Page) -> list[Request]:
    """Answers for the site that the way out leads to: nothing leaves this machine."""
    arrived: list[Request] = []

    def answer(route: Route) -> None:
        arrived.append(route.request)
        route.fulfill(body="<!doctype html><title>Het weer</title><h1>Het weer</h1>", content_type="text/html")

    page.route(f"{OUTSIDE}**", answer)
    return arrived


def offers_help(site: Site, path: str) -> bool:
    return b'class="help-now"' in site.get(path).body


def leave_by_click(page: Page) -> None:
    page.get_by_role("link", name="Snel weg").click()


def leave_by_shift(page: Page) -> None:
    for _ in range(3):
        page.keyboard.press("Shift")


def test_help_and_the_way_out_stand_in_the_first_screen(visit: Visit, sensitive_pages: list[str]) -> None:
    visit.page.set_viewport_size(SMALL)
    for path in sensitive_pages:
        visit.open(path)
        # By touch: nothing lies over them, and none of them sticks out of the screen.
        found = visit.page.evaluate(TOUCHED, ".help-now .phone, [data-quick-exit]")
        assert found == {"links": 5, "out of sight": [], "covered": []}, path


# Which of the links a finger can reach in what the screen shows.
TOUCHED = """(selector) => {
  const links = [...document.querySelectorAll(selector)]
  const boxes = new Map(links.map(link => [link, link.getBoundingClientRect()]))
  const words = link => link.textContent
  const inside = ({ top, left, right, bottom }) =>
    top >= 0 && left >= 0 && right <= document.documentElement.clientWidth && bottom <= innerHeight
  const touched = ({ x, y, width, height }) => document.elementFromPoint(x + width / 2, y + height / 2)
  return {
    links: links.length,
    "out of sight": links.filter(link => !inside(boxes.get(link))).map(words),
    covered: links.filter(link => touched(boxes.get(link)) !== link).map(words),
  }
}"""


def test_the_way_out_comes_right_after_the_skip_link(visit: Visit, sensitive_pages: list[str]) -> None:
    for path in sensitive_pages:
        visit.open(path)
        stops = []
        for _ in range(2):
            visit.page.keyboard.press("Tab")
            stops.append(visit.page.evaluate("document.activeElement.getAttribute('href')"))
        assert stops == ["#inhoud", OUTSIDE], path


def test_without_javascript_the_way_out_is_a_link(
    browser: Browser, site: Site, some_sensitive_pages: list[str]
) -> None:
    with new_context(browser, java_script_enabled=False) as context:
        page = context.new_page()
        arrived = stand_in(page)
        for path in some_sensitive_pages:
            page.goto(site.address + path)
            leave_by_click(page)
            page.wait_for_url(OUTSIDE)
            # It can't take the page out of the history, and the page says so.
            page.go_back()
            assert page.url == site.address + path
            page.locator(".help-now summary").click()
            assert page.get_by_text("Staat het uit, dan blijft ook deze pagina daarin staan.").is_visible()
        assert [request.headers.get("referer") for request in arrived] == [None] * len(some_sensitive_pages)


@pytest.mark.parametrize("leave", [leave_by_click, leave_by_shift])
def test_the_way_out_takes_the_page_out_of_the_history(visit, weather, some_sensitive_pages, leave) -> None:
    for path in some_sensitive_pages:
        visit.open("/contact/")
        visit.open(path)
        leave(visit.page)
        visit.page.wait_for_url(OUTSIDE)
        assert visit.page.title() == "Het weer"
        visit.page.go_back()
        assert visit.page.url == f"{visit.site.address}/contact/", path
    assert [request.headers.get("referer") for request in weather] == [None] * len(some_sensitive_pages)
    ours = (visit.site.address, OUTSIDE, "data:")
    assert ([url for url in visit.requests if not url.startswith(ours)], visit.faults) == ([], [])


def test_keyboard_leaves_only_after_three_times_shift_and_nothing_else(visit, weather, some_sensitive_pages) -> None:
    visit.open(some_sensitive_pages[0])
    # Going back through a page by keyboard is no reason to leave it.
    for key in ("Shift", "Shift", "a", "Shift", "Shift", "Shift+Tab", "Shift+Tab", "Shift+Tab", "Shift"):
        visit.page.keyboard.press(key)
    visit.page.wait_for_timeout(300)
    assert visit.page.url == visit.site.address + some_sensitive_pages[0]

    visit.page.keyboard.press("Shift")

    visit.page.wait_for_url(OUTSIDE)
    assert len(weather) == 1


def test_three_times_shift_does_nothing_where_there_is_no_way_out(visit, weather) -> None:
    visit.open("/contact/")
    leave_by_shift(visit.page)
    visit.page.wait_for_timeout(300)

    assert (visit.page.url, weather) == (f"{visit.site.address}/contact/", [])
