from typing import Any, ClassVar

from django.db import models
from django.db.models.functions import Lower
from django.urls import reverse
from simple_history.models import HistoricalRecords

from projects.querysets import InitiativeQuerySet
from stroomop.lib.richtext import RichTextField

from .organisation import Organisation
from .project import Project
from .publishing import PublicPage
from .shared import Dated, SourceLink, WebAddressField
from .theme import Themed


class Initiative(PublicPage, Dated, Themed):
    """Something that others do: an alternative to closed care, or a network one can join."""

    class Kind(models.TextChoices):
        LIVING = "wonen", "wonen en zorg"
        EDUCATION = "onderwijs", "onderwijs en zorg"
        REGION = "aanpak", "aanpak van een regio of aanbieder"
        LEARNING = "leernetwerk", "leernetwerk"
        COOPERATION = "samenwerking", "samenwerking"
        CULTURE = "cultuur", "anders denken en doen"

    # The two pages that they stand on, each kind on one.
    ALTERNATIVES = (Kind.LIVING, Kind.EDUCATION, Kind.REGION)
    TAKING_PART = (Kind.LEARNING, Kind.COOPERATION, Kind.CULTURE)

    name = models.CharField("naam", max_length=150, unique=True)
    kind = models.CharField("soort", max_length=14, choices=Kind)
    organisation = models.ForeignKey(
        Organisation, models.SET_NULL, related_name="initiatives", null=True, blank=True, verbose_name="van wie"
    )
    summary = models.CharField("in één zin", max_length=200, help_text="Staat in lijsten en bij zoekmachines.")
    text = RichTextField("wat is het", blank=True)
    claims = RichTextField("volgens de aanbieder", blank=True, help_text="Wat zij er zelf over zeggen.")
    join = RichTextField("hoe doe je mee", blank=True)
    url = WebAddressField("website", max_length=500, blank=True)
    projects = models.ManyToManyField(Project, related_name="initiatives", blank=True, verbose_name="projecten")

    objects: ClassVar[Any] = InitiativeQuerySet.as_manager()
    history = HistoricalRecords(verbose_name="eerdere versie van een initiatief", m2m_fields=["themes", "projects"])

    class Meta(PublicPage.Meta):
        verbose_name = "initiatief"
        verbose_name_plural = "initiatieven"
        ordering = [Lower("name")]
        constraints = [*PublicPage.Meta.constraints, *Dated.Meta.constraints]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse(f"projects:{self.section}_detail", args=[self.slug])

    @property
    def section(self) -> str:
        """The page that it stands on, by the name of its route."""
        return "alternative" if self.kind in self.ALTERNATIVES else "taking_part"


class InitiativeSource(SourceLink):
    initiative = models.ForeignKey(Initiative, models.CASCADE, related_name="sources", verbose_name="initiatief")

    history = HistoricalRecords(verbose_name="eerdere versie van een bron")
