"""What stands on the page of one import."""

from datetime import timedelta
from functools import cached_property
from typing import Any, NamedTuple

from django.core.files.uploadedfile import UploadedFile
from django.core.paginator import Page, Paginator
from django.db.models import Case, Q, QuerySet, Value, When
from django.http import QueryDict

from monitor.importer import MOST_PREVIEWED
from monitor.models import Import, ImportRow, Indicator, Release
from stroomop.lib import clock

from .deeds import counted
from .releases import Standing, standing

# Rows on a page; and releases, of which a file makes one for each source and day.
SHOWN = 100
MOST_RELEASES = 50
# A check takes a few minutes at most: after this it was cut off.
PATIENCE = timedelta(minutes=15)

ZIP = b"PK"
# What the first rows of a file are judged by, in bytes.
SAMPLE = 64_000
# What a row takes in a sheet, which is packed.
PACKED = 60

Outcome = ImportRow.Outcome
WARNING = "let-op"
ODD = ~Q(warning="")


class Choice(NamedTuple):
    value: str
    label: str
    number: int | None
    is_chosen: bool


class ReleaseLine(NamedTuple):
    release: Release
    standing: Standing


def expected_rows(file: UploadedFile) -> int:
    """Roughly, for the progress bar: the rest of a file is as its beginning."""
    size = file.size or 0
    file.seek(0)
    start = file.read(SAMPLE)
    file.seek(0)
    if start.startswith(ZIP):
        return size // PACKED + 1
    return size * max(start.count(b"\n"), 1) // max(len(start), 1) + 1


class ImportPage:
    def __init__(self, batch: Import, asked: QueryDict) -> None:
        self.batch = batch
        self.chosen = asked.get("uitkomst", "")
        self.number = asked.get("pagina")
        # Each stage has a template of its own.
        self.stage = Import.Stage(batch.stage).name.lower()
        self.template = f"admin/monitor/import/_{self.stage}.html"

    @property
    def to_write(self) -> int:
        return self.batch.new + self.batch.revised

    @property
    def figures(self) -> str:
        return counted(self.to_write)

    @property
    def expected(self) -> int:
        """The estimate was too low when more rows were read."""
        return max(self.batch.rows_expected, self.batch.rows_read, 1)

    @property
    def is_late(self) -> bool:
        return self.batch.handed_in_at < clock.now() - PATIENCE

    @property
    def is_previewed(self) -> bool:
        return not self.batch.refused and self.to_write <= MOST_PREVIEWED

    @property
    def makes_indicators(self) -> bool:
        return self.batch.creates_missing and self.batch.rows.filter(message__contains="aan: de indicator").exists()

    @cached_property
    def warned(self) -> int:
        return self.batch.rows.filter(ODD).count()

    @property
    def choices(self) -> list[Choice]:
        """The ways to narrow the table. Of what was written only part is kept: then without numbers."""
        batch = self.batch
        counts: dict[str, tuple[str, int]] = {
            Outcome.REFUSED: ("geweigerd", batch.refused),
            WARNING: ("let op", self.warned),
            Outcome.REVISED: ("herzien", batch.revised),
            Outcome.NEW: ("nieuw", batch.new),
            Outcome.UNCHANGED: ("ongewijzigd", batch.unchanged),
        }
        found = [
            Choice(value, label, number, is_chosen=value == self.chosen)
            for value, (label, number) in counts.items()
            if number
        ]
        return [Choice("", "alles", None, is_chosen=self.chosen not in counts), *found]

    @cached_property
    def rows(self) -> Page[ImportRow]:
        """What somebody must do something about comes first."""
        urgency = Case(
            When(outcome=Outcome.REFUSED, then=Value(0)),
            When(ODD, then=Value(1)),
            When(outcome=Outcome.REVISED, then=Value(2)),
            When(outcome=Outcome.NEW, then=Value(3)),
            default=Value(4),
        )
        return Paginator(self.narrowed().order_by(urgency, "number"), SHOWN).get_page(self.number)

    def narrowed(self) -> QuerySet[ImportRow]:
        rows = self.batch.rows.defer("content")
        if self.chosen == WARNING:
            return rows.filter(ODD)
        return rows.filter(outcome=self.chosen) if self.chosen in Outcome.values else rows

    @cached_property
    def releases(self) -> list[ReleaseLine]:
        found = self.batch.releases.select_related("source")[:MOST_RELEASES]
        return [ReleaseLine(release, standing(release)) for release in found]

    @property
    def is_waiting(self) -> bool:
        """Whether a draft is among them."""
        return any(line.release.published_at is None and not line.release.withdrawn_at for line in self.releases)

    @property
    def indicators(self) -> Any:
        """Where the public reads it."""
        found = Indicator.objects.published().filter(series__figures__release__batch=self.batch)
        return found.distinct()[:MOST_RELEASES]
