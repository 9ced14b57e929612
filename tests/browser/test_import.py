"""Somebody who keeps the figures, in a real browser: a file with a slip, mended, published, read by all, taken back."""

import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser

from stroomop.roles import CIJFERBEHEERDER
from tests.browser.checks import screen_violations
from tests.browser.conftest import Visit, new_context
from tests.browser.serving import ROOT, Site, environment
from tests.browser.staff import session_of

pytestmark = pytest.mark.browser
INDICATOR = "/monitor/indicator/plaatsingen/"
HEADER = "indicator_code,indicator_name,definition,unit,period,breakdown_dimension,breakdown_value,value,source_title"
HEADER += ",source_url,retrieved_note,status\n"
PAGES = ["import/", "import/add/", "import/2/change/", "release/", "release/2/change/", "release/nieuw-cijfer/"]
# A number that occurs nowhere else.
NUMBER = "1.357"


def manage(site: Site, *arguments: str) -> None:
    subprocess.run([sys.executable, "manage.py", *arguments], cwd=ROOT, env=environment(site.folder), check=True)


def write(path: Path, period: str) -> Path:
    line = f"JZP_PLAATSINGEN,,,,{period},land,Nederland,1357,Testbron,https://bron.test/,,definitief\n"
    path.write_text(HEADER + line)
    return path


@pytest.fixture(scope="module")
def session(site: Site, browser: Browser) -> Any:
    return session_of(site, browser, "Cijfers", CIJFERBEHEERDER)


def is_public(site: Site) -> bool:
    return NUMBER in site.get(INDICATOR, X_Forwarded_Proto="https").body.decode()


# The page comes back by itself, and the buttons work, without a script.
@pytest.mark.parametrize("scripted", [True, False])
def test_file_with_a_slip_is_mended_published_and_taken_back(
    browser: Browser, site: Site, session: Any, tmp_path: Path, scripted: bool
) -> None:
    with new_context(browser, storage_state=session, java_script_enabled=scripted) as context:
        visit = Visit(context.new_page(), site)
        page = visit.page

        def hand_in(period: str) -> None:
            page.get_by_label("Bestand").set_input_files(write(tmp_path / "cijfers.csv", period))
            page.get_by_label("Maak aan wat het portaal niet kent").check()
            page.get_by_role("button", name="Kijk het bestand na").click()
            page.get_by_role("progressbar").wait_for()
            manage(site, "db_worker", "--batch", "--no-startup-delay", "-v0")

        def told() -> str:
            """What the table says of the one row of the file."""
            row: str = page.get_by_role("region", name="Rij voor rij").get_by_role("row").nth(1).inner_text()
            return row

        visit.open("/beheer/")
        page.get_by_role("link", name="Een bestand met cijfers inlezen").click()
        hand_in("2025-13")
        page.get_by_role("heading", name="Er is niets geschreven").wait_for()
        assert "'2025-13' is geen periode." in told()

        page.get_by_role("link", name="Lever het opnieuw in").click()
        hand_in("2025")
        page.get_by_role("heading", name="Dit gaat er gebeuren").wait_for()
        assert NUMBER in told()
        assert not is_public(site)

        page.get_by_role("button", name="Publiceer nu (1 cijfer)").click()
        page.get_by_text("Gepubliceerd: 1 cijfer.").wait_for()
        assert is_public(site)

        page.get_by_label("Waarom neem je dit terug?").fill("Test.")
        page.get_by_label("De getallen waren te gevoelig").check()
        page.get_by_role("button", name="Neem alles terug").click()
        page.get_by_text("Teruggenomen. Wat hiervoor gold, geldt weer.").wait_for()
        assert not is_public(site)
        assert visit.faults == []


@pytest.mark.axe
def test_pages_of_figures_are_accessible(browser: Browser, site: Site, session: Any, tools: dict[str, str]) -> None:
    axe = Path(tools["axe"]).read_text()
    with new_context(browser, storage_state=session) as context:
        visit, faults = Visit(context.new_page(), site), []
        for path in PAGES:
            visit.open(f"/beheer/monitor/{path}")
            faults += screen_violations(visit.page, axe)
        assert (faults, visit.faults) == ([], [])
