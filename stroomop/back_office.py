"""The admin site: Django's own, with our skin, grouped by what staff come to do, behind a second factor."""

from typing import Any, cast

from allauth.account.decorators import secure_admin_login
from allauth.mfa.models import Authenticator
from allauth.mfa.utils import is_mfa_enabled
from django.conf import settings
from django.contrib import messages
from django.contrib.admin import AdminSite
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.i18n import JavaScriptCatalog

from stroomop.lib.admin import NothingLostMixin, writing

# Heading: model names in order. What is not named stands under the last heading.
GROUPS = {
    "Adviezen": ["Advies", "News", "Agreement", "Check", "Assessment", "Response", "Statement", "Report"],
    "Projecten": ["Project", "Update", "Lesson", "Theme", "Veranderopgave", "Hoofddoel", "Randvoorwaarde"],
    "Ervaringen": ["Experience"],
    "Bibliotheek": ["Publication", "Story", "Event", "GlossaryTerm"],
    "Netwerk": ["Organisation", "Person", "Initiative"],
    "Monitor": [
        "Indicator",
        "Speerpunt",
        "Import",
        "Release",
        "Source",
        "Dimension",
        "Period",
        "ChartEvent",
        "PanelRound",
        "Scale",
    ],
    "Site": ["Page", "TextBlock", "HelpLine", "Image", "Redirect"],
    "Toegang en techniek": ["User", "Group", "SignIn"],
}
# Recovery codes help whoever lost one of these; they are none themselves.
SECOND_FACTORS = [Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN]


class BackOffice(NothingLostMixin, AdminSite):
    site_header = site_title = "Beheer StroomOP"
    index_title = "Beheer"

    def __init__(self, name: str = "admin") -> None:
        super().__init__(name)
        # One tick too many, and a whole list would be gone.
        self.disable_action("delete_selected")

    def has_permission(self, request: HttpRequest) -> bool:
        return super().has_permission(request) and (
            not settings.BACK_OFFICE_SECOND_FACTOR or is_mfa_enabled(request.user, SECOND_FACTORS)
        )

    def login(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> HttpResponse:
        if request.user.is_authenticated and request.user.is_staff and not self.has_permission(request):
            messages.warning(request, "Stel eerst een tweede inlogstap in. Daarna kun je in het beheer.")
            return redirect("mfa_activate_totp")
        return secure_admin_login(super().login)(request, extra_context)

    def get_urls(self) -> list[Any]:
        return [*writing.addresses(self), *super().get_urls()]
    def password_change(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> Any:
        """In one place, where wrong guesses are counted and the owner gets a letter."""
        return redirect("account_change_password")

    def get_app_list(self, request: HttpRequest, app_label: str | None = None) -> list[Any]:
        """The models under our own headings; the page of one app stays as Django makes it."""
        apps = super().get_app_list(request, app_label)
        if app_label:
            return apps
        models = {model["object_name"]: model for app in apps for model in app["models"]}
        groups: list[dict[str, Any]] = [
            {"name": heading, "app_label": "", "app_url": "", "models": [models.pop(n) for n in names if n in models]}
            for heading, names in GROUPS.items()
        ]
        groups[-1]["models"] += models.values()
        return [group for group in groups if group["models"]]

    def i18n_javascript(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> HttpResponse:
        """With our own catalogue beside Django's: LOCALE_PATHS does not reach the admin's scripts."""
        view = JavaScriptCatalog.as_view(packages=["django.contrib.admin", "stroomop"])
        return cast(HttpResponse, view(request))
