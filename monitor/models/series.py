"""What a figure is about: an indicator, broken down or not, and a period."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from monitor.periods import label, when

from .indicator import Indicator

# What the line of a breakdown is called that tells the total.
TOTAL = "totaal"


class Dimension(models.Model):
    """A way to break figures down. Schemes of regions overlap and do not nest: each is a dimension of its own."""

    slug = models.SlugField("kenmerk", max_length=60, unique=True)
    name = models.CharField("naam", max_length=80, unique=True, help_text="Zoals in de bestanden.")
    plural = models.CharField("meervoud", max_length=80)
    note = models.CharField("leeswijzer", max_length=300, blank=True)
    covers = models.BooleanField(
        "samen het totaal",
        default=False,
        help_text="Iedereen van het totaal zit in één van deze categorieën. Niet als je er maar een paar kent.",
    )

    class Meta:
        verbose_name = "uitsplitsing"
        verbose_name_plural = "uitsplitsingen"
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name


class Category(models.Model):
    dimension = models.ForeignKey(Dimension, models.PROTECT, related_name="categories", verbose_name="uitsplitsing")
    name = models.CharField("naam", max_length=100)
    slug = models.SlugField("kenmerk", max_length=80)
    code = models.CharField("code bij het CBS", max_length=20, blank=True, help_text="Zoals GM0363.")
    order = models.PositiveSmallIntegerField("volgorde", default=0)

    class Meta:
        verbose_name = "categorie"
        verbose_name_plural = "categorieën"
        ordering = ["dimension", "order", "name"]
        constraints = [
            models.UniqueConstraint(fields=["dimension", "slug"], name="category_once"),
            models.UniqueConstraint(fields=["dimension", "name"], name="category_name_once"),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def is_total(self) -> bool:
        """Whether it is no part of the total but the total itself."""
        return self.slug == TOTAL

    @property
    def key(self) -> str:
        """What a series of this category alone is known by."""
        return f"{self.dimension.slug}={self.slug}"


class Series(models.Model):
    """An indicator for one set of categories; without any, for the whole country."""

    # Between the categories in a key.
    AND: ClassVar = "&"

    indicator = models.ForeignKey(Indicator, models.PROTECT, related_name="series", verbose_name="indicator")
    categories = models.ManyToManyField(Category, related_name="series", blank=True, verbose_name="categorieën")
    # The categories as text, so that the database itself can keep a series unique.
    key = models.CharField("sleutel", max_length=400, blank=True, editable=False)

    class Meta:
        verbose_name = "reeks"
        verbose_name_plural = "reeksen"
        ordering = ["indicator", "key"]
        constraints = [models.UniqueConstraint(fields=["indicator", "key"], name="series_once")]

    def __str__(self) -> str:
        return f"{self.indicator} ({self.key or 'heel Nederland'})"


class Period(models.Model):
    """The time that a figure is about: a real start and end, and the kind that says how to read them."""

    class Kind(models.TextChoices):
        YEAR = "jaar", "jaar"
        HALF = "halfjaar", "half jaar"
        QUARTER = "kwartaal", "kwartaal"
        MONTH = "maand", "maand"
        MONTHS = "maanden", "reeks maanden"
        SCHOOL_YEAR = "schooljaar", "schooljaar"
        DAY = "peildatum", "peildatum"
        AVERAGE = "gemiddelde", "gemiddelde over jaren"
        WINDOW = "venster", "periode van een onderzoek"
        UNKNOWN = "onbekend", "onbekend"

    code = models.CharField("code", max_length=20)
    kind = models.CharField("soort", max_length=12, choices=Kind)
    # NULL only for the one period "onbekend".
    start = models.DateField("van", null=True, blank=True)
    end = models.DateField("tot en met", null=True, blank=True)

    class Meta:
        verbose_name = "periode"
        verbose_name_plural = "perioden"
        ordering = ["start", "end"]
        constraints = [
            models.UniqueConstraint(fields=["code", "kind"], name="period_once"),
            models.CheckConstraint(
                # Without isnull a NULL would pass: a comparison with it is not false.
                condition=Q(kind="onbekend", start=None, end=None)
                | (~Q(kind="onbekend") & Q(start__isnull=False, end__isnull=False, end__gte=F("start"))),
                name="period_has_dates",
                violation_error_message="Een periode heeft een begin en een einde in de goede volgorde.",
            ),
        ]

    def __str__(self) -> str:
        return label(self.kind, self.code, self.start, self.end)

    @property
    def when(self) -> str:
        """The period inside a sentence: "in 2023", "op 30 juni 2024"."""
        return when(self.kind, self.code, self.start, self.end)
