from typing import Any, ClassVar

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from simple_history.models import HistoricalRecords

from advies.querysets import NewsQuerySet
from projects.models import Dated, SourceLink
from stroomop.lib.append_only import AppendOnly
from stroomop.lib.dates import describe_date

from .advies import Advies
from .shared import KnownOncePublic, Superseding

RUNS_BEFORE_START = "'Loopt tot en met' ligt voor het begin."


class News(KnownOncePublic, Dated, Superseding):
    """Something that happened and can be read in public. Research and criticism are news, but no flow."""

    class Kind(models.TextChoices):
        MEASURE = "maatregel", "maatregel"
        DECISION = "besluit", "besluit"
        RESEARCH = "onderzoek", "onderzoek"
        CRITICISM = "kritiek", "kritiek"
        AGREEMENT = "afspraak", "aangekondigd"
        # A letter, a report that was sent on, a bill that is pending.
        NOTICE = "bericht", "bericht"

    slug = models.SlugField("kenmerk", max_length=80, unique=True)
    kind = models.CharField("soort", max_length=12, choices=Kind)
    title = models.CharField("titel", max_length=120)
    text = models.TextField("tekst", blank=True)
    runs_until = models.DateField(
        "loopt tot en met",
        null=True,
        blank=True,
        help_text="Weet je alleen de maand of het jaar? Vul de laatste dag in.",
    )
    runs_until_precision = models.CharField(
        "zo precies als", max_length=10, choices=Dated.Precision, blank=True, help_text="Leeg: op de dag."
    )
    # Added by the queryset: known_by().
    is_corrected: bool

    objects: ClassVar[Any] = NewsQuerySet.as_manager()
    history = HistoricalRecords(verbose_name="eerdere tekst van nieuws")
    append_only: ClassVar = AppendOnly(
        (
            "kind", "date_from", "date_to", "precision", "runs_until", "runs_until_precision", "known_on", "supersedes",
            "published_at",
        ),
        public="published_at",
    )  # fmt: skip

    class Meta(KnownOncePublic.Meta):
        verbose_name = "nieuws"
        verbose_name_plural = "nieuws"
        ordering = ["-known_on", "-pk"]
        constraints = [
            *KnownOncePublic.Meta.constraints,
            *Dated.Meta.constraints,
            models.CheckConstraint(
                # NULL on either side passes: not all news runs, and not all news is dated.
                condition=Q(runs_until__gte=F("date_from")),
                name="news_runs_after_start",
                violation_error_message=RUNS_BEFORE_START,
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def clean(self) -> None:
        super().clean()
        if self.runs_until and self.date_from and self.runs_until < self.date_from:
            raise ValidationError({"runs_until": RUNS_BEFORE_START})

    @property
    def end_in_words(self) -> str:
        """Until when it runs; asks for ``runs_until``."""
        assert self.runs_until is not None
        return describe_date(self.runs_until, self.runs_until_precision)


class NewsSource(SourceLink):
    news = models.ForeignKey(News, models.CASCADE, related_name="sources", verbose_name="nieuws")


class Bearing(models.Model):
    """That a piece of news bears on an advies; ``derived`` when we, and no source, say so."""

    news = models.ForeignKey(News, models.CASCADE, related_name="bearings", verbose_name="nieuws")
    advies = models.ForeignKey(Advies, models.CASCADE, related_name="bearings", verbose_name="advies")
    derived = models.BooleanField("afgeleid", default=True, help_text="Geen bron legt dit verband; wij doen dat.")
    known_on = models.DateField(
        "bekend op", null=True, blank=True, help_text="De dag vanaf wanneer. Leeg: zo lang als het nieuws er is."
    )

    # Without it the advies would lose the dates of what was promised.
    append_only: ClassVar = AppendOnly(("advies", "known_on"), public="news__published_at")

    class Meta:
        verbose_name = "gaat over advies"
        verbose_name_plural = "gaat over adviezen"
        ordering = ["advies__number"]
        constraints = [models.UniqueConstraint(fields=["news", "advies"], name="bearing_once")]

    def __str__(self) -> str:
        return f"{self.news}: {self.advies}"
