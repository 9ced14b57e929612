"""The ledger: every figure as it was delivered. Nothing public reads this; the gate alone does."""

from django.db import models
from django.db.models import Q

from monitor.fields import FigureField

from .catalogue import Period, Series
from .public import Release, State, Status


class Observation(models.Model):
    """A figure as one source gave it. A revision is a new row in a new release; the old one stays."""

    release = models.ForeignKey(Release, models.PROTECT, related_name="+", verbose_name="publicatie")
    series = models.ForeignKey(Series, models.PROTECT, related_name="+", verbose_name="reeks")
    period = models.ForeignKey(Period, models.PROTECT, related_name="+", verbose_name="periode")
    state = models.CharField("toestand", max_length=20, choices=State)
    value = FigureField("waarde", null=True, blank=True)
    status = models.CharField("status", max_length=22, choices=Status, default=Status.UNKNOWN)
    # The order in which figures for one period replace each other, where the sources carry no date.
    rank = models.SmallIntegerField("rangorde", default=0)
    mention_only = models.BooleanField("alleen vermelding", default=False)
    note = models.CharField("noot", max_length=300, blank=True)

    class Meta:
        verbose_name = "waarneming"
        verbose_name_plural = "waarnemingen"
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["release", "series", "period"], name="observation_once"),
            models.CheckConstraint(
                condition=Q(state=State.MEASURED, value__isnull=False) | (~Q(state=State.MEASURED) & Q(value=None)),
                name="observation_number_or_reason",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.series}, {self.period}"
