"""What is new about the figures: releases, each in one line. The figures themselves are never counted or sorted; those
that gave way to another number stand in the corrections."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Any

from django.db.models import Case, CharField, Exists, F, IntegerField, OuterRef, Q, QuerySet, Subquery, Value, When
from django.db.models.functions import Coalesce, TruncDate
from django.urls import reverse

from monitor.corrections import Correction, digits
from monitor.export import downloadable
from monitor.models import Indicator, PublicFigure, Release
from monitor.sentences import capitalise
from projects.feeds import start_of
from stroomop.lib import clock
from stroomop.lib.numbers import dutch_number
from stroomop.lib.whatsnew import Keys, Line, Window

KIND = "release"
# Of a release that has more, we say no more than that.
MOST_COUNTED = 1000
# Those that staff published. All others came with the content, or by the command line.
BY_STAFF = Q(batch=None) | Q(batch__by__isnull=False)
# A source that carries no date was known since the day it was read, which is no news.
DATED = Q(known_on__lt=F("batch__read_on"))


def rows(window: Window) -> QuerySet:
    return window.rows(KIND, releases(window.last))


def releases(day: date) -> Any:
    """Those that brought something that was known by then, also what was taken back since."""
    indicators = downloadable().published()
    told = PublicFigure.objects.filter(
        release=OuterRef("pk"), series__indicator__in=indicators, mention_only=False, valid_from__lte=day
    )
    published = Release.objects.filter(BY_STAFF | DATED, Exists(told), published_at__lte=clock.now())
    news_on = Case(
        When(withdrawn_at__isnull=False, then=TruncDate("withdrawn_at")),
        When(BY_STAFF, then=TruncDate("published_at")),
        default="known_on",
    )
    return published.annotate(news_on=news_on)


def read(keys: Keys, day: date) -> Iterator[Line]:
    """Two queries."""
    if KIND not in keys:
        return
    figures = figures_of_release(day)
    counted = list(
        releases(day)
        .filter(pk__in=keys[KIND])
        .select_related("source")
        .annotate(
            number=about(figures, "COUNT(*)"),
            corrected=about(figures, "COUNT(*) FILTER (WHERE corrects)"),
            subjects=about(figures, "COUNT(DISTINCT indicator)"),
            first=about(figures, "MIN(indicator)"),
            last=about(figures, "MAX(indicator)"),
        )
    )
    named = {pk for release in counted for pk in (release.first, release.last) if pk}
    indicators = Indicator.objects.select_related("speerpunt").in_bulk(named)
    for release in counted:
        yield withdrawal_line(release) if release.withdrawn_at else release_line(release, indicators)


def figures_of_release(day: date) -> QuerySet:
    """For each its indicator, and whether it took the place of another number: see ``corrections()``."""
    before: Any = PublicFigure.objects.filter(
        series=OuterRef("series"),
        period=OuterRef("period"),
        valid_to=OuterRef("valid_from"),
        valid_from__lt=OuterRef("valid_from"),
        mention_only=False,
        withdrawn_on=None,
        value__isnull=False,
    )
    other = before.annotate(number=digits()).exclude(number=OuterRef("number"))
    figures: Any = PublicFigure.objects.known_by(day).filter(
        release=OuterRef("pk"), mention_only=False, series__indicator__in=downloadable().published()
    )
    numbered = figures.annotate(number=Coalesce(digits(), Value(""), output_field=CharField()))
    return numbered.annotate(indicator=F("series__indicator"), corrects=Exists(other)).values("indicator", "corrects")


def about(figures: QuerySet, what: str) -> Subquery:
    """One number about the first of them: it never reads more of a release than that."""
    some = figures.order_by()[: MOST_COUNTED + 1]
    return Subquery(some, IntegerField(), template="(SELECT %(what)s FROM (%(subquery)s) counted)", what=what)


def release_line(release: Any, indicators: dict[int, Indicator]) -> Line:
    named = [indicators[pk] for pk in dict.fromkeys((release.first, release.last))]
    [first, *others] = named
    return Line(
        release,
        "cijfers",
        f"{how_many(release.number)} over {in_words(named, release.subjects)}",
        reverse("monitor:overview") if others else first.get_absolute_url(),
        start_of(release.news_on),
        (f"Bron: {release.source.credit}.{say_corrected(release.corrected)}",),
        any(indicator.is_sensitive for indicator in named),
        takes_stand=True,
    )


def how_many(number: int) -> str:
    if number > MOST_COUNTED:
        return f"Meer dan {dutch_number(Decimal(MOST_COUNTED))} cijfers"
    return "1 cijfer" if number == 1 else f"{number} cijfers"


def in_words(named: list[Indicator], subjects: int) -> str:
    names = " en ".join(f"‘{indicator.name}’" for indicator in named)
    more = subjects - len(named)
    return f"onder meer {names}" if more else names


def say_corrected(number: int) -> str:
    if number == 0:
        return ""
    verb = "komt" if number == 1 else "komen"
    return f" Daarvan {verb} er {number} in de plaats van een ander getal."


def withdrawal_line(release: Any) -> Line:
    return Line(
        release,
        "correctie",
        f"Cijfers ingetrokken: {release.source}",
        f"{reverse('nieuw')}?soort=correcties",
        release.withdrawn_at,
        (capitalise(release.withdrawn_reason),),
        takes_stand=True,
    )


def correction_line(correction: Correction) -> Line:
    """The gate writes its figures anew: what stays the same is the cell, and the day."""
    figure = correction.figure
    where = f", {correction.category.name}" if correction.category else ""
    return Line(
        figure,
        "correctie",
        f"{correction.indicator.name}, {figure.period}{where}",
        correction.indicator.get_absolute_url(),
        start_of(correction.on),
        (f"Was: {correction.was}.", f"Is: {correction.now}.", correction.why),
        correction.is_sensitive,
        takes_stand=True,
        mark=f"correctie-{figure.series_id}-{figure.period_id}-{figure.release_id}-{correction.on}",
    )
