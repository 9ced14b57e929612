"""What the form of a publishable item says beside its fields: how it stands, what waits, who else is at work."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from . import drafts, editors
from .difference_page import DifferenceMixin
from .intent import intent_of
from .previewing import PreviewMixin
from .reading_along import AskForm, ReadForm, ReadingAlongMixin
from .standing import standing_of


def goes_on(request: HttpRequest) -> bool:
    """Whether the form showed the draft; else it showed what is on the site."""
    return "site" not in request.GET


class FormPageMixin(DifferenceMixin, PreviewMixin, ReadingAlongMixin):
    change_form_template = "admin/publishing/change_form.html"

    def address(self, page: str, item: Any) -> str:
        return reverse(f"admin:{self.opts.app_label}_{self.opts.model_name}_{page}", args=[item.pk])

    def render_change_form(
        self, request: HttpRequest, context: dict[str, Any], *args: Any, **kwargs: Any
    ) -> HttpResponse:
        item = context.get("original")
        context |= self.on_paper(request, item, drafts.draft_of(item) if item else None)
        return super().render_change_form(request, context, *args, **kwargs)

    def is_at_work(self, request: HttpRequest, item: Any) -> bool:
        return self.has_change_permission(request, item) and not intent_of(request).by_itself

    def has_preview(self, item: Any, draft: Any) -> bool:
        """Of what is public as it is, the page itself is there to see."""
        return bool(self.preview_path(item)) and (bool(draft) or not item.is_public)

    def on_paper(self, request: HttpRequest, item: Any, draft: Any) -> dict[str, Any]:
        """What the form says beside its fields."""
        # As it is stored: what is on the form is in the item that the form has in hand.
        stands = self.model._base_manager.filter(pk=item.pk).first() if item else None
        context = {
            "standing": standing_of(stands, draft, has_page=bool(item is None or self.preview_path(item))),
            "ask_form": AskForm(request.user),
        }
        if item is None:
            return context
        return context | {
            "draft": draft,
            "shows_draft": bool(draft) and goes_on(request),
            "after_draft": editors.since(item, draft.base) if draft else [],
            "version": editors.version_of(item),
            "others": editors.come_in(item, request.user) if self.is_at_work(request, item) else [],
            "read_requests": item.read_requests.select_related("asked_by", "asked_of", "read_by"),
            "to_read": self.open_for(item, request.user).first(),
            "read_form": ReadForm(),
            "difference_url": self.address("difference", item) if draft else "",
            "preview_url": self.address("preview", item) if self.has_preview(item, draft) else "",
        }
