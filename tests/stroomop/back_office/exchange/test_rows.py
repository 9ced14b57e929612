"""What a row of a file does: makes a draft, changes what is no secret, or is refused with what to do."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from projects.models import GlossaryTerm, Organisation, Publication
from projects.tables import GlossaryTable, OrganisationTable, PublicationTable
from tests import factories as make
from tests.rollback import rolled_back
from tests.stroomop.back_office.exchange.kit import faults, lines, look

pytestmark = pytest.mark.django_db
ALREADY = (
    "Dit is al {}. Haal de rij weg, of lever het bestand opnieuw in met het vinkje ‘Wijzig ook wat al gepubliceerd of "
    "ingepland is’."
)
NO_DATE = (
    "het rekenprogramma maakte van een datum het getal 45000. Dat is 2023-03-15. Klopt dat? Maak van de cel tekst en "
    "schrijf de datum zo op."
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


@pytest.mark.parametrize("status", ["gepubliceerd", "concept"])
def test_status_that_is_another_is_refused(tmp_path, status):
    public = status == "concept"
    organisation = make.make_organisation(**({} if public else {"published_at": None}))

    told = faults(tmp_path, OrganisationTable, {"adres": organisation.slug, "status": status}, changes_public=True)

    assert told == ["Kolom 'status': met een import publiceer of archiveer je niet. Maak de cel leeg."]


def test_status_that_is_empty_or_the_same_says_nothing(tmp_path):
    organisation = make.make_organisation()

    assert faults(tmp_path, OrganisationTable, {"adres": organisation.slug, "status": "gepubliceerd"}) == []
    assert faults(tmp_path, OrganisationTable, NEW | {"status": "concept"}) == []
    assert faults(tmp_path, OrganisationTable, NEW | {"status": ""}) == []


def test_one_wrong_row_and_nothing_is_written(tmp_path):
    report = look(tmp_path, OrganisationTable, NEW, {"adres": "", "naam": "Fout", "soort": "x"}, write=True)

    assert [str(row.outcome) for row in report.rows] == ["nieuw", "geweigerd"]
    assert not report.can_be_written
    assert not Organisation.objects.exists()


def test_row_that_cannot_be_read_refuses_the_file_too(tmp_path):
    report = look(tmp_path, OrganisationTable, NEW, NEW | {"naam": "x" * 40_000}, write=True)

    assert lines(report)[1] == (
        3, "geweigerd", [], ["Kolom 'naam': de tekst is langer dan 32.767 tekens. Maak de tekst korter."],
    )  # fmt: skip
    assert not Organisation.objects.exists()


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ({"adres": "a", "naam": "A"}, {"adres": "a", "naam": "B"}),
        ({"adres": "", "naam": "A"}, {"adres": "", "naam": "A"}),
        ({"adres": "a", "naam": "B"}, {"adres": "", "naam": "B"}),
        ({"adres": "", "naam": "A"}, {"adres": "a", "naam": "B"}),
    ],
)
def test_row_that_stands_there_twice_is_refused(tmp_path, first, second):
    report = look(tmp_path, OrganisationTable, {"soort": "overig", **first}, {"soort": "overig", **second})

    assert report.rows[1].messages == ("Dit is dezelfde als rij 2. Haal er één weg, of geef ze elk een eigen adres.",)


def test_name_that_several_have_asks_for_the_address(tmp_path):
    for _ in range(2):
        make.make_publication(title="Dezelfde titel", published_at=None)

    assert faults(tmp_path, PublicationTable, {"adres": "", "titel": "Dezelfde titel"}) == [
        "Er zijn er 2 die zo heten. Vul de kolom 'adres' in."
    ]


def test_name_finds_the_item_where_the_address_is_empty(tmp_path):
    make.make_term(term="testwoord", explanation="Oud.", published_at=None)

    look(tmp_path, GlossaryTable, {"plek op de pagina": "", "begrip": "testwoord", "uitleg": "Nieuw."}, write=True)

    assert GlossaryTerm.objects.get().explanation == "Nieuw."


def test_all_that_is_wrong_is_told_with_its_column(tmp_path):
    record = {
        "adres": "geen adres!", "naam": "", "korte naam": "x" * 41, "soort": "fout", "hoort bij": "Niemand",
        "website": "ftp://test.example/", "bronnen": "https://test.example/", "nagekeken op": "45000", "status": "x",
    }  # fmt: skip

    assert faults(tmp_path, OrganisationTable, record) == [
        f"Kolom 'soort': 'fout' kan niet. Kies uit: {'; '.join(label for _, label in Organisation.Kind.choices)}.",
        "Kolom 'hoort bij': 'Niemand' kennen we niet. Verbeter de naam, of maak eerst zo’n organisatie aan.",
        "Kolom 'bronnen': zet voor het webadres eerst de titel van de pagina, met ' | ' ertussen.",
        f"Kolom 'nagekeken op': {NO_DATE}",
        "Kolom 'status': met een import publiceer of archiveer je niet. Maak de cel leeg.",
        "Kolom 'adres': Gebruik alleen letters zonder accent, cijfers en streepjes.",
        "Kolom 'naam': Dit veld kan niet leeg zijn.",
        "Kolom 'korte naam': Zorg dat deze waarde niet meer dan 40 tekens bevat (het zijn er nu 41).",
        "Kolom 'website': Vul een webadres in dat begint met https://.",
    ]


def test_rules_of_the_database_are_told_too(tmp_path):
    publication = make.make_publication(published_at=None)
    organisation = make.make_organisation(published_at=None)

    assert faults(tmp_path, PublicationTable, {"adres": publication.slug, "van": "2020-01-01"}) == [
        "Vul bij een datum in hoe precies die is, en alleen dan."
    ]
    assert faults(tmp_path, OrganisationTable, {"adres": organisation.slug, "hoort bij": organisation.name}) == [
        "Een organisatie hoort niet bij zichzelf."
    ]


def test_name_of_another_is_refused(tmp_path):
    make.make_organisation(name="Bezet")

    assert faults(tmp_path, OrganisationTable, {"adres": "nieuw", "naam": "Bezet", "soort": "overig"}) == [
        "Kolom 'naam': Er bestaat al een Organisatie met eenzelfde Naam."
    ]


def test_what_nobody_foresaw_is_told_and_logged(tmp_path, caplog):
    class BrokenTable(OrganisationTable):
        def after_save_instance(self, instance, row, **kwargs):
            raise RuntimeError("Een test.")

        class Meta:
            model = Organisation

    report = look(tmp_path, BrokenTable, NEW, write=True)

    assert report.rows[0].messages == (
        "Hier ging iets mis dat wij niet kennen. Vraag wie het portaal beheert om in het logboek te kijken.",
    )
    assert caplog.messages == ["Row 2 of an import"]
    assert not Organisation.objects.exists()


@pytest.mark.parametrize("circle", [["A", "A"], ["B", "A"]])
def test_organisations_in_a_circle_are_refused(tmp_path, circle):
    records = [
        {"adres": "", "naam": name, "soort": "overig", "hoort bij": above}
        for name, above in zip("AB", circle, strict=True)
    ]

    assert look(tmp_path, OrganisationTable, *records).refused
