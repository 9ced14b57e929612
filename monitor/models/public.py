"""What the public reads: figures that have passed the gate, and the releases they came in."""

from django.db import models
from django.db.models import F, Q

from monitor.fields import FigureField
from monitor.querysets import PublicFigureQuerySet
from projects.models import Dated
from projects.models.shared import WebAddressField

from .catalogue import Period, Series


class State(models.TextChoices):
    """Why there is a number, or why there is none."""

    MEASURED = "gemeten", "gemeten"
    NOT_MEASURED = "niet-gemeten", "niet gemeten"
    NOT_YET = "nog-niet-bekend", "nog niet bekend"
    SUPPRESSED = "niet-getoond", "niet getoond: groep te klein"
    NOT_APPLICABLE = "niet-van-toepassing", "niet van toepassing"
    UNCERTAIN = "te-onzeker", "onbekend, te onzeker of geheim volgens de bron"


class Status(models.TextChoices):
    FINAL = "definitief", "definitief"
    REVISED = "herzien", "herzien of definitief"
    PROVISIONAL = "voorlopig", "voorlopig"
    REVISED_PROVISIONAL = "voorlopig-bijgesteld", "voorlopig, bijgesteld"
    UNKNOWN = "onbekend", "onbekend"


class Source(Dated):
    """A page or file that carries figures. ``origin`` says whose figures they are."""

    title = models.CharField("titel", max_length=250, unique=True)
    url = WebAddressField("webadres", max_length=500, blank=True)
    publisher = models.CharField("uitgever", max_length=150, blank=True)
    origin = models.CharField("van wie de cijfers zijn", max_length=150, default="onbekend")

    class Meta:
        verbose_name = "bron"
        verbose_name_plural = "bronnen"
        ordering = ["title"]
        constraints = [*Dated.Meta.constraints]

    def __str__(self) -> str:
        return self.title

    @property
    def credit(self) -> str:
        """Whose figures these are, and who passed them on: "Jeugdautoriteit, via Skipr"."""
        carrier = self.publisher or self.title
        return carrier if self.origin in ("onbekend", carrier) else f"{self.origin}, via {carrier}"


class Release(models.Model):
    """A batch of figures from one source. ``version`` counts what one source said in several steps."""

    source = models.ForeignKey(Source, models.PROTECT, related_name="releases", verbose_name="bron")
    version = models.PositiveSmallIntegerField("versie", default=1)
    known_on = models.DateField("bekend op", help_text="De dag waarop de bron dit bekendmaakte.")
    reason = models.CharField("aanleiding", max_length=200, blank=True)
    # In the future: under embargo. NULL: a draft.
    published_at = models.DateTimeField("gepubliceerd vanaf", null=True, blank=True)

    class Meta:
        verbose_name = "publicatie van cijfers"
        verbose_name_plural = "publicaties van cijfers"
        ordering = ["-known_on", "-version"]
        constraints = [models.UniqueConstraint(fields=["source", "version"], name="release_once")]

    def __str__(self) -> str:
        return f"{self.source} ({self.known_on})"


class PublicFigure(models.Model):
    """One figure as the public sees it: a number or the reason why there is none. Written by the gate alone."""

    series = models.ForeignKey(Series, models.PROTECT, related_name="figures", verbose_name="reeks")
    period = models.ForeignKey(Period, models.PROTECT, related_name="figures", verbose_name="periode")
    release = models.ForeignKey(Release, models.PROTECT, related_name="figures", verbose_name="publicatie")
    state = models.CharField("toestand", max_length=20, choices=State)
    value = FigureField("waarde", null=True, blank=True)
    status = models.CharField("status", max_length=22, choices=Status, default=Status.UNKNOWN)
    note = models.CharField("noot", max_length=300, blank=True)
    mention_only = models.BooleanField("alleen vermelding", default=False)
    valid_from = models.DateField("geldig van")
    valid_to = models.DateField("geldig tot", null=True, blank=True)

    objects = PublicFigureQuerySet.as_manager()

    class Meta:
        verbose_name = "openbaar cijfer"
        verbose_name_plural = "openbare cijfers"
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(state=State.MEASURED, value__isnull=False) | (~Q(state=State.MEASURED) & Q(value=None)),
                name="public_figure_number_or_reason",
            ),
            models.CheckConstraint(
                condition=Q(valid_to=None) | Q(valid_to__gte=F("valid_from")), name="public_figure_valid"
            ),
            models.UniqueConstraint(
                fields=["series", "period"],
                condition=Q(valid_to=None, mention_only=False),
                name="public_figure_one_current",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.series}, {self.period}"

    @property
    def is_provisional(self) -> bool:
        return self.status in (Status.PROVISIONAL, Status.REVISED_PROVISIONAL)

    @property
    def is_current(self) -> bool:
        return self.valid_to is None and not self.mention_only
