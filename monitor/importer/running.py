"""The whole way of a file, for the command line and our own content."""

from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

from django.db.models import QuerySet

from monitor.models import Import, ImportRow
from stroomop.lib import clock

from .checking import check
from .writing import LedgerChangedError, preview, write

# Of a larger file nobody reads row by row what the public would see: it would be written for that, and undone.
MOST_PREVIEWED = 10_000
# How often somebody else may be first, before we say so.
TRIES = 5
# A message names no more rows than somebody will read.
NAMED = 20


class ImportRefusedError(Exception):
    """Nothing was written. The message says why, in Dutch: of the file, or of its first refused rows."""

    def __init__(self, batch: Import) -> None:
        rows = batch.rows.filter(outcome=ImportRow.Outcome.REFUSED)[:NAMED]
        super().__init__(batch.message or " ".join(f"Rij {row.number}: {row.message}" for row in rows))
        # Empty when it was about rows: those were reported one by one.
        self.about_file = batch.message
        self.summary = batch.summary


def hand_in(name: str, read_on: date | None = None, *, creates_missing: bool = False) -> Import:
    """A file that will be checked. Clears away what was left of one that was cut off."""
    unwritten().filter(by=None, file="", handed_in_at__lt=clock.now() - timedelta(days=1)).delete()
    return Import.objects.create(
        # A name that is no text in UTF-8 is possible on a disk, and not in a database.
        name=name.encode(errors="replace").decode()[-200:],
        handed_in_at=clock.now(),
        read_on=read_on or clock.today(),
        creates_missing=creates_missing,
    )


def unwritten() -> QuerySet[Import]:
    return Import.objects.exclude(stage__in=[Import.Stage.WRITTEN, Import.Stage.WITHDRAWN])


def import_figures(
    path: Path,
    read_on: date | None = None,
    *,
    creates_missing: bool = False,
    dry_run: bool = False,
    report: Callable[[ImportRow], None] | None = None,
) -> Import:
    """Bring a file into the ledger and publish it; with ``dry_run`` only say what would become of it.

    ``read_on`` is the day the sources were read: a source that carries no date is known since then. ``report`` is told
    of every row that is refused, and of all in a dry run. A file that was only tried, or brought nothing, leaves
    nothing behind. Raises ImportRefusedError.
    """
    batch = hand_in(path.name, read_on, creates_missing=creates_missing)
    try:
        check_and_write(batch, path, dry_run=dry_run, report=report)
    finally:
        unwritten().filter(pk=batch.pk).delete()
    return batch


def check_and_write(
    batch: Import, path: Path, *, dry_run: bool, report: Callable[[ImportRow], None] | None = None
) -> None:
    for _ in range(TRIES):
        check(batch, path)
        number = batch.new + batch.revised if batch.stage == Import.Stage.CHECKED else 0
        try:
            if dry_run and 0 < number <= MOST_PREVIEWED:
                preview(batch)
            elif not dry_run and number:
                write(batch)
        except LedgerChangedError:
            continue
        break
    else:
        batch.message = "Iemand anders schrijft steeds in het register. Probeer het later nog eens."
        raise ImportRefusedError(batch)
    if report:
        # Somebody who writes wants to know of trouble alone.
        rows = batch.rows.all() if dry_run else batch.rows.filter(outcome=ImportRow.Outcome.REFUSED)
        for row in rows.order_by("number").iterator():
            report(row)
    if batch.stage == Import.Stage.REFUSED:
        raise ImportRefusedError(batch)
