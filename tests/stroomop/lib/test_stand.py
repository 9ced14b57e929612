from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from urllib.parse import quote

import pytest
from django.http import QueryDict
from hypothesis import given
from hypothesis import strategies as st

from stroomop.lib import clock
from stroomop.lib.stand import EARLIEST, LAUNCHED_ON, Stand, read_stand

TODAY = date(2027, 3, 15)
OF_TODAY = "Je ziet de stand van vandaag."


@pytest.fixture(autouse=True, scope="module")
def _a_day_after_the_launch() -> Iterator[None]:
    with clock.fixed_at(datetime(2027, 3, 15, 12, tzinfo=UTC)):
        yield


def read(query: str) -> Stand:
    return read_stand(QueryDict(query))


@pytest.mark.parametrize("query", ["", "stand=", "stand", "thema=2023-05-01", "Stand=2023-05-01"])
def test_stand_is_today_when_no_day_is_asked_for(query):
    assert read(query) == Stand(TODAY)


@pytest.mark.parametrize(
    ("query", "day"),
    [
        ("stand=2023-05-01", date(2023, 5, 1)),
        ("stand=2024-02-29", date(2024, 2, 29)),
        ("stand=2027-03-14", date(2027, 3, 14)),
        ("stand=2027-03-15", TODAY),
        ("stand=1900-01-01", EARLIEST),
        ("thema=x&stand=2023-05-01&sorteer=y", date(2023, 5, 1)),
        ("stand=x&stand=2023-05-01", date(2023, 5, 1)),
        ("stand=%32023-05-01", date(2023, 5, 1)),
    ],
)
def test_day_in_the_past_or_today_is_chosen(query, day):
    assert read(query) == Stand(day, chosen=True)


def test_last_of_two_days_counts_also_when_it_is_empty():
    assert read("stand=2023-05-01&stand=") == Stand(TODAY)


@pytest.mark.parametrize(
    "text",
    [
        "morgen",
        "2023-02-30",
        "2023-02-29",
        "2023-13-01",
        "0000-00-00",
        "2023-5-1",
        "2023-W05-1",
        "2023-121",
        "20230501",
        "01-05-2023",
        "2023-05",
        "2023",
        "+2023-05-01",
        "-2023-05-01",
        "12023-05-01",
        "2023-05-01T00:00",
        "2023-05-01 ",
        "2023/05/01",
        # Digits of other scripts, and a wide one.
        "\u0662\u0660\u0662\u0663-\u0660\u0665-\u0660\u0661",
        "\uff12023-05-01",
        "2023\u201105\u201101",
        "0",
        "[]",
    ],
)
def test_what_is_no_date_is_told_with_an_example(text):
    fault = f"“{text.strip()}” is geen datum. Schrijf een datum als 2024-05-31. {OF_TODAY}"

    assert read(f"stand={quote(text)}") == Stand(TODAY, fault=fault)


@pytest.mark.parametrize(
    ("text", "echo"),
    [
        ("a" * 20, f"“{'a' * 20}”"),
        ("a" * 10_000, f"“{'a' * 20}…”"),
        ("2023-05-01\0", "“2023-05-01”"),
        ("2023-05-01\n", "“2023-05-01”"),
        ("een\r\n twee", "“een twee”"),
        ("\u202eabc\u2066\u200b", "“abc”"),
        ("\0\t ", "Wat je invulde,"),
        ("<script>", "“<script>”"),
    ],
)
def test_fault_repeats_no_more_than_a_short_part_that_can_be_seen(text, echo):
    fault = f"{echo} is geen datum. Schrijf een datum als 2024-05-31. {OF_TODAY}"

    assert read(f"stand={quote(text)}") == Stand(TODAY, fault=fault)


@pytest.mark.parametrize(("text", "words"), [("2027-03-16", "16 maart 2027"), ("9999-12-31", "31 december 9999")])
def test_day_in_the_future_is_told(text, words):
    fault = f"{words} ligt in de toekomst. Kies vandaag of een eerdere dag. {OF_TODAY}"

    assert read(f"stand={text}") == Stand(TODAY, fault=fault)


@pytest.mark.parametrize(("text", "words"), [("1899-12-31", "31 december 1899"), ("0001-01-01", "1 januari 0001")])
def test_day_before_all_sources_is_told(text, words):
    fault = f"{words} is te lang geleden. Kies een dag vanaf 1 januari 1900. {OF_TODAY}"

    assert read(f"stand={text}") == Stand(TODAY, fault=fault)


def test_today_is_that_of_the_netherlands():
    with clock.fixed_at(datetime(2027, 3, 15, 23, 30, tzinfo=UTC)):
        assert read("stand=2027-03-16") == Stand(date(2027, 3, 16), chosen=True)


def test_stand_keeps_the_today_it_was_read_on():
    stand = read("stand=2027-03-15")

    with clock.fixed_at(datetime(2027, 3, 16, 12, tzinfo=UTC)):
        assert (stand.is_past, stand.today) == (False, TODAY)


@pytest.mark.parametrize(
    ("day", "is_past", "compiled_afterwards"),
    [
        (LAUNCHED_ON - timedelta(1), True, True),
        (LAUNCHED_ON, True, False),
        (TODAY - timedelta(1), True, False),
        (TODAY, False, False),
    ],
)
def test_stand_knows_what_came_before_it(day, is_past, compiled_afterwards):
    stand = Stand(day, chosen=True)

    assert (stand.is_past, stand.compiled_afterwards) == (is_past, compiled_afterwards)


@pytest.mark.parametrize(
    ("asked", "query"),
    [
        ("stand=2023-05-01", "stand=2023-05-01"),
        ("stand=2027-03-15", "stand=2027-03-15"),
        ("", ""),
        ("stand=morgen", ""),
        ("stand=2040-01-01", ""),
    ],
)
def test_only_a_chosen_day_goes_along_in_a_link(asked, query):
    assert read(asked).query == query


@given(st.dates(EARLIEST, TODAY))
def test_query_leads_back_to_the_same_day(day):
    stand = Stand(day, chosen=True)

    assert read(stand.query) == stand


@given(st.one_of(st.text(max_size=40), st.from_regex(r"\d{1,5}-\d{1,2}-\d{1,2}", fullmatch=True)))
def test_whatever_is_typed_gives_a_day_up_to_today(text):
    query = QueryDict(mutable=True)
    query["stand"] = text

    stand = read_stand(query)

    assert EARLIEST <= stand.day <= TODAY
    assert bool(text) == (stand.chosen or bool(stand.fault))
    assert stand.chosen == (text == stand.query.removeprefix("stand=") != "")
    assert (stand.fault == "") or (stand.day == TODAY and not stand.chosen and stand.fault.isprintable())
    assert len(stand.fault) < 150
