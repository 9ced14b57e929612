"""Of how many institutions a figure is: on its page, as a chart, and where the line stops."""

import pytest

from monitor.charts import Part, coverage_chart
from monitor.coverage import coverage_of
from monitor.figure_line import read_main_line
from monitor.lines import points, stretches
from monitor.models import Indicator
from monitor.reading import read_indicator
from stroomop.lib import clock
from tests.factories import make_category, make_figure, make_indicator, make_series
from tests.monitor.sentences.figures import figure, figures
from tests.pages import main, rows, texts

NINE, TWELVE = {"covered": 9, "covered_of": 12}, {"covered": 12, "covered_of": 12}


@pytest.mark.parametrize(
    ("covered", "words"),
    [
        ({}, ""),
        ({"covered": 1}, "1 instelling"),
        ({"covered": 9}, "9 instellingen"),
        (NINE, "9 van de 12 instellingen"),
    ],
)
def test_coverage_has_words(covered, words):
    assert figure("2023:5", **covered).coverage == words


@pytest.mark.parametrize(
    ("covered", "chart"),
    [
        (NINE, coverage_chart([Part("deden mee", 9)], total=12, things="instellingen")),
        ({"covered": 1, "covered_of": 12}, coverage_chart([Part("deed mee", 1)], total=12, things="instellingen")),
        ({"covered": 9}, None),
        ({"covered": 0, "covered_of": 0}, None),
        ({}, None),
    ],
)
def test_chart_is_of_those_who_took_part(covered, chart):
    assert coverage_of(Indicator(), figure("2023:5", **covered)) == chart


def test_chart_is_of_no_figure_that_is_not_there_or_is_told_in_words_alone():
    assert coverage_of(Indicator(), None) is None
    assert coverage_of(Indicator(kind="gevoelig"), figure("2023:5", **NINE)) is None


@pytest.mark.parametrize(
    ("words", "parted", "cut"),
    [
        ("2020:1 2021:2 2022:3", {}, "2020 2021 2022"),
        ("2020:1 2021:2 2022:3", {2: NINE}, "2020 2021 | 2022"),
        ("2020:1 2021:2 2022:3", {1: NINE, 2: NINE}, "2020 | 2021 2022"),
        ("2020:1 2021:2 2022:3", {0: NINE, 1: TWELVE, 2: NINE}, "2020 | 2021 | 2022"),
        # A figure without a number does not tell who took part.
        ("2020:1 2021:- 2022:3", {0: NINE, 2: NINE}, "2020 2021 2022"),
        ("2020:1 2021:- 2022:3", {0: NINE}, "2020 2021 | 2022"),
    ],
)
def test_line_stops_where_others_took_part(words, parted, cut):
    line = figures(words)
    for place, covered in parted.items():
        line[place].covered, line[place].covered_of = covered["covered"], covered["covered_of"]

    assert " | ".join(" ".join(str(one.period) for one in piece.figures) for piece in stretches(line, [])) == cut
    assert all(piece.since is None for piece in stretches(line, []))
    broken = [point.label for point in points(line) if point.broken]
    assert broken == [piece.split()[0] for piece in cut.split(" | ")[1:] if "-" not in words]


@pytest.fixture
def indicator(db):
    indicator = make_indicator(slug="reeks")
    series = make_series(indicator)
    make_figure(series, "2022", "4")
    make_figure(series, "2023", "5", **NINE)
    make_figure(make_series(indicator, make_category(name="Noord")), "2023", "3", covered=2)
    return indicator


def test_page_tells_and_shows_who_took_part(client, indicator):
    page = client.get("/monitor/indicator/reeks/")

    sentence = "9 van de 12 instellingen deden mee. Van de andere 3 weten we het niet."
    assert sentence in texts(page, "p")[0]
    assert "Wie er meegeteld zijn in 2023" in texts(page, "h2")
    assert sentence in texts(page, "p")[1:]
    assert 'aria-labelledby="meegeteld" aria-describedby="meegeteld-tekst"' in main(page)
    table = [row[1:3] for row in rows(page)]
    assert table == [["4", "onbekend"], ["5", "onbekend, 9 van de 12 instellingen"], ["3 (2 instellingen)"]]


def test_page_without_coverage_has_no_chart_of_it(client, indicator):
    indicator.series.get(key="").figures.update(covered=None, covered_of=None)

    assert "meegeteld" not in main(client.get("/monitor/indicator/reeks/"))
    assert read_indicator(indicator, clock.today()).coverage_text == ""


def test_key_figure_has_its_coverage_beside_the_status(indicator):
    [found] = Indicator.objects.with_national(clock.today())

    assert read_main_line(found, clock.today()).key_figure.status == "onbekend, 9 van de 12 instellingen"
