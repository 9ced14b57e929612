"""The text alternative of a line, and two lines on one axis."""

import pytest

from monitor.sentences import description, story, two_lines
from tests.monitor.sentences.figures import line, years
from tests.monitor.series import PLACEMENTS


def test_description_of_the_real_placements():
    assert description(line(years(PLACEMENTS), "plaatsingen", figure={"status": "herzien"})) == (
        "De lijn loopt van 1.818 plaatsingen in 2013 naar 891 in 2023. Het hoogste cijfer is 1.924, in 2017. "
        "Het laagste cijfer is 891, in 2023. Vergeleken met 2022 is het nieuwste cijfer 10 procent lager. "
        "Na 2019 is elk cijfer lager dan het cijfer ervoor. Het nieuwste cijfer is herzien of definitief."
    )


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("", "Wij hebben hierover nog geen cijfer."),
        ("2023:891*", "Er is één cijfer: 891 tests (voorlopig cijfer) in 2023. Het cijfer over 2023 is voorlopig."),
        ("2022:0 2023:0", "De lijn loopt van 0 tests in 2022 naar 0 in 2023. Alle cijfers zijn gelijk."),
        ("2022:5 2023:4", "De lijn loopt van 5 tests in 2022 naar 4 in 2023."),
        ("2020:4 2021:5 2022:6 2023:7", (
            "De lijn loopt van 4 tests in 2020 naar 7 in 2023. Het hoogste cijfer is 7, in 2023. "
            "Het laagste cijfer is 4, in 2020. Na 2020 is elk cijfer hoger dan het cijfer ervoor.")),
        # Too short, or with a gap or a small step in it, a run is not told.
        ("2021:4 2022:6 2023:7", (
            "De lijn loopt van 4 tests in 2021 naar 7 in 2023. Het hoogste cijfer is 7, in 2023. "
            "Het laagste cijfer is 4, in 2021.")),
        ("2020:4 2021:5 2022:- 2023:7 2024:8", (
            "De lijn loopt van 4 tests in 2020 naar 8 in 2024. Het hoogste cijfer dat je hier ziet is 8, in 2024. "
            "Het laagste cijfer dat je hier ziet is 4, in 2020. "
            "Over 2022 tonen we geen cijfer: de groep is te klein.")),
        ("2016:7 2021:~7 2022:6* 2023:5*", (
            "De lijn loopt van 7 tests in 2016 naar 5 (voorlopig cijfer) in 2023. "
            "Over 2017 tot en met 2020 is er geen cijfer. "
            "De cijfers over 2022 en 2023 zijn voorlopig. Het cijfer over 2021 is een benadering.")),
        ("2021-H1:7 2021-H2:- 2022-H1:6 2022-H2:- 2023-H1:5 2023-H2:- 2024-H1:5", (
            "De lijn loopt van 7 tests in de 1e helft van 2021 naar 5 in de 1e helft van 2024. "
            "Het hoogste cijfer dat je hier ziet is 7, in de 1e helft van 2021. "
            "Het laagste cijfer dat je hier ziet is 5, onder meer in de 1e helft van 2023. "
            "Over 3 perioden tonen we geen cijfer: de groep is te klein.")),
        ("2023-01-01:7 2023-06-30:niet 2023-12-31:6", (
            "De lijn loopt van 7 tests op 1 januari 2023 naar 6 op 31 december 2023. "
            "Van 30 juni 2023 is er geen cijfer: het is niet gemeten.")),
    ],
)  # fmt: skip
def test_description_says_what_the_line_shows(words, expected):
    assert description(line(words)) == expected


@pytest.mark.parametrize("numbers", ["1000 2000 3000 4000 4001", "4000 3000 2995 2000 1000", "9 8 7 6 7"])
def test_description_tells_of_no_run_with_a_small_step_or_a_turn(numbers):
    assert "elk cijfer" not in description(line(years(numbers)))


def test_description_of_long_periods_is_in_two_sentences():
    assert description(line("2007-2011:9 2012-2016:8", figure={"average": True})) == (
        "De lijn begint bij 9 tests in een gemiddeld jaar van 2007 tot en met 2011. "
        "Hij eindigt bij 8 in een gemiddeld jaar van 2012 tot en met 2016."
    )


def test_description_tells_each_piece_of_a_broken_line_by_itself():
    assert description(line("2017:- 2018:9 2020:7 2021:6", breaks=["2018-01-01", "2020-01-01"])) == (
        "Over 2017 tonen we geen cijfer: de groep is te klein. "
        "Vanaf 1 januari 2018 is er anders geteld. Er is één cijfer: 9 tests in 2018. "
        "Over 2019 is er geen cijfer. "
        "Vanaf 1 januari 2020 is er anders geteld. De lijn loopt van 7 tests in 2020 naar 6 in 2021."
    )


def test_description_calls_nothing_the_highest_of_another_way_of_counting():
    assert description(line("2017:9 2018:8 2019:7 2020:20", breaks=["2020-01-01"])) == (
        "De lijn loopt van 9 tests in 2017 naar 7 in 2019. Het hoogste cijfer van deze telling is 9, in 2017. "
        "Het laagste cijfer van deze telling is 7, in 2019. "
        "Vanaf 1 januari 2020 is er anders geteld. Er is één cijfer: 20 tests in 2020."
    )


def test_description_counts_figures_of_one_kind_where_naming_them_is_long():
    told = line("2020-12-31:9* 2021-03-31:9* 2021-06-30:8* 2021-09-30:7* 2021-12-31:6* 2022-03-31:5")

    assert "Van deze cijfers zijn er 5 voorlopig." in description(told)
    assert "Beide cijfers zijn overgenomen." in description(line("2021:9 2022:8", figure={"second_hand": True}))


def test_description_ends_with_the_holes_and_the_goals():
    told = line("2022:5 2023:4")
    holed = type(told)(told.indicator, told.pieces, has_holes=True)

    assert description(holed, ["Het doel is 0 tests in 2030."]) == (
        "De lijn loopt van 5 tests in 2022 naar 4 in 2023. Ertussen hebben we soms geen cijfer. Daar houdt de lijn op. "
        "Het doel is 0 tests in 2030."
    )


def test_description_of_what_is_never_drawn_is_its_story():
    isolation = line("2019:860 2020-09/2021-03:1613", "afzonderingen", kind="losse-telling")

    assert description(isolation) == story(isolation)
    assert "860" not in description(isolation)


def test_two_lines_are_told_apart_without_a_cause():
    assert two_lines(
        [("Plaatsen", "Op 1 mei 2024 waren er 5 plaatsen."), ("Jongeren", "In 2023 waren er 4 tests.")]
    ) == (
        "Plaatsen: op 1 mei 2024 waren er 5 plaatsen. Jongeren: in 2023 waren er 4 tests. "
        "Dat twee lijnen samen veranderen, zegt niet dat de een door de ander komt."
    )
