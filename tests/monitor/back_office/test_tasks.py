"""The check that a worker does: what it can't do it tells, and it never touches what is done."""

import pytest

from monitor import tasks
from monitor.importer import LedgerChangedError
from monitor.models import Import

pytestmark = pytest.mark.django_db
Stage = Import.Stage


@pytest.fixture
def waiting(editor, catalogue, hand_in):
    """Handed in, and not checked yet."""
    batch = hand_in({})
    batch.stage, batch.new = Stage.CHECKING, 0
    batch.save()
    return batch


def check(batch):
    tasks.check_import.call(batch.pk)
    batch.refresh_from_db()
    return batch.stage


def test_file_is_checked_with_what_the_public_would_read(waiting):
    assert check(waiting) == Stage.CHECKED
    assert waiting.rows.get().shown == "10"


def test_what_was_checked_or_thrown_away_is_left_alone(waiting, monkeypatch):
    monkeypatch.setattr(tasks, "check_and_preview", None)
    waiting.stage = Stage.WRITTEN
    waiting.save()

    assert check(waiting) == Stage.WRITTEN
    tasks.check_import.call(99)


def test_fault_of_ours_is_told_kindly_and_logged(waiting, monkeypatch, caplog):
    monkeypatch.setattr(tasks, "check", lambda *args: 1 / 0)

    assert check(waiting) == Stage.REFUSED

    assert waiting.message.startswith("Het controleren lukte niet, door een fout in het portaal.")
    assert not waiting.rows.exists()
    assert [record.getMessage() for record in caplog.records if record.exc_info] == [
        f"Import {waiting.pk} could not be checked."
    ]


def test_file_that_went_during_its_check_is_no_fault(waiting, monkeypatch, caplog):
    def throw_away(batch, path):
        Import.objects.all().delete()
        raise LookupError

    monkeypatch.setattr(tasks, "check", throw_away)

    tasks.check_import.call(waiting.pk)

    assert [record for record in caplog.records if record.exc_info] == []


def test_large_file_is_not_previewed(waiting, monkeypatch):
    monkeypatch.setattr(tasks, "MOST_PREVIEWED", 0)

    assert check(waiting) == Stage.CHECKED
    assert waiting.rows.get().shown == ""


def raised(times):
    """A preview during which somebody else writes, this often."""
    left = iter(range(times))

    def preview(batch):
        if next(left, None) is not None:
            raise LedgerChangedError

    return preview


@pytest.mark.parametrize(("times", "stage"), [(1, Stage.CHECKED), (3, Stage.CHECKING)])
def test_it_looks_again_when_somebody_wrote_meanwhile(waiting, monkeypatch, times, stage):
    monkeypatch.setattr(tasks, "preview", raised(times))

    assert check(waiting) == stage


def test_it_does_not_look_again_at_what_was_published_meanwhile(waiting, monkeypatch):
    def preview(batch):
        Import.objects.update(stage=Stage.WRITTEN)
        raise LedgerChangedError

    monkeypatch.setattr(tasks, "preview", preview)

    assert check(waiting) == Stage.WRITTEN
