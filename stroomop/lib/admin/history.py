"""The pages with what became of an item: each change with who made it, and each version beside what is there now."""

from typing import Any

from django.contrib import admin
from django.contrib.admin.utils import unquote
from django.contrib.admin.views.main import PAGE_VAR
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import path
from django.utils.decorators import method_decorator
from django.views.decorators.http import require_safe

from stroomop.lib.append_only import frozen_fields

from .differences import names_on, side_by_side
from .past import as_it_is, as_it_was, version_of
from .people import name_of
from .putting_back import PuttingBackMixin
from .sheets import sheet_of_past
from .timeline import Timeline
from .words import EMPTY

PER_PAGE = 50


class HistoryMixin(PuttingBackMixin, admin.ModelAdmin):
    object_history_template = "admin/text_history.html"

    def get_urls(self) -> list[Any]:
        name = f"{self.opts.app_label}_{self.opts.model_name}_version"
        view = self.admin_site.admin_view(self.version_view)
        return [path("<path:object_id>/history/<int:history_id>/", view, name=name), *super().get_urls()]

    def history_view(
        self, request: HttpRequest, object_id: str, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        response: HttpResponse = super().history_view(request, object_id, extra_context)
        # Anything else leads away from an item that is not there.
        if isinstance(response, TemplateResponse) and response.context_data is not None:
            response.context_data |= self.page_of_history(request, response.context_data["object"])
        return response

    def page_of_history(self, request: HttpRequest, item: Any) -> dict[str, Any]:
        timeline = Timeline(item)
        paginator = Paginator(timeline.moments, PER_PAGE)
        page = paginator.get_page(request.GET.get(PAGE_VAR))
        return {
            "title": "Geschiedenis",
            "subtitle": item,
            "page": page,
            "pages": paginator.get_elided_page_range(page.number),
            "lines": timeline.lines(self, request, list(page.object_list)),
            "newest": timeline.records[-1].pk if timeline.records else None,
            "version_url": f"admin:{self.opts.app_label}_{self.opts.model_name}_version",
        }

    @method_decorator(require_safe)
    def version_view(self, request: HttpRequest, object_id: str, history_id: int) -> HttpResponse:
        """A version whole, beside what is stored now."""
        item: Any = self.get_object(request, unquote(object_id))
        if not self.has_view_or_change_permission(request, item):
            raise PermissionDenied
        record = self.record_of(item, history_id)
        [past] = as_it_was(self, request, item, [version_of(item, record)])
        then, now = (sheet_of_past(item, one) for one in (past, as_it_is(self, request, item)))
        lines = list(side_by_side(then, now, names_on(then, now)))
        context = {
            **self.admin_site.each_context(request),
            "title": "Eerdere versie",
            "subtitle": item,
            "opts": self.opts,
            "object": item,
            "record": record,
            "who": name_of(record.history_user) if record.history_user else "",
            "changes": [line for line in lines if line.is_change],
            "the_same": [line for line in lines if not line.is_change and line.after != EMPTY],
            "is_kept": bool(frozen_fields(item)),
            "may_put_back": hasattr(item, "drafts") and self.has_change_permission(request, item),
            "put_back_url": self.put_back_url(item, record),
        }
        return TemplateResponse(request, "admin/version.html", context)
