"""What a reader sends, by keyboard alone, from the form to the page of the item."""

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from stroomop.roles import REDACTEUR
from tests.browser.conftest import NARROW, new_context
from tests.browser.keyboard import Keyboard
from tests.browser.serving import Site, shell
from tests.browser.staff import session_of

pytestmark = pytest.mark.browser
# Faster than this nobody fills in a form (stroomop.messages.guards), in milliseconds.
SLOW = 3_100
# What is not for this test stays as it was: a project of its own, and nothing of it afterwards.
PREPARE = "from tests.factories import make_project; make_project(slug='berichtproject', name='Berichtproject')"
CLEAR_UP = """
from projects.models import Project
from stroomop.lib import clock
from stroomop.models import Message
Message.objects.filter(text__startswith="Dit is een test").delete()
Project.objects.filter(slug="berichtproject").update(archived_at=clock.now())
"""


@pytest.fixture(scope="module")
def session(site: Site, browser: Browser) -> Iterator[Any]:
    shell(site, PREPARE)
    yield session_of(site, browser, "Lezerspost", REDACTEUR)
    shell(site, CLEAR_UP)


@pytest.mark.parametrize("script", [True, False], ids=["script", "no-script"])
def test_reaction_is_sent_published_and_read(browser: Browser, site: Site, session: Any, script: bool) -> None:
    words = f"Dit is een test van een reactie, {'met' if script else 'zonder'} script."
    with new_context(browser, java_script_enabled=script) as context:
        page = context.new_page()
        page.goto(f"{site.address}/projecten/berichtproject/")
        Keyboard(page).follow("Reageer")
        send(page, "Je reactie", words)

        assert page.get_by_role("heading", level=1).inner_text() == "Dank je, je bericht is verstuurd"
        assert context.cookies() == []
    with new_context(browser, storage_state=session, java_script_enabled=script) as context:
        page = context.new_page()
        find_in_queue(page, site, words)
        Keyboard(page).push("Plaats op de site")
        page.get_by_text("Geplaatst.").first.wait_for()
    with new_context(browser, java_script_enabled=script) as context:
        page = context.new_page()
        page.goto(f"{site.address}/projecten/berichtproject/")

        assert page.get_by_text(words).count() == 1


def test_correction_is_sent_and_answered(browser: Browser, site: Site, session: Any) -> None:
    words = "Dit is een test van een correctie."
    with new_context(browser, java_script_enabled=False, viewport=NARROW) as context:
        page = context.new_page()
        page.goto(f"{site.address}/projecten/berichtproject/")
        Keyboard(page).follow("Klopt dit niet? Stuur een bron")
        send(page, "Wat klopt er niet", words, faulty_first=True)

        assert page.get_by_role("heading", level=1).inner_text() == "Dank je, je bericht is verstuurd"
    with new_context(browser, storage_state=session) as context:
        page = context.new_page()
        find_in_queue(page, site, words)
        Keyboard(page).push("Beantwoord")
        page.get_by_text("Beantwoord.").first.wait_for()


def test_distress_shows_help_in_the_first_screen(browser: Browser, site: Site) -> None:
    with new_context(browser, java_script_enabled=False, viewport=NARROW) as context:
        page = context.new_page()
        page.goto(f"{site.address}/bericht/contact/")
        send(page, "Je bericht", "Dit is een test: ik wil niet meer leven.")

        assert page.get_by_role("heading", level=1).inner_text() == "Praat nu met iemand"
        phone = page.get_by_role("link", name="113").first.bounding_box()
        assert phone
        assert phone["y"] + phone["height"] <= NARROW["height"]


def send(page: Page, label: str, words: str, *, faulty_first: bool = False) -> None:
    keyboard = Keyboard(page)
    if faulty_first:
        page.wait_for_timeout(SLOW)
        keyboard.push("Verstuur")
        assert page.title().startswith("Fout: ")
        # The summary leads to the field.
        keyboard.reach(page.locator(".error-summary a").first)
        page.keyboard.press("Enter")
        keyboard.reach(page.get_by_label(label).first)
        page.keyboard.type(words)
    else:
        keyboard.write("Je naam", "Testlezer")
        keyboard.write("Je e-mailadres", "lezer@voorbeeld.test")
        keyboard.write(label, words)
    page.wait_for_timeout(SLOW)
    keyboard.tick("Ik vind dit goed")
    keyboard.push("Verstuur")


def find_in_queue(page: Page, site: Site, words: str) -> None:
    """From the home of the back-office to the message."""
    keyboard = Keyboard(page)
    page.goto(f"{site.address}/beheer/stroomop/message/")
    keyboard.press(page.get_by_role("link", name=words[:60]))
