"""An editor writes: with buttons, by keyboard, with a link to a page of ours, and without a script."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Locator, Page, expect

from tests.browser.checks import screen_violations
from tests.browser.conftest import Visit, new_context
from tests.browser.serving import Site, shell, sign_in

pytestmark = pytest.mark.browser
ADD, PROJECT = "/beheer/stroomop/page/add/", "/beheer/projects/project/1/change/"
MAKE_TARGET = "from tests.factories import make_project; make_project(name='Testproject', slug='testproject')"
MOVE_TARGET = """
from projects.models import Project
project = Project.objects.get(slug="testproject")
project.slug = "verhuisd"
project.save()
"""
CLEAR_UP = """
from projects.models import Project, Redirect
from stroomop.models import Page
Page.objects.filter(slug__startswith="geschreven").delete()
Project.objects.filter(name="Testproject").delete()
Redirect.objects.filter(path="/projecten/testproject/").delete()
"""


@pytest.fixture(scope="module")
def cookie(site: Site) -> Iterator[dict[str, str]]:
    shell(site, MAKE_TARGET)
    yield sign_in(site, may_all=True)
    shell(site, CLEAR_UP)


@pytest.fixture
def context(browser: Browser, cookie: dict[str, str]) -> Iterator[BrowserContext]:
    with new_context(browser) as context:
        context.add_cookies([cookie])
        yield context


def begin(page: Page, slug: str) -> Locator:
    """A new page, all filled in but its text; the place of that."""
    page.get_by_label("Titel:").fill("Geschreven")
    page.get_by_label("In één zin:").fill("Test.")
    page.get_by_label("Adres:").fill(slug)
    return page.get_by_role("textbox", name="Tekst")


def button(page: Page, name: str) -> Locator:
    return page.get_by_role("toolbar", name="Opmaak van Tekst").get_by_role("button", name=name, exact=True)


def test_what_is_written_with_buttons_is_what_a_reader_gets(context: BrowserContext, site: Site) -> None:
    visit = Visit(context.new_page(), site)
    page = visit.page
    visit.open(ADD)
    text = begin(page, "geschreven")
    text.click()
    button(page, "Kop, niveau 2").click()
    page.keyboard.type("Een kop")
    page.keyboard.press("Enter")
    page.keyboard.type("Een ")
    button(page, "Vet").click()
    page.keyboard.type("vet")
    page.keyboard.press("Control+b")
    page.keyboard.type(" woord, en ")

    page.keyboard.press("Control+k")
    dialog = page.get_by_role("dialog", name="Link")
    dialog.get_by_label("Zoek een pagina van dit portaal").fill("testpro")
    dialog.get_by_role("button", name="Testproject (Project)").click()
    assert dialog.get_by_label("Adres").input_value() == "/projecten/testproject/"
    assert dialog.get_by_label("Woorden van de link").input_value() == "Testproject"
    page.keyboard.press("Enter")
    expect(dialog).to_have_count(0)
    page.keyboard.press("Enter")
    button(page, "Tabel invoegen").click()
    page.keyboard.type("Jaar")
    page.keyboard.press("Tab")
    page.keyboard.type("Aantal")
    page.get_by_role("button", name="Publiceer nu", exact=True).click()
    page.wait_for_url("**/page/")

    visit.open("/geschreven/")
    main = page.locator("main")
    assert main.get_by_role("heading", level=2).all_inner_texts()[0] == "Een kop"
    assert main.locator("strong").first.inner_text() == "vet"
    assert main.locator("th").all_inner_texts() == ["Jaar", "Aantal"]
    link = main.get_by_role("link", name="Testproject")
    assert link.get_attribute("href") == "/projecten/testproject/"
    shell(site, MOVE_TARGET)
    page.reload()
    assert link.get_attribute("href") == "/projecten/verhuisd/"
    assert "data-item" not in page.content()
    assert visit.faults == []


def test_selected_words_become_a_link_and_lose_it_again(context: BrowserContext, site: Site) -> None:
    page = context.new_page()
    page.goto(site.address + ADD)
    text = begin(page, "geschreven-2")
    text.click()
    page.keyboard.type("Test")
    page.keyboard.press("Control+a")
    button(page, "Link maken of veranderen").click()
    dialog = page.get_by_role("dialog", name="Link")
    assert dialog.get_by_label("Woorden van de link").count() == 0
    dialog.get_by_label("Adres").fill("www.voorbeeld.test")
    dialog.get_by_role("button", name="Zet de link").click()
    assert text.locator("a").get_attribute("href") == "https://www.voorbeeld.test"
    button(page, "Link weghalen").click()
    assert text.locator("a").count() == 0
    button(page, "Link maken of veranderen").click()
    dialog.get_by_label("Adres").fill("javascript:pwn()")
    dialog.get_by_role("button", name="Zet de link").click()
    assert text.locator("a").count() == 0
    button(page, "Link maken of veranderen").click()
    dialog.get_by_role("button", name="Annuleren").click()
    assert text.inner_text().strip() == "Test"


def test_tips_follow_what_is_written(context: BrowserContext, site: Site) -> None:
    page = context.new_page()
    page.goto(site.address + ADD)
    begin(page, "geschreven-3").click()
    page.keyboard.type("woord " * 21)
    tips = page.locator(".readability")
    expect(tips.get_by_role("status")).to_have_text("Tips om dit leesbaarder te maken: 1. Ze houden niets tegen.")
    expect(tips.locator("li")).to_have_text(re.compile("De zin ‘woord woord .* heeft 21 woorden"))
    page.keyboard.press("Control+a")
    page.keyboard.type("Kort.")
    expect(tips.get_by_role("status")).to_have_text("Geen tips: dit leest goed.")
    assert tips.locator("li").count() == 0


def test_buttons_are_one_stop_for_the_tab_key(context: BrowserContext, site: Site) -> None:
    page = context.new_page()
    page.goto(site.address + ADD)
    begin(page, "geschreven-4").focus()
    page.keyboard.type("Test")
    page.keyboard.press("Shift+Tab")
    names = []
    for key in ("ArrowRight", "ArrowLeft", "ArrowLeft", "ArrowLeft"):
        names.append(page.evaluate("document.activeElement.title"))
        page.keyboard.press(key)
    assert names == ["Gewone tekst", "Kop, niveau 2", "Gewone tekst", "Opnieuw doen"]
    for _ in range(3):
        page.keyboard.press("ArrowRight")
    page.keyboard.press("Enter")
    assert button(page, "Kop, niveau 2").get_attribute("aria-pressed") == "true"
    assert page.evaluate("document.activeElement.getAttribute('role')") == "textbox"
    assert page.get_by_role("textbox", name="Tekst").locator("h2").inner_text() == "Test"


def test_a_row_that_is_added_has_an_editor_too(context: BrowserContext, site: Site) -> None:
    page = context.new_page()
    page.goto(site.address + PROJECT)
    rows = page.locator("#results-group .dynamic-results")
    before = rows.count()
    page.locator("#results-group .add-row a").click()
    row = rows.nth(before)
    row.get_by_role("textbox").click()
    page.keyboard.type("Test")
    assert row.locator("textarea").input_value() == "<p>Test</p>"
    assert row.get_by_role("toolbar").count() == 1


def test_without_a_script_there_is_a_text_area(browser: Browser, site: Site, cookie: dict[str, str]) -> None:
    with new_context(browser, java_script_enabled=False) as context:
        context.add_cookies([cookie])
        page = context.new_page()
        page.goto(site.address + ADD)
        begin(page, "geschreven-5").fill("Een.\n\nTwee.")
        assert page.locator("noscript p").is_visible()
        page.get_by_role("button", name="Publiceer nu", exact=True).click()
        page.goto(f"{site.address}/geschreven-5/")

        assert page.locator("main p").all_inner_texts()[:2] == ["Een.", "Twee."]


@pytest.mark.axe
def test_the_editor_and_its_dialog_are_accessible(context: BrowserContext, site: Site, tools: dict[str, str]) -> None:
    axe = Path(tools["axe"]).read_text()
    page, faults = context.new_page(), []
    for path in (ADD, PROJECT):
        page.goto(site.address + path)
        text = page.locator(".ProseMirror").first
        text.click()
        page.keyboard.press("Control+End")
        page.locator("[data-name=table]").first.click()
        page.keyboard.type("Jaar")
        page.keyboard.press("Tab")
        page.keyboard.type("Aantal")
        faults += screen_violations(page, axe)
        page.keyboard.press("Control+k")
        page.get_by_label("Zoek een pagina van dit portaal").fill("jongeren")
        page.get_by_text("Kies er een.").wait_for()
        faults += screen_violations(page, axe)
    assert faults == []
