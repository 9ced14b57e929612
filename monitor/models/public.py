"""What the public reads: figures that have passed the gate, and the releases they came in."""

from datetime import UTC, date, datetime
from typing import Any, ClassVar

from django.db import models
from django.db.models import F, Q

from monitor.querysets import PublicFigureQuerySet, SourceQuerySet, VisibleManager
from projects.models import Dated
from projects.models.shared import WebAddressField
from stroomop.lib.append_only import AppendOnly

from .figure import Figure, State, Status
from .series import Period, Series

__all__ = ["PublicFigure", "Release", "Source", "State", "Status"]

# Before anything of ours could be seen.
ALWAYS = datetime(2000, 1, 1, tzinfo=UTC)


class Source(Dated):
    """A page or file that carries figures. ``origin`` says whose figures they are."""

    title = models.CharField("titel", max_length=250, unique=True)
    url = WebAddressField("webadres", max_length=500, blank=True)
    publisher = models.CharField("uitgever", max_length=150, blank=True)
    origin = models.CharField("van wie de cijfers zijn", max_length=150, default="onbekend")

    objects: ClassVar[Any] = SourceQuerySet.as_manager()

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
    # Those of one file, so that they can be taken back together. NULL: entered by hand.
    batch = models.ForeignKey(
        "Import", models.PROTECT, related_name="releases", null=True, blank=True, verbose_name="bestand"
    )
    withdrawn_at = models.DateTimeField("ingetrokken op", null=True, blank=True)
    withdrawn_reason = models.CharField("reden van intrekken", max_length=200, blank=True)
    # For a mistake that told too much: then the list of corrections does not repeat it.
    keeps_secret = models.BooleanField("de getallen blijven geheim", default=False)

    append_only: ClassVar = AppendOnly(("source", "version", "known_on", "published_at"), public="published_at")

    class Meta:
        verbose_name = "publicatie van cijfers"
        verbose_name_plural = "publicaties van cijfers"
        ordering = ["-known_on", "-version"]
        constraints = [
            models.UniqueConstraint(fields=["source", "version"], name="release_once"),
            models.CheckConstraint(
                condition=Q(withdrawn_at=None, withdrawn_reason="", keeps_secret=False)
                | (Q(withdrawn_at__isnull=False) & ~Q(withdrawn_reason="")),
                name="release_withdrawn_with_reason",
                violation_error_message="Zeg waarom je deze publicatie intrekt.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.source} ({self.known_on})"


class PublicFigure(Figure):
    """One figure as the public sees it: a number or the reason why there is none. Written by the gate alone.

    Two times: it held from ``valid_from`` until ``valid_to``, and can be seen from ``visible_from`` until
    ``visible_to``. The second two change only where an embargo ends.
    """

    series = models.ForeignKey(Series, models.PROTECT, related_name="figures", verbose_name="reeks")
    period = models.ForeignKey(Period, models.PROTECT, related_name="figures", verbose_name="periode")
    release = models.ForeignKey(Release, models.PROTECT, related_name="figures", verbose_name="publicatie")
    valid_from = models.DateField("geldig van")
    valid_to = models.DateField("geldig tot", null=True, blank=True)
    visible_from = models.DateTimeField("te zien vanaf", default=ALWAYS)
    visible_to = models.DateTimeField("te zien tot", null=True, blank=True)
    # Its release was taken back: it holds on no day, and stands in the list of corrections alone.
    withdrawn_on = models.DateField("ingetrokken op", null=True, blank=True)

    # Whoever asks gets what may be seen now; the gate alone asks for more.
    objects = VisibleManager.from_queryset(PublicFigureQuerySet)()
    all_moments = models.Manager()

    class Meta(Figure.Meta):
        verbose_name = "openbaar cijfer"
        verbose_name_plural = "openbare cijfers"
        ordering = ["pk"]
        indexes = [models.Index(fields=["series", "period"], name="public_figure_cell")]
        constraints = [
            *Figure.Meta.constraints,
            models.CheckConstraint(
                condition=Q(valid_to=None) | Q(valid_to__gte=F("valid_from")), name="public_figure_valid"
            ),
            models.CheckConstraint(
                condition=Q(visible_to=None) | Q(visible_to__gt=F("visible_from")), name="public_figure_visible"
            ),
            models.UniqueConstraint(
                fields=["series", "period", "visible_from"],
                condition=Q(valid_to=None, mention_only=False, withdrawn_on=None),
                name="public_figure_one_current",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.series}, {self.period}"

    def held_on(self, day: date) -> bool:
        """As the queryset's ``held_on()``, of a figure that was known by then."""
        return not self.mention_only and (self.valid_to is None or self.valid_to > day)
