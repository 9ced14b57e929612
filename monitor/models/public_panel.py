"""What the public reads of the panel: answers that have passed the gate."""

from typing import Any, ClassVar

from django.db import models
from django.db.models import F, Q

from monitor.querysets import HeldQuerySet, VisibleManager

from .panel import Answer, Stelling
from .public import ALWAYS, Release


class PublicAnswer(models.Model):
    """How many of a group gave an answer, as the public sees it. Written by the gate alone.

    A group of which nothing may be told has one row, without an answer and a number. The two times are those of a
    PublicFigure.
    """

    stelling = models.ForeignKey(Stelling, models.PROTECT, related_name="public_answers", verbose_name="stelling")
    group = models.CharField("groep", max_length=15, choices=Stelling.Group)
    answer = models.ForeignKey(Answer, models.PROTECT, related_name="+", verbose_name="antwoord", null=True)
    number = models.PositiveIntegerField("aantal", null=True)
    release = models.ForeignKey(Release, models.PROTECT, related_name="+", verbose_name="publicatie")
    valid_from = models.DateField("geldig van")
    valid_to = models.DateField("geldig tot", null=True)
    visible_from = models.DateTimeField("te zien vanaf", default=ALWAYS)
    visible_to = models.DateTimeField("te zien tot", null=True)

    # Whoever asks gets what may be seen now; the gate alone asks for more.
    objects: ClassVar[Any] = VisibleManager.from_queryset(HeldQuerySet)()
    all_moments: ClassVar[Any] = models.Manager()

    class Meta:
        verbose_name = "openbaar antwoord van een panel"
        verbose_name_plural = "openbare antwoorden van een panel"
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(answer=None, number=None) | Q(answer__isnull=False, number__isnull=False),
                name="public_answer_number_or_hidden",
            ),
            models.CheckConstraint(
                condition=Q(valid_to=None) | Q(valid_to__gte=F("valid_from")), name="public_answer_valid"
            ),
            models.CheckConstraint(
                condition=Q(visible_to=None) | Q(visible_to__gt=F("visible_from")), name="public_answer_visible"
            ),
            models.UniqueConstraint(
                fields=["stelling", "group", "answer", "visible_from"],
                condition=Q(valid_to=None),
                name="public_answer_one_current",
            ),
            # NULL is never the same as NULL.
            models.UniqueConstraint(
                fields=["stelling", "group", "visible_from"],
                condition=Q(valid_to=None, answer=None),
                name="public_answer_hidden_once",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.stelling}, {self.group}: {self.answer or 'niet getoond'}"
