from typing import Any, ClassVar

from django.db import models
from django.db.models import F
from django.urls import reverse
from simple_history.models import HistoricalRecords

from projects.querysets import StoryQuerySet
from stroomop.lib.richtext import RichTextField

from .organisation import Organisation
from .person import Person
from .project import Project
from .publication import Publication
from .publishing import PublicPage
from .shared import Dated, SingleSource
from .theme import Themed


class Story(PublicPage, Dated, SingleSource, Themed):
    """A story, told again in our own words, with a link to where it first stood."""

    class Kind(models.TextChoices):
        INTERVIEW = "interview", "interview"
        OPINION = "opinie", "opinie"
        NEWS = "nieuws", "nieuws"
        PRACTICE = "praktijkvoorbeeld", "praktijkvoorbeeld"

    title = models.CharField("titel", max_length=200)
    kind = models.CharField("soort", max_length=20, choices=Kind)
    author_name = models.CharField("auteur van het origineel", max_length=150, blank=True)
    summary = models.CharField("in het kort", max_length=300, help_text="Staat in lijsten en bij zoekmachines.")
    body = RichTextField("verhaal", help_text="In onze eigen woorden; het origineel staat bij de bron.")
    projects = models.ManyToManyField(Project, related_name="stories", blank=True, verbose_name="projecten")
    organisations = models.ManyToManyField(
        Organisation, related_name="stories", blank=True, verbose_name="organisaties"
    )
    persons = models.ManyToManyField(Person, related_name="stories", blank=True, verbose_name="personen")
    publications = models.ManyToManyField(Publication, related_name="stories", blank=True, verbose_name="publicaties")

    is_moment = True

    objects: ClassVar[Any] = StoryQuerySet.as_manager()
    history = HistoricalRecords(
        verbose_name="eerdere versie van een verhaal",
        m2m_fields=["themes", "projects", "organisations", "persons", "publications"],
    )

    class Meta(PublicPage.Meta):
        verbose_name = "verhaal"
        verbose_name_plural = "verhalen"
        ordering = [F("date_from").desc(nulls_last=True), "title"]
        constraints = [*PublicPage.Meta.constraints, *Dated.Meta.constraints]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("projects:story_detail", args=[self.slug])
