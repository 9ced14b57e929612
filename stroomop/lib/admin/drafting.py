"""The form of what the public may see. Live and draft apart: of a public item, all but publishing makes a draft."""

from typing import Any

from django.conf import settings
from django.contrib import messages
from django.contrib.admin.options import IS_POPUP_VAR, ActionLocation
from django.contrib.admin.utils import unquote
from django.contrib.messages.storage.base import BaseStorage
from django.db import transaction
from django.forms import FileField
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.datastructures import MultiValueDict

from . import drafts, editors
from .differences import differences
from .form_page import FormPageMixin, goes_on
from .intent import DISCARD, Button, Intent, PublishingForm, give, gives, intent_of, read_intent
from .reading_along import AskForm, ask
from .replaying import as_posted, asks_for_action, filled_in, was_saved
from .snapshot import stored
from .standing import in_words

FOUR_EYES = (
    "Vier ogen: wie het laatst iets veranderde, publiceert het niet zelf. Bewaar het, en laat een collega meelezen en "
    "publiceren."
)
NOT_ASKED = "De vraag om mee te lezen is niet gesteld: houd haar korter dan 300 tekens."


class DraftingMixin(FormPageMixin):
    def get_form(self, request: HttpRequest, obj: Any = None, change: bool = False, **kwargs: Any) -> Any:
        form = super().get_form(request, obj, change=change, **kwargs)
        return type(form.__name__, (PublishingForm, form), {"intent": intent_of(request)})

    def send(self, request: HttpRequest, object_id: str | None, context: dict[str, Any] | None = None) -> HttpResponse:
        """The form as Django's admin handles it."""
        response: HttpResponse = super().changeform_view(request, object_id, extra_context=context)
        return response

    def changeform_view(
        self,
        request: HttpRequest,
        object_id: str | None = None,
        form_url: str = "",
        extra_context: dict[str, Any] | None = None,
    ) -> HttpResponse:
        item = self.get_object(request, unquote(object_id)) if object_id else None
        actions = self.get_actions(request, action_location=ActionLocation.CHANGE_FORM) if item else {}
        if request.method == "POST" and asks_for_action(request, actions):
            return self.send(request, object_id, extra_context)
        if item is None:
            intent = read_intent(request)
            give(request, intent.refused(FOUR_EYES) if gives(intent) and settings.FOUR_EYES else intent)
        if item is None or not self.has_change_permission(request, item):
            return self.send(request, object_id, extra_context)
        if request.method == "POST":
            with transaction.atomic():
                # Who comes second waits here, and sees what the first has done.
                item = get_object_or_404(self.model._base_manager.select_for_update(), pk=item.pk)
                return self.receive(request, item, extra_context or {})
        if (draft := drafts.draft_of(item)) and goes_on(request):
            return self.fill_in(request, draft, extra_context or {})
        return self.send(request, object_id, extra_context)

    def fill_in(self, request: HttpRequest, draft: Any, context: dict[str, Any]) -> HttpResponse:
        """The form as it was when the draft was kept."""
        shown: Any = request
        give(request, Intent(shows=True))
        # Both, because asking for files that were never set reads the request anew.
        shown.method, shown.POST, shown._files = "POST", as_posted(draft.data), MultiValueDict()
        response = self.send(request, str(draft.item_id), context)
        shown.method = "GET"
        return response

    def receive(self, request: HttpRequest, item: Any, context: dict[str, Any]) -> HttpResponse:
        draft = drafts.draft_of(item)
        intent: Intent = read_intent(request)
        if news := self.news_for(request, item):
            give(request, Intent(intent.button, shows=True))
            now = draft.data if draft else stored(self, request, item)
            context |= {"news": news, "differences": differences(self, request, item, now, filled_in(request))}
            return self.send(request, str(item.pk), context)
        if DISCARD in request.POST:
            return self.discard(request, item, draft)
        if gives(intent) and settings.FOUR_EYES and not self.seen_by_another(request, item, draft):
            intent = intent.refused(FOUR_EYES)
        give(request, intent)
        if item.is_public and intent.button != Button.PUBLISH and not intent.refusal:
            return self.keep_draft(request, item, intent, context)
        with drafts.opened(draft if goes_on(request) else None) as kept:
            # A browser sends a file once: that of the draft comes along.
            for field, uploads in kept.lists():
                if field not in request.FILES and f"{field}-clear" not in request.POST:
                    request.FILES.setlist(field, uploads)
            return self.send(request, str(item.pk), context)

    def news_for(self, request: HttpRequest, item: Any) -> list[Any]:
        """What colleagues did since this form was opened."""
        version = request.POST.get("_version", "")
        return editors.since(item, int(version)) if version.isdecimal() and len(version) < 19 else []

    def seen_by_another(self, request: HttpRequest, item: Any, draft: Any) -> bool:
        """Whether somebody else wrote what is to be published, to the letter."""
        written, sent = draft.data if draft else stored(self, request, item), filled_in(request)
        takes_files = request.FILES or any(name.endswith("-clear") and name not in written for name in sent)
        if takes_files or (draft and not goes_on(request)) or editors.last_writer(item) == request.user:
            return False
        return not differences(self, request, item, written, sent)

    def keep_draft(self, request: HttpRequest, item: Any, intent: Intent, context: dict[str, Any]) -> HttpResponse:
        """Really save it, to see that it can be, and take that back: what stays is the form."""
        uploads = self.uploads(request, item)
        going_on = goes_on(request)
        draft = drafts.keep(item, request.user, filled_in(request), uploads, intent.moment, goes_on=going_on)
        new = [stored.file for stored in draft.files.all() if stored.field in uploads]
        is_kept = False
        try:
            with drafts.opened(draft) as files:
                response = self.try_out(request, item, files, context)
            is_kept = was_saved(response)
        finally:
            if not is_kept:
                # No rollback takes a file away.
                for file in new:
                    file.storage.delete(file.name)
        if not is_kept:
            transaction.set_rollback(True)
            return response
        said = "Concept bewaard."
        if intent.button == Button.SCHEDULE:
            said = f"Wijziging ingepland voor {in_words(draft.publish_at)}."
        drafts.rest_on(draft, self.log_change(request, item, said))
        return self.lead_on(request, item, intent, f"{said} De site blijft zolang zoals ze is.")

    def uploads(self, request: HttpRequest, item: Any) -> MultiValueDict:
        """The files that the form asks for, and no others."""
        fields = self.get_form(request, item, change=True, fields=None).base_fields
        asked = [name for name, field in fields.items() if isinstance(field, FileField) and name in request.FILES]
        return MultiValueDict({name: request.FILES.getlist(name) for name in asked})

    def try_out(self, request: HttpRequest, item: Any, files: Any, context: dict[str, Any]) -> HttpResponse:
        tried: Any = request
        before = tried._messages
        tried._files, tried._messages = files, BaseStorage(request)
        with transaction.atomic():
            give(request, Intent(Button.PUBLISH, tries=True))
            response = self.send(request, str(item.pk), context)
            transaction.set_rollback(True)
        tried._messages = before
        return response

    def discard(self, request: HttpRequest, item: Any, draft: Any) -> HttpResponse:
        if draft:
            draft.delete()
            item.read_requests.all().delete()
            self.log_change(request, item, "Concept weggegooid.")
            self.message_user(request, "Het concept is weggegooid. De site is zoals ze was.", messages.SUCCESS)
        return redirect(request.path)

    def response_add(self, request: HttpRequest, obj: Any, post_url_continue: str | None = None) -> HttpResponse:
        if IS_POPUP_VAR in request.POST:
            return super().response_add(request, obj, post_url_continue)
        return self.saved(request, obj)

    def response_change(self, request: HttpRequest, obj: Any) -> HttpResponse:
        return self.saved(request, obj)

    def saved(self, request: HttpRequest, item: Any) -> HttpResponse:
        """After the item itself was saved; what waited of it is in there now."""
        intent = intent_of(request)
        item.drafts.all().delete()
        if gives(intent):
            item.read_requests.all().delete()
        if intent.button == Button.PUBLISH and item.is_public:
            self.log_change(request, item, "Gepubliceerd.")
            said = f"“{item}” staat nu op de site."
        elif item.status == "ingepland":
            said = f"“{item}” komt vanzelf op de site op {in_words(item.published_at)}."
        elif item.status == "gearchiveerd":
            said = "Bewaard. Het is gearchiveerd: lezers zien dat het er niet meer is."
        else:
            said = "Bewaard als concept. Alleen het team ziet het."
        return self.lead_on(request, item, intent, said)

    def lead_on(self, request: HttpRequest, item: Any, intent: Intent, said: str) -> HttpResponse:
        """Where the button leads, with what was done."""
        if intent.tries:
            return redirect("admin:index")
        editors.leave(item, request.user)
        if IS_POPUP_VAR in request.POST:
            return super().response_change(request, item)
        if intent.button == Button.ASK:
            form = AskForm(request.user, request.POST)
            said = ask(item, request.user, form) if form.is_valid() else f"{said} {NOT_ASKED}"
        self.message_user(request, said, messages.SUCCESS)
        if intent.button == Button.PREVIEW:
            return redirect(self.address("preview", item))
        if gives(intent):
            return self.response_post_save_change(request, item)
        return redirect(self.address("change", item))
