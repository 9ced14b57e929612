"""What the editor asks while somebody writes: which page to link to, and what could be better. For staff only."""

from collections.abc import Callable
from datetime import timedelta
from functools import wraps
from typing import Any

from django.contrib.admin import AdminSite
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.urls import URLPattern, path
from django.utils.text import capfirst
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from stroomop.lib import clock
from stroomop.lib.links import page_models
from stroomop.lib.text import writable

from .richtext import advice

View = Callable[[HttpRequest, AdminSite], HttpResponse]
FOUND = 10
SHORTEST = 2
LONGEST = 100
# Whatever is planned is public by then.
LATER = timedelta(days=100 * 365)


def addresses(site: AdminSite) -> list[URLPattern]:
    return [
        path("items/", for_staff(site, require_safe(items)), name="items"),
        path("leesbaarheid/", for_staff(site, require_POST(readability)), name="readability"),
    ]


def for_staff(site: AdminSite, view: View) -> Callable[[HttpRequest], HttpResponse]:
    """A script asks, so the answer is no form to sign in by."""

    @wraps(view)
    def checked(request: HttpRequest) -> HttpResponse:
        if not site.has_permission(request):
            raise PermissionDenied
        return never_cache(view)(request, site)

    return checked


def items(request: HttpRequest, site: AdminSite) -> HttpResponse:
    """The pages that the words in ``q`` find: what is public, and what is planned when one may see it in its list."""
    term = writable(request.GET.get("q", "")).strip()[:LONGEST]
    found = search(request, site, term) if len(term) >= SHORTEST else []
    return JsonResponse({"items": [describe(item) for item in sorted(found, key=closest_to(term))[:FOUND]]})


def search(request: HttpRequest, site: AdminSite, term: str) -> list[Any]:
    found: list[Any] = []
    for model in page_models():
        screen = site.get_model_admin(model)
        pages: Any = model._default_manager
        rows = pages.published()
        if screen.has_view_permission(request):
            rows |= pages.published(clock.now() + LATER)
        matching, doubles = screen.get_search_results(request, rows, term)
        found += (matching.distinct() if doubles else matching)[:FOUND]
    return found


def closest_to(term: str) -> Callable[[Any], tuple[bool, bool, str]]:
    """Names that begin with the words come first, then those that hold them, then what was found by other words."""

    def rank(item: Any) -> tuple[bool, bool, str]:
        name, words = str(item).lower(), term.lower()
        return not name.startswith(words), words not in name, name

    return rank


def describe(item: Any) -> dict[str, str]:
    kind = capfirst(str(item._meta.verbose_name))
    return {
        "title": str(item),
        "kind": kind if item.is_public else f"{kind}, {item.status}",
        "address": item.get_absolute_url(),
    }


def readability(request: HttpRequest, site: AdminSite) -> HttpResponse:
    return JsonResponse({"remarks": advice(request.POST.get("html", ""))})
