from datetime import date

import pytest

from advies import stroming as rule
from advies.models import News
from advies.sentences import KINDS_OF_NEWS, explanation, fact, label
from advies.stroming import Sign, State, stroming

DAY = date(2026, 11, 22)
CHECKED = "nagekeken op 3 november 2026"
FLOW = "maatregel of besluit"
DATED = f"{FLOW} met een datum"


def found(*signs, last_check=date(2026, 11, 3), done=False):
    return stroming(signs, last_check=last_check, done=done, day=DAY)


def sign(start=None, kind="maatregel", runs_until=None):
    return Sign(kind, start, None, runs_until, start or date(2026, 11, 1))


RESEARCH, CRITICISM = sign(date(2025, 12, 1), "onderzoek"), sign(kind="kritiek")


@pytest.mark.parametrize(
    ("signs", "sentence", "word"),
    [
        ([sign(date(2025, 9, 22))], f"14 maanden geen openbaar nieuws gevonden, {CHECKED}.", "staat stil"),
        ([sign(date(2025, 11, 22))], f"12 maanden geen openbaar nieuws gevonden, {CHECKED}.", "kabbelt"),
        ([sign(date(2026, 5, 21))], f"6 maanden geen openbaar nieuws gevonden, {CHECKED}.", "kabbelt"),
        ([sign(date(2026, 5, 22))], f"6 maanden geen openbaar nieuws gevonden, {CHECKED}.", "stroomt"),
        ([sign(date(2026, 10, 22))], f"1 maand geen openbaar nieuws gevonden, {CHECKED}.", "stroomt"),
        (
            [sign(date(2026, 10, 23)), CRITICISM],
            f"Minder dan een maand geleden was er een maatregel of besluit, {CHECKED}.",
            "stroomt",
        ),
        (
            [sign(date(2025, 9, 22)), sign(date(2025, 9, 21), "kritiek")],
            f"14 maanden geen openbaar nieuws gevonden, {CHECKED}.",
            "staat stil",
        ),
        (
            [sign(date(2025, 9, 22)), RESEARCH],
            f"14 maanden geen maatregel of besluit gevonden, {CHECKED}; er was wel ander nieuws.",
            "staat stil",
        ),
        (
            [sign(date(2025, 9, 22)), RESEARCH, CRITICISM],
            f"14 maanden geen maatregel of besluit gevonden, {CHECKED}; er was wel ander nieuws.",
            "staat stil",
        ),
        (
            [sign(date(2025, 9, 22)), CRITICISM],
            f"14 maanden geen nieuws met een datum gevonden, {CHECKED}; wel nieuws zonder datum.",
            "staat stil",
        ),
        (
            [sign(date(2025, 9, 22)), sign()],
            f"14 maanden geen maatregel of besluit met een datum gevonden, {CHECKED}; wel een zonder datum.",
            "staat stil",
        ),
        (
            [sign(date(2025, 9, 22)), sign(), RESEARCH],
            f"14 maanden geen {DATED} gevonden, {CHECKED}; wel een zonder datum, en ander nieuws.",
            "staat stil",
        ),
        ([], f"Wij vonden geen nieuws met een datum, {CHECKED}.", "geen gedateerd nieuws bekend"),
        ([CRITICISM], f"Wij vonden geen nieuws met een datum, {CHECKED}.", "geen gedateerd nieuws bekend"),
        (
            [sign()],
            f"Wij vonden geen maatregel of besluit met een datum, {CHECKED}.",
            "geen gedateerd nieuws bekend",
        ),
        (
            [RESEARCH],
            f"Wij vonden geen maatregel of besluit met een datum, {CHECKED}.",
            "geen maatregel of besluit met een datum",
        ),
        (
            [sign(date(2023, 7, 3), runs_until=date(2027, 12, 31)), RESEARCH],
            "Er loopt een maatregel, tot en met 31 december 2027.",
            "stroomt",
        ),
        (
            [sign(date(2023, 7, 3), "besluit", date(2027, 12, 31))],
            "Er geldt een besluit, tot en met 31 december 2027.",
            "stroomt",
        ),
    ],
)
def test_fact_comes_with_its_word(signs, sentence, word):
    assert (fact(found(*signs)), label(found(*signs))) == (sentence, word)


@pytest.mark.parametrize("signs", [[], [sign()], [RESEARCH], [sign(date(2025, 9, 22))]])
@pytest.mark.parametrize(
    ("last_check", "sentence", "word"),
    [
        (
            date(2026, 8, 22),
            "Niet nagekeken sinds 22 augustus 2026: dat ligt aan ons.",
            "niet nagekeken sinds 22 augustus 2026",
        ),
        (None, "Nog niet nagekeken: dat ligt aan ons.", "nog niet nagekeken"),
    ],
)
def test_our_own_silence_is_said_to_be_ours(signs, last_check, sentence, word):
    result = found(*signs, last_check=last_check)

    assert (fact(result), label(result)) == (sentence, word)


@pytest.mark.parametrize("signs", [[], [sign(date(2023, 7, 3), runs_until=date(2027, 12, 31))]])
def test_what_is_done_refers_to_the_judgement(signs):
    result = found(*signs, done=True)

    assert (fact(result), label(result)) == ("Afgerond, volgens een ondertekend oordeel.", "afgerond")


def test_end_of_a_running_measure_is_no_more_exact_than_its_source():
    result = found(sign(date(2023, 7, 3), runs_until=date(2027, 12, 31)))

    assert fact(result, "december 2027") == "Er loopt een maatregel, tot en met december 2027."


def test_words_are_there_for_every_kind_of_news():
    assert list(KINDS_OF_NEWS) == News.Kind.values


def test_explanation_tells_each_word_and_what_none_says():
    assert explanation() == [
        ("stroomt", "Er loopt nu een maatregel of besluit, of er was er een in de laatste 6 maanden."),
        (
            "kabbelt",
            "In de laatste 12 maanden was er een maatregel of besluit, maar de laatste 6 maanden vonden wij er geen.",
        ),
        (
            "staat stil",
            f"De laatste 12 maanden vonden wij geen {DATED}, daarvoor wel, en wij keken de laatste 3 maanden nog.",
        ),
        (
            "niet nagekeken",
            f"Wij keken 3 maanden of langer niet, en er loopt geen {FLOW}: de stilte is van ons, niet van een ander.",
        ),
        ("geen gedateerd nieuws bekend", "Wij vonden geen maatregel of besluit met een datum."),
        ("afgerond", "Iemand heeft met naam en reden geoordeeld dat het advies is uitgevoerd."),
        (
            "ander nieuws",
            "Ook onderzoek, kritiek, een afspraak of een bericht is nieuws, maar daardoor stroomt een advies niet.",
        ),
        (
            "verband",
            "Welk nieuws bij welk advies hoort, leiden wij meestal zelf af. Bij elk bericht lees je of dat zo is.",
        ),
        (
            "partijen",
            "Geen van deze woorden zegt iets over een partij: ze gaan over het nieuws dat wij bij een advies vonden.",
        ),
    ]


def test_explanation_names_every_state():
    assert [word for word, _ in explanation()][: len(State)] == list(State)


def test_explanation_changes_with_the_constants(monkeypatch):
    monkeypatch.setattr(rule, "FRESH_MONTHS", 1)
    monkeypatch.setattr(rule, "STILL_MONTHS", 24)
    monkeypatch.setattr(rule, "CHECK_MONTHS", 5)
    monkeypatch.setattr(rule, "FLOWING_KINDS", frozenset({"maatregel", "onderzoek"}))

    told = dict(explanation())

    assert told["stroomt"] == "Er loopt nu een onderzoek of maatregel, of er was er een in de laatste 1 maand."
    assert told["kabbelt"] == (
        "In de laatste 24 maanden was er een onderzoek of maatregel, maar de laatste 1 maand vonden wij er geen."
    )
    assert told["staat stil"].endswith("en wij keken de laatste 5 maanden nog.")
    assert told["niet nagekeken"].startswith("Wij keken 5 maanden of langer niet")
    assert told["ander nieuws"].startswith("Ook een besluit, kritiek, een afspraak of een bericht is nieuws")
