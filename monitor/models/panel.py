"""What the panel is asked. How it answered stands in the ledger: groups may be small."""

from typing import Any, ClassVar

from django.db import models
from django.urls import reverse
from simple_history.models import HistoricalRecords

from monitor.querysets import PanelRoundQuerySet
from projects.models import Dated, PublicPage
from projects.models.shared import SingleSource


class Scale(models.Model):
    """The answers that can be chosen, as data: nobody published which they are."""

    name = models.CharField("naam", max_length=80, unique=True)

    class Meta:
        verbose_name = "antwoordschaal"
        verbose_name_plural = "antwoordschalen"
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name


class Answer(models.Model):
    class Side(models.IntegerChoices):
        """Where an answer stands in a chart; one without a side is no opinion."""

        DISAGREE = -1, "oneens met de stelling"
        BETWEEN = 0, "niet eens en niet oneens"
        AGREE = 1, "eens met de stelling"

    scale = models.ForeignKey(Scale, models.CASCADE, related_name="answers", verbose_name="antwoordschaal")
    text = models.CharField("antwoord", max_length=80)
    side = models.SmallIntegerField(
        "wat het zegt", choices=Side, null=True, blank=True, help_text="Leeg: geen mening, zoals “weet ik niet”."
    )
    order = models.PositiveSmallIntegerField("volgorde", help_text="Van oneens naar eens.")

    class Meta:
        verbose_name = "antwoord"
        verbose_name_plural = "antwoorden"
        ordering = ["scale", "order"]
        constraints = [
            models.UniqueConstraint(fields=["scale", "order"], name="answer_place_once"),
            models.UniqueConstraint(fields=["scale", "text"], name="answer_text_once"),
        ]

    def __str__(self) -> str:
        return self.text


class PanelRound(PublicPage, Dated, SingleSource):
    """One time that the panel was asked about a subject."""

    name = models.CharField("onderwerp", max_length=120)
    sensitive = models.BooleanField("gevoelig", default=False, help_text="Toon hulplijnen bovenaan.")

    objects: ClassVar[Any] = PanelRoundQuerySet.as_manager()
    history = HistoricalRecords(verbose_name="eerdere versie van een panelronde")

    class Meta(PublicPage.Meta):
        verbose_name = "panelronde"
        verbose_name_plural = "panelrondes"
        ordering = ["-date_from", "name"]
        constraints = [*PublicPage.Meta.constraints, *Dated.Meta.constraints]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("monitor:panelround_detail", args=[self.slug])


class Stelling(models.Model):
    """A statement that members of the panel react to."""

    class Group(models.TextChoices):
        YOUTH = "jongeren", "jongeren"
        PARENTS = "ouders", "ouders"
        PROFESSIONALS = "professionals", "professionals"

    panel_round = models.ForeignKey(PanelRound, models.PROTECT, related_name="stellingen", verbose_name="panelronde")
    text = models.CharField("stelling", max_length=300)
    scale = models.ForeignKey(Scale, models.PROTECT, related_name="stellingen", verbose_name="antwoordschaal")
    order = models.PositiveSmallIntegerField("volgorde", default=0)

    class Meta:
        verbose_name = "stelling"
        verbose_name_plural = "stellingen"
        ordering = ["panel_round", "order"]
        constraints = [models.UniqueConstraint(fields=["panel_round", "text"], name="stelling_once")]

    def __str__(self) -> str:
        return self.text
