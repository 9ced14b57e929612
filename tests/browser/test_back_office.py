"""An editor with an hour a week, in a real browser: from signing in with a second factor to what a reader sees."""

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from stroomop.roles import REDACTEUR
from tests.browser.conftest import Visit, new_context
from tests.browser.serving import Site, shell
from tests.browser.staff import session_of

pytestmark = pytest.mark.browser
ROUND = "/beheer/advies/check/kwartaalronde/"
# The checks of our content are of the day it was made; a round is later.
PREPARE = """
from datetime import timedelta
from advies.models import Check
from stroomop.lib import append_only, clock
with append_only.lifted():
    Check.objects.filter(checked_on=clock.today()).update(checked_on=clock.today() - timedelta(days=90))
"""
# What was public stays; the pages of the other tests go on without it.
CLEAR_UP = """
from advies.models import News
from projects.models import Publication
from stroomop.lib import clock
for model in (News, Publication):
    model.objects.filter(title__startswith="Testbrief").update(archived_at=clock.now())
"""


@pytest.fixture(scope="module")
def session(site: Site, browser: Browser) -> Iterator[Any]:
    shell(site, PREPARE)
    yield session_of(site, browser, "Redactie", REDACTEUR)
    shell(site, CLEAR_UP)


def test_whole_round_is_twelve_clicks_without_a_script(browser: Browser, site: Site, session: Any) -> None:
    with new_context(browser, storage_state=session, java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(site.address + ROUND)
        buttons, clicks, seen = page.get_by_role("button", name="Niets nieuws"), 0, []
        assert page.get_by_text("0 van 12 gedaan").is_visible()
        while buttons.count():
            seen.append(stands_in_screen(page))
            buttons.first.click()
            clicks += 1
            # The next look must be at the page that comes back.
            page.get_by_text(f"{clicks} van 12 gedaan").wait_for()

        assert (clicks, seen) == (12, [True] * 12)
        page.get_by_text("12 van 12 gedaan: de ronde is klaar.").wait_for()
        assert page.get_by_text("Nagekeken vandaag door Test Redactie").count() == 12


def stands_in_screen(page: Page) -> bool:
    """Whether the next button can be hit without scrolling."""
    box = page.get_by_role("button", name="Niets nieuws").first.bounding_box()
    assert box
    assert page.viewport_size
    return box["y"] >= 0 and box["y"] + box["height"] <= page.viewport_size["height"]


def test_news_with_a_date_for_three_adviezen_is_one_form(browser: Browser, site: Site, session: Any) -> None:
    with new_context(browser, storage_state=session) as context:
        visit = Visit(context.new_page(), site)
        page = visit.page
        visit.open("/beheer/")
        page.get_by_role("link", name="Nieuws bij een advies").click()
        page.get_by_label("Titel:", exact=True).fill("Testbrief aan de Kamer")
        page.get_by_role("radio", name="aangekondigd").check()
        page.get_by_label("Van:", exact=True).fill("2026-11-10")
        page.get_by_label("Webadres:").fill("https://www.voorbeeld.test/brief")
        page.get_by_label("Titel van die pagina:").fill("Testbrief")
        for number in (1, 5, 9):
            page.get_by_label(f"{number}. ").first.check()
        page.get_by_label("Dit is een afspraak met een datum").check()
        page.get_by_label("Wat is afgesproken:").fill("Testplan voor de regio")
        page.get_by_label("Klaar op:").fill("2099-03-01")
        page.locator("[name=deadline_precision]").select_option("maand")
        page.get_by_role("button", name="Bekijk eerst").click()

        preview = page.get_by_role("region", name="Zo komt het op de site")
        preview.wait_for()
        assert page.url.endswith("#voorbeeld")
        assert "Testplan voor de regio" in preview.inner_text()
        assert "Maart 2099" in preview.inner_text()
        page.get_by_role("button", name="Publiceer nu").click()

        places = page.locator(".messagelist a")
        places.first.wait_for()
        assert places.all_inner_texts() == ["advies 1", "advies 5", "advies 9"]
        assert visit.faults == []
        for address in places.evaluate_all("links => links.map(link => link.pathname)"):
            answer = site.get(address, X_Forwarded_Proto="https").body.decode()
            assert "Testbrief aan de Kamer" in answer
            assert "Maart 2099" in answer
