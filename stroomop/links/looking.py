"""Looking whether the links on public pages still lead somewhere: a bounded number each time, one after another."""

import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from urllib.parse import urlsplit

from django.conf import settings
from django.core.cache import cache
from django.db.models import F, QuerySet
from django.utils import timezone

from stroomop.lib import clock
from stroomop.lib.visiting import Result, Visit, visit
from stroomop.models import LinkCheck

from .standing import places

LOCK = "check_links"
# In seconds: longer than a whole run takes, so that one that was killed does not stop the next for ever.
LOCKED = 6 * 60 * 60
# Between two visits to one site.
PAUSE = 2.0


class CheckError(Exception):
    """Nothing is remembered of any visit; the message says why."""


@dataclass(frozen=True)
class Report:
    visited: int
    failed: int
    unseen: int
    dead: int


def check_links(limit: int, pause: float = PAUSE, *, own_network: bool = False) -> Report:
    """Visit those that were not looked at for the longest time, and each at most once a day. ``own_network`` is for
    tests: see ``visiting``."""
    if not cache.add(LOCK, True, LOCKED):
        raise CheckError("Another run is still looking.")
    try:
        follow_the_pages()
        checks = list(waiting()[:limit])
        agent = f"StroomOP-linkcontrole (+{settings.SITE_URL})"
        visits = list(visit_all(checks, agent, pause, own_network=own_network))
    finally:
        cache.delete(LOCK)
    answered = [one.answered for one in visits if one.answered is not None]
    if len(answered) > 1 and not any(answered):
        raise CheckError("No site answered at all: is this machine on the internet?")
    for check, one in zip(checks, visits, strict=True):
        check.remember(one)
    results = [one.result for one in visits]
    return Report(
        len(visits), results.count(Result.FAILS), results.count(Result.UNSEEN), LinkCheck.objects.dead().count()
    )


def follow_the_pages() -> None:
    """A link that is new gets a row; of one that stands nowhere any more nothing is kept."""
    standing = places()
    known = dict(LinkCheck.objects.order_by().values_list("address", "pk"))
    LinkCheck.objects.bulk_create(
        [LinkCheck(address=address) for address in standing if address not in known], ignore_conflicts=True
    )
    LinkCheck.objects.filter(pk__in=[pk for address, pk in known.items() if address not in standing]).delete()


def waiting() -> QuerySet[LinkCheck]:
    midnight = timezone.make_aware(datetime.combine(clock.today(), datetime.min.time()))
    # A new one was never looked at: NULL is no moment, and such a comparison would leave it out.
    return LinkCheck.objects.exclude(looked_at__gte=midnight, looked_at__isnull=False).order_by(
        F("looked_at").asc(nulls_first=True), "pk"
    )


def visit_all(checks: Sequence[LinkCheck], agent: str, pause: float, *, own_network: bool) -> Iterator[Visit]:
    """One after another, and slowly where they are on one site."""
    last: dict[str | None, float] = {}
    for check in checks:
        host = urlsplit(check.address).hostname
        if host in last:
            time.sleep(max(0, last[host] + pause - time.monotonic()))
        yield visit(check.address, agent, own_network=own_network)
        last[host] = time.monotonic()
