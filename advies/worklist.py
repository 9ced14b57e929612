"""What the adviezen ask of staff: a look each quarter, and how a promise ended."""

from django.contrib.auth.models import AbstractUser
from django.db.models import Prefetch
from django.urls import reverse

from advies.agreements import AgreementReading
from advies.models import Advies, Agreement, Deadline, News
from advies.querysets import known
from advies.stroming import CHECK_MONTHS
from stroomop.lib import clock
from stroomop.lib.dates import months_between
from stroomop.lib.worklist import Finder, Kind, Line, Thing, Urgency

QUARTER = Kind(
    "kwartaalronde",
    "Kwartaalronde",
    Urgency.ROUND,
    ("advies.add_check",),
    open_one="Kijk dit advies na",
    open_all="Begin de Kwartaalronde",
)
DEADLINES = Kind(
    "afspraken",
    "Afspraken waarvan de datum voorbij is",
    Urgency.LATER,
    ("advies.change_agreement",),
    open_one="Vul in hoe het afliep",
    open_all="Bekijk de afspraken",
)


def find_quarter(user: AbstractUser) -> Line | None:
    """The adviezen that the rule of stroming calls unchecked."""
    today = clock.today()
    adviezen = list(Advies.objects.published().with_last_check(today))
    unchecked = [
        advies
        for advies in adviezen
        if advies.last_check is None or months_between(advies.last_check, today) >= CHECK_MONTHS
    ]
    round_address = reverse("admin:advies_check_quarter")
    if not unchecked:
        return None
    if len(unchecked) == 1:
        [advies] = unchecked
        sentence = f"{advies} is langer dan drie maanden niet nagekeken."
        return Line(sentence, QUARTER.open_one, f"{round_address}#advies-{advies.number}")
    sentence = f"{len(unchecked)} van de {len(adviezen)} adviezen zijn langer dan drie maanden niet nagekeken."
    return Line(sentence, QUARTER.open_all, round_address)


def find_deadlines(user: AbstractUser) -> Line | None:
    """Promises of which the date has passed, and nobody wrote down what came of it."""
    today = clock.today()
    known_by_now = Prefetch("deadlines", Deadline.objects.filter(known(today)))
    agreements = Agreement.objects.filter(news__in=News.objects.published()).prefetch_related(known_by_now)
    readings = [AgreementReading(one, today, ledger) for one in agreements if (ledger := list(one.deadlines.all()))]
    # The oldest first.
    passed = sorted((one for one in readings if one.has_passed), key=lambda one: one.urgency, reverse=True)
    if not passed:
        return None
    things = [
        Thing(
            str(reading.agreement),
            reverse("admin:advies_agreement_change", args=[reading.agreement.pk]),
            f"Datum die genoemd is: {reading.current.words}.",
        )
        for reading in passed
    ]
    if len(passed) == 1:
        [one] = passed
        return DEADLINES.line(f"De datum van de afspraak ‘{one.agreement}’ is voorbij ({one.current.words}).", things)
    return DEADLINES.line(f"Van {len(passed)} afspraken is de datum voorbij, en weten we niet hoe het afliep.", things)


WORK: dict[Kind, Finder] = {QUARTER: find_quarter, DEADLINES: find_deadlines}
