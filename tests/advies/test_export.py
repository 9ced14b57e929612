"""The adviezen as a CSV file."""

from datetime import date

import pytest

from tests.advies.exports import DAY, URL, column, read
from tests.factories import (
    make_advies,
    make_agreement,
    make_assessment,
    make_check,
    make_deadline,
    make_news,
    make_organisation,
    make_response,
    make_responsibility,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("december")]


def test_file_has_a_row_for_each_advies(client):
    advies = make_advies(
        number=4,
        short_name="Test",
        slug="test",
        quotation="Doe een test.",
        source_title="Bron",
        source_url="https://a.test/",
    )
    make_responsibility(advies, organisation=make_organisation(name="Partij"), role="opdracht", basis="titel")
    make_responsibility(advies, organisation=make_organisation(name="Lezing"), role="uitvoering", basis="afgeleid")
    make_responsibility(advies, organisation=make_organisation(name="Partner"), role="betrokken", basis="rapport")
    imprecise = {"date_from": date(2023, 2, 1), "date_to": date(2023, 2, 28), "precision": "maand"}
    news = make_news(advies, kind="besluit", title="Nieuws", **imprecise)
    for title in ("Eerste", "Tweede"):
        agreement = make_agreement(news, title=title)
        make_deadline(agreement, wording="in 2030", date_from=date(2030, 1, 1), precision="jaar")
    make_check(advies, checked_on=date(2026, 11, 22))
    judge = make_organisation(name="Beoordelende organisatie")
    make_assessment(advies, verdict="deels", signed_name="Test Naam", organisation=judge, known_on=date(2024, 5, 3))

    assert read(client.get(URL)) == [
        {
            "nummer": "4",
            "korte_naam": "Test",
            "titel_volgens_de_bron": "Doe een test.",
            "bron": "Bron https://a.test/",
            "aan_wie": (
                "Partij (gevraagd om dit te regelen; staat in de titel van het advies) | "
                "Lezing (gevraagd om dit te doen; wij lezen dit uit de tekst)"
            ),
            "samen_met": "Partner (genoemd als partner; staat in het rapport)",
            "laatste_nieuws_datum": "2023-02-01",
            "laatste_nieuws_tot": "2023-02-28",
            "laatste_nieuws_zo_precies_als": "maand",
            "laatste_nieuws_soort": "besluit",
            "laatste_nieuws": "Nieuws",
            "maanden_zonder_maatregel_of_besluit": "45",
            "woord": "staat stil",
            "feit": "45 maanden geen openbaar nieuws gevonden, nagekeken op 22 november 2026.",
            "nagekeken_op": "2026-11-22",
            "afspraken": "Eerste: in 2030 | Tweede: in 2030",
            "oordeel": "deels uitgevoerd",
            "oordeel_door": "Test Naam, die hoort bij Beoordelende organisatie",
            "oordeel_op": "2024-05-03",
            "adres": "https://portaal.test/adviezen/4-test/",
            "zoals_bekend_op": "2026-12-02",
            "citeer_als": (
                "StroomOP-portaal, Advies 4: Test, zoals bekend op 2 december 2026, "
                "https://portaal.test/adviezen/4-test/?stand=2026-12-02 (bekeken op 2 december 2026)."
            ),
        }
    ]


def test_what_is_not_known_is_an_empty_cell(client):
    make_advies(number=1, short_name="Test", slug="test")

    [row] = read(client.get(URL))

    quoted = ("titel_volgens_de_bron", "bron", "citeer_als")
    assert {name: cell for name, cell in row.items() if name not in quoted} == {
        "nummer": "1",
        "korte_naam": "Test",
        "aan_wie": "onbekend",
        "samen_met": "",
        "laatste_nieuws_datum": "",
        "laatste_nieuws_tot": "",
        "laatste_nieuws_zo_precies_als": "",
        "laatste_nieuws_soort": "",
        "laatste_nieuws": "",
        "maanden_zonder_maatregel_of_besluit": "",
        "woord": "nog niet nagekeken",
        "feit": "Nog niet nagekeken: dat ligt aan ons.",
        "nagekeken_op": "",
        "afspraken": "",
        "oordeel": "nog niet beoordeeld",
        "oordeel_door": "",
        "oordeel_op": "",
        "adres": "https://portaal.test/adviezen/1-test/",
        "zoals_bekend_op": "2026-12-02",
    }


def test_months_are_zero_while_something_runs_and_empty_when_nobody_looked(client):
    running, unchecked = make_advies(number=1), make_advies(number=2)
    make_news(running, kind="maatregel", runs_until=date(2027, 1, 1), **DAY)
    make_news(unchecked, kind="maatregel", **DAY)

    response = client.get(URL)

    assert column(response, "maanden_zonder_maatregel_of_besluit") == ["0", ""]
    assert column(response, "woord") == ["stroomt", "nog niet nagekeken"]


def test_deadline_moved_twice_shows_three_dates_and_two_reasons(client):
    agreement = make_agreement(make_news(make_advies()), title="Stappenplan")
    make_deadline(agreement, wording="najaar 2021", **DAY)
    make_deadline(agreement, wording="eind 2021", reason="Het duurde langer.", **DAY)
    make_deadline(agreement, reason="Wij vonden geen nieuwe datum.")

    assert column(client.get(URL), "afspraken") == [
        (
            "Stappenplan: najaar 2021; daarna eind 2021 (reden: Het duurde langer); "
            "daarna datum onbekend (reden: Wij vonden geen nieuwe datum)"
        )
    ]


def test_file_says_of_each_party_on_what_ground_it_is_named(client):
    advies = make_advies()
    for name in ("Een", "Twee"):
        make_responsibility(advies, organisation=make_organisation(name=name), basis="afgeleid")
    make_response(
        advies, organisation=make_organisation(name="Zwijger"), answer="geen_antwoord", asked_on=date(2026, 1, 1)
    )

    response = client.get(URL)

    assert column(response, "aan_wie") == [
        (
            "Een (gevraagd om dit te doen; wij lezen dit uit de tekst) | "
            "Twee (gevraagd om dit te doen; wij lezen dit uit de tekst)"
        )
    ]
    assert "antwoord" not in response.content.decode()


def test_adviezen_stand_in_the_order_of_the_report_and_not_of_silence(client):
    for number in (3, 12, 1):
        make_check(make_advies(number=number), checked_on=date(2026, 11, 22))

    assert column(client.get(URL), "nummer") == ["1", "3", "12"]


FORMULA = "=HYPERLINK(\"https://kwaad.test\";'x')"


def test_text_that_would_run_as_a_formula_does_not(client):
    advies = make_advies(short_name=FORMULA, quotation=FORMULA, source_title="-1+1")
    make_responsibility(advies, organisation=make_organisation(name="@partij"))
    make_deadline(make_agreement(make_news(advies, title="+1", **DAY), title="\t=1"), wording="a; =1+1", **DAY)
    make_assessment(advies, signed_name="=1", organisation=make_organisation(name="=2"))

    [row] = read(client.get(URL))

    assert [name for name, cell in row.items() if cell.lstrip().startswith(tuple("=+-@\t"))] == []
    assert {name: row[name] for name in ("korte_naam", "bron", "laatste_nieuws", "afspraken", "oordeel_door")} == {
        "korte_naam": f"'{FORMULA}",
        "bron": "'-1+1",
        "laatste_nieuws": "'+1",
        "afspraken": "'\t=1: a;' =1+1 (die datum is voorbij; of het gelukt is, is ons niet bekend)",
        "oordeel_door": "'=1, die hoort bij =2",
    }


def test_mark_up_is_left_as_it_was_written(client):
    make_advies(short_name="<b>&amp;</b>\x0b")

    assert column(client.get(URL), "korte_naam") == ["<b>&amp;</b>"]


@pytest.mark.parametrize("size", [1, 12])
def test_file_asks_a_fixed_number_of_queries(client, django_assert_num_queries, size):
    for _ in range(size):
        fill(make_advies())

    # Adviezen; bearings, news, sources, agreements, dates; parties, answers; judgements, sources.
    with django_assert_num_queries(10):
        response = client.get(URL)

    assert len(read(response)) == size


def test_file_asks_no_more_queries_for_more_news(client, django_assert_num_queries):
    fill(make_advies(), news=60)

    with django_assert_num_queries(10):
        client.get(URL)


def fill(advies, news=2):
    make_responsibility(advies)
    make_check(advies)
    make_assessment(advies).sources.create(title="Testbron")
    make_response(advies)
    for _ in range(news):
        item = make_news(advies)
        item.sources.create(title="Testbron")
        agreement = make_agreement(item)
        make_deadline(agreement)
        make_deadline(agreement)


def test_file_cannot_be_posted_to(client):
    assert client.post(URL).status_code == 405
