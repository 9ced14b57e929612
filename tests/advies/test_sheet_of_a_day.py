"""The adviezen on one A4: what of them is public, and was on an earlier day."""

from datetime import UTC, date, datetime

import pytest

from tests.advies.sheets import NOTHING, URL, in_year, on, part
from tests.factories import (
    make_advies,
    make_agreement,
    make_assessment,
    make_check,
    make_deadline,
    make_news,
    make_organisation,
    make_report,
    make_responsibility,
)
from tests.pages import links, rows, texts

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("december")]


def test_sheet_of_an_earlier_day_tells_what_was_known(client):
    advies = make_advies(number=1, short_name="Test")
    make_responsibility(advies, organisation=make_organisation(name="Later bekend"), known_on=date(2024, 1, 1))
    agreement = make_agreement(make_news(advies, title="Toen", **on(date(2022, 3, 4))), title="Plan")
    make_deadline(agreement, known_on=date(2022, 3, 4), **in_year(2025))
    make_deadline(agreement, known_on=date(2024, 1, 1), reason="Te druk.", **in_year(2026))
    make_news(advies, title="Daarna", **on(date(2024, 1, 1)))
    make_assessment(advies, known_on=date(2024, 1, 1))
    make_check(advies, checked_on=date(2022, 12, 1))

    response = client.get(URL, {"stand": "2023-01-01"})

    fact = "9 maanden geen openbaar nieuws gevonden. Kabbelt"
    assert rows(response) == [["1. Test", "onbekend", "4 maart 2022: Toen", fact, "Nog niet beoordeeld"]]
    assert part(response, "promises") == ["Plan: 2025. Aangekondigd door: onbekend. Gaat over advies 1."]
    assert "Zoals bekend op 1 januari 2023" in texts(response, "p")
    assert part(response, "foot")[2] == (
        "Nagekeken: 1 december 2022. Achteraf samengesteld: dit portaal bestaat sinds 22 november 2026."
    )
    assert links(response)[1:3] == [
        f"{advies.get_absolute_url()}?stand=2023-01-01",
        "https://portaal.test/adviezen/?stand=2023-01-01",
    ]


@pytest.mark.parametrize("stand", ["2027-01-01", "gisteren", "2023-02-30"])
def test_day_that_cannot_be_shown_gives_the_sheet_of_today(client, stand):
    make_advies(number=1, short_name="Test")

    response = client.get(URL, {"stand": stand})

    assert texts(response, "p")[0] == "Die dag kunnen we niet tonen"
    assert "Zoals bekend op 2 december 2026" in texts(response, "p")
    assert rows(response) == [["1. Test", *NOTHING]]


def test_before_the_report_there_is_nothing_on_the_sheet(client):
    make_advies(report=make_report(known_on=date(2020, 11, 30)))

    response = client.get(URL, {"stand": "2020-11-29"})

    assert rows(response) == []
    assert "Op die dag waren de adviezen nog niet openbaar. Bekijk de stand van vandaag" in texts(response, "p")


def test_sheet_without_adviezen_says_so(client):
    assert "De adviezen staan hier nog niet." in texts(client.get(URL), "p")


@pytest.mark.parametrize("hidden", [{"published_at": None}, {"archived_at": datetime(2021, 1, 1, tzinfo=UTC)}])
def test_what_is_not_public_is_not_on_the_sheet(client, hidden):
    shown = make_advies(number=1, short_name="Test")
    make_advies(number=2, **hidden)
    agreement = make_agreement(make_news(shown, **{**on(date(2023, 2, 3)), **hidden}))
    make_deadline(agreement, **in_year(2030))

    response = client.get(URL)

    assert rows(response) == [["1. Test", *NOTHING]]
    assert part(response, "promises") == ["Wij vonden geen afspraak met een datum."]


def test_party_that_was_never_public_is_not_on_the_sheet(client):
    make_responsibility(make_advies(), organisation=make_organisation(published_at=None))

    assert rows(client.get(URL))[0][1] == "onbekend"
