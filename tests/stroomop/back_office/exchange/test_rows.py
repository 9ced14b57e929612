"""What a row of a file does: makes a draft, or changes what was there."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from projects.models import Organisation, Publication
from projects.tables import OrganisationTable, PublicationTable
from stroomop.lib.exchange import run
from tests import factories as make
from tests.rollback import rolled_back
from tests.stroomop.back_office.exchange.kit import faults, lines, look, sheet_bytes, written

pytestmark = pytest.mark.django_db
ALREADY = (
    "Dit is al {}. Haal de rij weg, of lever het bestand opnieuw in met het vinkje ‘Wijzig ook wat al gepubliceerd of "
    "ingepland is’."
)
NEW = {"adres": "", "naam": "Testnaam", "soort": "overig"}


def test_new_row_becomes_a_draft_with_an_address_of_its_name(tmp_path):
    report = look(tmp_path, OrganisationTable, NEW | {"nagekeken op": "1-11-2026"}, write=True)

    assert lines(report) == [
        (2, "nieuw", [("naam", "", "Testnaam"), ("soort", "", "overig"), ("nagekeken op", "", "2026-11-01")], [])
    ]
    made = Organisation.objects.values("slug", "name", "kind", "checked_on", "published_at", "changed_at").get()
    assert made == {
        "slug": "testnaam", "name": "Testnaam", "kind": "overig", "checked_on": date(2026, 11, 1),
        "published_at": None, "changed_at": None,
    }  # fmt: skip


def test_address_that_is_taken_gets_a_number(tmp_path):
    make.make_organisation(slug="testnaam")

    look(tmp_path, OrganisationTable, NEW, write=True)

    assert Organisation.objects.get(name="Testnaam").slug == "testnaam-2"


def test_second_time_changes_nothing(tmp_path):
    records = [NEW, NEW | {"naam": "Tweede", "adres": "eigen-adres"}]
    look(tmp_path, OrganisationTable, *records, write=True)

    report = look(tmp_path, OrganisationTable, *records, write=True)

    assert [str(row.outcome) for row in report.rows] == ["ongewijzigd"] * 2
    assert Organisation.objects.count() == 2


@given(names=st.lists(st.text("ab -", min_size=1, max_size=4), min_size=1, max_size=5))
def test_no_file_of_publications_does_anything_twice(tmp_path_factory, names):
    """Two of the same title are allowed; a file without addresses still makes each once."""
    folder = tmp_path_factory.mktemp("tabel")
    records = [
        {"adres": "", "titel": name, "soort": "boek", "in het kort": "Een test.", "bron": "Test"} for name in names
    ]
    with rolled_back():
        first = look(folder, PublicationTable, *records, write=True)
        number = Publication.objects.count()
        second = look(folder, PublicationTable, *records, write=True)

        assert number == (first.new if first.can_be_written else 0)
        assert Publication.objects.count() == number
        assert second.refused == first.refused
        assert second.new == 0 or first.refused


def test_change_shows_old_and_new_and_leaves_other_columns(tmp_path):
    organisation = make.make_organisation(published_at=None, short_name="Oud", website="https://test.example/")

    report = look(tmp_path, OrganisationTable, {"adres": organisation.slug, "korte naam": "Nieuw"}, write=True)

    assert lines(report) == [(2, "gewijzigd", [("korte naam", "Oud", "Nieuw")], [])]
    assert "website" in report.untouched
    assert "korte naam" not in report.untouched
    organisation.refresh_from_db()
    assert (organisation.short_name, organisation.website) == ("Nieuw", "https://test.example/")
    assert organisation.changed_at is None


def test_empty_cell_makes_the_field_empty(tmp_path):
    organisation = make.make_organisation(published_at=None, short_name="Oud", parent=make.make_organisation())

    look(tmp_path, OrganisationTable, {"adres": organisation.slug, "korte naam": "", "hoort bij": ""}, write=True)

    organisation.refresh_from_db()
    assert (organisation.short_name, organisation.parent) == ("", None)


def test_list_in_a_cell_takes_the_place_of_what_was_there(tmp_path):
    publication = make.make_publication(published_at=None)
    publication.themes.add(make.make_theme(name="Oud thema"))
    make.make_theme(name="Een thema", slug="een")
    make.make_theme(name="Tweede")

    report = look(tmp_path, PublicationTable, {"adres": publication.slug, "thema's": "Tweede; een"}, write=True)

    assert lines(report) == [(2, "gewijzigd", [("thema's", "Oud thema", "Een thema; Tweede")], [])]
    assert [theme.name for theme in publication.themes.all()] == ["Een thema", "Tweede"]


def test_sheet_may_hold_real_dates_and_numbers(tmp_path):
    head = ["adres", "titel", "soort", "in het kort", "bron", "van", "zo precies als"]
    content = sheet_bytes(head, ["", 2020, "boek", "Een test.", "Test", date(2020, 11, 1), "op de dag"])

    assert run(written(tmp_path, content), PublicationTable(), write=True).can_be_written

    assert list(Publication.objects.values_list("slug", "title", "date_from")) == [("2020", "2020", date(2020, 11, 1))]


@pytest.mark.parametrize(
    ("moments", "status"),
    [
        ({}, "gepubliceerd"),
        ({"published_at": "2100-01-01T00:00Z"}, "ingepland"),
        ({"archived_at": "2021-01-01T00:00Z"}, "gearchiveerd"),
    ],
)
def test_what_is_public_or_will_be_changes_only_when_asked(tmp_path, moments, status):
    organisation = make.make_organisation(**moments)
    record = {"adres": organisation.slug, "korte naam": "Nieuw"}

    assert faults(tmp_path, OrganisationTable, record) == [ALREADY.format(status)]
    assert faults(tmp_path, OrganisationTable, record, changes_public=True) == []


def test_asked_for_a_reader_sees_that_it_changed(tmp_path, stopped_clock):
    organisation = make.make_organisation()

    record = {"adres": organisation.slug, "korte naam": "Nieuw"}
    report = look(tmp_path, OrganisationTable, record, changes_public=True, write=True)

    assert [row.is_public for row in report.rows] == [True]
    assert report.changed_in_public == 1
    organisation.refresh_from_db()
    assert (organisation.short_name, organisation.changed_at.date()) == ("Nieuw", date(2026, 11, 1))
