"""Finding something by keyboard alone, with a script and without."""

import pytest
from playwright.sync_api import Browser

from tests.browser.conftest import NARROW, new_context
from tests.browser.keyboard import Keyboard
from tests.browser.serving import Site

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("script", [True, False])
@pytest.mark.parametrize("viewport", [None, NARROW], ids=["desktop", "narrow"])
def test_search_and_open_a_result(browser: Browser, site: Site, script: bool, viewport: dict[str, int] | None) -> None:
    options = {"java_script_enabled": script} | ({"viewport": viewport} if viewport else {})
    with new_context(browser, **options) as context:
        page = context.new_page()
        keyboard = Keyboard(page)
        page.goto(f"{site.address}/adviezen/")

        keyboard.reach(page.get_by_role("searchbox", name="Zoek op deze site"))
        page.keyboard.type("jongeren mentor")
        with page.expect_navigation():
            page.keyboard.press("Enter")
        result = page.locator("main .row-title a").first
        leads_to = result.get_attribute("href")
        keyboard.press(result)

        assert leads_to
        assert page.url == site.address + leads_to
        assert context.cookies() == []
