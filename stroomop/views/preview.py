"""A page that is not public yet, for whoever has the signed link."""

from typing import Any

from django.apps import apps
from django.contrib import admin
from django.core.signing import BadSignature, SignatureExpired
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from stroomop.lib.admin.drafts import draft_of
from stroomop.lib.admin.previewing import NoPageError, Notice, mark, read_token, show


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
