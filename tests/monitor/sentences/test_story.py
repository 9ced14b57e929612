"""The one or two sentences of a line, word for word."""

from datetime import date

import pytest

from monitor.sentences import story
from tests.monitor.sentences.figures import line, years
from tests.monitor.series import PLACEMENTS

OTHERWISE = "Vanaf 1 januari 2020 is er anders geteld. Vergelijk dit niet met cijfers van daarvoor."


def test_story_of_the_real_placements():
    assert story(line(years(PLACEMENTS), "plaatsingen")) == (
        "In 2023 waren er 891 plaatsingen, 98 minder dan in 2022. "
        "Vergeleken met 2013 (1.818) is dat 51 procent minder; het hoogste cijfer is 1.924, in 2017."
    )


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("", "Wij hebben hierover nog geen cijfer."),
        ("2023:niet", "Wij hebben hierover nog geen cijfer."),
        ("2022:niet 2023:-", "Wij tonen hierover geen cijfer: de groep is te klein."),
        ("2023:891", "In 2023 waren er 891 tests."),
        ("2023:0", "In 2023 waren er 0 tests."),
        ("2022:989 2023:891", (
            "In 2023 waren er 891 tests, 98 minder dan in 2022. "
            "Vergeleken met 2022 (989) is dat 10 procent minder.")),
        ("2022:20 2023:30", "In 2023 waren er 30 tests, 10 meer dan in 2022."),
        # From zero there is no percentage.
        ("2022:0 2023:30", "In 2023 waren er 30 tests, 30 meer dan in 2022."),
        ("2022:300 2023:0", "In 2023 waren er 0 tests, 300 minder dan in 2022."),
        ("2022:30 2023:30", "In 2023 waren er 30 tests, evenveel als in 2022."),
        ("2022:1000 2023:991", "In 2023 waren er 991 tests, ongeveer evenveel als in 2022 (1.000)."),
        ("2022:1000 2023:1009", "In 2023 waren er 1.009 tests, ongeveer evenveel als in 2022 (1.000)."),
        # One percent is no small change, and a half is rounded up.
        ("2022:1000 2023:990", (
            "In 2023 waren er 990 tests, 10 minder dan in 2022. Vergeleken met 2022 (1.000) is dat 1 procent minder.")),
        ("2022:1000 2023:1015", (
            "In 2023 waren er 1.015 tests, 15 meer dan in 2022. Vergeleken met 2022 (1.000) is dat 2 procent meer.")),
        ("2022:99 2023:80", "In 2023 waren er 80 tests, 19 minder dan in 2022."),
        # Twice as many is not said in percents.
        ("2022:100 2023:200", "In 2023 waren er 200 tests, 100 meer dan in 2022."),
        ("2022:-9 2023:-4", "In 2023 waren er \N{MINUS SIGN}4 tests, 5 meer dan in 2022."),
        ("2021:10 2022:12 2023:11", (
            "In 2023 waren er 11 tests, 1 minder dan in 2022. "
            "Vergeleken met 2021 (10) is dat 1 meer.")),
        ("2020:10 2021:12 2022:8 2023:10", (
            "In 2023 waren er 10 tests, 2 meer dan in 2022. Vergeleken met 2020 (10) is dat gelijk; "
            "het hoogste cijfer is 12, in 2021.")),
        ("2018:1000 2019:500 2020:1100 2021:500 2022:700 2023:1005", (
            "In 2023 waren er 1.005 tests, 305 meer dan in 2022. Vergeleken met 2018 (1.000) is dat ongeveer gelijk; "
            "het hoogste cijfer is 1.100, in 2020. Het laagste cijfer is 500, onder meer in 2019.")),
    ],
)  # fmt: skip
def test_story_of_years(words, expected):
    assert story(line(words)) == expected


@pytest.mark.parametrize(
    ("words", "unit", "expected"),
    [
        ("2024-06-30:560 2024-09-30:540", "plaatsen", (
            "Op 30 september 2024 waren er 540 plaatsen, 20 minder dan op 30 juni 2024. "
            "Vergeleken met 30 juni 2024 (560) is dat 4 procent minder.")),
        ("2022-H1:43 2022-H2:45", "plaatsingen",
         "In de 2e helft van 2022 waren er 45 plaatsingen, 2 meer dan in de 1e helft van 2022."),
        ("2025-Q2:554 2025-Q3:556", "jongeren", (
            "In het 3e kwartaal van 2025 ging het om 556 jongeren. "
            "Dat is ongeveer evenveel als in het 2e kwartaal van 2025 (554).")),
        ("2024-01:5 2024-02:6", "kinderen", "In februari 2024 ging het om 6 kinderen, 1 meer dan in januari 2024."),
        ("2020/2021:98.3 2021/2022:97.3", "procent",
         "In schooljaar 2021/2022 was het 97,3 procent, 1,0 procentpunt lager dan in schooljaar 2020/2021."),
        ("2021:40 2022:40.4", "%", "In 2022 was het 40,4 procent, ongeveer even hoog als in 2021 (40 procent)."),
        ("2021:40 2022:40.5", "procent", "In 2022 was het 40,5 procent, 0,5 procentpunt hoger dan in 2021."),
        ("2021:40 2022:40", "procent", "In 2022 was het 40 procent, even hoog als in 2021."),
        ("2020-09/2021-03:1613", "afzonderingen",
         "Van september 2020 tot en met maart 2021 waren er 1.613 afzonderingen."),
        ("onbekend:5", "jongeren", "Het ging om 5 jongeren. Over welke periode dat gaat, weten we niet."),
        ("onbekend:5", "plekken", "Er waren 5 plekken. Over welke periode dat gaat, weten we niet."),
        ("2022:5 2023:1", "plaatsingen", "In 2023 was er 1 plaatsing, 4 minder dan in 2022."),
        ("2023:1", "jongeren", "In 2023 ging het om 1 jongere."),
        ("2023:1", "", "In 2023 waren er 1."),
        # Rounded by the source: one thousand more may be no more at all.
        ("2021:469 2022:470", "duizend jongeren",
         "In 2022 ging het om 470 duizend jongeren, ongeveer evenveel als in 2021 (469 duizend)."),
        ("2021:46 2022:49", "duizend jongeren",
         "In 2022 ging het om 49 duizend jongeren, ongeveer 3 duizend meer dan in 2021."),
        # Years that overlap, or of another number, are not held against each other.
        ("2010-2012:9 2011-2013:5", "tests", "Van 2011 tot en met 2013 waren er 5 tests."),
        # Nor is any of them the highest.
        ("2009-2011:9 2010-2012:15 2011-2013:12 2012-2014:13", "tests", (
            "Van 2012 tot en met 2014 waren er 13 tests. Vergeleken met 2009 tot en met 2011 (9) is dat 4 meer.")),
        ("2010-2012:9 2013-2017:5", "tests", "Van 2013 tot en met 2017 waren er 5 tests."),
    ],
)  # fmt: skip
def test_story_says_each_period_and_unit_rightly(words, unit, expected):
    assert story(line(words, unit)) == expected


def test_story_of_average_years():
    assert story(line("2007-2011:80 2012-2016:70", "plaatsingen", figure={"average": True})) == (
        "In een gemiddeld jaar van 2012 tot en met 2016 waren er 70 plaatsingen. "
        "Dat is 10 minder dan in een gemiddeld jaar van 2007 tot en met 2011."
    )


def test_story_of_an_average_has_no_percentage():
    assert story(line("2020:200 2021:100", "maanden", measure="aandeel")) == (
        "In 2021 was het 100 maanden, 100 lager dan in 2020."
    )


def test_story_of_rounded_figures_gives_no_exact_difference():
    more = line("2020:60 2021:100", "jongeren", measure="personen", rounding=5)
    same = line("2020:60 2021:65", "jongeren", measure="personen", rounding=5)

    assert story(more) == "In 2021 ging het om 100 jongeren, ongeveer 40 meer dan in 2020."
    assert story(same) == "In 2021 ging het om 65 jongeren, ongeveer evenveel als in 2020 (60)."
    # Where nothing was rounded five is five.
    opened = line("2020:60 2021:65", "jongeren", rounding=5, exception_on=date(2020, 1, 1))
    assert story(opened) == "In 2021 ging het om 65 jongeren, 5 meer dan in 2020."
    assert story(line("2020:60 2021:65", "plaatsen", measure="overig", rounding=5)) == (
        "In 2021 waren er 65 plaatsen, 5 meer dan in 2020."
    )


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("2022:989 2023:891*", "In 2023 waren er 891 tests (voorlopig cijfer), 98 minder dan in 2022."),
        ("2022:989* 2023:891", "In 2023 waren er 891 tests, 98 minder dan in 2022 (voorlopig cijfer)."),
        ("2021:899* 2022:989 2023:891", (
            "In 2023 waren er 891 tests, 98 minder dan in 2022. "
            "Vergeleken met 2021 (899, voorlopig cijfer) is dat ongeveer gelijk.")),
        ("2022:989* 2023:891*", "In 2023 waren er 891 tests, 98 minder dan in 2022. Al deze cijfers zijn voorlopig."),
        ("2021:900* 2022:989* 2023:891*", (
            "In 2023 waren er 891 tests, 98 minder dan in 2022. "
            "Vergeleken met 2021 (900) is dat 9 minder. Al deze cijfers zijn voorlopig.")),
        ("2022:989* 2023:989", "In 2023 waren er 989 tests, evenveel als in 2022 (voorlopig cijfer)."),
        ("2022:1000* 2023:999", "In 2023 waren er 999 tests, ongeveer evenveel als in 2022 (1.000, voorlopig cijfer)."),
        ("2022:989 2023:~900", "In 2023 waren er ongeveer 900 tests. In 2022 waren er 989 tests."),
        ("2022:~1000 2023:900", "In 2023 waren er 900 tests. In 2022 waren er ongeveer 1.000 tests."),
        ("2021:~1000 2022:800 2023:900", (
            "In 2023 waren er 900 tests, 100 meer dan in 2022. Het eerste cijfer is ongeveer 1.000, in 2021.")),
        ("2021:1000 2022:800 2023:~900", "In 2023 waren er ongeveer 900 tests. In 2022 waren er 800 tests."),
        ("2010-2012:~9 2012-2013:5", "Van 2012 tot en met 2013 waren er 5 tests."),
    ],
)  # fmt: skip
def test_story_is_exact_about_provisional_and_rough_figures(words, expected):
    assert story(line(words)) == expected


def test_story_says_that_a_provisional_figure_was_revised():
    assert story(line("2023:5", figure={"status": "voorlopig-bijgesteld"})) == (
        "In 2023 waren er 5 tests (voorlopig cijfer, bijgesteld)."
    )


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("2022:9 2023:-", "Over 2023 tonen we geen cijfer: de groep is te klein. In 2022 waren er 9 tests."),
        ("2022:9 2023:later", "Over 2023 is het cijfer nog niet bekend. In 2022 waren er 9 tests."),
        ("2022:9 2023:geheim", "Over 2023 geeft de bron geen cijfer: te onzeker of geheim. In 2022 waren er 9 tests."),
        ("2022:9 2023:nvt", "Over 2023 is er geen cijfer: het was niet van toepassing. In 2022 waren er 9 tests."),
        ("2022:9 2023:niet 2024:-", (
            "Over 2023 is er geen cijfer: het is niet gemeten. Over 2024 tonen we geen cijfer: de groep is te klein. "
            "In 2022 waren er 9 tests.")),
        ("2021:9 2022:- 2023:8", (
            "In 2023 waren er 8 tests, 1 minder dan in 2021. Over 2022 tonen we geen cijfer: de groep is te klein.")),
        ("2019:9 2020:9 2021:9 2023:8", (
            "In 2023 waren er 8 tests, 1 minder dan in 2021. Over 2022 is er geen cijfer. "
            "Vergeleken met 2019 (9) is dat 1 minder.")),
        ("2013:9 2014:12 2015:- 2016:8 2017:7", (
            "In 2017 waren er 7 tests, 1 minder dan in 2016. "
            "Vergeleken met 2013 (9) is dat 2 minder; het hoogste cijfer dat je hier ziet is 12, in 2014.")),
        ("2013:9 2014:12 2015:niet 2016:8 2017:7", (
            "In 2017 waren er 7 tests, 1 minder dan in 2016. "
            "Vergeleken met 2013 (9) is dat 2 minder; het hoogste cijfer dat wij hebben is 12, in 2014.")),
    ],
)  # fmt: skip
def test_story_tells_of_missing_and_hidden_figures_only_that_they_are(words, expected):
    assert story(line(words)) == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("2018:9 2019:8 2020:7", f"In 2020 waren er 7 tests. {OTHERWISE}"),
        ("2018:9 2019:8 2020:7 2021:6", f"In 2021 waren er 6 tests, 1 minder dan in 2020. {OTHERWISE}"),
        ("2018:9 2019:20 2020:7 2021:8 2022:4 2023:6", (
            "In 2023 waren er 6 tests, 2 meer dan in 2022. "
            "Vergeleken met 2020 (7) is dat 1 minder; het hoogste cijfer van deze telling is 8, in 2021. "
            f"{OTHERWISE}")),
        ("2018:9 2019:8 2020:-", (
            "Over 2020 tonen we geen cijfer: de groep is te klein. In 2019 waren er 8 tests, 1 minder dan in 2018.")),
        ("2018:- 2019:- 2020:-", "Wij tonen hierover geen cijfer: de groep is te klein."),
    ],
)  # fmt: skip
def test_story_compares_nothing_across_a_break(words, expected):
    assert story(line(words, breaks=["2020-01-01"])) == expected
