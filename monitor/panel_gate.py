"""The part of the gate for the answers of a panel: see ``publication``. Nothing else writes a PublicAnswer."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from datetime import date
from itertools import pairwise
from typing import NamedTuple

from django.db import transaction

from monitor.embargo import spells
from monitor.models import PublicAnswer, Release, Stelling
from monitor.models.ledger import PanelResult
from monitor.models.public import ALWAYS
from monitor.panel_rule import told
from stroomop.lib import clock, searching


class Shown(NamedTuple):
    """A row of the read model, apart from when it can be seen. The names are those of its columns."""

    group: str
    answer_id: int | None
    number: int | None
    release_id: int
    valid_from: date
    valid_to: date | None


def refresh(releases: Collection[Release]) -> None:
    """Write anew what the public reads of all stellingen that these releases tell of."""
    touched = PanelResult.objects.filter(release__in=releases).order_by().values("stelling")
    with transaction.atomic():
        # Whoever comes second waits here. In order, so that nobody waits in turn.
        for stelling in Stelling.objects.select_for_update().filter(pk__in=touched).order_by("pk"):
            PublicAnswer.all_moments.filter(stelling=stelling).delete()
            PublicAnswer.all_moments.bulk_create(visible_rows(stelling))
            searching.changed.send(Stelling, instance=stelling)


def visible_rows(stelling: Stelling) -> list[PublicAnswer]:
    """What can be seen, from when until when: of now, and of each embargo that is still to end."""
    released = {"release__published_at__isnull": False, "release__withdrawn_at": None}
    found = PanelResult.objects.filter(stelling=stelling, **released).select_related("release")
    results = list(found.order_by("release__known_on", "release_id", "pk"))
    now = clock.now()
    moments = {one.pk: one.release.published_at or now for one in results}
    ends = sorted({moment for moment in moments.values() if moment > now})
    stages = [
        (start, read_model([one for one in results if moments[one.pk] <= moment]))
        for start, moment in [(ALWAYS, now), *zip(ends, ends, strict=True)]
    ]
    return [
        PublicAnswer(stelling=stelling, visible_from=start, visible_to=end, **row._asdict())
        for row, start, end in spells(stages)
    ]


def read_model(results: Iterable[PanelResult]) -> list[Shown]:
    """All versions of each group, of which the newest holds. ``results`` come in the order of their releases."""
    versions: dict[str, dict[Release, list[PanelResult]]] = defaultdict(lambda: defaultdict(list))
    for one in results:
        versions[one.group][one.release].append(one)
    return [row for group, releases in versions.items() for row in shown(group, releases)]


def shown(group: str, versions: dict[Release, list[PanelResult]]) -> Iterator[Shown]:
    may = told([[one.number for one in results] for results in versions.values()])
    spans = pairwise([*(release.known_on for release in versions), None])
    for (release, results), is_told, span in zip(versions.items(), may, spans, strict=True):
        assert span[0]
        if is_told:
            for one in results:
                yield Shown(group, one.answer_id, one.number, release.pk, span[0], span[1])
        else:
            yield Shown(group, None, None, release.pk, span[0], span[1])
