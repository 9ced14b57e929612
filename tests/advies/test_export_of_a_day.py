"""The adviezen as a CSV file: what of them is public, and was on an earlier day."""

from datetime import UTC, date, datetime

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
    make_report,
    make_responsibility,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("december")]


def test_file_of_an_earlier_day_tells_what_was_known(client):
    advies = make_advies(number=1, short_name="Test", slug="test")
    make_responsibility(advies, organisation=make_organisation(name="Later"), known_on=date(2024, 1, 1))
    agreement = make_agreement(make_news(advies, title="Toen", **DAY), title="Plan")
    make_deadline(agreement, known_on=date(2022, 3, 4), wording="in 2025", **DAY)
    make_deadline(agreement, known_on=date(2024, 1, 1), wording="in 2026", **DAY)
    make_assessment(advies, known_on=date(2024, 1, 1))
    make_check(advies, checked_on=date(2024, 1, 1))

    response = client.get(URL, {"stand": "2023-01-01"})

    [row] = read(response)
    assert {
        name: row[name] for name in ("aan_wie", "laatste_nieuws", "nagekeken_op", "afspraken", "oordeel", "adres")
    } == {
        "aan_wie": "onbekend",
        "laatste_nieuws": "Toen",
        "nagekeken_op": "",
        "afspraken": "Plan: in 2025 (die datum is voorbij; of het gelukt is, is ons niet bekend)",
        "oordeel": "nog niet beoordeeld",
        "adres": "https://portaal.test/adviezen/1-test/",
    }
    assert (row["zoals_bekend_op"], row["citeer_als"]) == (
        "2023-01-01",
        (
            "StroomOP-portaal, Advies 1: Test, zoals bekend op 1 januari 2023, "
            "https://portaal.test/adviezen/1-test/?stand=2023-01-01 (bekeken op 2 december 2026)."
        ),
    )
    assert response["Content-Disposition"] == 'attachment; filename="adviezen-2023-01-01.csv"'


@pytest.mark.parametrize("stand", ["2027-01-01", "gisteren", "2023-02-30", "\0"])
def test_day_that_cannot_be_shown_gives_the_file_of_today(client, stand):
    make_advies(number=1)

    response = client.get(URL, {"stand": stand})

    assert column(response, "zoals_bekend_op") == ["2026-12-02"]
    assert response["Content-Disposition"] == 'attachment; filename="adviezen-2026-12-02.csv"'


def test_before_the_report_there_is_a_header_and_nothing_under_it(client):
    make_advies(report=make_report(known_on=date(2020, 11, 30)))

    lines = client.get(URL, {"stand": "2020-11-29"}).content.decode("utf-8-sig").splitlines()

    assert (len(lines), lines[0].split(",")[0], lines[0].split(",")[-1]) == (1, "nummer", "citeer_als")


@pytest.mark.parametrize("hidden", [{"published_at": None}, {"archived_at": datetime(2021, 1, 1, tzinfo=UTC)}])
def test_what_is_not_public_is_not_in_the_file(client, hidden):
    shown = make_advies(number=1)
    make_advies(number=2, **hidden)
    make_deadline(make_agreement(make_news(shown, **DAY, **hidden)))

    response = client.get(URL)

    assert column(response, "nummer") == ["1"]
    assert (column(response, "laatste_nieuws"), column(response, "afspraken")) == ([""], [""])


def test_party_that_was_never_public_is_not_in_the_file(client):
    make_responsibility(make_advies(), organisation=make_organisation(published_at=None))

    assert column(client.get(URL), "aan_wie") == ["onbekend"]
