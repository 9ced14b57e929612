from typing import Self

from django.db import models
from django.db.models import F, Q

from stroomop.lib import clock
from stroomop.lib.visiting import Result, Visit


class LinkCheckQuerySet(models.QuerySet):
    def dead(self) -> Self:
        """What failed once may be a hiccup."""
        return self.filter(failures__gte=LinkCheck.DEAD_AFTER)

    def failing(self) -> Self:
        """The last time, and not often enough to be called dead."""
        return self.filter(failures__range=(1, LinkCheck.DEAD_AFTER - 1))


class LinkCheck(models.Model):
    """An address of another site that stands on a public page, and how it went when we last looked."""

    class Outcome(models.TextChoices):
        NEW = "nieuw", "nog niet bekeken"
        WORKS = Result.WORKS.value, "werkt"
        FAILS = Result.FAILS.value, "ging niet open"
        UNSEEN = Result.UNSEEN.value, "we konden niet kijken"

    # Days on which it failed, none with success between them.
    DEAD_AFTER = 3
    LONGEST = 2000

    address = models.CharField("webadres", max_length=LONGEST, unique=True)
    outcome = models.CharField("hoe het ging", max_length=10, choices=Outcome, default=Outcome.NEW)
    words = models.CharField("uitleg", max_length=200, blank=True)
    looked_at = models.DateTimeField("laatst bekeken", null=True, blank=True, db_index=True)
    failing_since = models.DateField("werkt niet sinds", null=True, blank=True)
    last_failed_on = models.DateField("laatst mislukt op", null=True, blank=True)
    failures = models.PositiveSmallIntegerField("dagen dat het mislukte", default=0)

    objects = LinkCheckQuerySet.as_manager()

    class Meta:
        verbose_name = "gecontroleerde link"
        verbose_name_plural = "gecontroleerde links"
        ordering = [F("failing_since").asc(nulls_last=True), "address"]
        constraints = [
            models.CheckConstraint(
                condition=Q(failures=0, failing_since=None, last_failed_on=None)
                | Q(failures__gt=0, failing_since__isnull=False, last_failed_on__gte=F("failing_since")),
                name="link_check_fails_since_a_day",
            )
        ]

    def __str__(self) -> str:
        return self.address

    @property
    def is_dead(self) -> bool:
        return self.failures >= self.DEAD_AFTER

    def remember(self, visit: Visit) -> None:
        """What somebody would not let us see is no failure, and no proof that all is well."""
        self.outcome, self.words, self.looked_at = self.Outcome(visit.result), visit.words, clock.now()
        if visit.result == Result.WORKS:
            self.failures, self.failing_since, self.last_failed_on = 0, None, None
        elif visit.result == Result.FAILS and self.last_failed_on != clock.today():
            self.failures += 1
            self.last_failed_on = clock.today()
            self.failing_since = self.failing_since or clock.today()
        self.save()
