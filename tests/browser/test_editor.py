"""An editor writes a story, in a real browser: a concept, read along, planned, published, changed, put back."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from stroomop.lib import clock
from stroomop.roles import REDACTEUR
from tests.browser.conftest import Visit, new_context
from tests.browser.serving import Site, shell
from tests.browser.staff import session_of

pytestmark = pytest.mark.browser
# What was public stays; the pages of the other tests go on without it.
CLEAR_UP = """
from projects.models import Story
from stroomop.lib import clock
Story.objects.filter(title__startswith="Testverhaal", published_at__lte=clock.now()).update(archived_at=clock.now())
Story.objects.filter(title__startswith="Testverhaal", archived_at=None).delete()
"""


@pytest.fixture(scope="module")
def session(site: Site, browser: Browser) -> Iterator[Any]:
    yield session_of(site, browser, "Schrijver", REDACTEUR)
    shell(site, CLEAR_UP)


@pytest.fixture
def editor(browser: Browser, site: Site, session: Any) -> Iterator[Visit]:
    with new_context(browser, storage_state=session) as context:
        visit = Visit(context.new_page(), site)
        yield visit
        assert visit.faults == []


def begin(visit: Visit, title: str) -> Locator:
    """From the home to a new story, all filled in but its text; the place of that."""
    page = visit.page
    visit.open("/beheer/")
    page.get_by_role("link", name="Verhaal Een interview").click()
    page.get_by_label("Titel:").fill(title)
    page.get_by_label("Soort:").select_option("interview")
    page.get_by_label("In het kort:").fill("Eerst was dit zo.")
    page.get_by_label("Bron:", exact=True).fill("Testbron")
    return page.get_by_role("textbox", name="Verhaal")


def write(visit: Visit, title: str) -> None:
    """With the buttons of the editor."""
    page, buttons = visit.page, visit.page.get_by_role("toolbar", name="Opmaak van Verhaal")
    begin(visit, title).click()
    buttons.get_by_role("button", name="Kop, niveau 3", exact=True).click()
    page.keyboard.type("Een testkop")
    page.keyboard.press("Enter")
    page.keyboard.type("Hier staat een ")
    buttons.get_by_role("button", name="Vet", exact=True).click()
    page.keyboard.type("vet")
    page.keyboard.press("Control+b")
    page.keyboard.type(" woord.")


def press(page: Page, button: str, told: str) -> None:
    """A button below the form, and what the next page says of it."""
    page.get_by_role("button", name=button, exact=True).click()
    page.locator(".messagelist").get_by_text(told).wait_for()


def published(visit: Visit, title: str) -> str:
    """The form of a story that was written just now, and is on the site."""
    write(visit, title)
    press(visit.page, "Publiceer nu", f"“{title}” staat nu op de site.")
    visit.page.get_by_role("link", name=title).first.click()
    return visit.page.url


def lead(visit: Visit, slug: str) -> tuple[int, bool, bool]:
    """What a reader gets: the status, and which of the two sentences stand there."""
    answer = visit.site.get(f"/verhalen/{slug}/")
    page = answer.body.decode()
    return answer.status, "Eerst was dit zo." in page, "Nu is het anders." in page


FIRST, SECOND, NOTHING = (200, True, False), (200, False, True), (404, False, False)


def test_concept_is_read_by_link_without_an_account(browser: Browser, site: Site, editor: Visit) -> None:
    write(editor, "Testverhaal met link")
    press(editor.page, "Bewaar als concept", "Bewaard als concept. Alleen het team ziet het.")
    editor.page.get_by_role("link", name="Bekijk het voorbeeld").click()

    notice = editor.page.get_by_role("complementary", name="Voorbeeld")
    assert editor.page.locator("h1").inner_text() == "Interview\nTestverhaal met link"
    link = notice.get_by_role("link", name="/voorbeeld/").evaluate("link => link.pathname")
    with new_context(browser) as context:
        reader = Visit(context.new_page(), site)
        reader.open(link)
        assert reader.page.locator("h3").first.inner_text() == "Een testkop"
        assert reader.page.locator("main strong").first.inner_text() == "vet"
        assert reader.page.get_by_role("complementary", name="Voorbeeld").get_by_role("link").count() == 0
        reader.open("/verhalen/testverhaal-met-link/")
        assert reader.page.locator("h1").inner_text() == "Deze pagina vinden we niet"
        assert (context.cookies(), reader.faults) == ([], [])


def test_story_is_planned_and_then_published_at_once(editor: Visit) -> None:
    page, day = editor.page, clock.today() + timedelta(days=9)
    write(editor, "Testverhaal op tijd")
    page.get_by_label("Publiceer op").fill(f"{day}T09:30")
    page.get_by_role("button", name="Publiceer op", exact=False).click()
    page.locator(".messagelist").get_by_text("komt vanzelf op de site op").wait_for()
    page.get_by_role("link", name="Testverhaal op tijd").first.click()
    assert page.get_by_label("Publiceer op").input_value() == f"{day}T09:30"
    assert lead(editor, "testverhaal-op-tijd") == NOTHING

    press(page, "Publiceer nu", "“Testverhaal op tijd” staat nu op de site.")

    assert lead(editor, "testverhaal-op-tijd") == FIRST


def test_live_story_is_changed_in_a_draft_and_put_back(editor: Visit) -> None:
    page, slug = editor.page, "testverhaal-dat-leeft"
    form = published(editor, "Testverhaal dat leeft")
    page.get_by_label("In het kort:").fill("Nu is het anders.")
    press(page, "Bewaar als concept", "Concept bewaard. De site blijft zolang zoals ze is.")
    assert lead(editor, slug) == FIRST
    page.get_by_role("link", name="Wat verandert er?").click()
    changed = page.get_by_role("row").filter(has_text="In het kort")
    assert changed.locator("del").inner_text() == "weg:\nEerst was dit zo."
    assert changed.locator("ins").inner_text() == "nieuw:\nNu is het anders."
    page.goto(form)
    press(page, "Publiceer de wijziging nu", "“Testverhaal dat leeft” staat nu op de site.")
    assert lead(editor, slug) == SECOND

    page.goto(form)
    page.get_by_role("link", name="Geschiedenis").click()
    page.get_by_role("link", name="Bekijk deze versie").last.click()
    press(page, "Zet deze versie terug", "Op de site is nog niets veranderd")
    assert page.get_by_label("In het kort:").input_value() == "Eerst was dit zo."
    page.get_by_role("link", name="Bekijk het voorbeeld").click()
    page.get_by_text("Eerst was dit zo.").wait_for()
    assert lead(editor, slug) == SECOND
    page.get_by_role("link", name="Terug naar het formulier").click()
    press(page, "Publiceer de wijziging nu", "“Testverhaal dat leeft” staat nu op de site.")

    assert lead(editor, slug) == FIRST


def test_two_editors_are_warned_and_neither_loses_a_word(browser: Browser, site: Site, editor: Visit) -> None:
    page = editor.page
    form = published(editor, "Testverhaal van twee")
    session = session_of(site, browser, "Collega", REDACTEUR)
    with new_context(browser, storage_state=session) as context:
        other = Visit(context.new_page(), site)
        other.page.goto(form)
        assert other.page.get_by_text("Test Schrijver heeft dit formulier ook open").is_visible()
        other.page.get_by_label("In het kort:").fill("Nu is het anders.")
        press(other.page, "Bewaar als concept", "Concept bewaard.")
        assert other.faults == []

    page.get_by_label("In het kort:").fill("Weer iets anders.")
    page.get_by_role("button", name="Bewaar als concept", exact=True).click()

    alert = page.get_by_role("alert").filter(has_text="Terwijl jij bezig was")
    expect(alert.get_by_role("row").filter(has_text="In het kort")).to_contain_text("Nu is het anders.")
    assert page.get_by_label("In het kort:").input_value() == "Weer iets anders."
    press(page, "Bewaar als concept", "Concept bewaard.")
    assert page.get_by_label("In het kort:").input_value() == "Weer iets anders."


def test_without_a_script_a_story_is_written_seen_and_published(browser: Browser, site: Site, session: Any) -> None:
    with new_context(browser, storage_state=session, java_script_enabled=False) as context:
        visit = Visit(context.new_page(), site)
        page = visit.page
        begin(visit, "Testverhaal zonder script").fill("Een alinea.\n\nNog een.")
        page.get_by_label("Adres:").fill("testverhaal-zonder-script")
        page.get_by_role("button", name="Bewaar en bekijk het voorbeeld").click()
        page.get_by_role("complementary", name="Voorbeeld").wait_for()
        assert "Een alinea." in page.locator("main p").all_inner_texts()
        assert lead(visit, "testverhaal-zonder-script") == NOTHING
        page.get_by_role("link", name="Terug naar het formulier").click()
        press(page, "Publiceer nu", "“Testverhaal zonder script” staat nu op de site.")

        assert lead(visit, "testverhaal-zonder-script") == FIRST
        assert visit.faults == []
