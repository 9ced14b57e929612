from datetime import date
from typing import Any, ClassVar

from django.db import models
from django.urls import reverse
from simple_history.models import HistoricalRecords

from advies.querysets import AdviesQuerySet, RelatedQuerySet
from projects.models import Organisation, Project, Publication, PublicPage, Themed
from projects.models.shared import SingleSource
from stroomop.lib.append_only import AppendOnly
from stroomop.lib.richtext import RichTextField

from .report import Report


class Advies(PublicPage, SingleSource, Themed):
    """One recommendation. The quotation is literal; short name and explanation are ours, and the page says so."""

    report = models.ForeignKey(Report, models.PROTECT, related_name="adviezen", verbose_name="rapport")
    number = models.PositiveSmallIntegerField("nummer")
    short_name = models.CharField("korte naam", max_length=60, help_text="Van ons, niet van het rapport.")
    quotation = models.TextField("letterlijke titel", help_text="Precies zoals het er staat.")
    explanation = RichTextField("uitleg", blank=True)
    asked_now = RichTextField("wat het advies vraagt", blank=True)
    organisations = models.ManyToManyField(Organisation, through="Responsibility", related_name="adviezen")
    projects = models.ManyToManyField(Project, through="RelatedProject", related_name="adviezen")
    publications = models.ManyToManyField(Publication, through="RelatedPublication", related_name="adviezen")
    news: Any = models.ManyToManyField("News", through="Bearing", related_name="adviezen")

    # Added by the queryset: with_last_check().
    last_check: date | None
    last_check_note: str | None

    objects: ClassVar[Any] = AdviesQuerySet.as_manager()
    history = HistoricalRecords(verbose_name="eerdere tekst van een advies", m2m_fields=["themes"])
    append_only: ClassVar = AppendOnly(("report", "number", "published_at"), public="published_at")

    class Meta(PublicPage.Meta):
        verbose_name = "advies"
        verbose_name_plural = "adviezen"
        ordering = ["number"]
        constraints = [
            *PublicPage.Meta.constraints,
            models.UniqueConstraint(fields=["report", "number"], name="advies_number_per_report"),
        ]

    def __str__(self) -> str:
        return f"Advies {self.number}: {self.short_name}"

    def get_absolute_url(self) -> str:
        return reverse("advies:advies_detail", args=[self.number, self.slug])

    def is_known(self, day: date) -> bool:
        """From the day that its report was public."""
        return self.report.known_on is not None and self.report.known_on <= day


class RelatedBase(models.Model):
    """That an advies and something else touch each other, and why: we say so."""

    why = models.CharField("waarom", max_length=250)
    known_on = models.DateField(
        "bekend op", null=True, blank=True, help_text="De dag vanaf wanneer. Leeg: zo lang als het advies er is."
    )

    objects: ClassVar[Any] = RelatedQuerySet.as_manager()

    class Meta:
        abstract = True
        ordering = ["pk"]


class RelatedProject(RelatedBase):
    advies = models.ForeignKey(Advies, models.CASCADE, related_name="related_projects", verbose_name="advies")
    project = models.ForeignKey(Project, models.CASCADE, related_name="related_adviezen", verbose_name="project")

    class Meta(RelatedBase.Meta):
        verbose_name = "verwant project"
        verbose_name_plural = "verwante projecten"
        constraints = [models.UniqueConstraint(fields=["advies", "project"], name="related_project_once")]

    def __str__(self) -> str:
        return f"{self.advies}: {self.project}"


class RelatedPublication(RelatedBase):
    advies = models.ForeignKey(Advies, models.CASCADE, related_name="related_publications", verbose_name="advies")
    publication = models.ForeignKey(
        Publication, models.CASCADE, related_name="related_adviezen", verbose_name="publicatie"
    )

    class Meta(RelatedBase.Meta):
        verbose_name = "verwante publicatie"
        verbose_name_plural = "verwante publicaties"
        constraints = [models.UniqueConstraint(fields=["advies", "publication"], name="related_publication_once")]

    def __str__(self) -> str:
        return f"{self.advies}: {self.publication}"
