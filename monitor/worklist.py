"""What the figures ask of staff: which go out today, which were to come, and which numbers are too small to show."""

from datetime import date, timedelta

from django.contrib.auth.models import AbstractUser
from django.db.models import Count, Q
from django.urls import reverse
from django.utils.formats import time_format
from django.utils.timezone import localtime

from monitor import publication
from monitor.figure_line import read_main_line
from monitor.freshness import Freshness
from monitor.models import FigureCheck, Import, ImportRow, Indicator, Release, State
from stroomop.lib import clock
from stroomop.lib.dates import FORTNIGHT, add_months, describe_date
from stroomop.lib.worklist import Finder, Kind, Line, Thing, Urgency

WILL_BE_WRITTEN = [ImportRow.Outcome.NEW, ImportRow.Outcome.REVISED]
RELEASES = Kind(
    "cijfers-vandaag",
    "Cijfers die vandaag openbaar worden",
    Urgency.TODAY,
    ("monitor.change_release",),
    open_one="Bekijk deze cijfers",
    open_all="Bekijk de cijfers van vandaag",
)
EXPECTED = Kind(
    "cijfers-verwacht",
    "Cijfers die we verwachten",
    Urgency.FIGURES,
    ("monitor.change_indicator",),
    open_one="Open dit cijfer",
    open_all="Bekijk de cijfers",
)
SMALL = Kind(
    "kleine-aantallen",
    "Kleine aantallen in wat nog niet openbaar is",
    Urgency.LATER,
    ("monitor.change_release", "monitor.change_import"),
    open_one="Kijk deze aantallen na",
    open_all="Bekijk de kleine aantallen",
)


def find_releases(user: AbstractUser) -> Line | None:
    """Under embargo until later today."""
    coming = Release.objects.filter(
        published_at__gt=clock.now(), published_at__lte=clock.end_of_today(), withdrawn_at=None
    )
    things, moments = [], []
    for release in coming.select_related("source").order_by("published_at", "pk"):
        assert release.published_at
        moments.append(time_format(localtime(release.published_at), "H:i"))
        address = reverse("admin:monitor_release_change", args=[release.pk])
        things.append(Thing(str(release.source), address, f"Om {moments[-1]}."))
    if not things:
        return None
    if len(things) == 1:
        return RELEASES.line(f"Vandaag om {moments[0]} worden de cijfers uit ‘{things[0].name}’ openbaar.", things)
    sentence = f"Vandaag worden cijfers uit {len(things)} bronnen openbaar, de eerste om {moments[0]}."
    return RELEASES.line(sentence, things)


def find_expected(user: AbstractUser) -> Line | None:
    """Figures that were to be there, or will come within two weeks."""
    today = clock.today()
    asking: list[tuple[Indicator, date, str]] = []
    for indicator in Indicator.objects.published().drawn().with_national(today):
        found = read_main_line(indicator, today).freshness
        if found and found.expected and asks_for_a_look(found, today):
            words = describe_date(found.expected.on, found.expected.precision)
            asking.append((indicator, found.expected.on, words))
    if not asking:
        return None
    asking.sort(key=lambda one: one[1])
    things = [
        Thing(str(indicator), reverse("admin:monitor_indicator_change", args=[indicator.pk]), f"Verwacht: {words}.")
        for indicator, _, words in asking
    ]
    if len(asking) == 1:
        [(indicator, day, words)] = asking
        if day < today:
            return EXPECTED.line(f"Kijk of er een nieuw cijfer is van ‘{indicator}’ (verwacht: {words}).", things)
        return EXPECTED.line(f"We verwachten een nieuw cijfer van ‘{indicator}’ ({words}).", things)
    late = sum(day < today for _, day, _ in asking)
    return EXPECTED.line(say_expected(late, len(asking) - late), things)


def say_expected(late: int, soon: int) -> str:
    """Of two or more together."""
    had = "had er al moeten zijn" if late == 1 else "hadden er al moeten zijn"
    comes = "komt" if soon == 1 else "komen"
    if not late:
        return f"Binnen twee weken {comes} er {soon} nieuwe cijfers."
    return f"Kijk of er nieuwe cijfers zijn: {late} {had}" + (f", {soon} {comes} binnen twee weken." if soon else ".")


def asks_for_a_look(found: Freshness, today: date) -> bool:
    """A look counts for a month, and not any more once the day of the figure has come. Who found a new one still has
    to bring it in."""
    assert found.expected
    due, check = found.expected.on, found.check
    if due > today + timedelta(days=FORTNIGHT):
        return False
    if check is None or check.outcome == FigureCheck.Outcome.NEW or check.checked_on <= due <= today:
        return True
    return today >= add_months(check.checked_on, 1)


def find_small(user: AbstractUser) -> Line | None:
    """What waits to be published with numbers that the gate will hide: somebody should know so before that."""
    things = [
        *(small_in_releases() if user.has_perm("monitor.change_release") else []),
        *(small_in_files() if user.has_perm("monitor.change_import") else []),
    ]
    if not things:
        return None
    if len(things) == 1:
        return SMALL.line(f"In ‘{things[0].name}’ staan aantallen die te klein zijn om te tonen.", things)
    return SMALL.line(f"In {len(things)} concepten met cijfers staan aantallen die te klein zijn om te tonen.", things)


def small_in_releases() -> list[Thing]:
    drafts = Release.objects.filter(published_at=None, withdrawn_at=None)
    counts = publication.small_counts(drafts)
    return [
        Thing(str(one.source), reverse("admin:monitor_release_change", args=[one.pk]), say_small(counts[one.pk]))
        for one in drafts.filter(pk__in=counts).select_related("source").order_by("pk")
    ]


def small_in_files() -> list[Thing]:
    """Of a file that was checked, each row tells what the gate would show in its place."""
    hidden = Q(rows__outcome__in=WILL_BE_WRITTEN, rows__shown__startswith=State.SUPPRESSED.label)
    files = Import.objects.filter(stage=Import.Stage.CHECKED).annotate(number=Count("rows", filter=hidden))
    return [
        Thing(str(one), reverse("admin:monitor_import_change", args=[one.pk]), say_small(one.number))
        for one in files.filter(number__gt=0).order_by("pk")
    ]


def say_small(number: int) -> str:
    if number == 1:
        return "1 aantal is te klein. Op de site staat daar ‘niet getoond’."
    return f"{number} aantallen zijn te klein. Op de site staat daar ‘niet getoond’."


WORK: dict[Kind, Finder] = {RELEASES: find_releases, EXPECTED: find_expected, SMALL: find_small}
