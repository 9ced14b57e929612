"""Targets that came in a file, and a file that is taken back."""

from datetime import UTC, date, datetime

import pytest

from monitor.importer import take_back
from monitor.models import Import, PublicFigure, Release, Target
from stroomop.lib import clock
from tests.factories import make_category, make_source
from tests.monitor.importer.kit import bring, everything, held, ledger, make_catalogue

pytestmark = pytest.mark.django_db
DAY, READ = date(2024, 5, 31), date(2026, 11, 22)
ALL_NEW = "{} nieuw, 0 herzien, 0 ongewijzigd, 0 geweigerd"


@pytest.fixture(autouse=True)
def _catalogue(db):
    make_catalogue()


TARGET = {"period": "2030", "value": "0", "retrieved_note": "nul in 2030; doelwaarde, geen meting"}


def targets():
    rows = Target.objects.as_of(READ).order_by("pk")
    return [(one.category, str(one.value), one.period_code, one.kind, one.text, one.known_on) for one in rows]


def test_write_of_a_target_makes_no_figure(tmp_path):
    category = make_category()
    of_category = {"breakdown_dimension": category.dimension.name, "breakdown_value": category.name}

    assert bring(tmp_path, {}, TARGET, TARGET | of_category) == ALL_NEW.format(3)

    text = "nul in 2030; doelwaarde, geen meting"
    assert targets() == [(None, "0", "2030", "bereiken", text, DAY), (category, "0", "2030", "bereiken", text, DAY)]
    assert ledger() == [("TEST", "", "2023", "10", DAY)]
    assert bring(tmp_path, TARGET, {}) == "0 nieuw, 0 herzien, 2 ongewijzigd, 0 geweigerd"


def test_write_of_a_target_leaves_its_figure_new(tmp_path):
    figure = {"period": TARGET["period"], "value": TARGET["value"]}

    assert bring(tmp_path, TARGET, figure) == ALL_NEW.format(2)
    assert ledger() == [("TEST", "", "2030", "0", DAY)]


def test_write_of_a_target_of_a_new_category_is_new(tmp_path):
    bring(tmp_path, TARGET)

    record = TARGET | {"breakdown_dimension": "sekse", "breakdown_value": "meisjes"}
    assert bring(tmp_path, record, creates_missing=True) == ALL_NEW.format(1)
    assert [str(category) for category, *_ in targets()] == ["None", "meisjes"]


def test_take_back_lets_what_held_before_hold_again(tmp_path):
    bring(tmp_path, {})
    bring(tmp_path, {"value": "12"}, TARGET)
    make_source(title="Ander")
    bring(tmp_path, {"source_title": "Ander", "period": "2024"})
    batch = Import.objects.order_by("pk")[1]

    take_back(batch, "Verkeerd bestand.")

    assert held() == [("", "2023", "10"), ("", "2024", "10")]
    assert (targets(), batch.stage) == ([], "ingetrokken")
    reasons = Release.objects.order_by("pk").values_list("withdrawn_reason", flat=True)
    assert list(reasons) == ["", "Verkeerd bestand.", "Verkeerd bestand.", ""]


def test_take_back_and_bring_again(tmp_path):
    records = [{"value": "12", "retrieved_note": "status=herzien"}, {"retrieved_note": "status=voorlopig"}, TARGET]
    bring(tmp_path, *records)
    before = held()
    take_back(Import.objects.get(), "Toch niet.", keeps_secret=True)
    assert (held(), set(PublicFigure.all_moments.values_list("value", flat=True))) == ([], {None})

    assert bring(tmp_path, *records) == ALL_NEW.format(3)
    assert (held(), len(targets())) == (before, 1)


def test_take_back_a_second_time_keeps_the_first_reason(tmp_path):
    bring(tmp_path, {})
    batch = Import.objects.get()
    with clock.fixed_at(datetime(2026, 11, 23, 12, tzinfo=UTC)):
        take_back(batch, "Eerst.")
    before = everything()

    take_back(batch, "Later.")

    assert everything() == before
