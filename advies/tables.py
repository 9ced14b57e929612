"""News as a file: what happened, when, where it was read, and on which adviezen it bears."""

import re
from collections.abc import Iterable
from typing import Any

from import_export.widgets import Widget

from advies.models import Advies, Bearing, News, NewsSource
from stroomop.lib.exchange import Status, TableResource
from stroomop.lib.exchange.cells import parted, words
from stroomop.lib.exchange.columns import ChildrenColumn, day, one_of, sources, text
from stroomop.lib.table_files import Cell, quoted

NAMED = " (genoemd)"
ADVIES = re.compile(r"([0-9]{1,3})( ?\(genoemd\))?")


class BearingsCell(Widget):
    """The numbers of the adviezen; behind each that the source itself names, that it does."""

    def clean(self, value: Cell, row: Any = None, **kwargs: Any) -> list[Bearing]:
        parts = parted(words(value))
        bearings = {bearing.advies: bearing for bearing in map(read_bearing, parts)}
        if len(bearings) < len(parts):
            raise ValueError("een advies staat er twee keer in. Haal er één weg.")
        return [*bearings.values()]

    def render(self, value: Iterable[Bearing], obj: Any = None, **kwargs: Any) -> str:
        found = sorted((bearing.advies.number, "" if bearing.derived else NAMED) for bearing in value)
        return "; ".join(f"{number}{named}" for number, named in found)


def read_bearing(part: str) -> Bearing:
    match = ADVIES.fullmatch(part)
    advies = Advies.objects.published().filter(number=int(match[1])).first() if match else None
    if match is None or advies is None:
        raise ValueError(f"{quoted(part)} is geen advies. Schrijf nummers met ; ertussen, zoals 4; 7{NAMED}.")
    return Bearing(advies=advies, derived=not match[2])


class NewsTable(TableResource):
    label = "title"
    columns = [
        text(News, "slug"),
        text(News, "title"),
        text(News, "text"),
        one_of(News, "kind"),
        day(News, "date_from"),
        day(News, "date_to"),
        one_of(News, "precision"),
        day(News, "runs_until"),
        one_of(News, "runs_until_precision", "loopt tot en met, zo precies als"),
        ChildrenColumn("bearings", "adviezen", BearingsCell(), needed="noem minstens één advies, met zijn nummer."),
        sources(NewsSource, "news", needed="noem minstens één bron: de titel van de pagina, ' | ' en het webadres."),
        day(News, "checked_on"),
        Status(),
    ]
    prefetched = ["bearings__advies", "sources"]

    class Meta:
        model = News

    def fixed(self, instance: News) -> tuple[str, ...]:
        """To say of public news that it bears on other adviezen is a step of its own, in its form."""
        frozen = super().fixed(instance)
        return (*frozen, "bearings") if frozen else frozen
