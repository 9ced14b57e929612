from typing import Any, ClassVar

from django.db import models
from django.urls import reverse
from simple_history.models import HistoricalRecords

from projects.querysets import LessonQuerySet
from stroomop.lib.richtext import RichTextField

from .organisation import Organisation
from .project import Project
from .publishing import PublicPage
from .shared import SingleSource
from .theme import Themed


class Lesson(PublicPage, SingleSource, Themed):
    """What was tried, and what it taught; without a project it is a lesson of the movement as a whole."""

    class Outcome(models.TextChoices):
        WORKED = "werkte", "werkte, volgens de bron"
        PARTLY = "werkte-deels", "werkte deels, volgens de bron"
        FAILED = "werkte-niet", "werkte niet, volgens de bron"
        UNKNOWN = "onbekend", "onbekend"

    title = models.CharField("les", max_length=150, help_text="De les in één gewone zin.")
    project = models.ForeignKey(
        Project,
        models.PROTECT,
        related_name="lessons",
        null=True,
        blank=True,
        verbose_name="project",
        help_text="Leeg: een les van StroomOP als geheel.",
    )
    tried = RichTextField("wat is er geprobeerd", blank=True)
    place = models.CharField("waar", max_length=200, blank=True)
    for_whom = models.CharField("voor wie", max_length=200, blank=True)
    outcome = models.CharField("werkte het", max_length=12, choices=Outcome, default=Outcome.UNKNOWN)
    text = RichTextField("wat leerden we")
    evidence = models.CharField("waar blijkt dat uit", max_length=300, blank=True)
    organisation = models.ForeignKey(
        Organisation, models.SET_NULL, related_name="lessons", null=True, blank=True, verbose_name="wie weet meer"
    )

    objects: ClassVar[Any] = LessonQuerySet.as_manager()
    history = HistoricalRecords(verbose_name="eerdere versie van een les", m2m_fields=["themes"])

    class Meta(PublicPage.Meta):
        verbose_name = "les"
        verbose_name_plural = "lessen"
        ordering = ["title"]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("projects:lesson_detail", args=[self.slug])
