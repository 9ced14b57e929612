"""The ledger: every figure as it was delivered. Nothing public reads this; the gate alone does."""

from typing import ClassVar

from django.db import models

from stroomop.lib.append_only import AppendOnly

from .figure import Figure
from .panel import Answer, Stelling
from .public import Release
from .series import Period, Series


class Observation(Figure):
    """A figure as one source gave it. A revision is a new row in a new release; the old one stays."""

    release = models.ForeignKey(Release, models.PROTECT, related_name="+", verbose_name="publicatie")
    series = models.ForeignKey(Series, models.PROTECT, related_name="+", verbose_name="reeks")
    period = models.ForeignKey(Period, models.PROTECT, related_name="+", verbose_name="periode")
    # The order in which figures for one period replace each other, where the sources carry no date.
    rank = models.SmallIntegerField("rangorde", default=0)

    append_only: ClassVar = AppendOnly(
        (
            "series", "period", "state", "value", "numerator", "denominator", "status", "approximate", "second_hand",
            "one_off", "mention_only", "note", "covered", "covered_of", "rank",
        ),
        public="release__published_at",
    )  # fmt: skip

    class Meta(Figure.Meta):
        verbose_name = "waarneming"
        verbose_name_plural = "waarnemingen"
        ordering = ["pk"]
        indexes = [models.Index(fields=["series", "period"], name="observation_cell")]
        constraints = [
            *Figure.Meta.constraints,
            models.UniqueConstraint(fields=["release", "series", "period"], name="observation_once"),
        ]

    def __str__(self) -> str:
        return f"{self.series}, {self.period}"


class PanelResult(models.Model):
    """How many of a group gave an answer, as one release told it."""

    release = models.ForeignKey(Release, models.PROTECT, related_name="+", verbose_name="publicatie")
    stelling = models.ForeignKey(Stelling, models.PROTECT, related_name="+", verbose_name="stelling")
    group = models.CharField("groep", max_length=15, choices=Stelling.Group)
    answer = models.ForeignKey(Answer, models.PROTECT, related_name="+", verbose_name="antwoord")
    number = models.PositiveIntegerField("aantal")

    append_only: ClassVar = AppendOnly(("stelling", "group", "answer", "number"), public="release__published_at")

    class Meta:
        verbose_name = "paneluitkomst"
        verbose_name_plural = "paneluitkomsten"
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["release", "stelling", "group", "answer"], name="panel_result_once")
        ]

    def __str__(self) -> str:
        return f"{self.stelling}, {self.group}: {self.answer}"
