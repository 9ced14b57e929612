"""Putting back an earlier version: as a draft, so that nothing public changes by the click."""

from typing import Any

from django.contrib import admin, messages
from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.datastructures import MultiValueDict
from django.utils.decorators import method_decorator
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.views.decorators.http import require_POST

from .drafts import draft_of, keep, mark_of, rest_on
from .people import name_of
from .snapshot import stored


class PuttingBackMixin(admin.ModelAdmin):
    def get_urls(self) -> list[Any]:
        name = f"{self.opts.app_label}_{self.opts.model_name}_put_back"
        view = self.admin_site.admin_view(self.put_back_view)
        address = "<path:object_id>/history/<int:history_id>/terugzetten/"
        return [path(address, view, name=name), *super().get_urls()]

    def put_back_url(self, item: Any, record: Any) -> str:
        return reverse(
            f"admin:{self.opts.app_label}_{self.opts.model_name}_put_back", args=[item.pk, record.history_id]
        )

    def record_of(self, item: Any, history_id: int) -> Any:
        records = item.history.filter(pk=history_id) if hasattr(item, "history") else None
        if not records:
            raise Http404
        return records.select_related("history_user").get()

    @method_decorator(require_POST)
    def put_back_view(self, request: HttpRequest, object_id: str, history_id: int) -> HttpResponse:
        with transaction.atomic():
            item: Any = self.get_object(request, unquote(object_id))
            if not self.has_change_permission(request, item):
                raise PermissionDenied
            record = self.record_of(item, history_id)
            if not hasattr(item, "drafts"):
                raise Http404
            # Who comes second waits here, and sees the draft that the first made.
            self.model._base_manager.select_for_update().get(pk=item.pk)
            draft = draft_of(item)
            if draft and request.POST.get("replaces") != mark_of(draft):
                return self.ask(request, item, record, draft)
            when = date_format(localtime(record.history_date), "j F Y H:i")
            # With the files of that draft: they belong to other words.
            item.drafts.all().delete()
            said = f"De versie van {when} teruggezet als concept."
            made = keep(item, request.user, stored(self, request, item, record), MultiValueDict())
            rest_on(made, self.log_change(request, item, said))
        told = f"De versie van {when} staat in dit formulier, als concept. Op de site is nog niets veranderd: kijk het "
        self.message_user(request, f"{told}na en publiceer het dan.", messages.SUCCESS)
        return redirect(f"admin:{self.opts.app_label}_{self.opts.model_name}_change", item.pk)

    def ask(self, request: HttpRequest, item: Any, record: Any, draft: Any) -> HttpResponse:
        """What somebody wrote would be lost."""
        context = {
            **self.admin_site.each_context(request),
            "title": "Concept vervangen",
            "subtitle": item,
            "opts": self.opts,
            "object": item,
            "record": record,
            "draft": draft,
            "author": name_of(draft.author),
            "replaces": mark_of(draft),
        }
        return TemplateResponse(request, "admin/replace_draft.html", context)
