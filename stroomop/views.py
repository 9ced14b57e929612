"""The pages that belong to the site as a whole."""

from pathlib import PurePath
from typing import Any

from django.apps import apps
from django.conf import settings
from django.contrib import admin
from django.core.signing import BadSignature, SignatureExpired
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe
from django.views.generic import ListView
from django.views.static import serve

from advies.models import Advies, News
from advies.reading import read
from monitor.beside import first_of
from monitor.corrections import corrections, read_corrections
from monitor.export import downloadable
from monitor.models import Indicator
from projects.models import Event, Project
from projects.shortcuts import any_sensitive, get_published_or_gone
from stroomop.lib.admin.drafts import draft_of
from stroomop.lib.admin.previewing import NoPageError, Notice, mark, read_token, show
from stroomop.lib.clock import today
from stroomop.lib.documents import KINDS
from stroomop.lib.gone import Gone
from stroomop.lib.links import page_of
from stroomop.lib.pictures import CONTENT_TYPES
from stroomop.lib.stand import read_stand
from stroomop.models import Page
from stroomop.style_guide import samples

# One on the first screen and three below.
HOME_FIGURES = 4
HOME_PROJECTS = 4
HOME_EVENTS = 3
# What there is news of; more kinds are to come.
NEWS_KINDS = ("correcties",)

DOCUMENTS = {f".{kind.extension}": kind.content_type for kind in KINDS.values()}


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    day = today()
    readings = read(Advies.objects.as_of(day).for_list(day), day)
    checks = [reading.advies.last_check for reading in readings]
    context = {
        "readings": readings,
        # The oldest of the last checks: only since then can nothing have been missed for any of the twelve.
        "last_check": min((day for day in checks if day), default=None) if all(checks) else None,
        "news_count": News.objects.as_of(day).count(),
        "figures": first_of(Indicator.objects.published().drawn().without_sensitive(), day, HOME_FIGURES),
        "projects": Project.objects.published().without_sensitive()[:HOME_PROJECTS],
        "upcoming": Event.objects.published().upcoming().without_sensitive()[:HOME_EVENTS],
    }
    return render(request, "stroomop/home.html", context)


class Nieuw(ListView):
    """What changed, newest first."""

    template_name = "stroomop/nieuw.html"
    paginate_by = 50
    page_kwarg = "pagina"

    def get_queryset(self) -> Any:
        self.stand = read_stand(self.request.GET)
        return corrections(downloadable().published(), self.stand.day)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        found = read_corrections(context["page_obj"].object_list)
        kind = self.request.GET.get("soort", "")
        return {
            **context,
            "stand": self.stand,
            "corrections": found,
            "unknown_kind": bool(kind) and kind not in NEWS_KINDS,
            "sensitive": any_sensitive(found),
        }


@page_of(Page)
@require_safe
def page(request: HttpRequest, slug: str) -> HttpResponse:
    return render(request, "stroomop/page.html", {"page": get_published_or_gone(Page.objects.all(), slug=slug)})


@require_safe
def preview(request: HttpRequest, token: str) -> HttpResponse:
    """What somebody without an account was asked to read along: by a signed link, for as long as that holds."""
    try:
        label, pk, seen = read_token(token)
    except SignatureExpired:
        return preview_gone(request)
    except BadSignature:
        raise Http404 from None
    model: Any = apps.get_model(label)
    item = model._base_manager.filter(pk=pk).first()
    draft = draft_of(item) if item else None
    if item is None or mark(item, draft) != seen or (draft is None and item.has_been_public):
        return preview_gone(request, item)
    try:
        return show(admin.site.get_model_admin(model), item, draft, request, Notice(bool(draft)))
    except NoPageError:
        return preview_gone(request, item)


def preview_gone(request: HttpRequest, item: Any = None) -> HttpResponse:
    has_page = item is not None and item.is_public and hasattr(item, "get_absolute_url")
    context = {"public_url": item.get_absolute_url() if has_page else ""}
    return render(request, "stroomop/preview_gone.html", context, status=410)


@require_safe
def style_guide(request: HttpRequest) -> HttpResponse:
    """Every component on one page, for those who build and write."""
    if not settings.DEBUG and not request.user.is_staff:
        raise Http404
    return render(request, "stroomop/style_guide.html", samples())


@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    lines = ["User-agent: *", "Disallow: /beheer/", f"Sitemap: {settings.SITE_URL}{reverse('sitemap')}"]
    return HttpResponse("\n".join(lines) + "\n", content_type="text/plain")


def forbidden(request: HttpRequest, exception: Exception | None = None, reason: str = "") -> HttpResponse:
    """Also for a form that came without its token; Django then gives the ``reason``."""
    return render(request, "403.html", status=403)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    if isinstance(exception, Gone):
        return render(request, "410.html", status=410)
    return render(request, "404.html", status=404)


@require_safe
def upload(request: HttpRequest, path: str) -> HttpResponse | FileResponse:
    """What staff uploaded: pictures are shown, all else is only ever saved, and nothing of it can run."""
    response = serve(request, path, document_root=str(settings.MEDIA_ROOT))
    suffix = PurePath(path).suffix
    response["Content-Security-Policy"] = "default-src 'none'; sandbox"
    response["Content-Type"] = (CONTENT_TYPES | DOCUMENTS).get(suffix, "application/octet-stream")
    if suffix in CONTENT_TYPES:
        # Another picture has another name.
        response["Cache-Control"] = "public, max-age=31536000, immutable"
        del response["Content-Disposition"]
    else:
        response["Content-Disposition"] = "attachment"
    return response
