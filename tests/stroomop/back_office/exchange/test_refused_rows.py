"""Why a row of a file is refused, and what to do then."""

import pytest

from projects.models import GlossaryTerm, Organisation
from projects.tables import GlossaryTable, OrganisationTable, PublicationTable
from tests import factories as make
from tests.stroomop.back_office.exchange.kit import faults, lines, look

pytestmark = pytest.mark.django_db
NO_DATE = (
    "het rekenprogramma maakte van een datum het getal 45000. Dat is 2023-03-15. Klopt dat? Maak van de cel tekst en "
    "schrijf de datum zo op."
)
NEW = {"adres": "", "naam": "Testnaam", "soort": "overig"}


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


def test_file_of_nothing_but_rows_that_cannot_be_read_is_refused(tmp_path):
    report = look(tmp_path, OrganisationTable, NEW | {"naam": "x\x01"}, write=True)

    told = "Kolom 'naam': er staat een teken in dat niet te lezen is. Typ de tekst opnieuw."
    assert lines(report) == [(2, "geweigerd", [], [told])]


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
