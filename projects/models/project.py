from typing import Any, ClassVar

from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Lower
from django.urls import reverse
from simple_history.models import HistoricalRecords

from projects.querysets import ParticipationQuerySet, ProjectQuerySet, UpdateQuerySet
from stroomop.lib.richtext import RichTextField

from .image import Image
from .organisation import Organisation
from .publishing import PublicPage, Publishable
from .shared import Dated, FormerNameBase, SingleSource, SourceLink
from .structure import Randvoorwaarde, Veranderopgave
from .theme import Themed


class Project(PublicPage, Dated, Themed):
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

    phase = models.CharField("fase", max_length=10, choices=Phase, default=Phase.UNKNOWN)
    period_note = models.CharField("toelichting op de periode", max_length=200, blank=True)
    image = models.ForeignKey(
        Image, models.PROTECT, related_name="projects", null=True, blank=True, verbose_name="afbeelding"
    )
    veranderopgaven = models.ManyToManyField(
        Veranderopgave, related_name="projects", blank=True, verbose_name="veranderopgaven"
    )
    randvoorwaarden = models.ManyToManyField(Randvoorwaarde, through="Condition", related_name="projects")
    organisations = models.ManyToManyField(Organisation, through="Participation", related_name="projects")
    successor = models.ForeignKey(
        "self", models.SET_NULL, related_name="predecessors", null=True, blank=True, verbose_name="ging verder als"
    )

    objects: ClassVar[Any] = ProjectQuerySet.as_manager()
    history = HistoricalRecords(verbose_name="eerdere versie van een project", m2m_fields=["themes", "veranderopgaven"])

    class Meta(PublicPage.Meta):
        verbose_name = "project"
        verbose_name_plural = "projecten"
        ordering = [Lower("name")]
        constraints = [
            *PublicPage.Meta.constraints,
            *Dated.Meta.constraints,
            models.CheckConstraint(
                # A NULL successor passes: most projects have none.
                condition=Q(successor=None) | ~Q(successor=F("id")),
                name="project_not_its_own_successor",
                violation_error_message="Een project gaat niet verder als zichzelf.",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("projects:project_detail", args=[self.slug])

    @property
    def contacts(self) -> "list[Participation]":
        """Whom to ask about it: who leads it, else partners that can be reached. Asks for ``for_detail()``."""
        parties = self.participations.all()
        leads = [item for item in parties if item.role == Participation.Role.LEAD]
        partners = [item for item in parties if item.role == Participation.Role.PARTNER]
        return leads or [item for item in partners if item.organisation.website]


class FormerName(FormerNameBase):
    project = models.ForeignKey(Project, models.CASCADE, related_name="former_names", verbose_name="project")

    history = HistoricalRecords(verbose_name="eerdere versie van een eerdere naam")

    class Meta(FormerNameBase.Meta):
        constraints = [models.UniqueConstraint(fields=["project", "name"], name="former_name_once")]


class Condition(models.Model):
    """A randvoorwaarde that a project worked on; ``derived`` when we, and no source, say so."""

    project = models.ForeignKey(Project, models.CASCADE, related_name="conditions", verbose_name="project")
    randvoorwaarde = models.ForeignKey(
        Randvoorwaarde, models.CASCADE, related_name="conditions", verbose_name="randvoorwaarde"
    )
    derived = models.BooleanField("afgeleid", default=True, help_text="Geen bron legt dit verband; wij doen dat.")

    history = HistoricalRecords(verbose_name="eerdere versie van een randvoorwaarde van een project")

    class Meta:
        verbose_name = "randvoorwaarde van een project"
        verbose_name_plural = "randvoorwaarden van een project"
        ordering = ["randvoorwaarde__number"]
        constraints = [models.UniqueConstraint(fields=["project", "randvoorwaarde"], name="condition_once")]

    def __str__(self) -> str:
        return f"{self.project}: {self.randvoorwaarde}"


class Result(models.Model):
    project = models.ForeignKey(Project, models.CASCADE, related_name="results", verbose_name="project")
    text = RichTextField("resultaat")

    history = HistoricalRecords(verbose_name="eerdere versie van een resultaat")

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

    objects = ParticipationQuerySet.as_manager()
    history = HistoricalRecords(verbose_name="eerdere versie van een deelname")

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

    history = HistoricalRecords(verbose_name="eerdere versie van een bron")


class Update(Publishable, Dated, SingleSource):
    """A short notice of what happened in a project. It stands on the project's page."""

    project = models.ForeignKey(Project, models.CASCADE, related_name="updates", verbose_name="project")
    slug = models.SlugField("plek op de pagina", max_length=80, unique=True)
    title = models.CharField("titel", max_length=150)
    text = RichTextField("tekst", blank=True)

    is_moment = True

    objects: ClassVar[Any] = UpdateQuerySet.as_manager()
    history = HistoricalRecords(verbose_name="eerdere versie van een bericht")

    class Meta(Publishable.Meta):
        verbose_name = "bericht"
        verbose_name_plural = "berichten"
        ordering = [F("date_from").desc(nulls_last=True), "-pk"]
        constraints = [*Publishable.Meta.constraints, *Dated.Meta.constraints]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return f"{self.project.get_absolute_url()}#{self.slug}"
