"""The adviezen on one A4: what is shortened or left out when there is too much, and that it says so."""

from datetime import date

import pytest

from advies.models import Advies
from tests.advies.sheets import CHECKED, URL, in_year, on, part, promise
from tests.factories import (
    make_advies,
    make_agreement,
    make_assessment,
    make_check,
    make_deadline,
    make_news,
    make_organisation,
    make_responsibility,
)
from tests.pages import main, rows

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("december")]


@pytest.mark.parametrize(("number", "told"), [(10, ""), (11, "nog 1 afspraak"), (15, "nog 5 afspraken")])
def test_promises_that_do_not_fit_are_counted(client, number, told):
    advies = make_advies()
    for year in range(2030, 2030 + number):
        promise(advies, in_year(year), title=f"Test {year}")

    response = client.get(URL)

    assert [line.partition(":")[0] for line in part(response, "promises")] == [
        f"Test {year}" for year in range(2030, 2040)
    ]
    assert part(response, "foot")[-1].partition("Kijk")[0] == (f"Niet op dit blad: {told}. " if told else "")


def test_very_long_ledger_keeps_the_first_and_the_last_dates(client):
    changes = [{"wording": f"datum {n}", "reason": f"{n} " * 125, **in_year(2030)} for n in range(1, 8)]
    promise(make_advies(number=1), {"wording": "datum 0", **in_year(2030)}, *changes, title="Test")

    [line] = part(client.get(URL), "promises")

    assert line.startswith("Test: datum 0; daarna nog 3 keer veranderd; daarna datum 4 (reden: 4 4 ")
    assert [f"daarna datum {n} (reden" in line for n in range(1, 8)] == [False] * 3 + [True] * 4


def test_promise_at_its_longest_still_shows_two_changes(client):
    adviezen = [make_advies(number=2 * number) for number in range(1, 13)]
    agreement = make_agreement(make_news(*adviezen), title="T" * 120, promised_by="B" * 150)
    make_deadline(agreement, wording="W" * 60, **in_year(2020))
    for _ in range(4):
        make_deadline(agreement, kind="verbetering", wording="W" * 60, reason="R" * 250, **in_year(2020))

    [line] = part(client.get(URL), "promises")

    assert (line.count("R" * 250), "; daarna nog 2 keer veranderd; " in line) == (2, True)
    assert "Die datum is voorbij" in line


def test_names_that_do_not_fit_are_counted(client):
    advies = make_advies(number=1)
    for number in range(5):
        make_responsibility(advies, organisation=make_organisation(name=f"Partij {number} met een lange naam"))

    assert rows(client.get(URL))[0][1] == (
        "Partij 0 met een lange naam, Partij 1 met een lange naam, Partij 2 met een lange naam en nog 2"
    )


@pytest.mark.parametrize(
    ("fields", "shown"),
    [
        (
            {"name": "Precies veertig letters voor deze partij", "short_name": "PVL"},
            "Precies veertig letters voor deze partij",
        ),
        ({"name": "Meer dan veertig letters voor deze partij", "short_name": "MVL"}, "MVL"),
        ({"name": "Meer dan veertig letters voor deze partij"}, "Meer dan veertig letters voor deze part…"),
    ],
)
def test_long_name_is_shortened(client, fields, shown):
    make_responsibility(make_advies(), organisation=make_organisation(**fields))

    assert rows(client.get(URL))[0][1] == shown


def test_long_title_is_cut(client):
    make_news(make_advies(), title="Test " * 24, **on(date(2026, 1, 1)))

    assert rows(client.get(URL))[0][2] == f"1 januari 2026: {'Test ' * 13}Test…"


def test_thirteenth_advies_is_counted(client):
    for number in range(1, 15):
        make_advies(number=number, short_name="Test")
    for year in range(2030, 2042):
        make_deadline(make_agreement(make_news(*Advies.objects.all())), **in_year(year))

    response = client.get(URL)

    assert [row[0] for row in rows(response)] == [f"{number}. Test" for number in range(1, 13)]
    assert part(response, "foot")[-1].startswith("Niet op dit blad: nog 2 afspraken en nog 2 adviezen. Kijk het na")


@pytest.mark.parametrize(
    ("name", "signed", "size"),
    [("Test", None, "large"), ("Test " * 12, None, "medium"), ("Test", "Test " * 12, "small")],
)
def test_letters_are_smaller_when_there_is_more(client, name, signed, size):
    for number in range(1, 13):
        advies = make_advies(number=number, short_name=name)
        make_check(advies, checked_on=CHECKED)
        promise(advies, in_year(2030))
        if signed:
            make_assessment(advies, signed_name=signed, organisation=make_organisation(name=f"{signed} {number}"))

    assert f'<div class="sheet sheet-{size}">' in main(client.get(URL))
