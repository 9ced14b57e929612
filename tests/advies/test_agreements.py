"""A promise keeps every date that was named for it."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError

from advies.agreements import AgreementReading
from advies.models import Deadline
from tests.factories import make_advies, make_agreement, make_deadline, make_news
from tests.pages import texts

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 22)
PASSED = "die datum is voorbij; of het gelukt is, is ons niet bekend"


def year(number):
    return {"date_from": date(number, 1, 1), "date_to": date(number, 12, 31), "precision": "jaar"}


def read(*rows, title="Testplan") -> AgreementReading:
    agreement = make_agreement(make_news(), title=title)
    return AgreementReading(agreement, TODAY, [make_deadline(agreement, **row) for row in rows])


@pytest.mark.parametrize(
    ("rows", "when", "moved"),
    [
        ([year(2030)], "2030", ""),
        ([{}], "datum onbekend", ""),
        ([year(2025)], f"2025 ({PASSED})", ""),
        ([year(2021), year(2030)], "2030", "eerst genoemd: 2021"),
        ([year(2021), year(2022), {}], "datum onbekend", "eerst genoemd: 2021; daarna: 2022"),
        ([year(2021) | {"wording": "begin 2021"}, year(2030)], "2030", "eerst genoemd: begin 2021"),
        ([year(2021), year(2030) | {"kind": "verbetering"}], "2030", ""),
        ([year(2021), year(2022), year(2030) | {"kind": "verbetering"}], "2030", "eerst genoemd: 2021"),
        ([year(2021), year(2022) | {"kind": "nagekomen"}], "nagekomen", ""),
        ([year(2021), year(2022), {"kind": "vervallen"}], "vervallen", "eerst genoemd: 2021; daarna: 2022"),
    ],
)
def test_agreement_tells_the_date_that_holds_and_those_before(rows, when, moved):
    reading = read(*rows)

    assert (reading.when, reading.moved) == (when, moved)


def test_agreement_in_one_line_has_every_date_with_its_reason():
    reading = read(
        year(2021),
        year(2022) | {"reason": "Het duurt langer."},
        year(2023) | {"kind": "verbetering", "reason": "Wij lazen het jaar fout."},
        {"reason": "Niemand noemt een datum."},
        year(2024) | {"kind": "nagekomen", "reason": "Het plan is er"},
    )

    assert reading.words == (
        "Testplan: 2021; daarna 2022 (reden: Het duurt langer); door ons verbeterd tot 2023 (reden: Wij lazen het jaar "
        "fout); daarna datum onbekend (reden: Niemand noemt een datum); nagekomen (2024) (reden: Het plan is er)"
    )


def test_agreements_come_soonest_first_then_unknown_then_passed_then_closed():
    closed = read(year(2021), {"kind": "vervallen"}, title="Vervallen")
    long_ago, passed = read(year(2021), title="Lang voorbij"), read(year(2025), title="Voorbij")
    unknown = read({}, title="Onbekend")
    later, soon = read(year(2030), title="Later"), read(year(2027), title="Straks")

    ordered = sorted([closed, long_ago, passed, unknown, later, soon], key=lambda reading: reading.urgency)

    assert [reading.agreement.title for reading in ordered] == [
        "Straks", "Later", "Onbekend", "Voorbij", "Lang voorbij", "Vervallen",
    ]  # fmt: skip


@pytest.mark.parametrize(("day", "passed"), [(date(2025, 12, 31), False), (date(2026, 1, 1), True)])
def test_agreement_passes_after_the_last_day_of_its_date(day, passed):
    agreement = make_agreement(make_news())

    assert AgreementReading(agreement, day, [make_deadline(agreement, **year(2025))]).has_passed is passed


def test_agreement_known_by_its_start_alone_is_due_then():
    reading = read({"date_from": date(2027, 5, 1), "precision": "maand"})

    assert (reading.due, reading.when) == (date(2027, 5, 1), "mei 2027")


def test_deadlines_are_numbered_as_they_come():
    reading = read(year(2021), year(2022), {})

    assert [row.number for row in reading.ledger] == [1, 2, 3]
    assert str(reading.ledger[2]) == "Testplan: onbekend"


@pytest.mark.parametrize(
    ("before", "row", "faults"),
    [
        ([], {"kind": "nagekomen"}, {"kind": ["Begin met de datum die het eerst is genoemd."]}),
        ([{}], {"reason": ""}, {"reason": ["Zeg waarom de datum verandert."]}),
        ([{}], {"known_on": date(2020, 1, 1)}, {"__all__": ["Dit was eerder bekend dan de datum ervoor."]}),
        ([{}, {"kind": "nagekomen"}], {}, {"kind": ["Deze afspraak is al nagekomen."]}),
        ([{}, {"kind": "vervallen"}], {}, {"kind": ["Deze afspraak is al vervallen."]}),
        ([{}], {"date_from": date(2022, 2, 2), "date_to": date(2022, 1, 1), "precision": "dag"},
         {"date_to": ["Het einde ligt voor het begin."]}),
    ],
)  # fmt: skip
def test_deadline_that_cannot_be_is_refused_at_its_field(before, row, faults):
    agreement = make_agreement(make_news())
    for earlier in before:
        make_deadline(agreement, **earlier)
    values = {"agreement": agreement, "reason": "Een test.", "known_on": date(2026, 1, 1), **row}

    with pytest.raises(ValidationError) as refused:
        Deadline(**values).full_clean()

    assert {name: refused.value.message_dict.get(name) for name in faults} == faults


def test_mistake_in_a_closed_agreement_can_be_mended():
    agreement = make_agreement(make_news())
    for row in ({}, {"kind": "nagekomen"}):
        make_deadline(agreement, **row)

    Deadline(agreement=agreement, kind="verbetering", reason="Het was iets anders.", known_on=TODAY).full_clean()


def test_deadline_of_a_draft_is_public_with_its_news():
    agreement = make_agreement(make_news(known_on=date(2022, 3, 4)))

    rows = [make_deadline(agreement, known_on=day) for day in (date(2021, 1, 1), date(2023, 1, 1))]

    assert [row.public_on for row in rows] == [date(2022, 3, 4), date(2023, 1, 1)]


def test_agreement_stays_when_the_news_that_told_of_it_is_corrected(client):
    advies = make_advies()
    wrong = make_news(advies, title="Fout", known_on=date(2021, 5, 6))
    make_deadline(make_agreement(wrong, title="Testplan"), **year(2030))
    make_news(advies, title="Goed", supersedes=wrong, known_on=date(2022, 5, 6))

    now, then = (client.get(advies.get_absolute_url(), {"stand": day}) for day in ("2022-05-06", "2022-05-05"))

    assert [texts(page, "h3") for page in (now, then)] == [["Testplan", "Goed besluit"], ["Testplan", "Fout besluit"]]


def test_deadline_moved_twice_shows_three_dates_and_two_reasons_on_the_page(client):
    advies = make_advies()
    agreement = make_agreement(make_news(advies), title="Testplan", promised_by="Testpartij")
    make_deadline(agreement, **year(2021), source_title="Testbron", source_url="https://voorbeeld.test/bron")
    make_deadline(agreement, wording="eind 2022", **year(2022), reason="Het duurt langer.", known_on=date(2021, 5, 6))
    make_deadline(agreement, reason="Niemand noemt een datum.", known_on=date(2023, 1, 2))

    response = client.get(advies.get_absolute_url())

    ledger = [text for text in texts(response, "li") if "stand van" in text]
    assert ledger == [
        "2021 (stand van 1 januari 2021) Bron: Testbron",
        "Eind 2022 (stand van 6 mei 2021) Reden: Het duurt langer.",
        "Onbekend (stand van 2 januari 2023) Reden: Niemand noemt een datum.",
    ]
