"""The admin site: Django's own, with our skin, grouped by what staff come to do, behind a second factor."""

from dataclasses import dataclass
from typing import Any, cast

from allauth.account.decorators import secure_admin_login
from allauth.mfa.models import Authenticator
from allauth.mfa.utils import is_mfa_enabled
from django.conf import settings
from django.contrib import messages
from django.contrib.admin import AdminSite
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.decorators import method_decorator
from django.views.decorators.http import require_safe
from django.views.i18n import JavaScriptCatalog

from stroomop.lib.admin import NothingLostMixin, writing
from stroomop.models import User
from stroomop.worklist import WORK, read_worklist

# Heading: model names in order. What is not named stands under the last heading.
GROUPS = {
    "Adviezen": ["Advies", "News", "Agreement", "Check", "Assessment", "Response", "Statement", "Report"],
    "Projecten": ["Project", "Update", "Lesson", "Theme", "Veranderopgave", "Hoofddoel", "Randvoorwaarde"],
    "Berichten": ["Message"],
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
    "Site": ["Page", "TextBlock", "HelpLine", "Image", "LinkCheck", "Redirect"],
    "Toegang en techniek": ["User", "Group", "SignIn"],
}

# Recovery codes help whoever lost one of these; they are none themselves.
SECOND_FACTORS = [Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN]
# Of a list that is longer the rest comes when these are done.
SHOWN = 100


@dataclass(frozen=True)
class Choice:
    """A screen to begin at, for who has one of the permissions."""

    label: str
    view: str
    permissions: tuple[str, ...]
    words: str = ""

    @property
    def address(self) -> str:
        return reverse(f"admin:{self.view}")


CHOICES = [
    Choice("Nieuws bij een advies", "advies_news_add", ("advies.add_news",), "Een besluit, maatregel of afspraak"),
    Choice("Nieuw cijfer", "monitor_release_new_figure", ("monitor.add_import",), "Eén getal, met zijn bron"),
    Choice("Verhaal", "projects_story_add", ("projects.add_story",), "Een interview, blog of voorbeeld"),
    Choice("Project", "projects_project_add", ("projects.add_project",), "Wat jullie doen, en waarom"),
    Choice("Bijeenkomst", "projects_event_add", ("projects.add_event",), "Voor in de agenda"),
]
# What staff come back for, also when nothing waits.
WAYS = [
    Choice("Kwartaalronde", "advies_check_quarter", ("advies.view_check", "advies.change_check", "advies.add_check")),
    Choice("Een bestand met cijfers inlezen", "monitor_import_add", ("monitor.add_import",)),
]


def choices_for(user: Any, choices: list[Choice]) -> list[Choice]:
    return [choice for choice in choices if any(map(user.has_perm, choice.permissions))]


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
        page = path("werk/<slug:slug>/", self.admin_view(self.worklist_view), name="worklist")
        return [page, *writing.addresses(self), *super().get_urls()]

    def password_change(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> Any:
        """In one place, where wrong guesses are counted and the owner gets a letter."""
        return redirect("account_change_password")

    def index(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> TemplateResponse:
        """What to put on the site, what asks for attention, and only then all there is."""
        user = cast(User, request.user)
        home = {
            "choices": choices_for(user, CHOICES),
            "ways": choices_for(user, WAYS),
            "worklist": read_worklist(user),
        }
        return super().index(request, {**home, **(extra_context or {})})

    @method_decorator(require_safe)
    def worklist_view(self, request: HttpRequest, slug: str) -> HttpResponse:
        """All of one kind that asks for attention."""
        kind = next((kind for kind in WORK if kind.slug == slug), None)
        if kind is None:
            raise Http404
        user = cast(User, request.user)
        if not kind.is_for(user):
            raise PermissionDenied
        line = WORK[kind](user)
        if line and not line.things:
            # It has a screen of its own.
            return redirect(line.address)
        things = line.things if line else ()
        context = {**self.each_context(request), "title": kind.title, "kind": kind, "line": line}
        return TemplateResponse(
            request, "admin/worklist.html", {**context, "things": things[:SHOWN], "number": len(things)}
        )

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
