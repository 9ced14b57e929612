"""Pieces that the models of this app are made of."""

from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.utils import timezone

from projects.models import Publishable
from stroomop.lib import clock
from stroomop.lib.clock import today


class Known(models.Model):
    """A fact with the day since which the public could know it. Loaded from an older source: the day of that source;
    entered by an editor: the day of entry."""

    known_on = models.DateField("bekend op", default=today, help_text="De dag waarop dit openbaar werd.")

    class Meta:
        abstract = True


class KnownOncePublic(Publishable):
    """For what may be written before it is published: until then it is known on no day."""

    known_on = models.DateField(
        "bekend op", null=True, blank=True, help_text="De dag waarop dit openbaar werd. Leeg: de dag van publiceren."
    )

    class Meta(Publishable.Meta):
        abstract = True
        constraints = [
            *Publishable.Meta.constraints,
            models.CheckConstraint(
                condition=Q(published_at=None) | Q(known_on__isnull=False),
                name="%(app_label)s_%(class)s_public_is_known",
                violation_error_message="Vul in wanneer dit openbaar werd.",
            ),
        ]

    def clean(self) -> None:
        # First, so that it is there also when something else is wrong.
        self.known_on = self.day_of_knowing()
        super().clean()

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.known_on = self.day_of_knowing()
        if (names := kwargs.get("update_fields")) is not None and "published_at" in names:
            kwargs["update_fields"] = {*names, "known_on"}
        super().save(*args, **kwargs)

    def day_of_knowing(self) -> date | None:
        """The day of an older source where it was given; otherwise the day of publication here."""
        if self.published_at is None:
            return None
        if self.known_on is None or self.published_at > clock.now():
            return timezone.localdate(self.published_at)
        # It was to be published later, and somebody did it now.
        return min(self.known_on, today())


class Superseding(models.Model):
    """A correction is a new row in the place of an older one, which still shows as of the days before."""

    supersedes = models.OneToOneField(
        "self",
        models.PROTECT,
        related_name="successor",
        null=True,
        blank=True,
        verbose_name="komt in de plaats van",
        help_text="Alleen als we een fout herstellen. Het oude blijft te lezen zoals het toen bekend was.",
    )

    class Meta:
        abstract = True

    def clean(self) -> None:
        super().clean()
        row: Any = self
        before = row.supersedes
        if before and before.known_on and row.known_on and row.known_on < before.known_on:
            # No form asks for both: it would tell of a mistake before that was made.
            raise ValidationError("Dit was eerder bekend dan wat het verbetert.")
