from typing import Any, ClassVar

from django.db import models
from django.urls import reverse

from projects.querysets import ProjectQuerySet
from stroomop.lib.richtext import RichTextField

from .image import Image
from .organisation import Organisation
from .publishing import PublicPage
from .shared import Dated, SourceLink
from .structure import Randvoorwaarde, Veranderopgave


class Project(PublicPage, Dated):
    """A change project in the network's fixed shape: wat, hoe, waarom, resultaten, lessen, ervaringen."""

    class Phase(models.TextChoices):
        RUNNING = "loopt", "loopt"
        ENDED = "afgerond", "afgerond"
        UNKNOWN = "onbekend", "onbekend"

    name = models.CharField("naam", max_length=150, unique=True)
    summary = models.CharField("in één zin", max_length=200, help_text="Staat in lijsten en bij zoekmachines.")
    question = models.TextField("vraag", blank=True, help_text="De vraag waar het project een antwoord op zoekt.")
    what = RichTextField("wat", blank=True)
    how = RichTextField("hoe", blank=True)
    why = RichTextField("waarom", blank=True)

    sensitive = models.BooleanField("gevoelig", default=False, help_text="Toon hulplijnen bovenaan.")
    phase = models.CharField("fase", max_length=10, choices=Phase, default=Phase.UNKNOWN)
    period_note = models.CharField("toelichting op de periode", max_length=200, blank=True)
    image = models.ForeignKey(
        Image, models.SET_NULL, related_name="projects", null=True, blank=True, verbose_name="afbeelding"
    )
    veranderopgaven = models.ManyToManyField(
        Veranderopgave, related_name="projects", blank=True, verbose_name="veranderopgaven"
    )
    randvoorwaarden = models.ManyToManyField(
        Randvoorwaarde, related_name="projects", blank=True, verbose_name="randvoorwaarden"
    )
    organisations = models.ManyToManyField(Organisation, through="Participation", related_name="projects")

    objects: ClassVar[Any] = ProjectQuerySet.as_manager()

    class Meta(PublicPage.Meta):
        verbose_name = "project"
        verbose_name_plural = "projecten"
        ordering = ["name"]
        constraints = [*PublicPage.Meta.constraints, *Dated.Meta.constraints]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("projects:project_detail", args=[self.slug])


class FormerName(models.Model):
    project = models.ForeignKey(Project, models.CASCADE, related_name="former_names", verbose_name="project")
    name = models.CharField("naam", max_length=150)

    class Meta:
        verbose_name = "eerdere naam"
        verbose_name_plural = "eerdere namen"
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(fields=["project", "name"], name="former_name_once")]

    def __str__(self) -> str:
        return self.name


class Result(models.Model):
    project = models.ForeignKey(Project, models.CASCADE, related_name="results", verbose_name="project")
    text = RichTextField("resultaat")

    class Meta:
        verbose_name = "resultaat"
        verbose_name_plural = "resultaten"
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"Resultaat van {self.project}"


class Participation(models.Model):
    """An organisation that took part in a project, and as what."""

    class Role(models.TextChoices):
        LEAD = "trekker", "trekker"
        PARTNER = "partner", "partner"
        PRINCIPAL = "opdrachtgever", "opdrachtgever"
        FUNDER = "financier", "financier"
        RESEARCH = "onderzoek", "onderzoek"
        PARTICIPANT = "deelnemer", "deelnemer"

    project = models.ForeignKey(Project, models.CASCADE, related_name="participations", verbose_name="project")
    organisation = models.ForeignKey(
        Organisation, models.PROTECT, related_name="participations", verbose_name="organisatie"
    )
    role = models.CharField("rol", max_length=15, choices=Role)

    class Meta:
        verbose_name = "deelname"
        verbose_name_plural = "deelnames"
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["project", "organisation", "role"], name="participation_once_per_role")
        ]

    def __str__(self) -> str:
        return f"{self.organisation} ({self.get_role_display()})"


class ProjectSource(SourceLink):
    project = models.ForeignKey(Project, models.CASCADE, related_name="sources", verbose_name="project")
