"""What a series is held against: where it should go, and where it came from."""

from typing import Any, ClassVar

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q

from advies.models.shared import Known, Superseding
from monitor.fields import FigureField
from monitor.periods import ParsedPeriod, parse_period
from monitor.progress import Kind
from monitor.querysets import LevelQuerySet
from stroomop.lib.append_only import AppendOnly

from .indicator import Indicator
from .public import Release, Source
from .series import Category


def validate_period(code: str) -> None:
    try:
        parse_period(code)
    except ValueError as error:
        raise ValidationError(str(error)) from error


class Level(Known, Superseding):
    """A number of an indicator that somebody named for a period: a target, or where it begins."""

    indicator = models.ForeignKey(Indicator, models.PROTECT, related_name="%(class)ss", verbose_name="indicator")
    category = models.ForeignKey(
        Category,
        models.PROTECT,
        related_name="%(class)ss",
        null=True,
        blank=True,
        verbose_name="categorie",
        help_text="Leeg: heel Nederland.",
    )
    value = FigureField("waarde", help_text="Nul mag.")
    period_code = models.CharField(
        "periode", max_length=20, validators=[validate_period], help_text="Zoals 2030, of onbekend."
    )
    text = models.TextField("tekst", blank=True, help_text="Wie dit zei, en waar het over gaat.")
    source = models.ForeignKey(Source, models.PROTECT, related_name="%(class)ss", verbose_name="bron")
    # Came in through a file, and is public as long as that is. NULL: entered by hand.
    release = models.ForeignKey(
        Release, models.PROTECT, related_name="%(class)ss", null=True, blank=True, editable=False
    )

    class Meta:
        abstract = True
        ordering = ["indicator", "known_on", "pk"]

    def __str__(self) -> str:
        return f"{self.indicator}: {self.value} ({self.period_code})"

    @property
    def period(self) -> ParsedPeriod:
        return parse_period(self.period_code)


class Target(Level):
    kind = models.CharField("soort", max_length=10, choices=[(kind.value, kind.value) for kind in Kind])
    upper = FigureField("bovengrens", null=True, blank=True, help_text="Alleen bij een doel tussen twee grenzen.")

    objects: ClassVar[Any] = LevelQuerySet.as_manager()
    append_only: ClassVar = AppendOnly(
        (
            "indicator", "category", "kind", "value", "upper", "period_code", "source", "release", "known_on",
            "supersedes",
        )
    )  # fmt: skip

    class Meta(Level.Meta):
        verbose_name = "doel"
        verbose_name_plural = "doelen"
        constraints = [
            models.CheckConstraint(
                condition=Q(kind=Kind.BETWEEN, upper__isnull=False) | (~Q(kind=Kind.BETWEEN) & Q(upper=None)),
                name="target_upper_only_between",
                violation_error_message="Geef alleen bij 'tussen' een bovengrens.",
            )
        ]

    def clean(self) -> None:
        super().clean()
        if self.value is not None and self.upper is not None and self.upper < self.value:
            raise ValidationError({"upper": "De bovengrens ligt onder de ondergrens."})


class Baseline(Level):
    objects: ClassVar[Any] = LevelQuerySet.as_manager()
    append_only: ClassVar = AppendOnly(
        ("indicator", "category", "value", "period_code", "source", "release", "known_on", "supersedes")
    )

    class Meta(Level.Meta):
        verbose_name = "begincijfer"
        verbose_name_plural = "begincijfers"
