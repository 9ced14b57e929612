from typing import Any, ClassVar

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from simple_history.models import HistoricalRecords

from projects.querysets import EventQuerySet
from stroomop.lib.clock import today
from stroomop.lib.richtext import RichTextField

from .organisation import Organisation
from .project import Project
from .publishing import PublicPage
from .shared import ENDS_BEFORE_START, Dated, SingleSource, WebAddressField
from .theme import Themed

TIME_WITHOUT_DAY = "Een tijd hoort bij een datum die op de dag bekend is, en begint met 'begint om'."


class Event(PublicPage, Dated, SingleSource, Themed):
    """A meeting that was or will be. What is known of its date may be no more than a month, or nothing."""

    title = models.CharField("titel", max_length=150)
    series = models.CharField("reeks", max_length=80, blank=True, help_text="Bijvoorbeeld: Masterminds.")
    summary = models.CharField("in het kort", max_length=300, help_text="Staat in lijsten en bij zoekmachines.")
    text = RichTextField("tekst", blank=True)
    time_from = models.TimeField("begint om", null=True, blank=True)
    time_to = models.TimeField("eindigt om", null=True, blank=True)
    place = models.CharField("plaats", max_length=150, blank=True)
    online = models.BooleanField("online", default=False)
    url = WebAddressField("aanmelden of meer lezen", max_length=500, blank=True)
    projects = models.ManyToManyField(Project, related_name="events", blank=True, verbose_name="projecten")
    organisations = models.ManyToManyField(
        Organisation, related_name="events", blank=True, verbose_name="georganiseerd door"
    )

    is_moment = True

    objects: ClassVar[Any] = EventQuerySet.as_manager()
    history = HistoricalRecords(
        verbose_name="eerdere versie van een bijeenkomst", m2m_fields=["themes", "projects", "organisations"]
    )

    class Meta(PublicPage.Meta):
        verbose_name = "bijeenkomst"
        verbose_name_plural = "bijeenkomsten"
        ordering = [F("date_from").desc(nulls_last=True), "title"]
        constraints = [
            *PublicPage.Meta.constraints,
            *Dated.Meta.constraints,
            models.CheckConstraint(
                condition=Q(time_from=None, time_to=None)
                | Q(time_from__isnull=False, date_from__isnull=False, precision="dag"),
                name="event_time_on_a_day",
                violation_error_message=TIME_WITHOUT_DAY,
            ),
            models.CheckConstraint(
                # Without a last day it is one day, so only a known later day excuses an earlier time.
                condition=Q(time_to=None)
                | Q(time_to__gt=F("time_from"))
                | Q(date_to__isnull=False, date_to__gt=F("date_from")),
                name="event_time_ends_after_start",
                violation_error_message=ENDS_BEFORE_START,
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("projects:event_detail", args=[self.slug])

    def clean(self) -> None:
        super().clean()
        one_day = self.date_to is None or self.date_to == self.date_from
        if one_day and self.time_from and self.time_to and self.time_to <= self.time_from:
            raise ValidationError({"time_to": ENDS_BEFORE_START})

    @property
    def has_exact_date(self) -> bool:
        """Whether it fits in a calendar: a month or a year does not."""
        return self.date_from is not None and self.precision == self.Precision.DAY

    @property
    def is_past(self) -> bool:
        """Nobody can go there any more; without a date that is what we take it for."""
        last = self.date_to or self.date_from
        return last is None or last < today()
