"""Pieces that models of all apps are made of."""

from typing import Any, ClassVar

from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from django.db import models
from django.db.models import F, Q
from django.utils.text import slugify

from stroomop.lib.dates import UNKNOWN, describe_date, describe_period

ENDS_BEFORE_START = "Het einde ligt voor het begin."


class Dated(models.Model):
    """A date or a period, no more exact than its source."""

    class Precision(models.TextChoices):
        DAY = "dag", "op de dag"
        MONTH = "maand", "op de maand"
        SEASON = "seizoen", "op het seizoen"
        YEAR = "jaar", "op het jaar"

    date_from = models.DateField(
        "van", null=True, blank=True, help_text="Weet je alleen de maand? Vul de eerste dag in."
    )
    date_to = models.DateField("tot en met", null=True, blank=True, help_text="De laatste dag. Onbekend? Laat leeg.")
    precision = models.CharField("zo precies als", max_length=10, choices=Precision, blank=True)

    # What happens once ends as it begins; of what lasts, an end that is not given is unknown.
    is_moment: ClassVar[bool] = False

    class Meta:
        abstract = True
        constraints = [
            models.CheckConstraint(
                # NULL on either side lets the comparison pass: half a period is allowed, a backward one is not.
                condition=Q(date_to__gte=F("date_from")),
                name="%(app_label)s_%(class)s_ends_after_start",
                violation_error_message=ENDS_BEFORE_START,
            ),
            models.CheckConstraint(
                condition=Q(precision="", date_from=None, date_to=None)
                | (~Q(precision="") & (Q(date_from__isnull=False) | Q(date_to__isnull=False))),
                name="%(app_label)s_%(class)s_precision_with_date",
                violation_error_message="Vul bij een datum in hoe precies die is, en alleen dan.",
            ),
        ]

    def clean(self) -> None:
        """Says at the field what the constraint can only say about the whole."""
        super().clean()
        if self.date_from and self.date_to and self.date_to < self.date_from:
            raise ValidationError({"date_to": ENDS_BEFORE_START})

    @property
    def period(self) -> str:
        """The period in words, "onbekend" included."""
        end = self.date_from if self.is_moment and self.date_to is None else self.date_to
        return describe_period(self.date_from, end, self.precision)

    @property
    def month(self) -> str:
        """When it began, to the month at most: for where there is little room."""
        return describe_date(self.date_from, self.precision.replace("dag", "maand")) if self.date_from else UNKNOWN


class WebAddressField(models.URLField):
    """A link that a reader may follow: http or https, nothing else."""

    default_validators = [
        URLValidator(schemes=["http", "https"], message="Vul een webadres in dat begint met https://.")
    ]


class SourceLink(models.Model):
    """Where a fact was found. Each app has its own children: no generic key, so that the database keeps them whole."""

    title = models.CharField("titel", max_length=300)
    url = WebAddressField(
        "webadres", max_length=500, blank=True, help_text="Leeg als er geen openbare pagina van bekend is."
    )

    class Meta:
        abstract = True
        verbose_name = "bron"
        verbose_name_plural = "bronnen"
        ordering = ["pk"]

    def __str__(self) -> str:
        return self.title


class SingleSource(models.Model):
    """One source beside the item itself, where there is never more than one."""

    source_title = models.CharField("bron", max_length=300)
    source_url = WebAddressField("webadres van de bron", max_length=500, blank=True)

    class Meta:
        abstract = True


class FormerNameBase(models.Model):
    """What an item was called before. Its address under that name leads on as well: see PublishedDetail."""

    name = models.CharField("naam", max_length=150)
    slug = models.SlugField("adres onder die naam", max_length=80, editable=False, default="")

    class Meta:
        abstract = True
        verbose_name = "eerdere naam"
        verbose_name_plural = "eerdere namen"
        ordering = ["pk"]

    def __str__(self) -> str:
        return self.name

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.slug = slugify(self.name)[:80]
        super().save(*args, **kwargs)
