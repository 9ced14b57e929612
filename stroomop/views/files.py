"""The files that machines look for."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import UTC, datetime, time, timedelta

from django.conf import settings
from django.contrib.sitemaps import Sitemap
from django.contrib.sitemaps.views import SitemapIndexItem
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.template.response import TemplateResponse
from django.templatetags.static import static
from django.urls import reverse
from django.views.decorators.http import require_safe

from stroomop.lib.clock import today

# What is not for everybody, what belongs to one reader, and answers to endlessly many questions.
NOT_FOR_MACHINES = ("/beheer/", "/voorbeeld/", "/stijl/", "/zoeken/", "/bericht/")
# The standard asks for less than a year.
SECURITY_DAYS = timedelta(days=180)
# As tokens.css has them in light; a manifest can't ask for the scheme.
DEEP, PAGE = "#0b3a5b", "#ffffff"
# Drawn by .ci/icons.
ICONS = (("icon-192.png", 192, "any"), ("icon-512.png", 512, "any"), ("icon-maskable-512.png", 512, "maskable"))

type Sections = Mapping[str, Sitemap | Callable[[], Sitemap]]


@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    kept = [f"Disallow: {path}" for path in NOT_FOR_MACHINES]
    return text("User-agent: *", *kept, f"Sitemap: {settings.SITE_URL}{reverse('sitemap')}")


@require_safe
def security(request: HttpRequest) -> HttpResponse:
    """Whom to tell of a weakness (RFC 9116). The same all day, and never out of date."""
    if not settings.SECURITY_CONTACT:
        raise Http404
    expires = datetime.combine(today() + SECURITY_DAYS, time(), UTC)
    return text(
        f"Contact: {settings.SECURITY_CONTACT}",
        f"Expires: {expires:%Y-%m-%dT%H:%M:%SZ}",
        "Preferred-Languages: nl, en",
        f"Canonical: {settings.SITE_URL}{reverse('security')}",
    )


@require_safe
def manifest(request: HttpRequest) -> HttpResponse:
    """How the site looks among the programs of a phone. It stays a page in the browser, with its address in sight."""
    icons = [
        {"src": static(f"img/{name}"), "sizes": f"{width}x{width}", "type": "image/png", "purpose": purpose}
        for name, width, purpose in ICONS
    ]
    described = {
        "name": "StroomOP",
        "short_name": "StroomOP",
        "lang": "nl",
        "dir": "ltr",
        "start_url": reverse("home"),
        "scope": reverse("home"),
        "display": "browser",
        "theme_color": DEEP,
        "background_color": PAGE,
        "icons": icons,
    }
    return JsonResponse(described, content_type="application/manifest+json")


def text(*lines: str) -> HttpResponse:
    return HttpResponse("\n".join(lines) + "\n", content_type="text/plain; charset=utf-8")


@require_safe
def sitemap_index(request: HttpRequest, sitemaps: Sections) -> HttpResponse:
    """Where the parts of the sitemap are."""
    parts = [SitemapIndexItem(settings.SITE_URL + address) for address in part_addresses(sitemaps)]
    context = {"sitemaps": parts}
    response = TemplateResponse(request, "sitemap_index.xml", context, content_type="application/xml")
    response["X-Robots-Tag"] = "noindex"
    return response


def part_addresses(sitemaps: Sections) -> Iterator[str]:
    for section, found in sitemaps.items():
        paginator = (found() if callable(found) else found).paginator
        address = reverse("sitemap_section", args=[section])
        # An empty section has one empty page: a file that the standard does not allow.
        pages: Iterable[int] = paginator.page_range if paginator.count else ()
        yield from (address if page == 1 else f"{address}?p={page}" for page in pages)
