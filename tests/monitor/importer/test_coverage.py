"""Of how many institutions a figure is, from a file through the ledger to the public and back."""

from datetime import date

import pytest

from monitor.importer import import_figures, preview
from monitor.models import PublicFigure
from tests.monitor.importer.kit import READ_ON, bring, checked, make_catalogue, refused, told

pytestmark = pytest.mark.django_db
PART = {"covered": "9", "covered_of": "12"}


@pytest.fixture(autouse=True)
def _catalogue():
    make_catalogue()


def public():
    figures = PublicFigure.objects.order_by("valid_from", "pk")
    return [(str(one.value), one.coverage, one.valid_from, one.valid_to) for one in figures]


def test_coverage_comes_through_the_gate(tmp_path):
    bring(tmp_path, PART)

    assert public() == [("10", "9 van de 12 instellingen", date(2024, 5, 31), None)]


def test_coverage_of_a_hidden_number_is_told_without_it(tmp_path):
    bring(tmp_path, PART | {"value": "", "reason": "niet-getoond"})

    assert public() == [("None", "9 van de 12 instellingen", date(2024, 5, 31), None)]


def test_change_of_coverage_alone_is_a_revision(tmp_path):
    bring(tmp_path, {})

    assert told(checked(tmp_path, PART)) == [("herzien", "", "10", "10 (9 van de 12 instellingen)")]
    assert bring(tmp_path, PART) == "0 nieuw, 1 herzien, 0 ongewijzigd, 0 geweigerd"
    assert public() == [
        ("10", "", date(2024, 5, 31), READ_ON),
        ("10", "9 van de 12 instellingen", READ_ON, None),
    ]
    more = {"covered": "10", "covered_of": "12", "status": "definitief"}
    assert told(checked(tmp_path, more)) == [
        ("herzien", "", "10 (9 van de 12 instellingen)", "10 (definitief, 10 van de 12 instellingen)")
    ]


@pytest.mark.parametrize("again", [PART, {}, {"covered": "9"}])
def test_row_that_says_the_same_or_nothing_of_coverage_is_unchanged(tmp_path, again):
    bring(tmp_path, PART)

    assert bring(tmp_path, again) == "0 nieuw, 0 herzien, 1 ongewijzigd, 0 geweigerd"


def test_one_file_can_not_say_two_coverages(tmp_path):
    other = {"covered": "10", "covered_of": "12"}

    assert refused(tmp_path, PART, other) == (
        "Rij 3: Rij 2 geeft hiervoor 10 (9 van de 12 instellingen), en deze rij 10 (10 van de 12 instellingen). Laat "
        "er één staan, of zet er bij elk een andere status bij."
    )


def test_preview_shows_the_coverage(tmp_path):
    batch = checked(tmp_path, PART, {"period": "2022", "covered": "1"})
    preview(batch)

    assert list(batch.rows.values_list("shown", flat=True)) == ["10, 9 van de 12 instellingen", "10, 1 instelling"]


def test_own_export_changes_nothing(client, tmp_path):
    bring(tmp_path, PART, {"period": "2022", "covered": "9"}, {"period": "2021"})
    before = public()
    path = tmp_path / "terug.csv"
    path.write_bytes(client.get("/monitor/cijfers.csv").getvalue())

    assert "covered,covered_of" in path.read_text("utf-8-sig").splitlines()[0]
    assert import_figures(path, READ_ON).summary == "0 nieuw, 0 herzien, 3 ongewijzigd, 0 geweigerd"
    assert public() == before
