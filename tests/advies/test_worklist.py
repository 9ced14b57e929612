"""What the adviezen ask of staff: sentences with their numbers, and where the button leads."""

from datetime import UTC, date, datetime

import pytest

from advies.worklist import WORK, find_deadlines, find_quarter
from stroomop.lib import clock
from stroomop.lib.worklist import Line, Thing
from tests import factories as make

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 1)
ROUND = "/beheer/advies/check/kwartaalronde/"
NEXT_CENTURY = datetime(2100, 1, 1, tzinfo=UTC)


@pytest.fixture(autouse=True)
def noon():
    with clock.fixed_at(datetime(2026, 11, 1, 12, tzinfo=UTC)):
        yield


def checked(*days):
    """An advies for each of these days; None: never checked."""
    for number, day in enumerate(days, 1):
        advies = make.make_advies(number=number, short_name=f"Test {number}")
        if day:
            make.make_check(advies, checked_on=date.fromisoformat(day))


def promise(title, *deadlines, **news):
    """Each deadline is a day, or how it ended."""
    agreement = make.make_agreement(make.make_news(**news), title=title)
    for deadline in deadlines:
        day = {} if deadline in ("nagekomen", "vervallen") else {"date_from": deadline, "precision": "dag"}
        make.make_deadline(agreement, kind="datum" if day else deadline, **day)
    return f"/beheer/advies/agreement/{agreement.pk}/change/"


@pytest.mark.parametrize("days", [(), ("2026-10-31", "2026-08-02", "2026-11-01")], ids=["none", "all checked"])
def test_round_does_not_ask_when_all_were_checked(days):
    checked(*days)

    assert find_quarter(make.make_user()) is None


@pytest.mark.parametrize("day", [None, "2026-08-01", "2020-01-01"])
def test_round_names_the_one_advies_that_was_not_checked(day):
    checked("2026-10-31", day)

    sentence = "Advies 2: Test 2 is langer dan drie maanden niet nagekeken."
    assert find_quarter(make.make_user()) == Line(sentence, "Kijk dit advies na", f"{ROUND}#advies-2")


def test_round_counts_more_than_one():
    checked(None, "2026-08-01", "2026-10-31")
    make.make_advies(number=4, published_at=None)

    sentence = "2 van de 3 adviezen zijn langer dan drie maanden niet nagekeken."
    assert find_quarter(make.make_user()) == Line(sentence, "Begin de Kwartaalronde", ROUND)


def test_deadline_that_passed_is_named():
    address = promise("Testplan", "2026-10-31")

    things = [Thing("Testplan", address, "Datum die genoemd is: 31 oktober 2026.")]
    sentence = "De datum van de afspraak ‘Testplan’ is voorbij (31 oktober 2026)."
    assert find_deadlines(make.make_user()) == Line(sentence, "Vul in hoe het afliep", address, things)


def test_deadlines_that_passed_are_counted_the_oldest_first():
    young, old = promise("Jong", "2026-10-31"), promise("Oud", "2020-01-01", "2021-01-01")

    assert find_deadlines(make.make_user()) == Line(
        "Van 2 afspraken is de datum voorbij, en weten we niet hoe het afliep.",
        "Bekijk de afspraken",
        "/beheer/werk/afspraken/",
        [
            Thing("Oud", old, "Datum die genoemd is: 1 januari 2021."),
            Thing("Jong", young, "Datum die genoemd is: 31 oktober 2026."),
        ],
    )


@pytest.mark.parametrize(
    ("deadlines", "news"),
    [
        ((), {}),
        (("2026-11-01",), {}),
        (("2020-01-01", "2027-01-01"), {}),
        (("2020-01-01", "nagekomen"), {}),
        (("2020-01-01", "vervallen"), {}),
        (("2020-01-01",), {"published_at": None, "known_on": None}),
        (("2020-01-01",), {"published_at": NEXT_CENTURY}),
        (("2020-01-01",), {"archived_at": datetime(2021, 1, 1, tzinfo=UTC)}),
    ],
    ids=["no date", "today", "moved", "kept", "dropped", "draft", "planned", "archived"],
)
def test_promise_asks_nothing(deadlines, news):
    promise("Testplan", *deadlines, **news)

    assert find_deadlines(make.make_user()) is None


@pytest.mark.parametrize("number", [1, 30])
def test_work_is_found_in_three_queries(number, django_assert_num_queries):
    checked(*[None] * number)
    for _ in range(number):
        promise("Testplan", "2020-01-01", "2021-01-01")
    user = make.make_user()

    with django_assert_num_queries(3):
        assert all(find(user) for find in WORK.values())
