"""The one page that others may frame, in a real browser."""

from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest
from playwright.sync_api import Browser, Frame, Page

from tests.browser.conftest import Visit, new_context
from tests.browser.serving import Site
from tests.browser.test_accessibility import violations

pytestmark = pytest.mark.browser

EMBED = "/monitor/indicator/plaatsingen/embed/"
SMALL = {"width": 320, "height": 300}


@contextmanager
def site_of(html: str) -> Iterator[str]:
    """Somebody else's site, which has one page. A made-up answer would do for us, but not for the browser: it lets no
    site of an unknown place frame one of this machine."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200)
            self.send_header("Content-Type", "text/html")
            self.end_headers()
            self.wfile.write(html.encode())

        def log_message(self, *args: object) -> None:
            """Not on the screen."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        # Ours is at 127.0.0.1: another name is another site.
        yield f"http://localhost:{server.server_port}/"
        server.shutdown()


@contextmanager
def framed(browser: Browser, address: str, attributes: str = "") -> Iterator[tuple[Page, Frame]]:
    """A page of another site that frames the address, and what is in the frame."""
    html = f'<!doctype html><title>Elders</title><iframe src="{address}" {attributes}></iframe>'
    with site_of(html) as elsewhere, new_context(browser) as context:
        page = context.new_page()
        page.goto(elsewhere)
        yield page, page.frames[1]


# Without rights of its own a frame has no origin either, and still gets its styles.
@pytest.mark.parametrize("attributes", ["", "sandbox"])
def test_another_site_can_frame_the_embed(browser: Browser, site: Site, attributes: str) -> None:
    with framed(browser, site.address + EMBED, attributes) as (page, frame):
        assert frame.url == site.address + EMBED
        assert frame.locator("h1").inner_text().startswith("Plaatsingen in JeugdzorgPlus: ")
        assert frame.locator("svg.plot").is_visible()
        assert frame.locator("h1").evaluate("element => getComputedStyle(element).fontSize") == "20px"
        assert page.context.cookies() == []


@pytest.mark.parametrize("path", ["/monitor/", "/monitor/indicator/plaatsingen/", "/"])
def test_another_site_can_frame_no_other_page(browser: Browser, site: Site, path: str) -> None:
    with framed(browser, site.address + path) as (_, frame):
        # The browser's own page.
        frame.wait_for_url("chrome-error://chromewebdata/")
        assert "StroomOP" not in frame.content()


def test_the_link_of_an_embed_leaves_its_frame(browser: Browser, site: Site) -> None:
    with framed(browser, site.address + EMBED) as (page, frame):
        # The site of the tests calls itself by another name.
        page.route("https://portaal.test/**", lambda route: route.fulfill(body="<title>De pagina</title>"))
        frame.get_by_role("link", name="StroomOP-portaal").click()
        page.wait_for_url("https://portaal.test/monitor/indicator/plaatsingen/")
        assert len(page.frames) == 1


def test_embed_fits_a_small_frame_without_a_script_or_a_message(visit: Visit) -> None:
    visit.page.set_viewport_size(SMALL)
    for question in ("", "?stand=2022-01-01", "?stand=morgen"):
        visit.open(EMBED + question)
        assert visit.page.evaluate("document.documentElement.scrollWidth") == SMALL["width"]
        finding = visit.page.locator("h1").bounding_box()
        assert finding
        assert finding["y"] + finding["height"] < SMALL["height"] / 2
    assert visit.faults == []
    assert [url for url in visit.requests if not url.startswith(visit.site.address)] == []
    assert [url for url in visit.requests if url.endswith(".js")] == []


@pytest.mark.axe
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_embed_is_accessible(visit: Visit, tools: dict[str, str], scheme: str) -> None:
    visit.page.emulate_media(color_scheme=scheme)
    visit.page.set_viewport_size(SMALL)
    visit.open(EMBED)
    visit.page.locator("summary").click()

    assert violations(visit.page, Path(tools["axe"]).read_text()) == []
