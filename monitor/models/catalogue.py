"""What is measured: focus areas, indicators, breakdowns and periods."""

from typing import Any, ClassVar

from django.core.exceptions import ValidationError
from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.urls import reverse

from monitor.disclosure import Rule
from monitor.periods import label, when
from monitor.querysets import IndicatorQuerySet
from projects.models import PublicPage, Publishable
from projects.models.shared import SingleSource
from stroomop.lib import clock
from stroomop.lib.richtext import RichTextField


class Speerpunt(Publishable, SingleSource):
    """A focus area of the Monitor."""

    number = models.PositiveSmallIntegerField("volgorde", unique=True)
    name = models.CharField("naam", max_length=100, unique=True)
    slug = models.SlugField("adres", max_length=80, unique=True)
    text = RichTextField("tekst", blank=True)
    sensitive = models.BooleanField("gevoelig", default=False, help_text="Toon hulplijnen bovenaan.")

    class Meta(Publishable.Meta):
        verbose_name = "speerpunt"
        verbose_name_plural = "speerpunten"
        ordering = ["number"]

    def __str__(self) -> str:
        return self.name


class Indicator(PublicPage):
    class Direction(models.TextChoices):
        DOWN = "dalen", "moet dalen"
        UP = "stijgen", "moet stijgen"
        NONE = "geen", "geen gewenste richting"

    class Kind(models.TextChoices):
        SERIES = "reeks", "reeks"
        COUNT = "losse-telling", "losse telling: nooit tekenen of vergelijken"
        NORM = "norm", "norm of vuistregel"
        SENSITIVE = "gevoelig", "gevoelig: alleen tekst met bron"

    class Measure(models.TextChoices):
        PEOPLE = "personen", "jongeren, of wat hun overkomt"
        SHARE = "aandeel", "aandeel, percentage of gemiddelde"
        OTHER = "overig", "iets anders dan mensen: plekken, instellingen, duizendtallen"

    code = models.SlugField("code", max_length=60, unique=True, help_text="Vast kenmerk, ook in bestanden.")
    statline_code = models.CharField(
        "code bij het CBS", max_length=20, blank=True, help_text="De maat in StatLine, zoals M000352."
    )
    name = models.CharField("naam", max_length=120, unique=True)
    unit = models.CharField("eenheid", max_length=40)
    speerpunt = models.ForeignKey(
        Speerpunt, models.PROTECT, related_name="indicators", null=True, blank=True, verbose_name="speerpunt"
    )
    definition = models.TextField("wat er geteld wordt", blank=True)
    meaning = RichTextField("wat het zegt en niet zegt", blank=True)
    source_note = models.TextField("leeswijzer bij de bronnen", blank=True)
    direction = models.CharField("gewenste richting", max_length=10, choices=Direction, default=Direction.NONE)
    kind = models.CharField("soort", max_length=15, choices=Kind, default=Kind.SERIES)
    measure = models.CharField(
        "wat er geteld wordt",
        max_length=10,
        choices=Measure,
        default=Measure.PEOPLE,
        help_text="Kies bij twijfel het eerste: dan blijven kleine aantallen verborgen.",
    )
    smallest = models.PositiveSmallIntegerField(
        "kleinste aantal dat we tonen",
        default=5,
        validators=[MinValueValidator(2)],
        help_text="Een aantal van 1 tot hier is een groep die te klein is om te tonen.",
    )
    rounding = models.PositiveSmallIntegerField(
        "afronden op", default=1, validators=[MinValueValidator(1)], help_text="1 is niet afronden, 5 is op vijftallen."
    )
    exception_on = models.DateField(
        "uitzondering besloten op", null=True, blank=True, help_text="Vanaf dan tonen we ook kleine aantallen."
    )
    exception_reason = models.TextField(
        "reden van de uitzondering", blank=True, help_text="Waarom niemand hieraan te herkennen is, en wie dat besloot."
    )
    derived_from = models.ForeignKey(
        "self",
        models.PROTECT,
        related_name="derived",
        null=True,
        blank=True,
        verbose_name="uitgerekend uit",
        help_text="Wat daar verborgen is, is het hier ook.",
    )
    summable = models.BooleanField(
        "optellen over perioden mag", default=False, help_text="Niet bij unieke jongeren: wie blijft, telt dan dubbel."
    )
    registered = models.BooleanField(
        "uit registratie",
        default=False,
        help_text="Vastgelegd door professionals: de pagina waarschuwt daarvoor.",
    )
    order = models.PositiveSmallIntegerField("volgorde", default=0)

    # Added by the queryset's with_national().
    national_series: list[Any]
    is_broken_down: bool

    objects: ClassVar[Any] = IndicatorQuerySet.as_manager()

    class Meta(PublicPage.Meta):
        verbose_name = "indicator"
        verbose_name_plural = "indicatoren"
        ordering = ["order", "name"]
        constraints = [
            *PublicPage.Meta.constraints,
            models.UniqueConstraint(
                fields=["statline_code"], condition=~Q(statline_code=""), name="indicator_statline_code_once"
            ),
            models.CheckConstraint(
                condition=Q(smallest__gte=2, rounding__gte=1), name="indicator_disclosure_rule_can_be_followed"
            ),
            models.CheckConstraint(
                condition=Q(exception_on=None, exception_reason="")
                | (Q(exception_on__isnull=False) & ~Q(exception_reason="")),
                name="indicator_exception_has_reason",
                violation_error_message="Geef bij een uitzondering de dag en de reden.",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("monitor:indicator_detail", args=[self.slug])

    def clean(self) -> None:
        super().clean()
        if self.derived_from and (self.derived_from == self or self.derived_from.derived_from_id):
            raise ValidationError({"derived_from": "Kies het cijfer waar alles uit is uitgerekend."})
        if self.derived_from and self.pk and self.derived.exists():
            raise ValidationError({"derived_from": "Uit dit cijfer is een ander uitgerekend. Dan kan het niet zelf."})

    @property
    def national_figures(self) -> list[Any]:
        """The current figures for the whole country, oldest first; asks for ``with_national()``."""
        return [figure for series in self.national_series for figure in series.current_figures]

    @property
    def is_drawn(self) -> bool:
        """Whether a chart may be made of it at all."""
        return self.kind == self.Kind.SERIES

    @property
    def rule(self) -> Rule:
        """Which counts of people the public may not see; of a share it is about the people it is a share of."""
        if self.measure == self.Measure.OTHER:
            return Rule()
        is_open = self.exception_on is not None and self.exception_on <= clock.today()
        return Rule(self.smallest, self.rounding, exception=is_open)


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
