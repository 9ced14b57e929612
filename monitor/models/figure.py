"""What a figure is, in the ledger as well as before the public: a number or a reason, and the marks that go with it."""

from typing import Self

from django.db import models
from django.db.models import F, Q

from monitor.fields import FigureField
from stroomop.lib.numbers import dutch_number


class State(models.TextChoices):
    """Why there is a number, or why there is none."""

    MEASURED = "gemeten", "gemeten"
    NOT_MEASURED = "niet-gemeten", "niet gemeten"
    NOT_YET = "nog-niet-bekend", "nog niet bekend"
    SUPPRESSED = "niet-getoond", "niet getoond: groep te klein"
    NOT_APPLICABLE = "niet-van-toepassing", "niet van toepassing"
    UNCERTAIN = "te-onzeker", "onbekend, te onzeker of geheim volgens de bron"


class Status(models.TextChoices):
    FINAL = "definitief", "definitief"
    REVISED = "herzien", "herzien of definitief"
    PROVISIONAL = "voorlopig", "voorlopig"
    REVISED_PROVISIONAL = "voorlopig-bijgesteld", "voorlopig, bijgesteld"
    UNKNOWN = "onbekend", "onbekend"


def say_covered(covered: int | None, covered_of: int | None) -> str:
    if covered is None:
        return ""
    if covered_of is None:
        return "1 instelling" if covered == 1 else f"{covered} instellingen"
    return f"{covered} van de {covered_of} instellingen"


class Figure(models.Model):
    """A number exactly when the state says that it was measured."""

    state = models.CharField("toestand", max_length=20, choices=State)
    value = FigureField("waarde", null=True, blank=True)
    # What a share is made of, where the source tells.
    numerator = FigureField("teller", null=True, blank=True)
    denominator = FigureField("noemer", null=True, blank=True)
    status = models.CharField("status", max_length=22, choices=Status, default=Status.UNKNOWN)
    approximate = models.BooleanField("benadering", default=False)
    second_hand = models.BooleanField("overgenomen uit een andere bron", default=False)
    one_off = models.BooleanField("losse telling", default=False, help_text="Nooit tekenen, vergelijken of omrekenen.")
    # Said somewhere, and never the figure that holds: it contradicts its own origin, or its source doubts it.
    mention_only = models.BooleanField("alleen vermelding", default=False)
    note = models.CharField("noot", max_length=300, blank=True)
    # Of how many institutions this is, where the source tells; the second may be unknown.
    covered = models.PositiveIntegerField("instellingen die meetelden", null=True, blank=True)
    covered_of = models.PositiveIntegerField("van hoeveel instellingen", null=True, blank=True)

    class Meta:
        abstract = True
        constraints = [
            models.CheckConstraint(
                condition=Q(state=State.MEASURED, value__isnull=False)
                | (~Q(state=State.MEASURED) & Q(value=None, numerator=None, denominator=None)),
                name="%(class)s_number_or_reason",
            ),
            models.CheckConstraint(
                # Without isnull a NULL would pass: a comparison with it is not false.
                condition=Q(covered_of=None) | Q(covered__isnull=False, covered_of__gte=F("covered")),
                name="%(class)s_covered_of_more",
                violation_error_message="Er tellen nooit meer instellingen mee dan er zijn.",
            ),
        ]

    @property
    def is_provisional(self) -> bool:
        return self.status in (Status.PROVISIONAL, Status.REVISED_PROVISIONAL)

    @property
    def coverage(self) -> str:
        """As in "10 van de 12 instellingen"; empty where the source does not tell."""
        return say_covered(self.covered, self.covered_of)

    @property
    def is_whole(self) -> bool:
        """Whether we know that all institutions were counted."""
        return self.covered is not None and self.covered == self.covered_of

    @property
    def is_partial(self) -> bool:
        """Whether we know that not all were."""
        return self.covered_of is not None and not self.is_whole

    def is_as_covered_as(self, other: Self) -> bool:
        """Whether both are of the same number of institutions, or both of all of them. Of what a source does not tell
        nobody knows."""
        return self._covered == other._covered

    @property
    def _covered(self) -> tuple[int | None, int | None] | None:
        return None if self.is_whole else (self.covered, self.covered_of)

    @property
    def shown(self) -> str:
        """The number as a reader sees it, or why there is none."""
        return State(self.state).label if self.value is None else dutch_number(self.value)
