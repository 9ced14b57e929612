import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from monitor.freshness import Ground
from monitor.sentences import freshness_in_short, say_freshness
from monitor.sentences.freshness import NOT_CHECKED, RECKONED, UNKNOWN
from tests.monitor.fresh_figures import DAY, TODAY, a_check, found, known, yearly

TWO = yearly("2023-05-01", "2024-05-23", start=2022)
ONE = yearly("2024-05-23", start=2023)
SINCE = "Het cijfer over 2023 is bekend sinds mei 2024."


def test_all_of_it_is_said():
    told = found(TWO, checks=[a_check("2026-11-22")])

    assert say_freshness(told) == (
        "Het cijfer over 2023 is bekend sinds mei 2024. Het volgende cijfer verwachtten we rond mei 2025: "
        "17 maanden geleden. We rekenen daarbij met de tijd tussen de laatste twee perioden. "
        "Nagekeken op 22 november 2026: niets nieuws."
    )
    assert freshness_in_short(told) == (
        "bekend sinds mei 2024; volgende verwacht mei 2025, 17 maanden te laat; niets nieuws op 22 november 2026"
    )


@pytest.mark.parametrize(
    ("outcome", "sentence", "short"),
    [
        ("niets-nieuws", "Nagekeken op 3 oktober 2026: niets nieuws.", "; niets nieuws op 3 oktober 2026"),
        ("geen-antwoord", "Gevraagd op 3 oktober 2026: geen antwoord.", "; geen antwoord op 3 oktober 2026"),
        (
            "nieuw",
            "Nagekeken op 3 oktober 2026: er is een nieuw cijfer gevonden.",
            "; nieuw cijfer gevonden op 3 oktober 2026",
        ),
        (None, NOT_CHECKED, ""),
    ],
)
def test_nothing_new_is_another_thing_than_no_answer(outcome, sentence, short):
    told = found(ONE, checks=[a_check("2026-10-03", outcome)] if outcome else [])

    assert say_freshness(told) == f"{SINCE} {UNKNOWN} {sentence}"
    assert freshness_in_short(told) == f"bekend sinds mei 2024; volgende onbekend{short}"


@pytest.mark.parametrize(
    ("day", "sentence", "short"),
    [
        ("2025-05-23", "verwachten we rond mei 2025.", "volgende verwacht mei 2025"),
        (
            "2025-06-22",
            "verwachtten we rond mei 2025: minder dan een maand geleden.",
            "volgende verwacht mei 2025, minder dan een maand te laat",
        ),
        ("2025-06-23", "verwachtten we rond mei 2025: 1 maand geleden.", "volgende verwacht mei 2025, 1 maand te laat"),
        (
            "2025-07-23",
            "verwachtten we rond mei 2025: 2 maanden geleden.",
            "volgende verwacht mei 2025, 2 maanden te laat",
        ),
    ],
)
def test_next_figure_is_to_come_or_late(day, sentence, short):
    told = found(TWO, day=DAY(day))

    assert say_freshness(told) == f"{SINCE} Het volgende cijfer {sentence} {RECKONED} {NOT_CHECKED}"
    assert freshness_in_short(told) == f"bekend sinds mei 2024; {short}"


@pytest.mark.parametrize(
    ("named", "sentence"),
    [
        ("2027-03-31", "verwachten we in maart 2027."),
        ("2026-10-01", "verwachtten we in oktober 2026: 1 maand geleden."),
    ],
)
def test_day_that_a_source_names_is_told_with_who_names_it(named, sentence):
    told = found(TWO, expected_on=DAY(named), expected_note="het testbureau, in zijn agenda")

    assert say_freshness(told) == (
        f"{SINCE} Het volgende cijfer {sentence} Wie dat noemt: het testbureau, in zijn agenda. {NOT_CHECKED}"
    )


@pytest.mark.parametrize(
    ("words", "sentence", "short"),
    [
        ({"precision": "maand"}, f"{SINCE} {UNKNOWN}", "bekend sinds mei 2024"),
        ({"precision": "seizoen"}, f"{SINCE.replace('mei', 'voorjaar')} {UNKNOWN}", "bekend sinds voorjaar 2024"),
        ({"precision": "jaar"}, f"{SINCE.replace('mei ', '')} {UNKNOWN}", "bekend sinds 2024"),
        (
            {"precision": ""},
            f"Sinds wanneer het cijfer over 2023 bekend is, weten we niet. {UNKNOWN}",
            "onbekend sinds wanneer",
        ),
    ],
)
def test_day_is_as_exact_as_its_source(words, sentence, short):
    told = found([known("2023:9", "2024-05-31", **words)])

    assert say_freshness(told) == f"{sentence} {NOT_CHECKED}"
    assert freshness_in_short(told) == f"{short}; volgende onbekend"


@pytest.mark.parametrize(
    ("precision", "sentence"),
    [
        ("maand", "Het volgende cijfer verwachtten we rond december 2025: 10 maanden geleden."),
        ("seizoen", "Het volgende cijfer verwachtten we rond winter 2025: 8 maanden geleden."),
        ("jaar", "Het volgende cijfer verwachtten we uiterlijk eind 2025: 10 maanden geleden."),
    ],
)
def test_next_figure_is_expected_as_exactly_as_the_last_was_known(precision, sentence):
    told = found([*yearly("2023-05-01"), known("2021:9", "2024-12-31", precision=precision)])

    assert sentence in say_freshness(told)


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ("2024-06-30:9", "Het cijfer van 30 juni 2024 is bekend sinds mei 2025."),
        ("2024-H1:9", "Het cijfer over de 1e helft van 2024 is bekend sinds mei 2025."),
        ("2012-2016:9", "Het cijfer over 2012 tot en met 2016 is bekend sinds mei 2025."),
        ("onbekend:9", "Het cijfer over een onbekende periode is bekend sinds mei 2025."),
        ("2024:-", "Wat de bron zegt over 2024, is bekend sinds mei 2025."),
        ("2024-06-30:niet", "Wat de bron zegt over 30 juni 2024, is bekend sinds mei 2025."),
    ],
)
def test_every_kind_of_period_and_a_reason_has_words(words, sentence):
    assert say_freshness(found([known(words, "2025-05-31")])) == f"{sentence} {UNKNOWN} {NOT_CHECKED}"


def test_reason_without_a_date_has_words():
    told = found([known("2024:-", "2026-11-22", precision="")])

    assert say_freshness(told) == (
        f"Sinds wanneer bekend is wat de bron zegt over 2024, weten we niet. {UNKNOWN} {NOT_CHECKED}"
    )


def test_revision_is_told_with_its_month():
    earlier = [known("2023:8", "2024-05-23", until="2024-08-01")]

    assert say_freshness(found([known("2023:9", "2024-08-01")], earlier)) == (
        f"{SINCE} Voor het laatst bijgesteld: augustus 2024. {UNKNOWN} {NOT_CHECKED}"
    )


@given(
    st.lists(st.dates(date(1990, 1, 1), TODAY), min_size=1, max_size=4).map(sorted),
    st.dates(date(1990, 1, 1), TODAY),
    st.sampled_from(["dag", "maand", "jaar", ""]),
)
def test_words_never_say_late_before_the_day_or_a_number_that_is_not_so(days, day, precision):
    told = found(yearly(*map(str, days), precision=precision), day=day)
    sentence, short = say_freshness(told), freshness_in_short(told)

    assert ("geleden" in sentence) == ("te laat" in short) == told.is_past
    assert (UNKNOWN in sentence) == (told.ground == Ground.UNKNOWN)
    assert [int(number) for number in re.findall(r"(\d+) maand", sentence)] == [told.overdue] * bool(told.overdue)
    assert "-" not in sentence
