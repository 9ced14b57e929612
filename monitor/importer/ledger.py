"""What was said before, and how far the ledger has come."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from typing import Any

from django.db.models import F, Max, Value
from django.db.models.fields.tuple_lookups import Tuple, TupleIn

from monitor.models import PublicFigure, Release, Target
from monitor.models.ledger import Observation

from .comparing import Version

# The keys of a series and a period.
type Place = tuple[int, int]

FIELDS = ("release__source__title", "state", "value", "numerator", "denominator", "covered", "covered_of", "status")


def ledger_version() -> int:
    """Grows with every release, and every one that is taken back."""
    newest = Release.objects.aggregate(newest=Max("pk"))["newest"] or 0
    return newest + Release.objects.filter(withdrawn_at__isnull=False).count()


def said_before(places: Collection[Place]) -> Mapping[Place, Sequence[Version]]:
    """All that holds or held in these places, and what the public reads there."""
    found: dict[Place, list[Version]] = defaultdict(list)
    if not places:
        return found
    observations = at(places, Observation.objects.filter(release__withdrawn_at=None))
    order = ("rank", "release__known_on", "mention_only", "release")
    for series, period, *said in observations.values_list("series_id", "period_id", *FIELDS, *order):
        found[series, period].append(Version(*said))
    figures = at(places, PublicFigure.all_moments.filter(withdrawn_on=None)).annotate(rank=Value(0))
    public = ("rank", "valid_from", "mention_only")
    for series, period, *said in figures.values_list("series_id", "period_id", *FIELDS, *public):
        found[series, period].append(replace(Version(*said), is_public_form=True))
    return found


def at(places: Collection[Place], rows: Any) -> Any:
    """Those pairs and no others: in a file in no order every period goes with every series."""
    series = {series for series, _ in places}
    return rows.filter(TupleIn(Tuple(F("series_id"), F("period_id")), [*places]), series__in=series).order_by()


def known_targets() -> set[tuple[object, ...]]:
    """Code of the indicator, key of the category, period, value and source; of those that were not taken back."""
    rows = Target.objects.exclude(release__withdrawn_at__isnull=False).values_list(
        "indicator__code", "category__dimension__slug", "category__slug", "period_code", "value", "source__title"
    )
    return {(code, f"{dimension}={category}" if dimension else "", *rest) for code, dimension, category, *rest in rows}
