"""A checked file into the ledger, in one transaction; and a file that is taken back."""

from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import F, Max, Model

from monitor import publication
from monitor.figure_files import FigureRow
from monitor.models import Category, Import, ImportRow, Indicator, Period, PublicFigure, Release, Series, Target
from monitor.models.ledger import Observation
from monitor.periods import ParsedPeriod
from monitor.progress import Kind
from stroomop.lib import bulk

from .catalogue import Catalogue
from .ledger import ledger_version
from .packing import unpack

# Rows at a time, out of the database and into it.
BATCH = 1_000
# Of what is written: all that a row says itself.
SAID = (
    "state", "value", "numerator", "denominator", "status", "rank", "approximate", "second_hand", "one_off",
    "mention_only", "note", "covered", "covered_of",
)  # fmt: skip


WILL = [ImportRow.Outcome.NEW, ImportRow.Outcome.REVISED]


class LedgerChangedError(Exception):
    """Something was written since the rows were checked: check them again."""


def write(batch: Import, publish_at: datetime | None = None, *, publish: bool = True) -> None:
    """Write what the check found: all of it, or nothing when anything fails.

    Public at once, at a moment to come, or with ``publish=False`` not yet. Raises LedgerChangedError.
    """
    with transaction.atomic():
        # The first import of all is where writers wait for each other.
        list(Import.objects.select_for_update().order_by("pk")[:1])
        if ledger_version() != batch.checked_against:
            raise LedgerChangedError
        writer = Writer(batch)
        bulk.insert(Observation, ("release", "series", "period", *SAID), writer.observations(staged(batch)))
        Import.objects.filter(pk=batch.pk).update(stage=Import.Stage.WRITTEN)
        if publish:
            publication.publish(list(writer.releases.values()), publish_at)
    batch.stage = Import.Stage.WRITTEN
    # What was new is in the ledger now; what was revised, and what was not, stays to be read. No longer in the
    # transaction: others wait for that.
    batch.rows.filter(outcome__in=[ImportRow.Outcome.NEW, ImportRow.Outcome.UNCHANGED], warning="").delete()


def take_back(batch: Import, reason: str, *, keeps_secret: bool = False) -> None:
    """Withdraw all releases of a file at once: what held before holds again."""
    with transaction.atomic():
        # A list: asked again once they are withdrawn, there would be none.
        releases = list(batch.releases.filter(withdrawn_at=None))
        publication.withdraw(releases, reason, keeps_secret=keeps_secret)
        batch.stage = Import.Stage.WITHDRAWN
        batch.save(update_fields=["stage"])


def preview(batch: Import) -> None:
    """Put beside each row what the public would read in its place: written, looked at, and undone."""
    rows = list(batch.rows.filter(outcome__in=WILL).defer("content"))
    with transaction.atomic():
        write(batch)
        figures = PublicFigure.objects.filter(release__batch=batch).select_related("series__indicator", "period")
        # What holds comes last: it is what a reader sees first.
        order = ("-mention_only", F("valid_to").asc(nulls_last=True), "pk")
        shown = {cell_of(figure): words_of(figure) for figure in figures.order_by(*order).iterator(BATCH)}
        transaction.set_rollback(True)
    batch.refresh_from_db()
    for row in rows:
        row.shown = shown.get(row.cell, "")
    ImportRow.objects.bulk_update(rows, ["shown"], BATCH // 2)


def words_of(figure: PublicFigure) -> str:
    holds = figure.valid_to is None and not figure.mention_only
    told = ", ".join(filter(None, [figure.shown, figure.coverage]))
    return told if holds else f"{told} (niet het geldende cijfer)"


def cell_of(figure: PublicFigure) -> str:
    """As ``Catalogue.cell()``."""
    period = f"{figure.period.kind}:{figure.period.code}"
    return f"{figure.series.indicator.code}|{figure.series.key}|{period}"


def staged(batch: Import) -> Iterator[dict[str, Any]]:
    """The rows that will be written, in order."""
    rows = batch.rows.filter(outcome__in=WILL).order_by("number")
    return rows.values_list("content", flat=True).iterator(BATCH)


class Writer:
    """Makes observations of rows, and whatever they need that is not there yet."""

    def __init__(self, batch: Import) -> None:
        self.batch = batch
        self.catalogue = Catalogue()
        # By the number that the check gave them.
        self.releases: dict[int, Release] = {}
        self.series: dict[tuple[str, str], int] = {}

    def observations(self, contents: Iterable[dict[str, Any]]) -> Iterator[tuple[Any, ...]]:
        for content in contents:
            release = self.releases.get(content["release"]) or self.make_release(content)
            if content["is_target"]:
                self.make_target(unpack(content), release)
                continue
            # A row of a large file is not unpacked: this is what others wait for.
            place = (content["indicator"], str(content["categories"]))
            series = self.series.get(place) or self.make_series(place, unpack(content))
            period = self.catalogue.periods.get((content["period"]["code"], content["period"]["kind"]))
            period = period or self.make_period(unpack(content).period)
            yield release.pk, series, period.pk, *[content[name] for name in SAID]

    def make_release(self, content: dict[str, Any]) -> Release:
        row = unpack(content)
        if row.source not in self.catalogue.sources:
            self.catalogue.sources[row.source] = saved(self.catalogue.new_source(row))
        source = self.catalogue.sources[row.source]
        assert row.published_on
        newest = source.releases.aggregate(newest=Max("version"))["newest"] or 0
        made = Release.objects.create(source=source, version=newest + 1, known_on=row.published_on, batch=self.batch)
        self.releases[content["release"]] = made
        return made

    def make_period(self, parsed: ParsedPeriod) -> Period:
        made = Period.objects.create(code=parsed.code, kind=parsed.kind, start=parsed.start, end=parsed.end)
        self.catalogue.periods[parsed.code, parsed.kind] = made
        return made

    def make_series(self, place: tuple[str, str], row: FigureRow) -> int:
        indicator = self.indicator(row)
        categories = [self.category(*pair) for pair in row.categories]
        series, is_new = Series.objects.get_or_create(indicator=indicator, key=self.catalogue.key(row))
        if is_new:
            series.categories.set(categories)
        self.series[place] = series.pk
        return series.pk

    def indicator(self, row: FigureRow) -> Indicator:
        if row.indicator not in self.catalogue.indicators:
            self.catalogue.indicators[row.indicator] = saved(self.catalogue.new_indicator(row))
        return self.catalogue.indicators[row.indicator]

    def category(self, dimension: str, name: str) -> Category:
        if (known := self.catalogue.category(dimension, name)) is not None:
            return known
        if dimension not in self.catalogue.dimensions:
            self.catalogue.dimensions[dimension] = saved(self.catalogue.new_dimension(dimension))
        made = self.catalogue.categories[dimension, name] = saved(self.catalogue.new_category(dimension, name))
        return made

    def make_target(self, row: FigureRow, release: Release) -> None:
        """Files say that a number is a target, and not of which kind: it is one to be reached."""
        Target.objects.create(
            indicator=self.indicator(row),
            category=self.category(*row.categories[0]) if row.categories else None,
            kind=Kind.REACH,
            value=row.value,
            period_code=row.period.code,
            text=row.note,
            source=release.source,
            release=release,
            known_on=release.known_on,
        )


def saved[Row: Model](row: Row) -> Row:
    row.save()
    return row
