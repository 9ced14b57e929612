"""What the action plan is built of: goals, change tasks and preconditions."""

from typing import Any, ClassVar

from django.db import models
from django.db.models import Q
from django.urls import reverse
from simple_history.models import HistoricalRecords

from projects.querysets import HoofddoelQuerySet, RandvoorwaardeQuerySet, VeranderopgaveQuerySet
from stroomop.lib.richtext import RichTextField

from .publishing import PublicPage, Publishable
from .shared import SingleSource
from .theme import Themed


class PlanPart(Publishable, SingleSource):
    """A numbered part of the plan that is shown on the overview, under its own heading."""

    number = models.PositiveSmallIntegerField("nummer", unique=True)
    name = models.CharField("naam", max_length=150)
    slug = models.SlugField("plek op de pagina", max_length=80, unique=True)
    text = RichTextField("tekst", blank=True)

    class Meta(Publishable.Meta):
        abstract = True
        ordering = ["number"]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return f"{reverse('projects:veranderopgave_list')}#{self.slug}"


class Hoofddoel(PlanPart):
    objects: ClassVar[Any] = HoofddoelQuerySet.as_manager()
    history = HistoricalRecords(verbose_name="eerdere versie van een hoofddoel")

    class Meta(PlanPart.Meta):
        verbose_name = "hoofddoel"
        verbose_name_plural = "hoofddoelen"


class Randvoorwaarde(PlanPart):
    objects: ClassVar[Any] = RandvoorwaardeQuerySet.as_manager()
    history = HistoricalRecords(verbose_name="eerdere versie van een randvoorwaarde")

    class Meta(PlanPart.Meta):
        verbose_name = "randvoorwaarde"
        verbose_name_plural = "randvoorwaarden"


class Veranderopgave(PublicPage, SingleSource, Themed):
    """A change task. Nine have a number and no known name: they are counted, and get no page."""

    class Kind(models.TextChoices):
        FAST = "snel", "snelle veranderopgave"
        LONG = "langlopend", "langlopende veranderopgave"

    kind = models.CharField("soort", max_length=12, choices=Kind)
    number = models.PositiveSmallIntegerField("nummer")
    name = models.CharField("naam", max_length=150, blank=True, help_text="Onbekend? Laat leeg. Verzin niets.")
    slug: Any = models.SlugField("adres", max_length=80, unique=True, null=True, blank=True)
    hoofddoel = models.ForeignKey(
        Hoofddoel, models.PROTECT, related_name="veranderopgaven", null=True, blank=True, verbose_name="hoofddoel"
    )
    text = RichTextField("tekst", blank=True)

    objects: ClassVar[Any] = VeranderopgaveQuerySet.as_manager()
    history = HistoricalRecords(verbose_name="eerdere versie van een veranderopgave", m2m_fields=["themes"])

    class Meta(PublicPage.Meta):
        verbose_name = "veranderopgave"
        verbose_name_plural = "veranderopgaven"
        ordering = ["-kind", "number"]
        constraints = [
            *PublicPage.Meta.constraints,
            models.UniqueConstraint(fields=["kind", "number"], name="veranderopgave_number_per_kind"),
            models.CheckConstraint(
                condition=Q(name="", slug=None) | (~Q(name="") & Q(slug__isnull=False)),
                name="veranderopgave_named_with_address",
                violation_error_message="Een naam en een adres horen bij elkaar: vul beide in of geen van beide.",
            ),
        ]

    def __str__(self) -> str:
        return self.name or f"{self.get_kind_display().capitalize()} {self.number} (naam onbekend)"

    def get_absolute_url(self) -> str:
        return reverse("projects:veranderopgave_detail", args=[self.slug])
