from datetime import date

import pytest

from monitor.importer import LedgerChangedError, preview, write
from monitor.models import Indicator
from tests.factories import make_source
from tests.monitor.importer.kit import bring, checked, everything, make_catalogue

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _catalogue(db):
    make_catalogue()


def previewed(tmp_path, *records):
    batch = checked(tmp_path, *records)
    before = everything()
    before.pop("ImportRow")
    preview(batch)
    after = everything()
    after.pop("ImportRow")
    assert (after, batch.stage) == (before, "gecontroleerd")
    return list(batch.rows.values_list("outcome", "shown"))


def test_preview_shows_what_the_public_would_read(tmp_path):
    bring(tmp_path, {}, {"period": "2024"})
    target = {"period": "2030", "retrieved_note": "doelwaarde, geen meting"}

    shown = previewed(tmp_path, {"value": "1234"}, {"period": "2024"}, {"period": "2025", "value": "."}, target)

    unknown = "onbekend, te onzeker of geheim volgens de bron"
    assert shown == [("herzien", "1.234"), ("ongewijzigd", ""), ("nieuw", unknown), ("nieuw", "")]


def test_preview_shows_what_stays_hidden(tmp_path):
    Indicator.objects.update(measure="personen")

    assert previewed(tmp_path, {"value": "3"}) == [("nieuw", "niet getoond: groep te klein")]


def test_preview_says_what_does_not_hold(tmp_path):
    bring(tmp_path, {})
    make_source(title="Oud", date_from=date(2020, 1, 1), date_to=date(2020, 1, 1), precision="dag")
    mention = {"value": "8", "retrieved_note": "status=tegenstrijdig"}

    shown = previewed(tmp_path, {"source_title": "Oud", "value": "9"}, mention | {"period": "2024"})

    assert shown == [("nieuw", "9 (niet het geldende cijfer)"), ("nieuw", "8 (niet het geldende cijfer)")]


def test_preview_shows_of_two_versions_the_one_that_holds(tmp_path):
    final = {"value": "12", "retrieved_note": "status=definitief"}
    mention = {"value": "8", "retrieved_note": "status=tegenstrijdig"}

    assert previewed(tmp_path, final, {}, mention) == [("nieuw", "12")] * 3


def test_preview_shows_nothing_of_what_is_sensitive(tmp_path):
    Indicator.objects.update(kind="gevoelig")

    assert previewed(tmp_path, {}) == [("nieuw", "")]


def test_preview_of_what_was_checked_before_another_file_is_refused(tmp_path):
    late = checked(tmp_path, {"value": "11"})
    write(checked(tmp_path, {}))

    with pytest.raises(LedgerChangedError):
        preview(late)
