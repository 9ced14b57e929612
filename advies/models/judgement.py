"""That somebody looked, and what somebody found: never a party about itself."""

from typing import Any, ClassVar

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models

from projects.models import Organisation, SourceLink
from stroomop.lib.append_only import AppendOnly

from .advies import Advies
from .responsibility import Responsibility
from .shared import Known


class Check(models.Model):
    """Somebody looked on that day whether there was news."""

    advies = models.ForeignKey(Advies, models.CASCADE, related_name="checks", verbose_name="advies")
    checked_on = models.DateField("nagekeken op")
    note = models.CharField("toelichting", max_length=300, blank=True)
    checked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, related_name="+", null=True, blank=True, verbose_name="door"
    )

    append_only: ClassVar = AppendOnly(("advies", "checked_on"))

    class Meta:
        verbose_name = "controle"
        verbose_name_plural = "controles"
        ordering = ["-checked_on"]
        constraints = [models.UniqueConstraint(fields=["advies", "checked_on"], name="check_once_a_day")]

    def __str__(self) -> str:
        return f"{self.advies}, nagekeken op {self.checked_on}"


class Assessment(Known):
    """A judgement, signed. The last one holds; the earlier ones stay."""

    class Verdict(models.TextChoices):
        NOT_STARTED = "niet_gestart", "geen start gevonden"
        STARTED = "gestart", "gestart"
        PARTLY = "deels", "deels uitgevoerd"
        DONE = "uitgevoerd", "uitgevoerd"
        MOOT = "vervallen", "niet meer van toepassing"

    advies = models.ForeignKey(Advies, models.PROTECT, related_name="assessments", verbose_name="advies")
    verdict = models.CharField("oordeel", max_length=12, choices=Verdict)
    reason = models.TextField("reden", max_length=1000, help_text="Waar blijkt het uit? Kort en in gewone woorden.")
    # As they were on the day: somebody may get another name or another employer.
    signed_name = models.CharField("beoordeeld door", max_length=150)
    organisation = models.ForeignKey(
        Organisation, models.PROTECT, related_name="assessments", verbose_name="die hoort bij"
    )
    assessed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, related_name="+", null=True, blank=True, verbose_name="account"
    )

    append_only: ClassVar = AppendOnly(("advies", "verdict", "reason", "signed_name", "organisation", "known_on"))

    class Meta:
        verbose_name = "oordeel"
        verbose_name_plural = "oordelen"
        ordering = ["known_on", "pk"]

    def __str__(self) -> str:
        return f"{self.advies}: {self.get_verdict_display()}"

    def clean(self) -> None:
        super().clean()
        if self.advies_id and self.organisation_id:
            self.refuse_own_judgement()

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.refuse_own_judgement()
        super().save(*args, **kwargs)

    def refuse_own_judgement(self) -> None:
        """A party, what it belongs to and its members do not judge themselves."""
        family = Organisation.objects.family(self.organisation)
        own = Responsibility.objects.as_of(self.known_on).filter(advies=self.advies_id, organisation__in=family)
        if (party := own.select_related("organisation").first()) is not None:
            raise ValidationError(
                {
                    "advies": f"{self.organisation} hoort bij {party.organisation} of is dat zelf, en die partij moet "
                    "iets met dit advies. Laat iemand van een andere organisatie dit oordeel geven."
                }
            )


class AssessmentSource(SourceLink):
    assessment = models.ForeignKey(Assessment, models.PROTECT, related_name="sources", verbose_name="oordeel")

    append_only: ClassVar = AppendOnly(("assessment", "url"))
