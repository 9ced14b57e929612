"""A word that not everybody knows opens its explanation, with and without JavaScript."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Locator, Page

from tests.browser.conftest import new_context
from tests.browser.serving import Site

pytestmark = pytest.mark.browser


@pytest.fixture(params=[True, False], ids=["with JavaScript", "without JavaScript"])
def page(request: pytest.FixtureRequest, browser: Browser, site: Site) -> Iterator[Page]:
    """A page that explains a word, on a small phone."""
    path = next(path for path in site.sitemap() if b'class="term"' in site.get(path).body)
    phone = {"viewport": {"width": 320, "height": 640}}
    with new_context(browser, java_script_enabled=request.param, **phone) as context:
        page = context.new_page()
        page.goto(site.address + path)
        yield page


def first_word(page: Page) -> tuple[Locator, Locator]:
    """The button of the first word that is explained, and its explanation."""
    word = page.locator(".term").first
    return word, page.locator(f"#{word.get_attribute('popovertarget')}")


def test_word_opens_its_explanation_with_a_click(page: Page) -> None:
    word, card = first_word(page)
    assert not card.is_visible()

    word.click()

    assert card.is_visible()
    assert ": " in card.inner_text()


def test_word_opens_and_closes_with_the_keyboard(page: Page) -> None:
    word, card = first_word(page)

    word.focus()
    page.keyboard.press("Enter")
    assert card.is_visible()

    page.keyboard.press("Escape")
    assert not card.is_visible()
    # Where the reader was.
    page.keyboard.press("Space")
    assert card.is_visible()


def test_explanation_fits_the_screen(page: Page) -> None:
    word, card = first_word(page)

    word.click()

    box = card.bounding_box()
    assert box is not None
    assert (box["x"] >= 0, box["x"] + box["width"] <= 320) == (True, True)
    assert (box["y"] >= 0, box["y"] + box["height"] <= 640) == (True, True)


def test_click_beside_it_closes_it(page: Page) -> None:
    word, card = first_word(page)
    word.click()

    page.locator("h1").click(force=True)

    assert not card.is_visible()
