"""The adviezen on one A4: what it says. That it prints on one page is in tests/browser/test_sheet.py."""

from datetime import date

import pytest
from django.utils.html import escape

from advies import sentences
from tests.advies.sheets import CHECKED, NOTHING, URL, in_year, on, part, promise
from tests.factories import (
    make_advies,
    make_agreement,
    make_assessment,
    make_check,
    make_deadline,
    make_news,
    make_organisation,
    make_report,
    make_response,
    make_responsibility,
    make_text_block,
    make_theme,
)
from tests.pages import links, main, offers_help, rows, texts

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("december")]


STAR = (
    "* Dat het advies voor deze partij is, lezen wij uit de tekst. Welke partij het rapport zelf per advies noemt, is "
    "onbekend. Wat wij over stilte schrijven, zegt niets over een partij met een ster. De korte namen zijn van ons, "
    "niet van het rapport."
)


def test_sheet_tells_of_each_advies_in_a_row(client):
    advies = make_advies(number=4, short_name="Test", slug="test")
    make_responsibility(advies, organisation=make_organisation(name="Genoemde partij"))
    make_responsibility(advies, organisation=make_organisation(name="Afgeleide partij"), basis="afgeleid")
    make_responsibility(advies, organisation=make_organisation(name="Partner"), role="betrokken")
    make_news(advies, title="Oud", **on(date(2021, 3, 1)))
    make_news(advies, title="Nieuw", kind="besluit", **on(date(2023, 2, 3)))
    make_check(advies, checked_on=CHECKED)
    make_assessment(
        advies,
        verdict="gestart",
        signed_name="Test Beoordelaar",
        organisation=make_organisation(name="Testorganisatie van wie beoordeelt in een test", short_name="TWB"),
        known_on=date(2024, 5, 3),
    )
    make_advies(number=7, short_name="Ander", slug="ander")

    response = client.get(URL)

    assert rows(response) == [
        [
            "4. Test",
            "Genoemde partij, Afgeleide partij*",
            "3 februari 2023: Nieuw",
            "45 maanden geen openbaar nieuws gevonden. Staat stil",
            "Gestart (3 mei 2024), door Test Beoordelaar, TWB",
        ],
        ["7. Ander", *NOTHING],
    ]
    assert links(response)[:2] == ["/adviezen/4-test/", "/adviezen/7-ander/"]


def test_sheet_says_what_it_is_of_which_day_and_how_to_check_it(client):
    make_report(title="Testrapport", date_from=date(2020, 11, 1), date_to=date(2020, 11, 30), precision="maand")
    make_text_block("publisher", "Uitgegeven door een test.")
    make_check(make_advies(), checked_on=CHECKED, note="Alleen in een test.")

    response = client.get(URL)

    assert texts(response, "h1") == ["De twaalf adviezen op één A4"]
    head = "Uit het rapport Testrapport (november 2020). Wie moet wat doen, en wat kwam ervan?"
    assert texts(response, "p")[1:3] == [head, "Zoals bekend op 2 december 2026"]
    assert part(response, "foot") == [
        STAR,
        f"Geen gedateerd nieuws bekend: {dict(sentences.explanation())['geen gedateerd nieuws bekend']}",
        "Nagekeken: 22 november 2026. Alleen in een test.",
        "Kijk het na, met alle bronnen: https://portaal.test/adviezen/?stand=2026-12-02 Uitgegeven door een test.",
    ]


def test_deadline_moved_twice_shows_three_dates_and_two_reasons(client):
    advies = make_advies(number=1)
    promise(
        advies,
        {"wording": "najaar 2021", **on(date(2021, 11, 30))},
        {"wording": "eind 2021", "reason": "Het duurde langer.", **on(date(2021, 12, 31))},
        {"reason": "Wij vonden geen nieuwe datum."},
        title="Stappenplan",
        promised_by="De ministeries",
    )

    assert part(client.get(URL), "promises") == [
        (
            "Stappenplan: najaar 2021; daarna eind 2021 (reden: Het duurde langer); daarna datum onbekend "
            "(reden: Wij vonden geen nieuwe datum). Aangekondigd door: De ministeries. Gaat over advies 1."
        )
    ]


def test_promise_stands_once_with_all_adviezen_that_it_bears_on(client):
    adviezen = [make_advies(number=number) for number in (1, 2, 3, 5)]
    for year, some in enumerate((adviezen, adviezen[:3], adviezen[::3], adviezen[3:]), 2030):
        make_deadline(make_agreement(make_news(*some)), **in_year(year))

    assert [line.rpartition("Gaat over ")[2] for line in part(client.get(URL), "promises")] == [
        "advies 1, 2, 3 en 5.",
        "advies 1 tot en met 3.",
        "advies 1 en 5.",
        "advies 5.",
    ]


def test_what_comes_first_stands_first(client):
    advies = make_advies(number=1)
    promise(advies, in_year(2024), {"kind": "nagekomen", "reason": "Het is af.", **on(date(2024, 5, 6))}, title="Klaar")
    promise(advies, in_year(2025), title="Voorbij")
    promise(advies, {}, title="Ooit")
    promise(advies, in_year(2030), title="Later", promised_by="Test.")
    promise(advies, in_year(2027), title="Straks")

    end, tail = "Aangekondigd door: onbekend. Gaat over advies 1.", "Gaat over advies 1."
    assert part(client.get(URL), "promises") == [
        f"Straks: 2027. {end}",
        f"Later: 2030. Aangekondigd door: Test. {tail}",
        f"Ooit: datum onbekend. {end}",
        f"Voorbij: 2025. Die datum is voorbij; of het gelukt is, is ons niet bekend. {end}",
        f"Klaar: 2024; nagekomen (6 mei 2024) (reden: Het is af). {end}",
    ]


@pytest.mark.parametrize(
    ("days", "told"),
    [
        ([None, None], "Nog niet nagekeken."),
        ([date(2026, 11, 2), date(2026, 11, 22)], "Nagekeken: 2 tot en met 22 november 2026."),
        ([None, date(2026, 11, 22)], "Nagekeken: 22 november 2026; sommige adviezen nog niet."),
        ([date(2026, 11, 22)], "Nagekeken: 22 november 2026. Een test."),
    ],
)
def test_sheet_says_when_somebody_looked(client, days, told):
    for number, day in enumerate(days):
        advies = make_advies()
        if day:
            make_check(advies, checked_on=day, note="Een test." if number == 0 else "Iets anders.")

    assert part(client.get(URL), "foot")[2] == told


def test_only_words_that_are_used_are_explained(client):
    advies = make_advies()
    make_news(advies, kind="besluit", **on(date(2023, 2, 3)))
    make_check(advies, checked_on=CHECKED)

    assert part(client.get(URL), "foot")[1] == f"Staat stil: {dict(sentences.explanation())['staat stil']}"


def test_sheet_counts_no_silence_against_who_is_only_inferred(client):
    """What is found is about the advies, and the sheet says so; the order is that of the report."""
    still, moving = make_advies(number=9), make_advies(number=2)
    make_responsibility(still, organisation=make_organisation(name="Partij"), basis="afgeleid")
    make_news(still, **on(date(2021, 2, 3)))
    make_news(moving, **on(date(2026, 11, 1)))
    for advies in (still, moving):
        make_check(advies, checked_on=CHECKED)

    response = client.get(URL)

    assert [(row[0][0], row[1]) for row in rows(response)] == [("2", "onbekend"), ("9", "Partij*")]
    assert part(response, "foot")[0] == STAR


def test_party_that_was_asked_and_did_not_answer_is_not_called_silent(client):
    advies = make_advies()
    party = make_responsibility(advies, basis="afgeleid").organisation
    make_response(advies, organisation=party, answer="geen_antwoord", asked_on=date(2026, 1, 1))

    assert "antwoord" not in main(client.get(URL)).partition("sheet-foot")[0]


HOSTILE = "<script>alert(1)</script>&amp;\"'"


def test_hostile_text_stays_text(client):
    advies = make_advies(short_name=HOSTILE[:60])
    make_responsibility(advies, organisation=make_organisation(name=HOSTILE))
    make_assessment(advies, signed_name=HOSTILE, organisation=make_organisation(name=f"{HOSTILE} 2"))
    make_check(advies, note=HOSTILE)
    promise(advies, {"wording": HOSTILE, **in_year(2030)}, {"reason": HOSTILE}, title=HOSTILE, promised_by=HOSTILE)
    make_news(advies, title=HOSTILE, **on(date(2026, 1, 1)))
    make_text_block("publisher", HOSTILE)

    html = client.get(URL).content.decode()

    # Title; name, news and judgement in the row, where the name of the last is cut; promise four times; note; publisher
    # on the sheet and in the footer.
    assert ("<script>alert" in html, html.count(escape(HOSTILE)) >= 9) == (False, True)


def test_sheet_that_touches_something_heavy_offers_help(client):
    advies = make_advies()
    assert offers_help(client.get(URL)) is False

    advies.themes.add(make_theme(sensitive=True))

    assert offers_help(client.get(URL)) is True


@pytest.mark.parametrize("size", [1, 12])
def test_sheet_asks_a_fixed_number_of_queries(client, django_assert_num_queries, size):
    for _ in range(size):
        fill(make_advies())

    # Adviezen; bearings, news, sources, agreements, dates; parties, answers; judgements, sources; report; the words,
    # menu and help lines of every page.
    with django_assert_num_queries(14):
        response = client.get(URL)

    assert len(rows(response)) == size


def test_sheet_asks_no_more_queries_for_more_news(client, django_assert_num_queries):
    fill(make_advies(), news=60)

    with django_assert_num_queries(14):
        client.get(URL)


def fill(advies, news=2):
    make_responsibility(advies)
    make_check(advies)
    make_assessment(advies).sources.create(title="Testbron")
    make_response(advies)
    for _ in range(news):
        make_news(advies).sources.create(title="Testbron")
        promise(advies, in_year(2030), {"reason": "Een test."})


def test_sheet_cannot_be_posted_to(client):
    assert client.post(URL).status_code == 405
