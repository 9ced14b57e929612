"""The finding with its year, and the text that is passed on."""

import pytest

from monitor.sentences import compared, share_text, title
from tests.monitor.sentences.figures import line, years
from tests.monitor.series import PLACEMENTS


def test_title_of_the_real_placements():
    assert title(line(years(PLACEMENTS), "plaatsingen")) == "891 plaatsingen in 2023, 98 minder dan in 2022"


@pytest.mark.parametrize(
    ("words", "unit", "expected"),
    [
        ("", "tests", ""),
        ("2023:891", "plaatsingen", "891 plaatsingen in 2023"),
        ("2024-06-30:1818", "jongeren", "1.818 jongeren op 30 juni 2024"),
        ("2024-H2:12.50", "procent", "12,50 procent in de 2e helft van 2024"),
        ("2023:0", "plekken", "0 plekken in 2023"),
        ("2022:9 2023:-", "plekken", "9 plekken in 2022"),
        ("2022:niet 2023:-", "plekken", "niet getoond in 2023, de groep is te klein"),
        ("2022:- 2023:niet", "plekken", "geen cijfer in 2023"),
        ("onbekend:5", "plekken", "5 plekken (periode onbekend)"),
        ("2022:9* 2023:7*", "plekken", "7 plekken in 2023 (voorlopig), 2 minder dan in 2022"),
        ("2022:9 2023:9", "plekken", "9 plekken in 2023, evenveel als in 2022"),
        ("2022:9 2023:~7", "plekken", "ongeveer 7 plekken in 2023"),
        ("2022:999 2023:1000", "plekken", "1.000 plekken in 2023, ongeveer evenveel als in 2022 (999)"),
    ],
)
def test_title_says_the_finding_with_its_year(words, unit, expected):
    assert title(line(words, unit)) == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [("2022:989 2023:891", "98 minder dan in 2022"), ("2023:891", ""), ("2022:989 2023:~891", ""), ("", "")],
)
def test_comparison_stands_by_itself_where_there_is_one(words, expected):
    assert compared(line(words, "plaatsingen")) == expected


def test_title_of_a_one_off_count_says_so():
    assert title(line("2022:98 2023:128", figure={"one_off": True})) == "128 tests in 2023 (losse telling)"
    assert title(line("2022:98 2023:128", kind="losse-telling")) == "128 tests in 2023"


def test_share_text_names_the_indicator_and_how_new_its_figure_is():
    assert share_text(line(years(PLACEMENTS), "plaatsingen"), "Plaatsingen in JeugdzorgPlus") == (
        "Plaatsingen in JeugdzorgPlus: 891 plaatsingen in 2023, 98 minder dan in 2022. "
        "Nieuwste cijfer dat wij hebben: 2023."
    )


def test_share_text_leaves_off_what_does_not_fit():
    told = line("2022:989 2023:891", "plaatsingen")

    assert share_text(told, "N" * 145) == f"{'N' * 145}: 891 plaatsingen in 2023, 98 minder dan in 2022."
    assert share_text(told, "N" * 160) == f"{'N' * 160}: 891 plaatsingen in 2023."
    assert share_text(told, "Naam " * 50) == f"{'Naam ' * 39}Naam…"


@pytest.mark.parametrize(("words", "kind"), [("", "reeks"), ("2023:-", "reeks"), ("2023:5", "gevoelig")])
def test_share_text_is_empty_where_there_is_nothing_to_pass_on(words, kind):
    assert share_text(line(words, kind=kind), "Naam") == ""
