"""The screens of the back-office, asked of axe one by one."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from stroomop.roles import REDACTEUR
from tests.browser.checks import screen_violations
from tests.browser.conftest import Visit, new_context
from tests.browser.serving import Site, shell, sign_in
from tests.browser.staff import Member

pytestmark = [pytest.mark.browser, pytest.mark.axe]
SCREENS = [
    "",
    "projects/",
    "projects/project/?fase=loopt",
    "projects/project/?q=nonsense",
    "projects/story/add/",
    "projects/publication/add/",
    "projects/image/",
    "projects/image/add/",
    "projects/image/{image}/change/",
    "projects/experience/add/",
    "projects/project/{concept}/delete/",
    "advies/advies/1/change/",
    "advies/news/add/",
    "advies/check/kwartaalronde/",
    "monitor/indicator/1/change/",
    "monitor/panelround/add/",
    "stroomop/user/add/",
    "stroomop/user/1/change/",
    "stroomop/signin/",
    "stroomop/linkcheck/",
    "werk/concepten/",
    "bestaat-niet/",
]
# A page with a row below it; a concept; an image.
MAKE = """
from projects.models import Image
from tests.factories import make_organisation, make_project, make_story
from tests.files import picture
project = make_project(name="Testproject toegankelijk", slug="test-toegankelijk", what="<p>Eerst.</p>")
project.results.create(text="<p>Een testresultaat.</p>")
concept = make_project(name="Testproject concept", slug="test-concept", published_at=None)
image = Image.objects.create(file=picture(), alt_text="Twee testkleuren", credit="Testmaker")
print(project.pk, concept.pk, image.pk)
"""
CLEAR_UP = """
from projects.models import Image, Project
Project.objects.filter(name__startswith="Testproject").delete()
Image.objects.filter(credit="Testmaker").delete()
"""


@pytest.fixture(scope="module")
def axe(tools: dict[str, str]) -> str:
    return Path(tools["axe"]).read_text()


@pytest.fixture(scope="module")
def items(site: Site) -> Iterator[dict[str, int]]:
    keys = map(int, shell(site, MAKE).split())
    yield dict(zip(("project", "concept", "image"), keys, strict=True))
    shell(site, CLEAR_UP)


@pytest.fixture
def visit(browser: Browser, site: Site, items: Any) -> Iterator[Visit]:
    with new_context(browser) as context:
        context.add_cookies([sign_in(site, may_all=True)])
        visit = Visit(context.new_page(), site)
        yield visit
        assert visit.faults == []


def test_screens_are_accessible(visit: Visit, items: dict[str, int], axe: str) -> None:
    faults = []
    for path in SCREENS:
        visit.open(f"/beheer/{path.format(**items)}")
        faults += screen_violations(visit.page, axe)
    assert faults == []


def test_screens_of_a_change_that_waits_are_accessible(visit: Visit, items: dict[str, int], axe: str) -> None:
    page, faults, form = visit.page, [], f"/beheer/projects/project/{items['project']}/change/"

    def look(heading: str) -> None:
        page.get_by_text(heading).first.wait_for()
        faults.extend(screen_violations(page, axe))

    for words, button in (("Dit is er nu.", "Publiceer de wijziging nu"), ("Later anders.", "Bewaar als concept")):
        visit.open(form)
        page.get_by_label("In één zin:").fill(words)
        page.get_by_role("button", name=button, exact=True).click()
    look("Concept bewaard.")
    page.get_by_role("link", name="Wat verandert er?").click()
    look("In het concept")
    visit.open(form)
    page.get_by_role("link", name="Geschiedenis").click()
    look("Het nieuwste staat bovenaan.")
    page.get_by_role("link", name="Bekijk deze versie").last.click()
    look("Zo was het op")
    page.get_by_role("button", name="Zet deze versie terug").click()
    look("Er wacht al een concept")
    visit.open(form)
    page.get_by_label("In één zin:").fill("")
    # As if a colleague had been here since.
    page.locator("[name=_version]").evaluate("field => { field.value = 0 }")
    page.get_by_role("button", name="Bewaar als concept", exact=True).click()
    look("Terwijl jij bezig was")
    page.get_by_role("button", name="Bewaar als concept", exact=True).click()
    look("Dit veld is verplicht.")
    assert faults == []


def test_way_in_is_accessible(browser: Browser, site: Site, axe: str) -> None:
    """Of somebody who sets up the second factor, and of somebody who has it."""
    new, member, faults = Member("Nieuw", REDACTEUR), Member("Terug", REDACTEUR), []
    new.join(site, protected=False)
    member.join(site)

    def look(page: Page, heading: str) -> None:
        page.get_by_role("heading", name=heading).first.wait_for()
        faults.extend(screen_violations(page, axe))

    with new_context(browser) as context:
        page = context.new_page()
        page.goto(f"{site.address}/beheer/")
        look(page, "Inloggen")
        new.enter_password(page)
        look(page, "Nog een keer inloggen")
        page.get_by_label("Wachtwoord", exact=True).fill(new.password)
        page.get_by_role("button", name="Bevestigen").click()
        page.get_by_role("img").first.wait_for()
        faults.extend(screen_violations(page, axe))
    with new_context(browser) as context:
        page = context.new_page()
        page.goto(f"{site.address}/beheer/")
        member.enter_password(page)
        page.locator("[name=code]").wait_for()
        faults.extend(screen_violations(page, axe))
        member.enter_code(page)
        for path in ("2fa/", "password/change/"):
            page.goto(f"{site.address}/beheer/account/{path}")
            faults.extend(screen_violations(page, axe))
    assert faults == []
