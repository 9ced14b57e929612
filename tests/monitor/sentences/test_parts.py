"""Figures per category beside the national one, small multiples, and who took part."""

from dataclasses import replace

import pytest

from monitor.sentences import Parts, parts_title, say_coverage, say_multiples, say_parts
from tests.monitor.sentences.figures import figure, indicator

REGIONS = ("Noord", "Oost", "Zuid", "Noord-West", "Zuid-West")


def parts(words, unit="procent", national="2019:66", **kwargs):
    """A figure for each region in turn; a question mark where there is none at all."""
    cells = [(name, None if told == "?" else figure(told)) for name, told in zip(REGIONS, words.split(), strict=False)]
    return Parts(indicator(unit, **kwargs), "zorggebieden", cells, figure(national) if national else None)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("2019:61 2019:71 2019:66", (
            "Het hoogste cijfer is dat van Oost: 71 procent in 2019. Het laagste is dat van Noord: 61 procent. "
            "In heel Nederland was het 66 procent in 2019.")),
        ("2019:61 2019:71 2019:- 2019:71 2019:-", (
            "Het hoogste cijfer dat je hier ziet is dat van Oost en Noord-West: 71 procent in 2019. "
            "Het laagste dat je hier ziet is dat van Noord: 61 procent. "
            "In heel Nederland was het 66 procent in 2019. "
            "Van 2 van de 5 zorggebieden tonen we geen cijfer: de groep is te klein.")),
        ("2019:61* 2019:71 2019:71 2019:71 ?", (
            "Het hoogste cijfer dat je hier ziet is dat van 3 zorggebieden: 71 procent in 2019. "
            "Het laagste dat je hier ziet is dat van Noord: 61 procent. "
            "In heel Nederland was het 66 procent in 2019. Van Zuid-West is er geen cijfer. "
            "Een deel van deze cijfers is voorlopig.")),
        ("2019:61* 2019:61*", (
            "Beide cijfers zijn gelijk: 61 procent in 2019. In heel Nederland was het 66 procent in 2019. "
            "Deze cijfers zijn voorlopig.")),
        ("2019:61 2019:61 2019:niet", (
            "Beide cijfers die je hier ziet zijn gelijk: 61 procent in 2019. "
            "In heel Nederland was het 66 procent in 2019. Van Zuid is er geen cijfer: het is niet gemeten.")),
        ("2019:- 2019:70 2019:-", (
            "Alleen van Oost zie je hier een cijfer: 70 procent in 2019. "
            "In heel Nederland was het 66 procent in 2019. "
            "Van 2 van de 3 zorggebieden tonen we geen cijfer: de groep is te klein.")),
        ("2019:- 2019:-", (
            "In heel Nederland was het 66 procent in 2019. "
            "Van 2 van de 2 zorggebieden tonen we geen cijfer: de groep is te klein.")),
        ("2019:~61 2019:70", (
            "Een deel van deze cijfers is een benadering. Daarom noemen we geen hoogste of laagste. "
            "In heel Nederland was het 66 procent in 2019.")),
        # The national figure of another year says nothing here.
        ("2018:61 2018:70", (
            "Het hoogste cijfer is dat van Oost: 70 procent in 2018. Het laagste is dat van Noord: 61 procent.")),
    ],
)  # fmt: skip
def test_parts_are_said_with_the_highest_the_lowest_and_the_whole(words, expected):
    assert say_parts(parts(words)) == expected


def test_parts_without_a_national_figure():
    assert say_parts(parts("2023:1 2023:3", "plaatsen", national="")) == (
        "Het hoogste cijfer is dat van Oost: 3 plaatsen in 2023. Het laagste is dat van Noord: 1."
    )
    assert say_parts(parts("2023:9 2023:8", "plaatsen", national="2023:-")) == (
        "Het hoogste cijfer is dat van Noord: 9 plaatsen in 2023. Het laagste is dat van Oost: 8."
    )


def test_parts_of_a_one_off_count_are_not_ranked():
    assert say_parts(parts("2019:61 2019:71", kind="losse-telling")) == (
        "Dit is een losse telling, niet te vergelijken met andere cijfers. "
        "In heel Nederland was het 66 procent in 2019."
    )


@pytest.mark.parametrize(
    ("words", "kind", "expected"),
    [
        ("2019:61 2019:71 2019:71", "reeks", "hoogste: Oost en Zuid, 71 procent; laagste: Noord, 61 procent (2019)"),
        ("2019:61* 2019:71", "reeks", "hoogste: Oost, 71 procent; laagste: Noord, 61 procent (2019, voorlopig)"),
        ("2019:61 2019:71 2019:-", "losse-telling", "2 cijfers (2019)"),
        ("2019:~61 2019:71", "reeks", "2 cijfers (2019)"),
        ("2019:61 2019:61", "reeks", "2 cijfers (2019)"),
        ("2019:61 2019:-", "reeks", "Noord, 61 procent (2019)"),
        ("2019:- ?", "reeks", "geen cijfers die we tonen"),
    ],
)
def test_title_of_parts_names_the_ends_where_they_may_be_ranked(words, kind, expected):
    assert parts_title(parts(words, kind=kind)) == expected


def test_parts_that_are_missing_for_many_are_counted():
    cells = [(f"Samenwerkingsverband nummer {place}", None) for place in range(8)]

    assert say_parts(Parts(indicator(), "samenwerkingsverbanden", cells)) == (
        "Van 8 van de 8 samenwerkingsverbanden is er geen cijfer."
    )


def multiples(before, after, **kwargs):
    return say_multiples(parts(after, "jongeren", **kwargs), [cell for _, cell in parts(before).cells])


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("2014:80 2014:80 2014:80 2014:80 2014:-", "2021:70 2021:60 2021:90 2021:80 2021:50", (
            "Bij 2 van de 5 zorggebieden was het cijfer in 2021 lager dan in 2014. "
            "Bij 1 van de 5 zorggebieden was het cijfer in 2021 hoger dan in 2014. "
            "Bij 1 van de 5 zorggebieden was het cijfer gelijk of ongeveer gelijk. "
            "Van 1 van de 5 zorggebieden kunnen we dat niet zeggen.")),
        ("2014:80 2014:80", "2021:70* 2021:60", (
            "Bij 2 van de 2 zorggebieden was het cijfer in 2021 lager dan in 2014. "
            "Een deel van deze cijfers is voorlopig.")),
        ("2014:80*", "2021:70*", (
            "Bij 1 van de 1 zorggebieden was het cijfer in 2021 lager dan in 2014. Deze cijfers zijn voorlopig.")),
        # Since another year it is another story.
        ("2014:80 2015:80", "2021:70 2021:60", (
            "Bij 1 van de 2 zorggebieden was het cijfer in 2021 lager dan in 2014. "
            "Van 1 van de 2 zorggebieden kunnen we dat niet zeggen.")),
        ("2014:80", "2021:90 2021:90", (
            "Bij 1 van de 2 zorggebieden was het cijfer in 2021 hoger dan in 2014. "
            "Van 1 van de 2 zorggebieden kunnen we dat niet zeggen.")),
        ("2014:- ?", "2021:90 2021:90", "Van geen van de zorggebieden kunnen we twee cijfers vergelijken."),
    ],
)  # fmt: skip
def test_multiples_tell_how_many_rose_fell_and_stayed(before, after, expected):
    assert multiples(before, after) == expected


def test_multiples_of_one_off_counts_compare_nothing():
    assert multiples("2014:80", "2021:90", kind="losse-telling") == (
        "Van geen van de zorggebieden kunnen we twee cijfers vergelijken."
    )


@pytest.mark.parametrize(
    ("counted", "total", "expected"),
    [
        (9, 12, "9 van de 12 instellingen deden mee. Van de andere 3 weten we het niet."),
        (11, 12, "11 van de 12 instellingen deden mee. Van de andere weten we het niet."),
        (1, 12, "1 van de 12 instellingen deed mee. Van de andere 11 weten we het niet."),
        (0, 12, "0 van de 12 instellingen deden mee. Van de andere 12 weten we het niet."),
        (12, 12, "Alle 12 instellingen deden mee."),
        (1, 1, "Van de instellingen deed er 1 mee."),
        (9, None, "9 instellingen deden mee. Hoeveel er in totaal zijn, weten we niet."),
        (1, None, "Van de instellingen deed er 1 mee. Hoeveel er in totaal zijn, weten we niet."),
        (13, 12, "13 instellingen deden mee. Hoeveel er in totaal zijn, weten we niet."),
    ],
)
def test_coverage_says_who_took_part(counted, total, expected):
    assert say_coverage(counted, total) == expected


TITLE = "hoogste hier: Oost, 71 procent; laagste hier: Noord, 61 procent (2019)"


@pytest.mark.parametrize(
    ("words", "kwargs", "expected"),
    [
        ("2019:61 2019:71", {}, TITLE.replace(" hier", "")),
        ("2019:61 2019:71 ?", {}, TITLE),
        ("2019:61 2019:71", {"is_partial": True}, TITLE),
        # What is hidden may be lower.
        ("2019:61 2019:71 2019:-", {}, "hoogste hier: Oost, 71 procent (2019)"),
    ],
)
def test_title_says_that_it_is_not_of_all(words, kwargs, expected):
    assert parts_title(replace(parts(words), **kwargs)) == expected


@pytest.mark.parametrize(
    ("second_hand", "expected"),
    [
        ([], ""),
        ([0], "Een deel van deze cijfers is overgenomen uit een andere bron."),
        ([0, 1], "Deze cijfers zijn overgenomen uit een andere bron."),
    ],
)
def test_parts_say_that_they_are_second_hand(second_hand, expected):
    found = parts("2019:61 2019:71", national=None)
    for place in second_hand:
        found.cells[place][1].second_hand = True

    assert say_parts(found).partition("61 procent.")[2].strip() == expected
