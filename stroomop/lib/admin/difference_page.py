"""What a draft would change on the site, side by side."""

from typing import Any

from django.contrib import admin
from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import path
from django.utils.decorators import method_decorator
from django.views.decorators.http import require_safe

from .differences import differences
from .drafts import draft_of
from .people import name_of
from .snapshot import stored


class DifferenceMixin(admin.ModelAdmin):
    def get_urls(self) -> list[Any]:
        name = f"{self.opts.app_label}_{self.opts.model_name}_difference"
        view = self.admin_site.admin_view(self.difference_view)
        return [path("<path:object_id>/verschil/", view, name=name), *super().get_urls()]

    @method_decorator(require_safe)
    def difference_view(self, request: HttpRequest, object_id: str) -> HttpResponse:
        item: Any = self.get_object(request, unquote(object_id))
        if not self.has_view_or_change_permission(request, item):
            raise PermissionDenied
        if item is None or (draft := draft_of(item)) is None:
            raise Http404
        context = {
            **self.admin_site.each_context(request),
            "title": "Wat verandert er?",
            "subtitle": item,
            "opts": self.opts,
            "object": item,
            "draft": draft,
            "author": name_of(draft.author),
            "lines": differences(self, request, item, stored(self, request, item), draft.data),
        }
        return TemplateResponse(request, "admin/publishing/difference.html", context)
