from typing import Any, ClassVar

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q

from advies.querysets import ResponsibilityQuerySet
from projects.models import Organisation
from stroomop.lib.append_only import AppendOnly

from .advies import Advies
from .shared import Known, Superseding


class Responsibility(Known, Superseding):
    """Who is to act on an advies, or is named as a partner, and on what ground we say so."""

    class Role(models.TextChoices):
        PRINCIPAL = "opdracht", "gevraagd om dit te regelen"
        EXECUTION = "uitvoering", "gevraagd om dit te doen"
        INVOLVED = "betrokken", "genoemd als partner"
        WITHDRAWN = "ingetrokken", "stond hier ten onrechte"

    class Basis(models.TextChoices):
        REPORT = "rapport", "staat in het rapport"
        TITLE = "titel", "staat in de titel van het advies"
        INFERRED = "afgeleid", "wij lezen dit uit de tekst"

    advies = models.ForeignKey(Advies, models.CASCADE, related_name="responsibilities", verbose_name="advies")
    organisation = models.ForeignKey(
        Organisation, models.PROTECT, related_name="responsibilities", verbose_name="organisatie"
    )
    role = models.CharField("rol", max_length=12, choices=Role)
    basis = models.CharField("grond", max_length=10, choices=Basis)
    date_from = models.DateField("van", null=True, blank=True)
    date_to = models.DateField("tot en met", null=True, blank=True)
    note = models.CharField("toelichting", max_length=300, blank=True)

    objects: ClassVar[Any] = ResponsibilityQuerySet.as_manager()
    append_only: ClassVar = AppendOnly(
        ("advies", "organisation", "role", "basis", "date_from", "date_to", "known_on", "supersedes"),
        public="advies__published_at",
    )

    class Meta:
        verbose_name = "geadresseerde"
        verbose_name_plural = "geadresseerden"
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["advies", "organisation", "role"],
                condition=Q(supersedes=None),
                name="responsibility_once_per_role",
                violation_error_message="Deze partij staat al in deze rol bij het advies.",
            ),
            models.CheckConstraint(
                # NULL on either side passes: most periods are not known.
                condition=Q(date_to__gte=F("date_from")),
                name="responsibility_ends_after_start",
                violation_error_message="Het einde ligt voor het begin.",
            ),
            models.CheckConstraint(
                condition=~Q(role="ingetrokken") | Q(supersedes__isnull=False),
                name="responsibility_withdrawn_supersedes",
                violation_error_message="Zeg welke regel ten onrechte bij het advies staat.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.organisation} ({self.get_role_display()})"

    def clean(self) -> None:
        super().clean()
        if self.date_from and self.date_to and self.date_to < self.date_from:
            raise ValidationError({"date_to": "Het einde ligt voor het begin."})
        before: Any = self.supersedes
        if before and before.advies_id != self.advies_id:
            raise ValidationError({"supersedes": "Die regel hoort bij een ander advies."})

    @property
    def is_inferred(self) -> bool:
        """Nothing may be counted or ranked against a party that we only read into the text."""
        return self.basis == self.Basis.INFERRED

    @property
    def is_partner(self) -> bool:
        """Named as whom to work with, and not as who is to act."""
        return self.role == self.Role.INVOLVED
