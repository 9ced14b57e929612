"""``/monitor/vergelijk/``: figures beside each other, as the address asks."""

from dataclasses import replace

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from monitor.comparison import SLUG, Asked, Choice, ask, read_choice
from monitor.shortcuts import new_slug
from stroomop.lib.stand import read_stand


@require_safe
def compare(request: HttpRequest) -> HttpResponse:
    stand, choice = read_stand(request.GET), read_choice(request.GET)
    asked = ask(choice, stand.day)
    moved = renamed(choice, asked)
    if moved != choice:
        return redirect(address(request.path, moved, stand.query), permanent=True)
    context = {
        "stand": stand,
        "asked": asked,
        "comparison": asked.comparison,
        "own_address": address(request.path, asked.kept, ""),
        "sensitive": asked.is_sensitive,
    }
    return render(request, "monitor/compare.html", context)


def address(path: str, choice: Choice, stand: str) -> str:
    query = "&".join(filter(None, [choice.query, stand]))
    return f"{path}?{query}" if query else path


def renamed(choice: Choice, asked: Asked) -> Choice:
    """With the new slugs of indicators that were called otherwise: an address that was shared keeps working."""
    slugs = tuple(new_name(slug) if slug in asked.unknown else slug for slug in choice.figures)
    return replace(choice, figures=slugs)


def new_name(slug: str) -> str:
    """The slug itself, where it never was another's."""
    try:
        return new_slug(slug) if SLUG.fullmatch(slug) else slug
    except Http404:
        return slug
