"""Everything that is new, of all apps: one statement for the keys of a page, and a few queries to read those."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any, NamedTuple

from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.utils.functional import cached_property

from advies import whatsnew as advies
from monitor import whatsnew as monitor
from monitor.corrections import corrections, read_corrections
from monitor.export import downloadable
from projects import whatsnew as projects
from stroomop.lib import clock
from stroomop.lib.stand import Stand
from stroomop.lib.whatsnew import Line

from .question import Question
from .subjects import CORRECTIONS

# Further back one goes by the day, so that nobody makes us count and sort all there ever was.
MOST = 1000
HOME_LOOKS_AT = 20
HOME_SHOWS = 5


class Row(NamedTuple):
    on: date
    kind: str
    pk: int


class News(NamedTuple):
    on: date
    line: Line
    address: str


def rows(question: Question) -> Any:
    """By day, the newest first: rows as ``Row`` tells; of corrections the figures."""
    if question.kind == CORRECTIONS:
        found = corrections(downloadable().published(), question.stand.day)
        return found.filter(corrected_on__gte=question.since) if question.since else found
    first, *others = parts(question)
    return first.union(*others, all=True).order_by("-news_on", "news_kind", "-pk")


def parts(question: Question) -> Iterator[QuerySet]:
    if question.kind in ("", "adviezen"):
        yield from advies.rows(question.window)
    if question.kind in ("", "projecten"):
        yield from projects.rows(question.window)
    if question.kind in ("", "cijfers"):
        yield monitor.rows(question.window)


def read(found: Iterable[tuple[date, str, int]], stand: Stand) -> list[News]:
    """What there is to read of these rows, in their order."""
    in_order = [Row(*row) for row in found]
    keys: dict[str, list[int]] = defaultdict(list)
    for row in in_order:
        keys[row.kind].append(row.pk)
    told = (*advies.read(keys, stand.day), *projects.read(keys), *monitor.read(keys, stand.day))
    lines = {line.key: line for line in told}
    # What was taken off the site between the two questions is left out.
    there = ((row.on, lines[row.kind, row.pk]) for row in in_order if (row.kind, row.pk) in lines)
    return [News(on, line, line.address(stand.query)) for on, line in there]


def newest(kind: str, number: int) -> list[News]:
    """Of today."""
    stand = Stand(clock.today())
    found = rows(Question(kind, None, stand))[:number]
    if kind != CORRECTIONS:
        return read(found, stand)
    lines = ((one.on, monitor.correction_line(one)) for one in read_corrections(found))
    return [News(on, line, line.path) for on, line in lines]


def newest_for_home() -> list[News]:
    """Of those that everybody may meet; a few, or none where the last ones are all heavy."""
    return [news for news in newest("", HOME_LOOKS_AT) if not news.line.is_sensitive][:HOME_SHOWS]


class CappedPaginator(Paginator):
    """Counts no further than what it shows."""

    object_list: Any

    @cached_property
    def count(self) -> int:
        return self.object_list.order_by()[:MOST].count()
