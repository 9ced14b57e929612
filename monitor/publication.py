"""The one gate between the ledger and the public.

The read model is made anew from what is published, so that the order in which releases come, and come back, does not
matter. Nothing else writes a PublicFigure.
"""

from collections import defaultdict
from collections.abc import Collection, Iterator

from django.db import transaction

from monitor.models import Indicator, PublicFigure, Release, Series
from monitor.models.ledger import Observation
from stroomop.lib import clock


def publish(releases: Collection[Release]) -> None:
    """Let the figures of these releases through."""
    now = clock.now()
    with transaction.atomic():
        for release in releases:
            release.published_at = now
            release.save(update_fields=["published_at"])
        refresh(Series.objects.filter(pk__in=Observation.objects.filter(release__in=releases).values("series")))


def refresh(series: Collection[Series]) -> None:
    """Write anew what the public reads of these series."""
    published = Observation.objects.filter(series__in=series, release__published_at__lte=clock.now())
    # Text with a source is all that the public gets of those.
    published = published.exclude(series__indicator__kind=Indicator.Kind.SENSITIVE)
    by_cell: dict[tuple[int, int], list[Observation]] = defaultdict(list)
    for observation in published.select_related("release").order_by("rank", "release__known_on", "pk"):
        by_cell[observation.series_id, observation.period_id].append(observation)
    with transaction.atomic():
        PublicFigure.objects.filter(series__in=series).delete()
        PublicFigure.objects.bulk_create(figure for cell in by_cell.values() for figure in public_figures(cell))


def public_figures(observations: list[Observation]) -> Iterator[PublicFigure]:
    """All that was published for one cell, oldest first. The last holds; a contradicting mention never does."""
    line = [observation for observation in observations if not observation.mention_only]
    for observation in observations:
        known_on = observation.release.known_on
        later = line[line.index(observation) + 1 :] if observation in line else []
        replaced_on = min((successor.release.known_on for successor in later), default=None)
        yield PublicFigure(
            series_id=observation.series_id,
            period_id=observation.period_id,
            release=observation.release,
            state=observation.state,
            value=observation.value,
            status=observation.status,
            note=observation.note,
            mention_only=observation.mention_only,
            valid_from=known_on,
            # Where the sources carry no date, the rank may place the older one after: it then held for no day.
            valid_to=max(known_on, replaced_on) if replaced_on else None,
        )
