"""What is measured: focus areas, and the indicators below them."""

from typing import Any, ClassVar

from django.core.exceptions import ValidationError
from django.core.validators import MinValueValidator, RegexValidator
from django.db import models
from django.db.models import Q
from django.urls import reverse
from simple_history.models import HistoricalRecords

from monitor.disclosure import Rule
from monitor.querysets import IndicatorQuerySet
from projects.models import PublicPage
from projects.models.shared import SingleSource
from stroomop.lib import clock
from stroomop.lib.richtext import RichTextField

# What stands beside the focus areas under /monitor/.
TAKEN = "^(indicator|panel|vergelijk)$"


class Speerpunt(PublicPage, SingleSource):
    """A focus area of the Monitor."""

    number = models.PositiveSmallIntegerField("volgorde", unique=True)
    name = models.CharField("naam", max_length=100, unique=True)
    slug = models.SlugField(
        "adres",
        max_length=80,
        unique=True,
        validators=[RegexValidator(TAKEN, "Dit adres is al van een andere pagina.", inverse_match=True)],
    )
    text = RichTextField("waar het over gaat", blank=True)
    meaning = RichTextField("wat deze cijfers betekenen", blank=True)
    sensitive = models.BooleanField("gevoelig", default=False, help_text="Toon hulplijnen bovenaan.")

    history = HistoricalRecords(verbose_name="eerdere versie van een speerpunt")

    class Meta(PublicPage.Meta):
        verbose_name = "speerpunt"
        verbose_name_plural = "speerpunten"
        ordering = ["number"]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("monitor:speerpunt_detail", args=[self.slug])


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
    expected_on = models.DateField(
        "volgende cijfer verwacht op",
        null=True,
        blank=True,
        help_text="Alleen als de bron een dag noemt. Leeg: we rekenen met de tijd tussen de vorige cijfers.",
    )
    expected_note = models.CharField("wie die dag noemt", max_length=200, blank=True)
    order = models.PositiveSmallIntegerField("volgorde", default=0)

    # Added by the queryset's with_national().
    national_series: list[Any]
    is_broken_down: bool
    known_checks: list[Any]

    objects: ClassVar[Any] = IndicatorQuerySet.as_manager()
    history = HistoricalRecords(verbose_name="eerdere versie van een indicator")

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
            models.CheckConstraint(
                condition=Q(expected_on=None, expected_note="") | (Q(expected_on__isnull=False) & ~Q(expected_note="")),
                name="indicator_expected_day_has_a_ground",
                violation_error_message="Geef de dag waarop het cijfer komt en wie dat zegt, of geen van beide.",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("monitor:indicator_detail", args=[self.slug])

    def clean(self) -> None:
        super().clean()
        if self.expected_on and not self.expected_note:
            raise ValidationError({"expected_note": "Zeg wie deze dag noemt, of laat de dag leeg."})
        if self.expected_note and not self.expected_on:
            raise ValidationError({"expected_on": "Vul de dag in, of haal weg wie hem noemt."})
        if self.derived_from and (self.derived_from == self or self.derived_from.derived_from_id):
            raise ValidationError({"derived_from": "Kies het cijfer waar alles uit is uitgerekend."})
        if self.derived_from and self.pk and self.derived.exists():
            raise ValidationError({"derived_from": "Uit dit cijfer is een ander uitgerekend. Dan kan het niet zelf."})

    @property
    def national_figures(self) -> list[Any]:
        """The current figures for the whole country, oldest first; asks for ``with_national()``."""
        return [figure for series in self.national_series for figure in series.current_figures]

    @property
    def is_sensitive(self) -> bool:
        """Whether its page offers help first. Asks for its focus area, published or not."""
        return self.kind == self.Kind.SENSITIVE or (self.speerpunt is not None and self.speerpunt.sensitive)

    @property
    def national_versions(self) -> list[Any]:
        """All that was said of the whole country, those that hold and those that gave way; as ``national_figures``."""
        earlier = [figure for series in self.national_series for figure in series.earlier_figures]
        return [*self.national_figures, *earlier]

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
