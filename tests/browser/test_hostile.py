"""Hostile texts on public pages, in a browser that is told to pass over our Content-Security-Policy: still nothing in
them may do anything."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from stroomop.lib.richtext import TAGS
from tests.browser.conftest import Visit, new_context
from tests.browser.serving import Site, shell
from tests.hostile import ASK, HOSTILE, RUN

pytestmark = pytest.mark.browser
# All on a few pages of projects, each a result of its own; and once more as one text, for what they do together.
BATCHES = 4
PREPARE = f"""
from projects.models import Result
from tests.factories import make_project
from tests.hostile import ASK, HOSTILE, RUN
for batch in range({BATCHES}):
    project = make_project(slug=f"vijandig-{{batch}}")
    for html in HOSTILE[batch::{BATCHES}]:
        project.results.create(text=html)
whole = make_project(slug="vijandig-heel")
Result.objects.bulk_create([Result(project=whole, text="".join(html for html in HOSTILE if len(html) < 500))])
"""
CLEAR_UP = "from projects.models import Project; Project.objects.filter(slug__startswith='vijandig').delete()"
LISTEN = "window.ran = []; window.pwn = () => window.ran.push(document.currentScript?.outerHTML ?? 'pwn')"
# Each kind of element in the texts, with its attributes; what explains words of the glossary is ours.
LOOK = """list => [...new Set(
  [...list.querySelectorAll(":scope > li *")].filter(one => !one.closest(".term, .term-card"))
    .map(one => [one.localName, ...one.getAttributeNames()].join(" "))
)]"""
# Whatever a reader may do to them by chance.
TOUCH = """list => {
  for (const one of list.querySelectorAll(":scope > li *"))
    for (const kind of ["pointerenter", "mouseover", "focus", "toggle", "animationstart", "load", "error"])
      one.dispatchEvent(new Event(kind))
}"""


@pytest.fixture(scope="module")
def paths(site: Site) -> Iterator[dict[str, int]]:
    """The pages, each with how many texts it shows."""
    shell(site, PREPARE)
    yield {f"/projecten/vijandig-{batch}/": len(HOSTILE[batch::BATCHES]) for batch in range(BATCHES)} | {
        "/projecten/vijandig-heel/": 1
    }
    shell(site, CLEAR_UP)


def test_no_hostile_text_does_anything_on_a_public_page(browser: Browser, site: Site, paths: dict[str, int]) -> None:
    allowed = TAGS | {" ".join([tag, *names]) for tag, names in (("a", ["href"]), ("th", ["scope"]))}
    with new_context(browser, bypass_csp=True) as context:
        context.add_init_script(LISTEN)
        visit = Visit(context.new_page(), site)
        visit.page.on("dialog", lambda dialog: visit.fault(f"dialog: {dialog.message}"))
        for path, number in paths.items():
            visit.open(path)
            texts = visit.page.locator("#resultaten + ul")
            assert texts.locator("> li").count() == number, path
            assert set(texts.evaluate(LOOK)) - allowed == set(), path
            texts.evaluate(TOUCH)
            addresses = texts.locator("a").evaluate_all("links => links.map(link => link.protocol)")
            assert set(addresses) <= {"http:", "https:"}, path
            assert visit.page.evaluate("window.ran") == [], path
            assert visit.page.url == site.address + path

    assert visit.faults == []
    assert [url for url in visit.requests if not url.startswith((site.address, "data:"))] == []


def test_texts_of_the_list_do_something_where_they_are_not_cleaned(browser: Browser) -> None:
    """Otherwise the test above would say nothing."""
    running = {f"<script>{RUN}</script>", f"<svg onload={RUN}>", f"<p onclick={RUN}>Test.</p>"}
    asking = f"<img src={ASK}>"
    assert {*running, asking} <= set(HOSTILE)
    with new_context(browser) as context:
        context.add_init_script(LISTEN)
        page = context.new_page()
        page.goto("about:blank")
        with page.expect_request(ASK):
            page.set_content("".join([*running, asking]), wait_until="commit")
        page.locator("p").click()
        page.wait_for_function(f"window.ran.length === {len(running)}")
