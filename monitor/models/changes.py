"""What happened to a series beside its figures: another definition, another way of counting, something in the world."""

from django.db import models
from django.db.models import F, Q

from projects.models import Dated
from projects.models.shared import WebAddressField

from .indicator import Indicator
from .public import Source


class Definition(models.Model):
    """What was counted, for as long as it was counted so. Without a first day: since we know."""

    indicator = models.ForeignKey(Indicator, models.CASCADE, related_name="definitions", verbose_name="indicator")
    text = models.TextField("wat er geteld werd")
    valid_from = models.DateField("geldt vanaf", null=True, blank=True)
    valid_to = models.DateField("geldt tot en met", null=True, blank=True)
    source = models.ForeignKey(
        Source, models.PROTECT, related_name="definitions", null=True, blank=True, verbose_name="bron"
    )

    class Meta:
        verbose_name = "definitie"
        verbose_name_plural = "definities"
        ordering = ["indicator", F("valid_from").asc(nulls_first=True)]
        constraints = [
            models.UniqueConstraint(fields=["indicator", "valid_from"], name="definition_one_from_a_day"),
            models.UniqueConstraint(
                fields=["indicator"], condition=Q(valid_from=None), name="definition_one_without_a_day"
            ),
            models.CheckConstraint(
                # NULL on either side passes: not every first and last day is known.
                condition=Q(valid_to__gte=F("valid_from")),
                name="definition_ends_after_start",
                violation_error_message="Het einde ligt voor het begin.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.indicator}: {self.text[:60]}"


class Break(models.Model):
    """Figures before this day can't be compared with those from it on. No line goes across."""

    indicator = models.ForeignKey(Indicator, models.CASCADE, related_name="breaks", verbose_name="indicator")
    on = models.DateField("vanaf", help_text="De eerste dag van de nieuwe manier van tellen.")
    text = models.CharField("wat er veranderde", max_length=300)
    source = models.ForeignKey(
        Source, models.PROTECT, related_name="breaks", null=True, blank=True, verbose_name="bron"
    )

    class Meta:
        verbose_name = "breuk"
        verbose_name_plural = "breuken"
        ordering = ["indicator", "on"]
        constraints = [models.UniqueConstraint(fields=["indicator", "on"], name="break_once")]

    def __str__(self) -> str:
        return f"{self.indicator}, {self.on}"


class ChartEvent(Dated):
    """Something in the world that a reader of a chart should know of. It does not say that one caused the other."""

    title = models.CharField("titel", max_length=100, unique=True)
    text = models.CharField("tekst", max_length=300, blank=True)
    indicators = models.ManyToManyField(Indicator, related_name="events", blank=True, verbose_name="bij deze cijfers")
    source = models.ForeignKey(
        Source, models.PROTECT, related_name="events", null=True, blank=True, verbose_name="bron"
    )
    url = WebAddressField("webadres", max_length=500, blank=True, help_text="Als het geen bron van cijfers is.")

    class Meta:
        verbose_name = "gebeurtenis"
        verbose_name_plural = "gebeurtenissen"
        ordering = ["date_from", "title"]
        constraints = [*Dated.Meta.constraints]

    def __str__(self) -> str:
        return self.title
