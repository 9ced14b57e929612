"""What readers sent: read here, and placed, refused or answered, once."""

from functools import partial
from typing import Any, cast

from django.contrib import admin, messages
from django.contrib.admin.models import CHANGE, LogEntry
from django.db import transaction
from django.db.models import Case, QuerySet, Value, When
from django.http import HttpRequest, HttpResponse
from django.utils.formats import date_format
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.text import Truncator
from django.utils.timezone import localtime

from stroomop.lib.admin import DONE, DeedError, DeedsMixin, ModelAdmin, ReadOnlyMixin, answers
from stroomop.lib.items import Item, names_of
from stroomop.messages.letters import tell_sender
from stroomop.messages.placing import obstacle
from stroomop.models import Message, User

from .message_forms import AnswerForm, TakeDownForm

Reason, Status = Message.Reason, Message.Status
# Unread first, of those what sounds like distress, and then the one that waits longest; what is done last is next.
ORDER = Case(When(status=Status.NEW, urgent=True, then=Value(0)), When(status=Status.NEW, then=Value(1)), default=2)
EXCERPT = 120
SENT: Any = (
    "Wat de lezer stuurde",
    {"fields": ["what", "about", "sent_at", "name", "email", "text", "source", "consent"]},
)
BECAME: Any = ("Wat ermee gebeurde", {"fields": ["status", "answer", "handled_by", "handled_at", "told_at"]})


@admin.register(Message)
class MessageAdmin(DeedsMixin, ReadOnlyMixin, ModelAdmin):
    """Words of a reader are placed as they are, or not at all. Nobody deletes a message: it goes when its time is past,
    or when the sender takes it back."""

    list_display = ["what", "excerpt", "about", "day", "status", "letter"]
    list_filter = ["status", "reason", "urgent"]
    list_display_links = ["what", "excerpt"]
    search_fields = ["text", "name", "email", "path"]
    ordering = [ORDER, "-handled_at", "sent_at", "pk"]
    fieldsets = [SENT, BECAME]
    readonly_fields = ["what", "about"]
    actions = ["refuse_quietly"]
    deeds = {
        "plaats": "place",
        "weiger": "refuse",
        "beantwoord": "answer",
        "spam": "refuse_without_letter",
        "haal-weg": "take_down",
        "mail": "mail",
        "terug": "put_back_unread",
    }

    def has_handle_permission(self, request: HttpRequest) -> bool:
        return self.may_act(request)

    @admin.display(description="bericht", ordering="reason")
    def what(self, obj: Message) -> str | SafeString:
        """What may be distress says so in words."""
        reason = obj.get_reason_display()
        return format_html("<strong>Klinkt als nood</strong>: {}", reason) if obj.urgent else reason

    @admin.display(description="wat er staat")
    def excerpt(self, obj: Message) -> str:
        return Truncator(obj.text).chars(EXCERPT)

    @admin.display(description="over")
    def about(self, obj: Message) -> str | SafeString:
        return format_html('<a href="{}">{}</a>', obj.path, obj.path) if obj.path else "-"

    @admin.display(description="verstuurd op", ordering="sent_at")
    def day(self, obj: Message) -> str:
        return date_format(localtime(obj.sent_at), "j F Y")

    @admin.display(description="mail aan de afzender")
    def letter(self, obj: Message) -> str:
        if obj.told_at:
            return f"verstuurd op {date_format(localtime(obj.told_at), 'j F Y')}"
        return "nog niet verstuurd" if waits_for_letter(obj) else "-"

    def render_change_form(
        self, request: HttpRequest, context: dict[str, Any], *args: Any, **kwargs: Any
    ) -> HttpResponse:
        message = context["original"]
        context |= {
            "may_act": self.may_act(request),
            "is_reaction": message.reason == Reason.REACTION,
            "is_unread": message.status == Status.NEW,
            "is_placed": message.status == Status.PUBLISHED,
            "obstacle": obstacle(message),
            "waits_for_letter": waits_for_letter(message),
            "may_be_unread": may_be_unread(message),
            "subject": subject(message),
            "answer_form": AnswerForm(),
            "take_down_form": TakeDownForm(),
        }
        return super().render_change_form(request, context, *args, **kwargs)

    def place(self, request: HttpRequest, message: Message) -> str:
        if message.reason != Reason.REACTION:
            raise DeedError("Alleen een reactie kan op de site.")
        if why_not := obstacle(message):
            raise DeedError(why_not)
        return self.settle(request, message, Status.PUBLISHED, "Geplaatst.")

    def refuse(self, request: HttpRequest, message: Message) -> str:
        return self.settle(request, message, Status.REFUSED, "Niet geplaatst.")

    def answer(self, request: HttpRequest, message: Message) -> str:
        return self.settle(request, message, Status.ANSWERED, "Beantwoord.")

    def refuse_without_letter(self, request: HttpRequest, message: Message) -> str:
        return self.settle(request, message, Status.REFUSED, "Geweigerd zonder mail.", letter=False)

    def settle(
        self, request: HttpRequest, message: Message, status: Message.Status, said: str, *, letter: bool = True
    ) -> str:
        text = answers(AnswerForm(request.POST))["answer"] if letter else ""
        if not Message.objects.filter(pk=message.pk).settle(status, cast(User, request.user), text):
            raise DeedError(DONE)
        self.log_change(request, message, said)
        if letter:
            transaction.on_commit(partial(self.tell, request, message))
        return said

    def take_down(self, request: HttpRequest, message: Message) -> str:
        if message.status != Status.PUBLISHED:
            raise DeedError(DONE)
        reason = answers(TakeDownForm(request.POST))["reason"]
        message.status = Status.REFUSED
        message.save(update_fields=["status"])
        self.log_change(request, message, f"Van de site gehaald: {reason}.")
        return "Van de site gehaald."

    def put_back_unread(self, request: HttpRequest, message: Message) -> str:
        if not may_be_unread(message):
            raise DeedError(DONE)
        message.status, message.answer, message.handled_by, message.handled_at = Status.NEW, "", None, None
        message.save(update_fields=["status", "answer", "handled_by", "handled_at"])
        self.log_change(request, message, "Teruggelegd bij ongelezen.")
        return "Het bericht ligt weer bij ongelezen."

    def mail(self, request: HttpRequest, message: Message) -> str:
        if not waits_for_letter(message):
            raise DeedError(DONE)
        transaction.on_commit(partial(self.tell, request, message))
        return "We hebben het opnieuw geprobeerd."

    def tell(self, request: HttpRequest, message: Message) -> None:
        """After all else is kept: a letter can't be taken back."""
        if not message.email:
            return
        if tell_sender(message):
            self.log_change(request, message, "De afzender kreeg een mail.")
            self.message_user(request, "De afzender kreeg een mail.", messages.SUCCESS)
            return
        said = "De mail aan de afzender is niet verstuurd. Probeer het later opnieuw, onder aan deze pagina."
        self.message_user(request, said, messages.WARNING)

    @admin.action(permissions=["handle"], description="Weiger de gekozen berichten, zonder mail")
    def refuse_quietly(self, request: HttpRequest, queryset: QuerySet[Message]) -> None:
        """Against spam. What may be distress somebody reads first."""
        chosen = queryset.count()
        with transaction.atomic():
            waiting = Message.objects.unread().filter(pk__in=list(queryset.values_list("pk", flat=True)), urgent=False)
            refused = list(waiting.select_for_update().order_by("pk"))
            waiting.settle(Status.REFUSED, cast(User, request.user))
            LogEntry.objects.log_actions(cast(int, request.user.pk), refused, CHANGE, "Geweigerd zonder mail.")
        if refused:
            self.message_user(request, f"{counted(len(refused))} geweigerd, zonder mail.", messages.SUCCESS)
        if left := chosen - len(refused):
            said = f"{counted(left)} overgeslagen: al gelezen, of het klinkt als nood. Open die zelf."
            self.message_user(request, said, messages.WARNING)


def waits_for_letter(message: Message) -> bool:
    return bool(message.email and not message.told_at and message.status not in {Status.NEW, Status.WITHDRAWN})


def may_be_unread(message: Message) -> bool:
    """After a mistake, as long as the sender knows nothing of it."""
    return message.told_at is None and message.status in {Status.REFUSED, Status.ANSWERED}


def subject(message: Message) -> dict[str, str]:
    """What it is about, with the form where it can be mended; of what is gone, nothing."""
    model = message.item_type.model_class() if message.item_type else None
    if model is None:
        return {}
    item = Item(model, cast(int, message.item_id))
    names = names_of([item])
    return {"name": names[item], "form": item.address} if item in names else {}


def counted(number: int) -> str:
    return "1 bericht" if number == 1 else f"{number} berichten"
