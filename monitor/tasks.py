"""What takes too long for a click: the check of a file that was handed in."""

import logging
from functools import partial
from pathlib import Path

from django.db import transaction
from django.tasks import task

from monitor.importer import MOST_PREVIEWED, LedgerChangedError, check, check_rows, preview, unpack
from monitor.models import Import
from stroomop.lib import clock

logger = logging.getLogger(__name__)

# How often somebody else may write in between, before we leave the preview out.
TRIES = 3
FAILED = (
    "Het controleren lukte niet, door een fout in het portaal. Er is niets geschreven. Lever het bestand nog eens in. "
    "Gaat het weer mis? Vraag dan hulp aan wie het portaal beheert."
)


@task
def check_import(pk: int) -> None:
    """Does nothing for a file that was thrown away, or checked, in the meantime."""
    batch = Import.objects.filter(pk=pk, stage=Import.Stage.CHECKING).first()
    if batch is None:
        return
    try:
        check_and_preview(batch)
    except Exception:
        refused = Import.objects.filter(pk=pk, stage=Import.Stage.CHECKING)
        if refused.update(stage=Import.Stage.REFUSED, message=FAILED):
            logger.exception("Import %s could not be checked.", pk)
            batch.rows.all().delete()


def check_soon(batch: Import) -> None:
    """Have it checked, from the start, by a worker."""
    batch.stage, batch.handed_in_at, batch.rows_read = Import.Stage.CHECKING, clock.now(), 0
    batch.save()
    transaction.on_commit(partial(check_import.enqueue, batch.pk))


def check_and_preview(batch: Import) -> None:
    for _ in range(TRIES):
        check_anew(batch)
        if batch.stage == Import.Stage.REFUSED or batch.new + batch.revised > MOST_PREVIEWED:
            return
        try:
            preview(batch)
        except LedgerChangedError:
            checked = Import.objects.filter(pk=batch.pk, stage=Import.Stage.CHECKED)
            if checked.update(stage=Import.Stage.CHECKING):
                continue
        return


def check_anew(batch: Import) -> None:
    """The file, or what was typed in the form for one figure."""
    if batch.file:
        check(batch, Path(batch.file.path))
    else:
        check_rows(batch, [unpack(row.content) for row in batch.rows.all()])
