"""What a reader gets instead of the page."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from stroomop.lib.gone import Gone


def forbidden(request: HttpRequest, exception: Exception | None = None, reason: str = "") -> HttpResponse:
    """Also for a form that came without its token; Django then gives the ``reason``."""
    return render(request, "403.html", status=403)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    if isinstance(exception, Gone):
        return render(request, "410.html", status=410)
    return render(request, "404.html", status=404)
