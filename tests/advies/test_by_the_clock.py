"""What our own content tells when time passes and nobody adds anything: first our silence, and theirs after a look."""

import csv
from datetime import UTC, date, datetime

import pytest

from advies.models import Advies, Check
from stroomop.lib import clock
from tests.advies.as_of import noon
from tests.pages import facts, main, rows
from tests.rollback import rolled_back

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.usefixtures("our_content"),
    pytest.mark.xdist_group("content of adviezen, by the clock"),
]
CHECKED_LAST, THREE_MONTHS_LATER = date(2026, 11, 22), date(2027, 2, 22)
UNCHECKED = "Niet nagekeken sinds 22 november 2026: dat ligt aan ons."
ALL = set(range(1, 13))
AT_REST = {3, 4, 8, 11}
# Until when the measure runs that runs longest.
RUNS = {
    **dict.fromkeys([1, 5, 7, 9, 10], "2028"),
    **dict.fromkeys([2, 12], "juli 2028"),
    6: "31 december 2027",
}


def runs(number: int) -> str:
    return f"Er loopt een maatregel, tot en met {RUNS[number]}. stroomt"


def silent(months: int, checked: str, *, undated: bool = False) -> str:
    """Other news there was, for all of ours."""
    flow, heard = "maatregel of besluit", "er was wel ander nieuws"
    if undated:
        flow, heard = f"{flow} met een datum", "wel een zonder datum, en ander nieuws"
    return f"{months} maanden geen {flow} gevonden, nagekeken op {checked}; {heard}. staat stil"


def found(client, moment: datetime) -> dict[int, str]:
    """By its number, what the overview says that we found of each advies at that moment."""
    with clock.fixed_at(moment):
        table = rows(client.get("/adviezen/"))
    return {int(title.partition(".")[0]): cell.partition(" Laatste nieuws, ")[0] for title, _, cell, *_ in table}


def look(day: date) -> None:
    """Somebody looks for news of all adviezen, and finds none."""
    with clock.fixed_at(noon(day)):
        for advies in Advies.objects.all():
            Check.objects.create(advies=advies, checked_on=day)


def test_until_the_day_before_three_months_each_reads_what_was_found(client):
    checked = "22 november 2026"

    assert found(client, noon(date(2027, 2, 21))) == {
        **{number: runs(number) for number in RUNS},
        3: silent(46, checked),
        4: silent(46, checked, undated=True),
        8: silent(46, checked),
        11: f"Wij vonden geen maatregel of besluit met een datum, nagekeken op {checked}.",
    }


@pytest.mark.parametrize(
    ("day", "unchecked"),
    [
        (THREE_MONTHS_LATER, AT_REST),
        (date(2027, 2, 23), AT_REST),
        (date(2027, 12, 31), AT_REST),
        (date(2028, 1, 1), AT_REST | {6}),
        (date(2028, 7, 31), AT_REST | {6}),
        (date(2028, 8, 1), AT_REST | {2, 6, 12}),
        (date(2028, 12, 31), AT_REST | {2, 6, 12}),
        (date(2029, 1, 1), ALL),
        (date(2029, 12, 31), ALL),
    ],
)
def test_from_three_months_on_all_without_a_running_measure_read_unchecked(client, day, unchecked):
    assert found(client, noon(day)) == {n: UNCHECKED if n in unchecked else runs(n) for n in ALL}


def test_after_three_months_no_page_says_that_anything_stands_still(client):
    with clock.fixed_at(noon(THREE_MONTHS_LATER)):
        pages = {advies.number: client.get(advies.get_absolute_url()) for advies in Advies.objects.all()}
        table = client.get("/adviezen/adviezen.csv").content.decode("utf-8-sig")
        sheet, home = client.get("/adviezen/op-een-a4/"), client.get("/")

    telling = {number: dict(facts(page))["Wat wij vonden"] for number, page in pages.items()}
    assert {number for number, text in telling.items() if text.startswith(UNCHECKED)} == AT_REST
    cells = csv.DictReader(table.splitlines())
    assert {int(row["nummer"]): row["woord"] for row in cells} == {
        n: "niet nagekeken sinds 22 november 2026" if n in AT_REST else "stroomt" for n in ALL
    }
    assert [row[3] for row in rows(sheet) if row[3].startswith("Niet nagekeken")] == [UNCHECKED] * len(AT_REST)
    for text in (*map(main, pages.values()), table, main(sheet), main(home)):
        assert "staat stil" not in text.lower()


def test_a_look_on_that_day_tells_the_months_of_silence(client):
    checked = "22 februari 2027"
    with rolled_back():
        look(THREE_MONTHS_LATER)

        assert found(client, noon(THREE_MONTHS_LATER)) == {
            **{number: runs(number) for number in RUNS},
            3: silent(46, checked),
            4: silent(46, checked, undated=True),
            8: silent(46, checked),
            11: f"Wij vonden geen maatregel of besluit met een datum, nagekeken op {checked}.",
        }


def test_a_look_after_all_measures_have_ended_tells_the_months_of_silence(client):
    day, checked = date(2029, 1, 1), "1 januari 2029"
    with rolled_back():
        look(day)

        assert {number: text.partition(",")[0] for number, text in found(client, noon(day)).items()} == {
            **dict.fromkeys([1, 9], "48 maanden geen maatregel of besluit gevonden"),
            2: "41 maanden geen openbaar nieuws gevonden",
            **dict.fromkeys([3, 8], "69 maanden geen maatregel of besluit gevonden"),
            4: "69 maanden geen maatregel of besluit met een datum gevonden",
            5: "48 maanden geen maatregel of besluit met een datum gevonden",
            6: "60 maanden geen maatregel of besluit gevonden",
            7: "41 maanden geen openbaar nieuws gevonden",
            10: "41 maanden geen maatregel of besluit met een datum gevonden",
            11: "Wij vonden geen maatregel of besluit met een datum",
            12: "41 maanden geen maatregel of besluit met een datum gevonden",
        }
        assert {n for n, text in found(client, noon(day)).items() if text.endswith(". staat stil")} == ALL - {11}
        assert all(f", nagekeken op {checked}" in text for text in found(client, noon(day)).values())


@pytest.mark.parametrize(
    ("moment", "number_unchecked"),
    [
        (datetime(2027, 2, 21, 22, 59, 59, tzinfo=UTC), 0),
        (datetime(2027, 2, 21, 23, 0, tzinfo=UTC), 4),
        (datetime(2027, 2, 21, 23, 30, tzinfo=UTC), 4),
    ],
)
def test_the_day_begins_at_midnight_in_amsterdam(client, moment, number_unchecked):
    assert list(found(client, moment).values()).count(UNCHECKED) == number_unchecked


@pytest.mark.parametrize(
    ("moment", "is_unchecked"),
    [
        (datetime(2027, 6, 28, 21, 59, 59, tzinfo=UTC), False),
        (datetime(2027, 6, 28, 22, 0, tzinfo=UTC), True),
        (datetime(2027, 6, 28, 23, 30, tzinfo=UTC), True),
    ],
)
def test_the_day_begins_at_midnight_in_amsterdam_in_summer_too(client, moment, is_unchecked):
    unchecked = "Niet nagekeken sinds 29 maart 2027: dat ligt aan ons."
    with rolled_back():
        look(date(2027, 3, 29))

        assert {n for n, text in found(client, moment).items() if text == unchecked} == (
            AT_REST if is_unchecked else set()
        )
