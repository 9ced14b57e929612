"""What the parties say themselves, beside what we say."""

from typing import Any, ClassVar

from django.db import models
from django.db.models import Q
from simple_history.models import HistoricalRecords

from advies.querysets import StatementQuerySet
from projects.models import Organisation
from projects.models.shared import WebAddressField
from stroomop.lib.append_only import AppendOnly

from .advies import Advies
from .shared import Known, KnownOncePublic


class Response(Known):
    """What a party answered when it was asked. The last one holds. Nobody who was not asked is silent."""

    class Answer(models.TextChoices):
        ACCEPTS = "neemt_over", "neemt het over"
        PARTLY = "deels", "neemt het deels over"
        REJECTS = "niet_over", "neemt het niet over"
        NONE = "geen_antwoord", "geen antwoord"

    NOT_ASKED = "nog niet gevraagd"

    advies = models.ForeignKey(Advies, models.CASCADE, related_name="responses", verbose_name="advies")
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="responses", verbose_name="organisatie")
    answer = models.CharField("reactie", max_length=14, choices=Answer)
    asked_on = models.DateField("gevraagd op", null=True, blank=True)
    text = models.TextField("in eigen woorden", max_length=1000, blank=True)
    source_title = models.CharField("bron", max_length=300, blank=True)
    source_url = WebAddressField("webadres van de bron", max_length=500, blank=True)

    append_only: ClassVar = AppendOnly(
        ("advies", "organisation", "answer", "asked_on", "known_on"), public="advies__published_at"
    )

    class Meta:
        verbose_name = "reactie van een partij"
        verbose_name_plural = "reacties van partijen"
        ordering = ["known_on", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(answer="geen_antwoord") | Q(asked_on__isnull=False),
                name="response_silence_was_asked",
                violation_error_message="Zeg op welke dag het gevraagd is: wie niets is gevraagd, zwijgt niet.",
            ),
            models.CheckConstraint(
                # NULL passes: a party may answer unasked.
                condition=Q(asked_on__lte=models.F("known_on")),
                name="response_after_question",
                violation_error_message="Het is later gevraagd dan beantwoord.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.organisation}: {self.get_answer_display()}"


class Statement(KnownOncePublic):
    """The party's own words beside ours, about one advies or about all that is asked of it."""

    organisation = models.ForeignKey(
        Organisation, models.PROTECT, related_name="statements", verbose_name="organisatie"
    )
    advies = models.ForeignKey(
        Advies,
        models.PROTECT,
        related_name="statements",
        null=True,
        blank=True,
        verbose_name="advies",
        help_text="Leeg: over alles wat aan deze partij is gevraagd.",
    )
    text = models.TextField("in eigen woorden", max_length=2000)
    source_title = models.CharField("bron", max_length=300)
    source_url = WebAddressField("webadres van de bron", max_length=500, blank=True)

    objects: ClassVar[Any] = StatementQuerySet.as_manager()
    history = HistoricalRecords(verbose_name="eerdere tekst van een verklaring")
    append_only: ClassVar = AppendOnly(("organisation", "advies", "known_on", "published_at"), public="published_at")

    class Meta(KnownOncePublic.Meta):
        verbose_name = "verklaring van een partij"
        verbose_name_plural = "verklaringen van partijen"
        ordering = ["-known_on", "-pk"]

    def __str__(self) -> str:
        return f"{self.organisation}, {self.known_on}"
