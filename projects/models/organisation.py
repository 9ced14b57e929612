from typing import Any, ClassVar

from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Lower
from django.urls import reverse
from simple_history.models import HistoricalRecords

from projects.querysets import OrganisationQuerySet

from .publishing import PublicPage
from .shared import FormerNameBase, SourceLink, WebAddressField


class Organisation(PublicPage):
    """An organisation, or a group of parties that is addressed together."""

    class Kind(models.TextChoices):
        MINISTRY = "ministerie", "ministerie"
        BRANCH = "branche", "branche"
        KNOWLEDGE = "kennisinstituut", "kennisinstituut"
        PROVIDER = "aanbieder", "aanbieder van jeugdhulp"
        SCHOOL = "school", "school of schoolbestuur"
        GOVERNMENT = "overheid", "gemeente, regio of uitvoerder"
        PROFESSION = "beroepsvereniging", "beroepsvereniging"
        EXPERIENCE = "ervaring", "organisatie van jongeren of cliënten"
        INSPECTION = "toezicht", "toezicht"
        RESEARCH = "onderzoek", "onderzoek"
        GROUP = "groep", "groep van partijen"
        OTHER = "overig", "overig"

    name = models.CharField("naam", max_length=150, unique=True)
    short_name = models.CharField("korte naam", max_length=40, blank=True, help_text="Bijvoorbeeld een afkorting.")
    kind = models.CharField("soort", max_length=20, choices=Kind)
    parent = models.ForeignKey(
        "self", models.PROTECT, related_name="members", null=True, blank=True, verbose_name="hoort bij"
    )
    description = models.TextField("beschrijving", blank=True)
    website = WebAddressField("website", max_length=500, blank=True)

    objects: ClassVar[Any] = OrganisationQuerySet.as_manager()
    history = HistoricalRecords(verbose_name="eerdere versie van een organisatie")

    class Meta(PublicPage.Meta):
        verbose_name = "organisatie"
        verbose_name_plural = "organisaties"
        ordering = [Lower("name")]
        constraints = [
            *PublicPage.Meta.constraints,
            models.CheckConstraint(
                # A NULL parent passes: most organisations stand alone.
                condition=Q(parent=None) | ~Q(parent=F("id")),
                name="organisation_not_its_own_parent",
                violation_error_message="Een organisatie hoort niet bij zichzelf.",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("projects:organisation_detail", args=[self.slug])


class OrganisationFormerName(FormerNameBase):
    organisation = models.ForeignKey(
        Organisation, models.CASCADE, related_name="former_names", verbose_name="organisatie"
    )

    history = HistoricalRecords(verbose_name="eerdere versie van een eerdere naam")

    class Meta(FormerNameBase.Meta):
        constraints = [models.UniqueConstraint(fields=["organisation", "name"], name="organisation_former_name_once")]


class OrganisationSource(SourceLink):
    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="sources", verbose_name="organisatie")

    history = HistoricalRecords(verbose_name="eerdere versie van een bron")
