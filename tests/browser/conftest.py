from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Playwright, sync_playwright

from tests.browser.serving import GONE, NEVER_THERE, Site, served, sign_in
from tests.conftest import find_chromium

DESKTOP = {"width": 1280, "height": 900}
NARROW = {"width": 320, "height": 640}
QUIET = ("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking")
QUIET += ("--disable-component-update", "--disable-sync")
# Two figures, rows, lines, a plot each, and what can't be compared.
AREAS = "".join(f"&deel=zorggebied:{name}" for name in ("noord", "noord-west", "oost", "zuid", "zuid-west"))
COMPARED = [
    f"/monitor/vergelijk/?cijfer={query}"
    for query in (
        "plaatsingen&cijfer=unieke-jongeren",
        "trajecten-jeugdhulp&deel=landsdeel:noord-nederland&deel=landsdeel:oost-nederland",
        "unieke-jongeren&deel=zorggebied:noord&deel=zorggebied:oost",
        f"unieke-jongeren{AREAS}",
        "plaatsingen&cijfer=bezettingsgraad",
    )
]
# No question yet, hits on more pages, something heavy, a slip, and nothing.
SEARCHED = ["/zoeken/", *(f"/zoeken/?q={asked}" for asked in ("jongeren&pagina=2", "suicide", "plaatzing", "xqzwvk"))]
# Letters and colours as on any other machine, for the pictures of charts.
SAME = ("--font-render-hinting=none", "--disable-lcd-text", "--force-color-profile=srgb")


# Before xdist reads the marks.
@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """One process has the browser and the site that it visits."""
    for item in items:
        if item.path.is_relative_to(Path(__file__).parent):
            item.add_marker(pytest.mark.xdist_group("browser"))


# Package scope: Playwright's event loop and the server are gone before any other test starts.
@pytest.fixture(scope="package")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    with served(tmp_path_factory.mktemp("site")) as site:
        yield site


@pytest.fixture(scope="package")
def paths(site: Site) -> list[str]:
    """Up to six public pages of each kind, a list that was asked nonsense, and the pages that say there is nothing."""
    kinds: dict[str, list[str]] = {}
    for path in site.sitemap():
        kinds.setdefault(path.rstrip("/").rpartition("/")[0], []).append(path)
    some = [path for pages in kinds.values() for path in (pages if pages[0].count("/") < 3 else pages[:6])]
    return [*some, *COMPARED, *SEARCHED, "/projecten/?fase=nonsense&page=0", GONE, NEVER_THERE]


@pytest.fixture(scope="package")
def page_types(site: Site) -> list[str]:
    """One page of each kind."""
    lists = ["/adviezen/", "/projecten/", "/veranderopgaven/", "/geleerd/", "/themas/", "/organisaties/", "/mensen/"]
    lists += ["/publicaties/", "/verhalen/", "/agenda/", "/alternatieven/", "/meedoen/"]
    details = map(site.one_of, [*lists, "/monitor/indicator/"])
    return ["/", *lists, "/begrippen/", "/monitor/", *COMPARED, *SEARCHED, *details, "/contact/", GONE]


@pytest.fixture(scope="package")
def staff_cookie(site: Site) -> dict[str, str]:
    return sign_in(site)


@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = launch(playwright)
        yield browser
        browser.close()


def launch(playwright: Playwright) -> Browser:
    return playwright.chromium.launch(executable_path=find_chromium(), args=[*QUIET, *SAME])


@dataclass
class Visit:
    """A reader's window, with what the reader should never get: messages, cookies, requests to somebody else."""

    page: Page
    site: Site
    faults: list[str] = field(default_factory=list)
    requests: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.page.on("console", lambda message: self.fault(message.text))
        self.page.on("pageerror", lambda error: self.fault(str(error)))
        self.page.on("request", lambda request: self.requests.append(request.url))

    def fault(self, message: str) -> None:
        # The browser itself reports the status of our 404 and 410 page.
        if "the server responded with a status of 4" not in message:
            self.faults.append(f"{self.page.url}: {message}")

    def open(self, path: str) -> None:
        self.page.goto(self.site.address + path)


@pytest.fixture
def visit(browser: Browser, site: Site) -> Iterator[Visit]:
    with new_context(browser) as context:
        yield Visit(context.new_page(), site)


@contextmanager
def new_context(browser: Browser, **options: object) -> Iterator[BrowserContext]:
    usual = {"locale": "nl-NL", "timezone_id": "Europe/Amsterdam", "viewport": DESKTOP}
    context = browser.new_context(**usual | options)
    yield context
    context.close()
