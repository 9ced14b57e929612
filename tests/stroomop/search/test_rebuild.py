import pytest
from django.core.management import call_command

from stroomop.models import SearchEntry
from stroomop.search import index
from tests.factories import make_lesson, make_story

from .asked import titles

pytestmark = pytest.mark.django_db


def rebuild(capsys):
    call_command("rebuild_search")
    return capsys.readouterr().out


def test_rebuild_puts_right_what_went_past_the_signals(capsys, monkeypatch):
    monkeypatch.setattr(index, "BATCH", 2)
    gone, changed, *_ = [make_story(title="Opbrengst") for _ in range(5)]
    type(changed).objects.filter(pk=changed.pk).update(title="Ander woord")
    type(gone).objects.filter(pk=gone.pk)._raw_delete("default")
    SearchEntry.objects.filter(item_id=make_lesson(title="Opbrengst").pk, kind="lessen").delete()
    SearchEntry.objects.filter(kind="verhalen").last().delete()

    first, second = rebuild(capsys), rebuild(capsys)

    assert (first, second) == ("4 entries put right.\n", "0 entries put right.\n")
    assert len(titles("opbrengst")) == 4
    assert titles("ander woord") == ["Ander woord"]
    assert [str(entry) for entry in SearchEntry.objects.filter(item_id=changed.pk)] == ["Ander woord"]
