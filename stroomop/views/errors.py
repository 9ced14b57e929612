"""What a reader gets instead of the page."""

from typing import Any

from django.db import Error
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from stroomop.lib.gone import Gone
from stroomop.search.gathered import KINDS
from stroomop.search.suggestions import suggestions_for

# What the frame of a page would ask the database, for when that does not answer.
WITHOUT_DATABASE: dict[str, Any] = {"footer_nav": [], "help_lines": [], "text_blocks": {}}


def forbidden(request: HttpRequest, exception: Exception | None = None, reason: str = "") -> HttpResponse:
    """Also for a form that came without its token; Django then gives the ``reason``."""
    return render(request, "403.html", status=403)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    template, status = ("410.html", 410) if isinstance(exception, Gone) else ("404.html", 404)
    try:
        found = suggestions_for(request.path)
        suggestions = [(entry, KINDS[entry.kind]) for entry in found]
        context = {"suggestions": suggestions, "sensitive": any(entry.sensitive for entry in found)}
        return render(request, template, context, status=status)
    except Error:
        return render(request, template, WITHOUT_DATABASE, status=status)
