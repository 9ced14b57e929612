"""Members of the staff in a real browser: signed in by the form, with a code as the phone would give it."""

import time
from dataclasses import dataclass, field
from typing import Any

from allauth.mfa.totp.internal.auth import format_hotp_value, generate_totp_secret, hotp_value
from playwright.sync_api import Browser, Page

from tests.browser.conftest import new_context
from tests.browser.serving import Site, shell

MAKE = """
from allauth.mfa.totp.internal.auth import TOTP
from django.contrib.auth.models import Group
from tests.factories import make_user
user = make_user(username="{name}", password="{password}", first_name="Test", last_name="{name}", is_staff=True)
user.groups.add(Group.objects.get(name="{role}"))
"""
PROTECT = """TOTP.activate(user, "{secret}")"""


@dataclass(frozen=True)
class Member:
    """An account with one role."""

    name: str
    role: str
    password: str = field(default_factory=generate_totp_secret)
    secret: str = field(default_factory=generate_totp_secret)

    def join(self, site: Site, *, protected: bool = True) -> None:
        """With a second factor, if protected."""
        shell(site, (MAKE + PROTECT * protected).format(**vars(self)))

    def enter_password(self, page: Page) -> None:
        page.get_by_label("Gebruikersnaam of e-mailadres").fill(self.name)
        page.get_by_label("Wachtwoord", exact=True).fill(self.password)
        page.get_by_role("button", name="Inloggen", exact=True).click()

    def enter_code(self, page: Page) -> None:
        page.locator("[name=code]").fill(format_hotp_value(hotp_value(self.secret, int(time.time()) // 30)))
        page.locator("main button[type=submit]").first.click()
        page.wait_for_url("**/beheer/")


def session_of(site: Site, browser: Browser, name: str, role: str) -> Any:
    """Of a new member, who has just signed in."""
    member = Member(name, role)
    member.join(site)
    with new_context(browser) as context:
        page = context.new_page()
        page.goto(f"{site.address}/beheer/")
        member.enter_password(page)
        member.enter_code(page)
        return context.storage_state()
