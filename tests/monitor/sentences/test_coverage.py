"""Figures of which we know who took part: said beside the newest, and never compared with one of others."""

import pytest

from monitor.sentences import description, parts_title, say_multiples, say_parts, share_text, story, title
from monitor.sentences.changes import all_comparable, change
from monitor.sentences.line import Line
from monitor.sentences.parts import Parts
from tests.monitor.sentences.figures import figure, figures, indicator, line

NINE, TEN, ALL = {"covered": 9, "covered_of": 12}, {"covered": 10, "covered_of": 12}, {"covered": 12, "covered_of": 12}
FEWER = {"covered": 11, "covered_of": 11}
ALONE = {"covered": 9}
NOT_2021 = "Vergelijk dit niet met 2021: toen telden misschien andere instellingen mee."
TOOK_PART = "9 van de 12 instellingen deden mee. Van de andere 3 weten we het niet."


def years(*covered, start=2021):
    """A figure for each year, 100 more every time, of so many institutions."""
    return [figure(f"{start + nth}:{100 + 100 * nth}", **kwargs) for nth, kwargs in enumerate(covered)]


def told(*covered):
    return Line(indicator(), [(None, years(*covered))])


@pytest.mark.parametrize(
    ("one", "other", "compared"),
    [
        ({}, {}, True),
        (NINE, NINE, True),
        (ALONE, ALONE, True),
        # All of them, however many that were.
        (ALL, FEWER, True),
        (NINE, TEN, False),
        (NINE, ALL, False),
        (NINE, ALONE, False),
        # Where the source does not tell, nobody knows.
        ({}, NINE, False),
        ({}, ALL, False),
    ],
)
def test_only_figures_of_as_many_institutions_are_compared(one, other, compared):
    for pair in (years(one, other), years(other, one)):
        assert (change(indicator(), *pair) is not None, all_comparable(pair)) == (compared, compared)


def test_sentence_says_who_took_part():
    same = told(NINE, NINE)

    assert story(same) == f"In 2022 waren er 200 tests, 100 meer dan in 2021. {TOOK_PART}"
    assert title(same) == "200 tests in 2022 (9 van de 12 instellingen), 100 meer dan in 2021"
    assert share_text(same, "Test").startswith("Test: 200 tests in 2022 (9 van de 12 instellingen), 100 meer")
    assert story(told(ALL)) == "In 2021 waren er 100 tests. Alle 12 instellingen deden mee."
    assert title(told(ALL)) == "100 tests in 2021"
    assert story(told(ALONE)) == (
        "In 2021 waren er 100 tests. 9 instellingen deden mee. Hoeveel er in totaal zijn, weten we niet."
    )


def test_sentence_calls_no_change_between_figures_of_others():
    other = told(TEN, NINE)

    assert story(other) == f"In 2022 waren er 200 tests. {TOOK_PART} {NOT_2021}"
    assert title(other) == "200 tests in 2022 (9 van de 12 instellingen)"


def test_sentence_compares_what_can_be_and_not_what_was_before():
    cut = line("2021:100 2022:200 2023:300 2024:450", figure={})
    cut.figures[2].covered = cut.figures[3].covered = 9
    [piece] = cut.pieces
    cut = Line(cut.indicator, [(None, piece[1][:2]), (None, piece[1][2:])])

    assert story(cut) == (
        "In 2024 waren er 450 tests, 150 meer dan in 2023. 9 instellingen deden mee. "
        "Hoeveel er in totaal zijn, weten we niet. Vergeleken met 2023 (300) is dat 50 procent meer."
    )
    assert description(cut) == (
        "De lijn loopt van 100 tests in 2021 naar 200 in 2022. "
        "Hierna telden misschien andere instellingen mee. "
        "De lijn loopt van 300 tests in 2023 naar 450 in 2024. "
        "Vergeleken met 2023 is het nieuwste cijfer 50 procent hoger."
    )


def test_description_tells_which_figures_are_not_of_all():
    assert "De cijfers over 2021 en 2022 zijn niet van alle instellingen." in description(told(NINE, NINE, ALL))
    assert "Het cijfer over 2021 is niet van alle instellingen." in description(told(NINE, ALL))


def test_lone_count_tells_who_took_part_and_is_set_beside_nothing():
    lone = told(TEN, NINE | {"one_off": True})

    assert story(lone) == (
        f"In 2022 waren er 200 tests. Dit is een losse telling, niet te vergelijken met andere cijfers. {TOOK_PART}"
    )
    assert title(lone) == "200 tests in 2022 (losse telling; 9 van de 12 instellingen)"


def test_break_says_already_that_nothing_is_compared():
    broken = line("2021:100 2022:200", breaks=["2022-01-01"])
    broken.figures[1].covered = 9

    assert "telden misschien andere" not in story(broken)


def test_parts_with_other_coverage_have_no_highest():
    one, other = figures("2023:10 2023:20")
    one.covered, other.covered = 3, 2
    mixed = Parts(indicator(), "gebieden", [("A", one), ("B", other)])

    assert say_parts(mixed) == "Niet bij elk cijfer telde hetzelfde deel mee. Daarom noemen we geen hoogste of laagste."
    assert parts_title(mixed) == "2 cijfers (2023)"
    before = figures("2022:5 2022:5")
    assert say_multiples(mixed, before) == "Van geen van de gebieden kunnen we twee cijfers vergelijken."
