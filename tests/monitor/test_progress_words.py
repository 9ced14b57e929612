from dataclasses import replace
from datetime import date

import pytest

from monitor.progress import Label, Reason, progress
from monitor.progress_words import MEANINGS, REASONS, explanation, sentence
from tests.monitor.progress_points import FOUR, TODAY, ZERO_IN_2030, found, line, put, target


@pytest.mark.parametrize(
    ("values", "goal", "unit", "expected"),
    [
        ("1720 1707 1364 1181 989 891", "bereiken 0 in 2030", "plaatsingen",
         "Van 1.720 plaatsingen in 2018 naar 891 in 2023; het doel is 0 in 2030."),
        ("1720 1707", "hoogstens 1000 in 2030", "plaatsingen",
         "Van 1.720 plaatsingen in 2018 naar 1.707 in 2019; het doel is hoogstens 1.000 in 2030."),
        ("40 54.50", "minstens 80 in 2030", "procent",
         "Van 40% in 2018 naar 54,50% in 2019; het doel is minstens 80% in 2030."),
        ("96 91", "tussen 85 en 90.5", "procent", "Van 96% in 2018 naar 91% in 2019; het doel is tussen 85% en 90,5%."),
        ("-9 -4", "tussen -5 en 0", "punten",
         "Van \u22129 punten in 2018 naar \u22124 in 2019; het doel is tussen \u22125 en 0."),
        ("0 0", "bereiken 0", "afzonderingen", "Van 0 afzonderingen in 2018 naar 0 in 2019; het doel is 0."),
        ("-3 2", "bereiken 0 in 2024-06-30", "punten",
         "Van \u22123 punten in 2018 naar 2 in 2019; het doel was 0 op 30 juni 2024."),
        ("20 15", "hoogstens 10 in 2019", "plekken",
         "Van 20 plekken in 2018 naar 15 in 2019; het doel was hoogstens 10 in 2019."),
        ("20 10 15", "hoogstens 10 in 2020", "plekken",
         ("Van 20 plekken in 2018 naar 15 in 2020; het doel was hoogstens 10 in 2020. "
          "Eerder was dit doel wel bereikt.")),
    ],
)  # fmt: skip
def test_sentence_says_the_numbers(values, goal, unit, expected):
    assert sentence(found(line(values), goal), unit) == expected


GOAL = "Het doel is 0 plaatsingen in 2030."


@pytest.mark.parametrize(
    ("points", "expected"),
    [
        (FOUR[:1], f"Geen label: er zijn nog geen twee cijfers om te vergelijken. {GOAL}"),
        (put(FOUR, 3, value=None), f"Geen label: in 2021 is er geen cijfer. {GOAL}"),
        (put(FOUR, 0, value=None), f"Geen label: in 2018 is er geen cijfer. {GOAL}"),
        (put(FOUR, 3, provisional=True), f"Geen label: het cijfer in 2021 is voorlopig. {GOAL}"),
        (put(FOUR, 0, provisional=True), f"Geen label: het cijfer in 2018 is voorlopig. {GOAL}"),
        (line("20 -", provisional=True), f"Geen label: in 2019 is er geen cijfer. {GOAL}"),
        (
            [replace(one, provisional=True) for one in FOUR],
            f"Geen label: het cijfer in 2021 is voorlopig. {GOAL}",
        ),
        ([*FOUR, FOUR[2]], f"Geen label: er zijn twee cijfers over dezelfde periode. {GOAL}"),
        (put(FOUR, 3, break_before=True), f"Geen label: er zit een breuk in de reeks. {GOAL}"),
        (put(FOUR, 3, new_definition=True), f"Geen label: er wordt nu iets anders geteld dan eerst. {GOAL}"),
        (put(FOUR, 2, value=None), f"Geen label: er ontbreken cijfers in de reeks. {GOAL}"),
    ],
)
def test_sentence_without_a_label_says_why(points, expected):
    assert sentence(found(points, ZERO_IN_2030), "plaatsingen") == expected


def test_sentence_without_a_label_whatever_is_missing():
    def said(goal, baseline, today=TODAY):
        return sentence(progress(FOUR, goal, baseline, today), "plaatsingen")

    assert said(None, FOUR[0]) == "Geen label: er is geen doel bekend."
    assert said(ZERO_IN_2030, None) == f"Geen label: er is geen begincijfer bekend. {GOAL}"
    assert said(ZERO_IN_2030, FOUR[0], date(2021, 9, 1)) == (
        f"Geen label: de periode van het nieuwste cijfer is nog niet voorbij. {GOAL}"
    )
    assert said(target("tussen 2 en 4 in 2022"), FOUR[0]) == (
        "Geen label: de datum van het doel is voorbij, en over die tijd hebben wij nog geen cijfer. "
        "Het doel was tussen 2 en 4 plaatsingen in 2022."
    )


def test_words_are_there_for_every_label_and_reason():
    assert list(MEANINGS) == list(Label)
    # These two name the figure that stands in the way.
    assert set(REASONS) == set(Reason) - {Reason.NO_NUMBER, Reason.PROVISIONAL}


def test_explanation_tells_each_label_and_what_none_says():
    assert explanation() == [
        ("bereikt", "Het nieuwste cijfer is bij het doel."),
        (
            "niet meer bereikt",
            "De datum van het doel is voorbij. Er was een cijfer bij het doel, maar het nieuwste is dat niet.",
        ),
        ("niet op tijd bereikt", "De datum van het doel is voorbij, en het nieuwste cijfer is niet bij het doel."),
        (
            "op weg",
            "Het nieuwste cijfer is dichter bij het doel dan het begincijfer. Of het op tijd lukt, zegt dit niet.",
        ),
        ("even ver weg", "Het nieuwste cijfer is even ver van het doel als het begincijfer."),
        ("verder weg", "Het nieuwste cijfer is verder van het doel dan het begincijfer."),
        ("geen label", "Met deze cijfers kunnen wij over het doel niets zeggen. De reden staat erbij."),
        (
            "goed of slecht",
            "Geen van deze woorden zegt of jongeren nu beter geholpen zijn. Ze leggen een cijfer naast een doel.",
        ),
    ]
