"""What others take along: figures as a file, a chart as an image, and a small page for in their own."""

from collections.abc import Collection
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, StreamingHttpResponse
from django.shortcuts import render
from django.utils.csp import CSP
from django.utils.http import content_disposition_header
from django.views.decorators.clickjacking import xframe_options_exempt
from django.views.decorators.csp import csp_override
from django.views.decorators.http import require_safe

from monitor.charts.png import SIZES
from monitor.export import HEADER, downloadable, rows
from monitor.goals import read_with_goals
from monitor.images import chart_notes, page_address, png_of, svg_of, svg_of_parts
from monitor.models import Indicator
from monitor.shortcuts import under_former_names
from projects.shortcuts import get_published_or_gone
from stroomop.lib.csv_file import csv_stream
from stroomop.lib.gone import Gone
from stroomop.lib.stand import Stand, read_stand

# No other page may be framed. It has no script, no form and nothing from elsewhere.
EMBED_CSP: dict[str, Collection[str]] = {
    "default-src": [CSP.NONE],
    "style-src": [CSP.SELF],
    "img-src": [CSP.SELF],
    "form-action": [CSP.NONE],
    "frame-ancestors": ["*"],
    "base-uri": [CSP.NONE],
}


@require_safe
def figures_csv(request: HttpRequest) -> StreamingHttpResponse:
    """All figures. For a day that can't be shown it is the file of today, as its name says."""
    stand = read_stand(request.GET)
    indicators = downloadable().published()
    return csv_stream(f"cijfers-{stand.day.isoformat()}.csv", HEADER, rows(indicators, stand.day))


@require_safe
@under_former_names
def indicator_csv(request: HttpRequest, slug: str) -> StreamingHttpResponse:
    indicator = get_published_or_gone(downloadable(), slug=slug)
    stand = read_stand(request.GET)
    return csv_stream(f"{indicator.slug}-{stand.day.isoformat()}.csv", HEADER, rows([indicator], stand.day))


@require_safe
@under_former_names
def chart_svg(request: HttpRequest, slug: str, dimension: str = "") -> HttpResponse:
    indicator, stand = find(slug), read_stand(request.GET)
    svg = draw(indicator, dimension, stand)
    return attachment(svg.encode(), "image/svg+xml", f"{file_name(indicator, dimension, stand)}.svg", stand)


@require_safe
@under_former_names
def chart_png(request: HttpRequest, slug: str, size: str, dimension: str = "") -> HttpResponse:
    if size not in SIZES:
        raise Http404
    indicator, stand = find(slug), read_stand(request.GET)
    png = png_of(draw(indicator, dimension, stand), size)
    return attachment(png, "image/png", f"{file_name(indicator, dimension, stand)}-{size}.png", stand)


@require_safe
@under_former_names
@xframe_options_exempt
@csp_override(EMBED_CSP)
def embed(request: HttpRequest, slug: str) -> HttpResponse:
    """Live, or frozen on the day of ``?stand=``."""
    try:
        indicator = find(slug)
    except Gone:
        # Said inside the frame: whoever took the chart along may not look at it every day.
        return render(request, "monitor/embed_gone.html", status=410)
    stand = read_stand(request.GET)
    reading, _ = read_with_goals(indicator, stand.day)
    context = {
        "indicator": indicator,
        "reading": reading,
        "notes": chart_notes(reading),
        "stand": stand,
        "sensitive": indicator.is_sensitive,
        "canonical_url": page_address(reading),
    }
    return render(request, "monitor/embed.html", context)


def find(slug: str) -> Indicator:
    """What is sensitive is told in words alone, on its own page."""
    found: Any = get_published_or_gone(downloadable().select_related("speerpunt"), slug=slug)
    return found


def draw(indicator: Indicator, dimension: str, stand: Stand) -> str:
    """The main line, or with a dimension its parts."""
    reading, _ = read_with_goals(indicator, stand.day)
    svg = svg_of_parts(reading, dimension, stand) if dimension else svg_of(reading, stand)
    if svg is None:
        raise Http404
    return svg


def file_name(indicator: Indicator, dimension: str, stand: Stand) -> str:
    return "-".join([indicator.slug, *(["per", dimension] if dimension else []), stand.day.isoformat()])


def attachment(content: bytes, kind: str, name: str, stand: Stand) -> HttpResponse:
    """Search engines keep the image of today: there is one for every day."""
    response = HttpResponse(content, content_type=kind)
    response["Content-Disposition"] = content_disposition_header(as_attachment=True, filename=name)
    if stand.chosen:
        response["X-Robots-Tag"] = "noindex"
    return response
