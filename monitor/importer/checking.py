"""A file row by row beside the ledger: what would be new, what revised, what is refused and why."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from itertools import batched
from pathlib import Path

from django.db.models import Count

from monitor.figure_files import Fault, FigureRow, FileRefusedError, read_figures
from monitor.models import Import, ImportRow, Indicator
from stroomop.lib import clock

from .catalogue import Catalogue
from .comparing import REPEATED, Comparison, Version, compare, version
from .ledger import Place, known_targets, ledger_version, said_before
from .packing import pack
from .plausibility import warn

# Rows in one go: few enough for the memory, and for the number of values in a statement.
CHUNK = 500
UNREADABLE = "Het portaal kan dit bestand niet openen. Kijk of het er nog is, en of je het mag lezen."

Outcome = ImportRow.Outcome


def check(batch: Import, path: Path) -> None:
    """Read the file and lay every row beside the ledger. Writes nothing but what became of the rows."""
    check_rows(batch, read_figures(path, batch.name))


def check_rows(batch: Import, rows: Iterable[FigureRow | Fault]) -> None:
    """As ``check()``, of rows that need not come from a file."""
    batch.rows.all().delete()
    batch.checked_against = ledger_version()
    batch.rows_read, batch.message = 0, ""
    checker = Checker(batch)
    try:
        for chunk in batched(rows, CHUNK, strict=False):
            ImportRow.objects.bulk_create(checker.rows(chunk))
            batch.rows_read += len(chunk)
            batch.save(update_fields=["rows_read"])
        warn(batch)
    except FileRefusedError as error:
        batch.message = str(error)
    except OSError:
        batch.message = UNREADABLE
    if batch.message:
        batch.rows.all().delete()
    counts = dict(batch.rows.order_by().values_list("outcome").annotate(Count("pk")))
    batch.new, batch.revised = counts.get(Outcome.NEW, 0), counts.get(Outcome.REVISED, 0)
    batch.unchanged, batch.refused = counts.get(Outcome.UNCHANGED, 0), counts.get(Outcome.REFUSED, 0)
    batch.stage = Import.Stage.REFUSED if batch.refused or batch.message else Import.Stage.CHECKED
    batch.save()


class Checker:
    def __init__(self, batch: Import) -> None:
        self.batch = batch
        self.catalogue = Catalogue()
        # What this file said, by cell. It is all that is kept of a row.
        self.said: dict[str, list[Version]] = defaultdict(list)
        # A source that speaks of a cell again does so in a release of its own. Numbered as they will be made.
        self.releases: dict[tuple[str, date, int], int] = {}
        self.definitions: dict[str, tuple[str, int]] = {}
        self.targets = known_targets()

    def rows(self, chunk: Sequence[FigureRow | Fault]) -> list[ImportRow]:
        places = {place for row in chunk if isinstance(row, FigureRow) and (place := self.catalogue.place(row))}
        before = said_before(places)
        return [
            self.refuse(row.number, row.message) if isinstance(row, Fault) else self.row(row, before) for row in chunk
        ]

    def row(self, row: FigureRow, in_ledger: Mapping[Place, Sequence[Version]]) -> ImportRow:
        missing = [name for name, _ in self.catalogue.missing(row)]
        if missing and not self.batch.creates_missing:
            return self.refuse(row.number, f"Het portaal kent niet: {', '.join(missing)}.", row)
        if reason := (missing and self.catalogue.why_not_made(row)) or self.why_impossible(row):
            return self.refuse(row.number, reason, row)
        cell = self.catalogue.cell(row)
        place = self.catalogue.place(row)
        said_here = self.said[cell]
        before = [*(in_ledger.get(place, ()) if place else ()), *said_here]
        known_on = self.known_on(row, before)
        time = sum(one.source == row.source and one.release != REPEATED for one in said_here)
        release = self.releases.get((row.source, known_on, time), len(self.releases))
        said = version(row, known_on, release)
        found = self.compare_target(row) if row.is_target else compare(said, before)
        if found.outcome == Outcome.REFUSED:
            return self.refuse(row.number, found.message, row)
        if found.outcome == Outcome.UNCHANGED:
            said = replace(said, release=REPEATED)
        else:
            self.releases[row.source, known_on, time] = release
        if not row.is_target:
            said_here.append(said)
        made = f"Het portaal maakt aan: {', '.join(missing)}." if missing else ""
        return ImportRow(
            batch=self.batch,
            number=row.number,
            outcome=found.outcome,
            message=" ".join(filter(None, [found.message, made]))[:500],
            warning=self.other_definition(row),
            label=self.label(row),
            was=found.was,
            value=str(said),
            cell=cell,
            content=pack(replace(row, published_on=known_on), release),
        )

    def refuse(self, number: int, message: str, row: FigureRow | None = None) -> ImportRow:
        label = self.label(row) if row else ""
        return ImportRow(batch=self.batch, number=number, outcome=Outcome.REFUSED, message=message[:500], label=label)

    def label(self, row: FigureRow) -> str:
        indicator = self.catalogue.indicators.get(row.indicator)
        parts = [indicator.name if indicator else row.indicator_name or row.indicator]
        parts += [name for _, name in row.categories]
        return ", ".join([*parts, row.period.code])[:300]

    def why_impossible(self, row: FigureRow) -> str:
        indicator = self.catalogue.indicators.get(row.indicator)
        measure = indicator.measure if indicator else Indicator.Measure.PEOPLE
        if measure == Indicator.Measure.PEOPLE and row.value is not None and row.value < 0:
            return f"Een aantal jongeren kan niet onder nul zijn: {row.value}."
        if measure != Indicator.Measure.OTHER and row.numerator is not None and row.numerator < 0:
            return f"De teller is een aantal jongeren en kan niet onder nul zijn: {row.numerator}."
        if row.published_on and row.published_on > clock.today():
            return f"De dag van bekendmaking moet nog komen: {row.published_on}."
        return ""

    def known_on(self, row: FigureRow, before: Iterable[Version]) -> date:
        """Since when the public could know it. What a source says later, in the same place, is known since now."""
        if row.published_on:
            return row.published_on
        source = self.catalogue.sources.get(row.source)
        said_before = any(one.source == row.source and one.number is None for one in before)
        dated = source.date_to if source and not said_before else None
        # A source of a month, or a year, may have been read before that was over.
        return min(dated or self.batch.read_on, self.batch.read_on)

    def compare_target(self, row: FigureRow) -> Comparison:
        target = (self.catalogue.code(row), self.catalogue.key(row), row.period.code, row.value, row.source)
        if target in self.targets:
            return Comparison(Outcome.UNCHANGED)
        if row.value is None or len(row.categories) > 1:
            return Comparison(Outcome.REFUSED, "Een doel heeft een getal, en geldt voor hoogstens één categorie.")
        self.targets.add(target)
        return Comparison(Outcome.NEW, "Een doel, geen meting.")

    def other_definition(self, row: FigureRow) -> str:
        text, number = self.definitions.setdefault(row.indicator, (row.definition, row.number))
        if text != row.definition:
            return f"De definitie is een andere dan in rij {number}."
        return ""
