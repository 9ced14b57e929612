from collections.abc import Callable
from functools import wraps

from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.urls import ResolverMatch, resolve, reverse

from projects.models import Redirect
from stroomop.lib.gone import Gone

DETAIL = "monitor:indicator_detail"

type View = Callable[..., HttpResponseBase]


def under_former_names(view: View) -> View:
    """For what lies below the page of an indicator: a name that it had before leads on, with the question it was asked.
    Only the page itself is in the list of redirects."""

    @wraps(view)
    def look(request: HttpRequest, slug: str, **kwargs: str) -> HttpResponseBase:
        try:
            return view(request, slug, **kwargs)
        except Gone:
            raise
        except Http404:
            assert request.resolver_match
            question = request.META.get("QUERY_STRING", "")
            address = under_new_name(request.resolver_match)
            return redirect(address + (f"?{question}" if question else ""), permanent=True)

    return look


def under_new_name(asked: ResolverMatch) -> str:
    """The same below the page of an indicator that was called so before; raises Http404 when none was."""
    return reverse(asked.view_name, kwargs={**asked.kwargs, "slug": new_slug(asked.kwargs["slug"])})


def new_slug(slug: str) -> str:
    """That of an indicator which was called so before; raises Http404 when none was."""
    target = Redirect.objects.target_of(reverse(DETAIL, args=[slug]))
    if target is None or (page := resolve(target)).view_name != DETAIL:
        raise Http404
    return page.kwargs["slug"]
