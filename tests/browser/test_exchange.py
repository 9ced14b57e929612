"""An editor who brings words in as a file, in a real browser: a slip, mended, looked at, written."""

import csv
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser

from tests.browser.checks import screen_violations
from tests.browser.conftest import Visit, new_context
from tests.browser.serving import ROOT, Site, environment

pytestmark = pytest.mark.browser
WORDS = "/beheer/projects/glossaryterm/"
RIGHTS = ["add_glossaryterm", "change_glossaryterm"]
# Signed in without the form: what is tested here comes after.
SIGN_IN = f"""
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from django.contrib.auth.models import Permission
from django.test import Client
from tests.factories import make_user
user = make_user(username="woorden", is_staff=True)
user.user_permissions.set(Permission.objects.filter(codename__in={RIGHTS}))
TOTP.activate(user, generate_totp_secret())
client = Client()
client.force_login(user)
print(client.cookies["sessionid"].value)
"""


@pytest.fixture(scope="module")
def cookie(site: Site) -> Any:
    """Of somebody who may write words, and nothing else."""
    command = [sys.executable, "manage.py", "shell", "-v0", "-c", SIGN_IN]
    env = environment(site.folder)
    session = subprocess.run(command, cwd=ROOT, env=env, check=True, stdout=subprocess.PIPE, text=True).stdout
    return {"name": "sessionid", "value": session.strip(), "url": site.address}


def write(path: Path, *rows: list[str]) -> Path:
    with path.open("w", newline="") as file:
        csv.writer(file).writerows([["plek op de pagina", "begrip", "uitleg", "bron", "nagekeken op"], *rows])
    return path


@pytest.mark.parametrize("scripted", [True, False])
def test_file_with_a_slip_is_mended_and_written_as_drafts(
    browser: Browser, site: Site, cookie: Any, tmp_path: Path, scripted: bool
) -> None:
    word = f"testwoord {scripted}".lower()
    with new_context(browser, java_script_enabled=scripted) as context:
        context.add_cookies([cookie])
        visit = Visit(context.new_page(), site)
        page = visit.page

        def hand_in(day: str) -> None:
            page.get_by_label("Bestand").set_input_files(
                write(tmp_path / "woorden.csv", ["", word, "Een test.", "Testbron", day])
            )
            page.get_by_role("button", name="Kijk het bestand na").click()

        visit.open(WORDS)
        page.get_by_role("link", name="Importeer").click()
        hand_in("44136")
        page.get_by_role("heading", name="Er is niets geschreven").wait_for()
        assert "Dat is 2020-11-01." in page.get_by_role("region", name="Rij voor rij").inner_text()

        page.get_by_role("link", name="Lever een ander bestand in").click()
        hand_in("2020-11-01")
        page.get_by_role("button", name="Voeg 1 begrip toe als concept").click()

        page.get_by_text("1 begrip toegevoegd als concept.").wait_for()
        assert page.get_by_role("row", name=word).is_visible()
        assert word not in site.get("/begrippen/", X_Forwarded_Proto="https").body.decode()
        assert visit.faults == []


def test_export_for_a_spreadsheet_comes_back_unchanged(
    browser: Browser, site: Site, cookie: Any, tmp_path: Path
) -> None:
    with new_context(browser, accept_downloads=True) as context:
        context.add_cookies([cookie])
        visit = Visit(context.new_page(), site)
        page = visit.page
        visit.open(WORDS)
        page.get_by_role("link", name="Exporteer").click()
        with page.expect_download() as told:
            page.get_by_role("button", name="Download voor Excel (XLSX)").click()
        told.value.save_as(tmp_path / "begrippen.xlsx")

        visit.open(f"{WORDS}import/")
        page.get_by_label("Bestand").set_input_files(tmp_path / "begrippen.xlsx")
        page.get_by_role("button", name="Kijk het bestand na").click()

        page.get_by_role("heading", name="Er verandert niets").wait_for()
        assert visit.faults == []


@pytest.mark.axe
def test_pages_of_import_and_export_are_accessible(
    browser: Browser, site: Site, cookie: Any, tools: dict[str, str], tmp_path: Path
) -> None:
    axe = Path(tools["axe"]).read_text()
    with new_context(browser) as context:
        context.add_cookies([cookie])
        visit, faults = Visit(context.new_page(), site), []
        page = visit.page
        rows = [["", "nieuw testwoord", "Een test.", "Testbron", ""], ["", "fout", "", "", "x"]]
        for path in ("", "export/", "import/"):
            visit.open(WORDS + path)
            faults += screen_violations(page, axe)
        for number in (1, 2):
            visit.open(f"{WORDS}import/")
            page.get_by_label("Bestand").set_input_files(write(tmp_path / "woorden.csv", *rows[:number]))
            page.get_by_role("button", name="Kijk het bestand na").click()
            page.get_by_role("heading", name="Rij voor rij").wait_for()
            faults += screen_violations(page, axe)
        assert (faults, visit.faults) == ([], [])
