"""What readers send us. The one place with personal data of readers (docs/privacy.md)."""

from typing import Any, ClassVar, Self

from django.conf import settings
from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.db.models import Q

from stroomop.lib import clock


class MessageQuerySet(models.QuerySet):
    def reactions_to(self, item: models.Model) -> Self:
        """What readers wrote under it and staff placed. By the names of its type, so that it is always one query."""
        kind = {"item_type__app_label": item._meta.app_label, "item_type__model": item._meta.model_name}
        model: Any = self.model
        placed = {"reason": model.Reason.REACTION, "status": model.Status.PUBLISHED}
        return self.filter(**placed, **kind, item_id=item.pk).order_by("-sent_at", "-pk")

    def unread(self) -> Self:
        model: Any = self.model
        return self.filter(status=model.Status.NEW)

    def settle(self, status: str, by: models.Model, answer: str = "") -> int:
        """Say what became of those that nobody dealt with yet: of two editors at once, one does."""
        return self.unread().update(status=status, handled_by=by, handled_at=clock.now(), answer=answer)

    def claim_letter(self) -> bool:
        """Whether the letter is for who asks to send. Said beforehand, so that it never goes twice."""
        model: Any = self.model
        waiting = self.filter(told_at=None).exclude(status__in=[model.Status.NEW, model.Status.WITHDRAWN])
        return bool(waiting.exclude(email="").update(told_at=clock.now()))


class Message(models.Model):
    class Reason(models.TextChoices):
        REACTION = "reactie", "reactie"
        CORRECTION = "klopt-niet", "er klopt iets niet"
        MISSING = "mis-je-iets", "er ontbreekt iets"
        JOIN = "meedoen", "meedoen"
        QUESTION = "vraag", "vraag"
        CONTACT = "contact", "contact"

    class Status(models.TextChoices):
        NEW = "nieuw", "nog niet gelezen"
        PUBLISHED = "geplaatst", "geplaatst"
        REFUSED = "geweigerd", "niet geplaatst"
        ANSWERED = "beantwoord", "beantwoord"
        WITHDRAWN = "ingetrokken", "ingetrokken door de afzender"

    reason = models.CharField("reden", max_length=20, choices=Reason)
    # What it is about; an item of its own for each reason that needs one, none for the others.
    item_type = models.ForeignKey(
        ContentType, models.SET_NULL, related_name="+", null=True, blank=True, verbose_name="soort"
    )
    item_id = models.BigIntegerField("nummer", null=True, blank=True)
    item = GenericForeignKey("item_type", "item_id")
    path = models.CharField("over de pagina", max_length=300, blank=True)

    name = models.CharField("naam", max_length=80, blank=True)
    email = models.EmailField("e-mailadres", blank=True, help_text="Komt nooit op de site.")
    text = models.TextField("bericht", blank=True)
    source = models.CharField("bron", max_length=500, blank=True, help_text="Een link die de afzender meestuurde.")
    consent = models.TextField("toestemming", help_text="De woorden waar de afzender mee instemde.")
    sent_at = models.DateTimeField("verstuurd op", db_index=True)
    urgent = models.BooleanField("klinkt als nood", default=False)
    # Of the form as it was sent: twice the same form is one message.
    fingerprint = models.CharField("vingerafdruk", max_length=64, unique=True)

    status = models.CharField("wat ermee gebeurde", max_length=12, choices=Status, default=Status.NEW)
    answer = models.TextField("antwoord aan de afzender", blank=True)
    handled_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        related_name="+",
        null=True,
        blank=True,
        verbose_name="afgehandeld door",
    )
    handled_at = models.DateTimeField("afgehandeld op", null=True, blank=True)
    # The sender hears once what became of it.
    told_at = models.DateTimeField("afzender bericht gestuurd op", null=True, blank=True)

    objects: ClassVar[Any] = MessageQuerySet.as_manager()

    class Meta:
        verbose_name = "bericht van een lezer"
        verbose_name_plural = "berichten van lezers"
        ordering = ["-urgent", "sent_at", "pk"]
        indexes = [models.Index(fields=["item_type", "item_id"], name="message_about")]
        constraints = [
            models.CheckConstraint(
                condition=Q(item_type=None, item_id=None) | Q(item_type__isnull=False, item_id__isnull=False),
                name="message_about_a_whole_item",
            ),
            models.CheckConstraint(
                condition=Q(status="nieuw", handled_at=None) | (~Q(status="nieuw") & Q(handled_at__isnull=False)),
                name="message_handled_at_a_moment",
            ),
            models.CheckConstraint(
                condition=~Q(status="ingetrokken") | Q(name="", email="", text="", source="", answer=""),
                name="message_withdrawn_is_empty",
                violation_error_message="Een ingetrokken bericht heeft geen woorden meer.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_reason_display()} van {self.sent_at:%d-%m-%Y}"
