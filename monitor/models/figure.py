"""What a figure is, in the ledger as well as before the public: a number or a reason, and the marks that go with it."""

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
    def shown(self) -> str:
        """The number as a reader sees it, or why there is none."""
        return State(self.state).label if self.value is None else dutch_number(self.value)
