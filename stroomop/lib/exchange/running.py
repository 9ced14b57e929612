"""A file laid beside the portal: what would be new, what would change, and why a row is refused."""

import hashlib
import logging
from collections import Counter
from functools import cached_property
from itertools import islice
from pathlib import Path
from typing import Any, NamedTuple

from django.db.models import TextChoices
from import_export.results import RowResult
from tablib import Dataset

from stroomop.lib.table_files import NO_ROWS, Fault, FileRefusedError, Record, open_table, quoted, read_header
from stroomop.lib.table_files import read_records as read_table

from .resource import Change, TableResource

MOST_ROWS = 2_000
UNEXPECTED = "Hier ging iets mis dat wij niet kennen. Vraag wie het portaal beheert om in het logboek te kijken."

logger = logging.getLogger(__name__)


class Outcome(TextChoices):
    REFUSED = "geweigerd"
    CHANGED = "gewijzigd"
    NEW = "nieuw"
    SAME = "ongewijzigd"


OUTCOMES = {
    RowResult.IMPORT_TYPE_NEW: Outcome.NEW,
    RowResult.IMPORT_TYPE_UPDATE: Outcome.CHANGED,
    RowResult.IMPORT_TYPE_SKIP: Outcome.SAME,
}


class RowReport(NamedTuple):
    number: int
    label: str
    outcome: Outcome
    changes: tuple[Change, ...] = ()
    messages: tuple[str, ...] = ()
    # Whether readers see it at once.
    is_public: bool = False

    @property
    def lines(self) -> tuple[Change, ...]:
        """One at least, so that each row has a line in the table."""
        return self.changes or (Change("", "", ""),)

    @property
    def is_new(self) -> bool:
        return self.outcome == Outcome.NEW


class Report:
    def __init__(self, rows: list[RowReport], untouched: list[str], items: list[tuple[Any, RowReport]]) -> None:
        self.rows = rows
        # The columns that the file lacks.
        self.untouched = untouched
        # What is new or changed, with its row.
        self.items = items

    @cached_property
    def counts(self) -> Counter[str]:
        return Counter(str(row.outcome) for row in self.rows)

    @property
    def refused(self) -> int:
        return self.counts[Outcome.REFUSED]

    @property
    def new(self) -> int:
        return self.counts[Outcome.NEW]

    @property
    def changed(self) -> int:
        return self.counts[Outcome.CHANGED]

    @property
    def changed_in_public(self) -> int:
        return sum(row.is_public for row in self.rows)

    @property
    def can_be_written(self) -> bool:
        return bool(self.new + self.changed) and not self.refused

    @property
    def fingerprint(self) -> str:
        """Another one as soon as anything of this would go otherwise."""
        return hashlib.sha256(repr(self.rows).encode()).hexdigest()


def run(path: Path, resource: TableResource, *, write: bool = False) -> Report:
    """Nothing stays of it but with ``write``, and then only when no row was refused. Raises FileRefusedError."""
    header, found = read(path, resource)
    records = resource.in_order([record for record in found if isinstance(record, Record)])
    faults = [fault for fault in found if isinstance(fault, Fault)]
    resource.numbers = [record.number for record in records]
    dataset = Dataset(*([record.cells[name] for name in header] for record in records), headers=header)
    result = resource.import_data(dataset, dry_run=not write or bool(faults), rollback_on_validation_errors=True)
    done = [(report_of(resource, record, row), row.instance) for record, row in zip(records, result.rows, strict=True)]
    rows = [report for report, _ in done] + [
        RowReport(f.number, "", Outcome.REFUSED, messages=(f.message,)) for f in faults
    ]
    return Report(
        sorted(rows, key=lambda row: row.number),
        [name for name in resource.names if name not in header],
        [(item, report) for report, item in done if report.outcome in (Outcome.NEW, Outcome.CHANGED)],
    )


def read(path: Path, resource: TableResource) -> tuple[list[str], list[Record | Fault]]:
    table = open_table(path)
    header = read_header(table.read_lines())
    check_columns(header, resource)
    found = list(islice(read_table(table.read_lines(), header), MOST_ROWS + 1))
    if not found:
        raise FileRefusedError(NO_ROWS)
    if len(found) > MOST_ROWS:
        raise FileRefusedError("Het bestand heeft meer dan 2.000 rijen. Splits het in kleinere bestanden.")
    return header, found


def check_columns(header: list[str], resource: TableResource) -> None:
    key = resource.fields["slug"].column_name
    if key not in header:
        raise FileRefusedError(
            f"In het bestand ontbreekt de kolom {quoted(key)}. Zet in de eerste rij de namen van de kolommen, zoals in "
            "een export."
        )
    # A slip in a name would lose what stands in that column.
    if unknown := [name for name in header if name not in resource.names]:
        raise FileRefusedError(
            f"De kolom {quoted(unknown[0])} is niet bekend. Haal de kolom weg, of kies uit: "
            f"{'; '.join(resource.names)}."
        )


def report_of(resource: TableResource, record: Record, row: Any) -> RowReport:
    """What the package made of a row."""
    changes = tuple(row.changes)
    if row.validation_error:
        return RowReport(record.number, row.label, Outcome.REFUSED, changes, resource.words(row.validation_error))
    if row.errors:
        logger.error("Row %s of an import", record.number, exc_info=row.errors[0].error)
        return RowReport(record.number, row.label, Outcome.REFUSED, changes, (UNEXPECTED,))
    outcome = OUTCOMES[row.import_type]
    is_public = outcome == Outcome.CHANGED and row.instance.is_public
    return RowReport(record.number, row.label, outcome, changes, is_public=is_public)
