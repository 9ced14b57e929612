"""That somebody looked whether there is a newer figure, and what came of it."""

from typing import ClassVar

from django.conf import settings
from django.db import models

from stroomop.lib.append_only import AppendOnly

from .indicator import Indicator


class FigureCheck(models.Model):
    class Outcome(models.TextChoices):
        NEW = "nieuw", "nieuw cijfer gevonden"
        NOTHING_NEW = "niets-nieuws", "gecontroleerd, niets nieuws"
        NO_ANSWER = "geen-antwoord", "gevraagd, geen antwoord"

    indicator = models.ForeignKey(Indicator, models.CASCADE, related_name="checks", verbose_name="indicator")
    checked_on = models.DateField("nagekeken op")
    outcome = models.CharField("uitkomst", max_length=15, choices=Outcome)
    note = models.CharField("toelichting", max_length=300, blank=True)
    checked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, related_name="+", null=True, blank=True, verbose_name="door"
    )

    append_only: ClassVar = AppendOnly(("indicator", "checked_on", "outcome"))

    class Meta:
        verbose_name = "controle van een cijfer"
        verbose_name_plural = "controles van cijfers"
        ordering = ["-checked_on", "-pk"]
        constraints = [models.UniqueConstraint(fields=["indicator", "checked_on"], name="figure_check_once_a_day")]

    def __str__(self) -> str:
        return f"{self.indicator}, nagekeken op {self.checked_on}"
