from django.conf import settings
from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.db.models import Q


class ReadRequest(models.Model):
    """Somebody asks a colleague, or whoever has the time, to read along before something is public."""

    item_type = models.ForeignKey(ContentType, models.CASCADE, related_name="+", verbose_name="soort")
    item_id = models.BigIntegerField("nummer")
    item = GenericForeignKey("item_type", "item_id")
    asked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="gevraagd door"
    )
    asked_of = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        related_name="+",
        null=True,
        blank=True,
        verbose_name="gevraagd aan",
        help_text="Leeg: aan wie tijd heeft.",
    )
    asked_at = models.DateTimeField("gevraagd op")
    question = models.CharField("waar moet een collega op letten?", max_length=300, blank=True)
    read_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        related_name="+",
        null=True,
        blank=True,
        verbose_name="gelezen door",
    )
    read_at = models.DateTimeField("gelezen op", null=True, blank=True)
    remark = models.TextField("opmerking", blank=True, help_text="Leeg: niets op aan te merken.")

    class Meta:
        verbose_name = "verzoek om mee te lezen"
        verbose_name_plural = "verzoeken om mee te lezen"
        ordering = ["-asked_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(read_by=None, read_at=None, remark="") | Q(read_by__isnull=False, read_at__isnull=False),
                name="read_request_read_by_somebody",
            )
        ]

    def __str__(self) -> str:
        return f"{self.item_type.name} {self.item_id}, gevraagd door {self.asked_by}"
