"""What was promised, and for when. The first date stays; each later one is a new row with a reason."""

from datetime import date
from typing import Any, ClassVar

from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.db import models, transaction
from django.db.models import Q
from simple_history.models import HistoricalRecords

from projects.models import Dated
from projects.models.shared import WebAddressField
from stroomop.lib.append_only import AppendOnly

from .news import News
from .shared import Known


class Agreement(models.Model):
    news = models.ForeignKey(
        News, models.PROTECT, related_name="agreements", verbose_name="nieuws", help_text="Waarmee dit is toegezegd."
    )
    title = models.CharField("afspraak", max_length=120, help_text="Wat er klaar of gedaan moet zijn.")
    promised_by = models.CharField("aangekondigd door", max_length=150, blank=True, help_text="Leeg: onbekend.")

    history = HistoricalRecords(verbose_name="eerdere tekst van een afspraak")
    append_only: ClassVar = AppendOnly(("news", "promised_by"), public="news__published_at")

    class Meta:
        verbose_name = "afspraak"
        verbose_name_plural = "afspraken"
        ordering = ["pk"]

    def __str__(self) -> str:
        return self.title


class Deadline(Dated, Known):
    """One row of the ledger: the first date, a later one, or how it ended. Without a date it is unknown."""

    class Kind(models.TextChoices):
        DATE = "datum", "nieuwe datum"
        CORRECTION = "verbetering", "fout van ons hersteld"
        KEPT = "nagekomen", "nagekomen"
        DROPPED = "vervallen", "vervallen"

    CLOSING = (Kind.KEPT, Kind.DROPPED)

    agreement = models.ForeignKey(Agreement, models.PROTECT, related_name="deadlines", verbose_name="afspraak")
    number = models.PositiveSmallIntegerField("volgnummer", blank=True, editable=False)
    kind = models.CharField("soort", max_length=12, choices=Kind, default=Kind.DATE)
    wording = models.CharField(
        "in woorden van de bron", max_length=60, blank=True, help_text="Bijvoorbeeld 'eind 2021' of 'najaar 2021'."
    )
    reason = models.CharField("reden", max_length=250, blank=True, help_text="Verplicht bij elke verandering.")
    source_title = models.CharField("bron", max_length=300, blank=True)
    source_url = WebAddressField("webadres van de bron", max_length=500, blank=True)

    is_moment = True
    append_only: ClassVar = AppendOnly(
        (
            "agreement", "number", "kind", "date_from", "date_to", "precision", "wording", "reason", "source_title",
            "source_url", "known_on",
        ),
        public="agreement__news__published_at",
    )  # fmt: skip

    class Meta:
        verbose_name = "datum van een afspraak"
        verbose_name_plural = "data van een afspraak"
        ordering = ["number"]
        constraints = [
            *Dated.Meta.constraints,
            models.UniqueConstraint(fields=["agreement", "number"], name="deadline_number_once"),
            models.CheckConstraint(
                condition=Q(number=1, kind="datum") | (Q(number__gt=1) & ~Q(reason="")),
                name="deadline_change_has_reason",
                violation_error_message="Zeg waarom de datum verandert.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.agreement}: {self.words}"

    @property
    def words(self) -> str:
        return self.wording or self.period

    @property
    def public_on(self) -> date:
        """It may have been written while its news was still a draft."""
        return max(filter(None, [self.known_on, self.agreement.news.known_on]))

    def clean(self) -> None:
        super().clean()
        if self.pk or not self.agreement_id:
            return
        before = self.agreement.deadlines.last()
        self.number = before.number + 1 if before else 1
        errors = {}
        if before and not self.reason:
            errors["reason"] = "Zeg waarom de datum verandert."
        if before and self.known_on and self.known_on < before.known_on:
            # No form asks for the day: it is the same for all that is entered.
            errors[NON_FIELD_ERRORS] = "Dit was eerder bekend dan de datum ervoor."
        if not before and self.kind != self.Kind.DATE:
            errors["kind"] = "Begin met de datum die het eerst is genoemd."
        if before and before.kind in self.CLOSING and self.kind != self.Kind.CORRECTION:
            errors["kind"] = f"Deze afspraak is al {before.get_kind_display()}."
        if errors:
            raise ValidationError(errors)

    def save(self, *args: Any, **kwargs: Any) -> None:
        """The next number is taken under a lock: of two at once, the second comes after the first."""
        with transaction.atomic():
            if not self.pk:
                Agreement.objects.select_for_update().get(pk=self.agreement_id)
                last = self.agreement.deadlines.aggregate(last=models.Max("number"))["last"]
                self.number = (last or 0) + 1
            super().save(*args, **kwargs)
