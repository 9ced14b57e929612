"""The one gate between the ledger and the public.

The read model is made anew from what is published, so that the order in which releases come, and are taken back, does
not matter. Nothing else writes a PublicFigure; ``panel_gate`` does the same for the answers of the panel.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import Count, F, FloatField, Q
from django.db.models.functions import Cast
from django.utils import timezone

from monitor import panel_gate
from monitor.disclosure import Breakdown
from monitor.disclosure_siblings import Cell
from monitor.embargo import spells
from monitor.models import Category, Indicator, Period, PublicFigure, Release, Series
from monitor.models.ledger import Observation
from monitor.models.public import ALWAYS
from monitor.nesting import families
from monitor.read_model import Layout, Said, Shown, hidden_cells, read_model
from stroomop.lib import bulk, clock


def publish(releases: Collection[Release], at: datetime | None = None) -> None:
    """Let the figures of these releases through, now or at a moment that is still to come."""
    moment = at or clock.now()
    with transaction.atomic():
        for release in releases:
            release.published_at = moment
            release.save(update_fields=["published_at"])
        refresh(releases)


def withdraw(releases: Collection[Release], reason: str, *, keeps_secret: bool = False) -> None:
    """Take these releases back: what held before them holds again, and the list of corrections tells why.

    With ``keeps_secret`` that list does not repeat the numbers. What was still under embargo never becomes public.
    """
    now = clock.now()
    with transaction.atomic():
        for release in releases:
            release.withdrawn_at = now
            release.withdrawn_reason = reason
            release.keeps_secret = keeps_secret
            if release.published_at and release.published_at > now:
                release.published_at = None
            release.save(update_fields=["withdrawn_at", "withdrawn_reason", "keeps_secret", "published_at"])
        refresh(releases)


def refresh(releases: Collection[Release]) -> None:
    """Write anew what the public reads of all that these releases tell of, and of what that tells on."""
    delivered = Observation.objects.filter(release__in=releases)
    touched: dict[int, set[int]] = defaultdict(set)
    for indicator, period in delivered.values_list("series__indicator", "period").distinct().order_by():
        touched[indicator].add(period)
    refresh_periods(touched)
    panel_gate.refresh(releases)


def refresh_indicators(indicators: Iterable[Indicator]) -> None:
    """Write anew all that the public reads of these; for when the rule, or the kind, of one was changed."""
    everything = set(Period.objects.values_list("pk", flat=True))
    refresh_periods({indicator.pk: everything for indicator in indicators})


def refresh_periods(touched: Mapping[int, set[int]]) -> None:
    periods = {period.pk: period for period in Period.objects.all()}
    with transaction.atomic():
        # Whoever comes second waits here, and reads what the first has written. In order, so that nobody waits in turn.
        locked = Indicator.objects.select_for_update().filter(Q(pk__in=touched) | Q(derived_from__in=touched))
        for indicator in locked.order_by("pk"):
            if indicator.derived_from_id:
                # A change since last year tells on both years.
                _refresh(indicator, periods.values())
            else:
                told = touched[indicator.pk].union(published(indicator).values_list("period", flat=True).distinct())
                family = families(periods[pk] for pk in told)
                scope = set().union(*(family[period] for period in touched[indicator.pk]))
                _refresh(indicator, [periods[pk] for pk in scope])


def _refresh(indicator: Indicator, periods: Collection[Period]) -> None:
    """``periods`` hold whole families, so that nothing outside them tells on what is in them."""
    wanted = visible_rows(indicator, periods)
    old = PublicFigure.all_moments.filter(series__indicator=indicator, period__in=periods)
    there = {tuple(row[1:]): row[0] for row in old.values_list("pk", *Shown._fields, "visible_from", "visible_to")}
    gone = [pk for row, pk in there.items() if row not in wanted]
    for start in range(0, len(gone), bulk.BATCH):
        PublicFigure.all_moments.filter(pk__in=gone[start : start + bulk.BATCH]).delete()
    columns = (*Shown._fields, "visible_from", "visible_to")
    bulk.insert(PublicFigure, columns, (row for row in wanted if row not in there))


def visible_rows(indicator: Indicator, periods: Collection[Period]) -> dict[tuple[Any, ...], None]:
    """What can be seen, and from when until when: of now, and of each embargo that is still to end. In order."""
    if indicator.kind == Indicator.Kind.SENSITIVE:
        # Text with a source is all that the public gets of those.
        return {}
    said = read_ledger(indicator, periods)
    layout = read_layout(indicator, periods)
    base = indicator.derived_from
    base_said = read_ledger(base, periods) if base else []
    now = clock.now()
    ends = sorted({one.published_at for one in (*said, *base_said) if one.published_at > now})
    stages = []
    for start, moment in [(ALWAYS, now), *zip(ends, ends, strict=True)]:
        public = [one for one in said if one.published_at <= moment]
        closed = hidden_cells(public, layout)
        if base:
            of_base = [one for one in base_said if one.published_at <= moment]
            closed |= told_by_base(public, layout, base, of_base, periods)
        stages.append((start, read_model(public, closed, layout)))
    return {(*figure, start, end): None for figure, start, end in spells(stages)}


def told_by_base(
    said: Iterable[Said], layout: Layout, base: Indicator, base_said: Iterable[Said], periods: Collection[Period]
) -> set[Cell]:
    """The cells of a derived indicator of which the series has anything hidden where it was worked out from."""
    base_layout = read_layout(base, periods)
    base_said = list(base_said)
    base_closed = hidden_cells(base_said, base_layout)
    closed = {base_layout.keys[one.series] for one in base_said if one.cell in base_closed}
    return {one.cell for one in said if layout.keys[one.series] in closed}


def read_ledger(indicator: Indicator, periods: Collection[Period]) -> list[Said]:
    """All that has been published, or will be."""
    fields = ("state", "value", "numerator", "denominator", "status", "approximate", "second_hand", "one_off",
              "mention_only", "note", "covered", "covered_of", "rank")  # fmt: skip
    release = ("release__known_on", "release__published_at", "release__withdrawn_at", "release__keeps_secret")
    # In the order in which it came: what ranks the same is then written the same way every time.
    found = published(indicator).filter(period__in=periods).order_by("pk")
    rows = found.values_list("series_id", "period_id", "release_id", *fields, *release)
    return [
        Said(*(*row, timezone.localdate(withdrawn_at) if withdrawn_at else None, keeps_secret))
        for *row, withdrawn_at, keeps_secret in rows
    ]


def small_counts(releases: Iterable[Release]) -> dict[int, int]:
    """By release, how many of its figures have a count of people in them that is below the smallest of their indicator:
    the gate will hide those. More may be hidden to protect them."""
    closed = Q(series__indicator__exception_on=None) | Q(series__indicator__exception_on__gt=clock.today())
    people, share = Indicator.Measure.PEOPLE, Indicator.Measure.SHARE
    found = Observation.objects.filter(closed, release__in=releases).annotate(
        **{f"{name}_number": Cast(name, FloatField()) for name in ("value", "numerator", "denominator")}
    )
    small = {
        name: Q(**{f"{name}_number__gt": 0, f"{name}_number__lt": F("series__indicator__smallest")})
        for name in ("value", "numerator", "denominator")
    }
    of_people = Q(series__indicator__measure=people) & small["value"]
    of_a_share = Q(series__indicator__measure__in=[people, share]) & (small["numerator"] | small["denominator"])
    counts = found.filter(of_people | of_a_share).order_by().values_list("release")
    return dict(counts.annotate(number=Count("pk")))


def published(indicator: Indicator) -> Any:
    """The rows of its ledger that are public, or will be. Of two categories at once nothing is."""
    found = Observation.objects.filter(series__indicator=indicator, release__published_at__isnull=False)
    return found.exclude(series__key__contains=Series.AND).order_by()


def read_layout(indicator: Indicator, periods: Collection[Period]) -> Layout:
    keys = dict(Series.objects.filter(indicator=indicator).exclude(key__contains=Series.AND).values_list("pk", "key"))
    by_key = {key: pk for pk, key in keys.items()}
    of_dimension: dict[tuple[int, bool], set[Any]] = defaultdict(set)
    totals: set[Any] = {pk for pk, key in keys.items() if not key}
    for category in Category.objects.select_related("dimension"):
        # A category without a series has nobody in it that we know of, and still is one of the siblings.
        series = by_key.get(category.key, category.key)
        if category.is_total:
            totals.add(series)
        else:
            of_dimension[category.dimension_id, category.dimension.covers].add(series)
    used = keys.keys() - totals
    breakdowns = [Breakdown(frozenset(parts), covers) for (_, covers), parts in of_dimension.items() if parts & used]
    return Layout(
        rule=indicator.rule,
        is_count=indicator.measure == Indicator.Measure.PEOPLE,
        total=by_key.get("", ""),
        keys=keys,
        breakdowns=tuple(breakdowns),
        totals=frozenset(totals),
        periods=tuple(periods),
    )
