"""Seeing the real page before the public does: the item is made public, shown as to a reader, and taken back."""

from datetime import timedelta
from typing import Any, NamedTuple

from django.contrib import admin, messages
from django.contrib.admin.utils import unquote
from django.contrib.auth.models import AnonymousUser
from django.core import signing
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect
from django.urls import path, resolve, reverse
from django.utils.decorators import method_decorator
from django.views.decorators.http import require_safe

from stroomop.lib import clock
from stroomop.lib.gone import Gone

from .bulk import reasons
from .drafts import draft_of, mark_of, replay
from .editors import version_of
from .intent import Button, Intent
from .replaying import faults, was_saved

SALT = "voorbeeld"
VALID_FOR = timedelta(days=7)


class Notice(NamedTuple):
    """What stands above a preview."""

    is_change: bool
    # For who may hand it on: the address for somebody without an account, and until when it works.
    link: str = ""
    until: Any = None
    # The way back to the form.
    form: str = ""


class NoPageError(Exception):
    """There is nothing to show; the message says why, in Dutch."""


def token_for(item: Any, draft: Any) -> str:
    return signing.dumps([item._meta.label_lower, item.pk, mark(item, draft)], salt=SALT)


def read_token(token: str) -> tuple[str, int, str]:
    """Raises signing.SignatureExpired, or signing.BadSignature for what is no token of ours."""
    label, pk, seen = signing.loads(token, salt=SALT, max_age=VALID_FOR)
    return label, pk, seen


def mark(item: Any, draft: Any) -> str:
    """Of what is there to be seen: with the next save it is another, and a link to this one opens nothing."""
    return mark_of(draft) if draft else str(version_of(item))


def show(model_admin: Any, item: Any, draft: Any, request: HttpRequest, notice: Notice) -> HttpResponse:
    """The page as a reader would get it. Nothing of it stays; raises NoPageError."""
    with transaction.atomic():
        try:
            if draft:
                try:
                    response = replay(model_admin, draft, draft.author, Intent(Button.PUBLISH, tries=True))
                except PermissionDenied:
                    raise NoPageError("Wie dit schreef, mag dit niet meer wijzigen. Bewaar het zelf opnieuw.") from None
                if not was_saved(response):
                    raise NoPageError(f"Zo kan het nog niet op de site. {faults(response)}")
            item = model_admin.model._base_manager.get(pk=item.pk)
            make_public(item)
            if not (address := model_admin.preview_path(item)):
                raise NoPageError("Dit heeft geen eigen plek op de site.")
            return page_of(address, request, notice)
        finally:
            transaction.set_rollback(True)


def make_public(item: Any) -> None:
    now = clock.now()
    if not item.has_been_public:
        item.published_at = now
    if item.archived_at and item.archived_at <= now:
        item.archived_at = None
    try:
        # Some may be a draft and can't be published as they are.
        item.validate_constraints()
    except ValidationError as error:
        raise NoPageError(f"Zo kan het nog niet op de site. {reasons(error, item)}") from error
    item.save()


def page_of(address: str, request: HttpRequest, notice: Notice) -> HttpResponse:
    """What an anonymous reader gets at an address of this site."""
    match = resolve(address.partition("#")[0])
    asked: Any = HttpRequest()
    asked.method, asked.GET, asked.META = "GET", QueryDict(), request.META
    asked.path = asked.path_info = address.partition("#")[0]
    asked.user, asked.resolver_match, asked.preview = AnonymousUser(), match, notice
    try:
        response: Any = match.func(asked, *match.args, **match.kwargs)
    except (Http404, Gone):
        raise NoPageError("De pagina waar dit op komt, staat zelf nog niet op de site.") from None
    if hasattr(response, "render"):
        response.render()
    shown = HttpResponse(response.content, content_type=response["Content-Type"])
    # For these eyes only.
    shown["X-Robots-Tag"] = "noindex, nofollow"
    shown["Cache-Control"] = "private, no-store"
    shown["Referrer-Policy"] = "no-referrer"
    return shown


class PreviewMixin(admin.ModelAdmin):
    def get_urls(self) -> list[Any]:
        name = f"{self.opts.app_label}_{self.opts.model_name}_preview"
        view = self.admin_site.admin_view(self.preview_view)
        return [path("<path:object_id>/voorbeeld/", view, name=name), *super().get_urls()]

    def preview_path(self, item: Any) -> str:
        """Where readers find the item, once it is public; empty when it stands nowhere."""
        has_page = hasattr(item, "get_absolute_url") and item.slug
        return item.get_absolute_url() if has_page else ""

    @method_decorator(require_safe)
    def preview_view(self, request: HttpRequest, object_id: str) -> HttpResponse:
        item: Any = self.get_object(request, unquote(object_id))
        if not self.has_view_or_change_permission(request, item):
            raise PermissionDenied
        if item is None:
            raise Http404
        form = reverse(f"admin:{self.opts.app_label}_{self.opts.model_name}_change", args=[item.pk])
        draft = draft_of(item)
        link, until = "", None
        if self.has_change_permission(request, item):
            link = request.build_absolute_uri(reverse("preview", args=[token_for(item, draft)]))
            until = clock.now() + VALID_FOR
        try:
            return show(self, item, draft, request, Notice(bool(draft), link, until, form))
        except NoPageError as error:
            self.message_user(request, str(error), messages.WARNING)
            return redirect(form)
