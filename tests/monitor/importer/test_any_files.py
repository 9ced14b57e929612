"""What holds whatever files are brought in, one after another."""

from contextlib import contextmanager

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from monitor.importer import ImportRefusedError, import_figures, preview, take_back
from monitor.models import Dimension, Import, PublicFigure
from tests.factories import make_category, make_source
from tests.monitor.figures_file import write_figures
from tests.monitor.importer.kit import READ_ON, checked, everything, make_catalogue
from tests.rollback import rolled_back

pytestmark = pytest.mark.django_db
STATUS = [
    "",
    "status=voorlopig",
    "status=herzien",
    "status=definitief",
    "status=tegenstrijdig",
    "doelwaarde, geen meting",
]
RECORDS = st.fixed_dictionaries(
    {
        "period": st.sampled_from(["2022", "2023"]),
        "value": st.sampled_from(["10", "10.0", "11", "."]),
        "source_title": st.sampled_from(["Bron", "Ander"]),
        "retrieved_note": st.sampled_from(STATUS),
        "published_on": st.sampled_from(["", "", "2024-01-02", "2025-01-02"]),
        "breakdown_dimension": st.just("regio"),
        "breakdown_value": st.sampled_from(["totaal", "noord"]),
    }
)
FILES = st.lists(st.lists(RECORDS, min_size=1, max_size=5), min_size=1, max_size=4)


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return tmp_path_factory.mktemp("files")


@contextmanager
def portal():
    """That knows all that the files name, and is as it was afterwards."""
    with rolled_back():
        make_catalogue()
        make_source(title="Ander")
        make_category(name="noord", dimension=Dimension.objects.create(slug="regio", name="regio", plural="regio's"))
        yield


def public():
    """All that the public may read, apart from what was taken back."""
    rows = PublicFigure.objects.filter(withdrawn_on=None).values(
        "series", "period", "release", "value", "status", "valid_from", "valid_to", "mention_only"
    )
    return sorted(map(str, rows))


def bring(folder, records):
    """The import, or None when it was refused or brought nothing."""
    before = everything()
    try:
        batch = import_figures(write_figures(folder, *records), READ_ON)
    except ImportRefusedError:
        assert everything() == before
        return None
    return Import.objects.filter(pk=batch.pk).first()


@settings(max_examples=8)
@given(files=FILES)
def test_file_that_was_brought_in_brings_nothing_a_second_time(folder, files):
    with portal():
        for records in files:
            if bring(folder, records):
                before = everything()
                again = import_figures(write_figures(folder, *records), READ_ON)
                assert again.summary == f"0 nieuw, 0 herzien, {len(records)} ongewijzigd, 0 geweigerd"
                assert everything() == before


@settings(max_examples=8)
@given(files=FILES)
def test_file_that_is_taken_back_leaves_what_the_public_read_before(folder, files):
    with portal():
        for records in files:
            before = public()
            if batch := bring(folder, records):
                after = public()
                take_back(batch, "Toch niet.")
                assert public() == before
                assert bring(folder, records)
                assert len(public()) == len(after)


@settings(max_examples=8)
@given(files=FILES)
def test_revision_holds_as_the_check_said(folder, files):
    with portal():
        for records in files:
            batch = checked(folder, *records)
            if batch.stage != "gecontroleerd" or not (batch.new or batch.revised):
                continue
            preview(batch)
            last = {row.cell: row for row in batch.rows.filter(outcome="herzien")}
            for cell, row in last.items():
                # Unless the file itself has something still later, it is what a reader sees.
                later = batch.rows.filter(cell=cell, number__gt=row.number, outcome="nieuw")
                assert not row.shown.endswith("(niet het geldende cijfer)")
                if not later:
                    assert row.value.startswith(row.shown)
            bring(folder, records)
