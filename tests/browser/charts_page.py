"""The page /stijl/ with a chart of each type, which only staff see, in letters that every machine draws alike."""

from collections.abc import Iterator
from contextlib import contextmanager
from importlib.resources import files
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Route

from tests.browser.conftest import Visit, new_context
from tests.browser.serving import Site

# Those that our PNGs are drawn with.
LETTERS = {400: "Regular", 600: "Semibold", 700: "Bold"}
FACES = "".join(
    f"@font-face {{ font-family: Letters; font-weight: {weight}; src: url(/letters/{name}.ttf) }}"
    for weight, name in LETTERS.items()
)
STILL = "animation: none !important; transition: none !important"
STYLE = f"{FACES} *, ::before, ::after {{ font-family: Letters !important; {STILL} }}"
LOAD = "weights => Promise.all(weights.map(weight => document.fonts.load(`${weight} 13px Letters`)))"


@contextmanager
def charts_page(browser: Browser, site: Site, cookie: dict[str, str], **options: Any) -> Iterator[Visit]:
    with new_context(browser, **options) as context:
        context.add_cookies([cookie])
        visit = Visit(context.new_page(), site)
        visit.open("/stijl/")
        yield visit


@contextmanager
def same_letters(browser: Browser, site: Site, cookie: dict[str, str], **options: Any) -> Iterator[Visit]:
    """The charts in the same letters everywhere; the policy of the site would not let them in."""
    with charts_page(browser, site, cookie, bypass_csp=True, **options) as visit:
        visit.page.route("**/letters/*.ttf", hand_out_letters)
        visit.page.add_style_tag(content=STYLE)
        visit.page.evaluate(LOAD, list(LETTERS))
        yield visit


def hand_out_letters(route: Route) -> None:
    name = Path(route.request.url).name
    route.fulfill(body=(files("font_source_sans_pro") / "files" / f"SourceSansPro-{name}").read_bytes())
