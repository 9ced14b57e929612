"""The pictures in docs/redactie.md: what an editor sees, on a portal with test data beside our content."""

from collections.abc import Iterator

from playwright.sync_api import Browser, FloatRect, Page

from tests.browser.serving import Site, shell

WIDTH = 1280
PREPARE = """
from datetime import timedelta
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from django.test import Client
from stroomop.lib import clock
from tests import factories as make
user = make.make_user(is_staff=True, is_superuser=True, username="test", first_name="Test", last_name="Redactie")
TOTP.activate(user, generate_totp_secret())
make.make_story(title="Testverhaal", slug="testverhaal", summary="Een test.", body="<p>Dit is een test.</p>")
make.make_project(name="Gepland testproject", slug="gepland", published_at=clock.now() + timedelta(minutes=5))
make.make_organisation(name="Testorganisatie", slug="testorganisatie", website="https://test.example/")
client = Client()
client.force_login(user)
print(client.cookies["sessionid"].value)
"""
STORY = "from projects.models import Story; print(Story.objects.get(slug='testverhaal').pk)"
TABLE = b"""adres,naam,soort,website
testorganisatie,Testorganisatie,overig,https://test.example/nieuw
,Tweede testorganisatie,overig,https://tweede.example/
"""
# Long: something to give a tip on.
TEXT = (
    "Deze zin is veel te lang, want hij gaat maar door en door, over van alles en nog wat, zonder dat er ergens een "
    "punt komt waar een lezer even kan uitrusten, en dat leest heel lastig."
)


def pictures(browser: Browser, site: Site) -> Iterator[tuple[str, bytes]]:
    """Each with its name; made on the way of an editor who changes a story."""
    session = shell(site, PREPARE).strip()
    form = f"{site.address}/beheer/projects/story/{shell(site, STORY).strip()}/change/"
    context = browser.new_context(locale="nl-NL", viewport={"width": WIDTH, "height": 900})
    context.add_cookies([{"name": "sessionid", "value": session, "url": site.address}])
    page = context.new_page()

    page.goto(form)
    page.get_by_label("In het kort:").fill("Een verhaal om mee te oefenen.")
    page.get_by_role("button", name="Publiceer de wijziging nu").click()
    page.goto(form)
    page.locator(".field-body [contenteditable]").wait_for()
    yield "form", crop(page, ".publishing", ".publishing")
    page.locator(".field-body [contenteditable]").click()
    page.keyboard.press("End")
    page.keyboard.type(f" {TEXT}")
    page.locator(".field-body .readability li").first.wait_for()
    yield "text", crop(page, ".field-body", ".field-body")
    page.get_by_role("button", name="Bewaar en bekijk het voorbeeld").click()
    page.get_by_text("Voorbeeld.", exact=True).first.wait_for()
    yield "preview", page.screenshot(clip={"x": 0, "y": 0, "width": WIDTH, "height": 640})
    page.goto(form.replace("change/", "history/"))
    yield "history", crop(page, "#content h1", "table.side-by-side")
    page.goto(f"{site.address}/beheer/projects/organisation/import/")
    page.get_by_label("Bestand").set_input_files({"name": "test.csv", "mimeType": "text/csv", "buffer": TABLE})
    page.get_by_label("Wijzig ook wat al gepubliceerd").check()
    page.get_by_role("button", name="Kijk het bestand na").click()
    page.get_by_role("heading", name="Dit gaat er gebeuren").wait_for()
    yield "import", crop(page, "#content h1", "#content-main")
    page.goto(f"{site.address}/beheer/")
    yield "home", page.screenshot(clip={"x": 0, "y": 0, "width": WIDTH, "height": 720})
    context.close()


def crop(page: Page, first: str, last: str, room: int = 16) -> bytes:
    """From the corner of the one to the end of the other; the menu beside them stays out of it."""
    top, end = page.locator(first).first.bounding_box(), page.locator(last).first.bounding_box()
    assert top
    assert end
    left, height = min(top["x"], end["x"]) - room, end["y"] + end["height"] - top["y"] + 2 * room
    # A box is counted from the top of the window, a picture of the whole page from the top of the page.
    from_top = page.evaluate("scrollY") + top["y"] - room
    clip: FloatRect = {"x": left, "y": from_top, "width": WIDTH - left, "height": height}
    return page.screenshot(full_page=True, clip=clip)
