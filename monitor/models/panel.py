"""What the panel is asked. How it answered stands in the ledger: groups may be small."""

from django.db import models

from projects.models import Dated, Publishable
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
    scale = models.ForeignKey(Scale, models.CASCADE, related_name="answers", verbose_name="antwoordschaal")
    text = models.CharField("antwoord", max_length=80)
    order = models.PositiveSmallIntegerField("volgorde")

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


class PanelRound(Publishable, Dated, SingleSource):
    """One time that the panel was asked about a subject."""

    name = models.CharField("onderwerp", max_length=120)
    slug = models.SlugField("adres", max_length=80, unique=True)

    class Meta(Publishable.Meta):
        verbose_name = "panelronde"
        verbose_name_plural = "panelrondes"
        ordering = ["-date_from", "name"]
        constraints = [*Publishable.Meta.constraints, *Dated.Meta.constraints]

    def __str__(self) -> str:
        return self.name


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
