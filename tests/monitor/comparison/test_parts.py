"""Parts of one dimension beside each other: what is said, drawn and written in the table."""

from datetime import date

import pytest

from monitor.models import Break, Dimension
from tests.factories import make_figure, make_indicator, make_series
from tests.monitor.comparison.kit import make_areas, make_line, make_split, page, parts
from tests.pages import links, main, rows, texts

pytestmark = pytest.mark.django_db
THREE = "Noord 10 20 30\nZuid 40 30 50\nOost 20 20 20\nLand 70 70 100"


def shape(response):
    """Which kind of chart there is."""
    html = main(response)
    found = {"lines": 'class="name h', "multiples": "small-plot", "bars": "row-chart bars", "dots": "row-chart dots"}
    return [name for name, mark in found.items() if mark in html]


def test_two_parts_are_lines_with_the_finding_as_title(client):
    make_split(THREE)

    response = page(client, "testen", deel=parts("zuid", "noord"))

    assert texts(response, "h1") == ["Testen. Hoogste: Zuid, 50; laagste: Noord, 30 (2023)"]
    assert "<title>Testen: gebieden vergeleken" in response.content.decode()
    assert shape(response) == ["lines"]
    assert texts(response, "p")[0] == (
        "Je koos 2 van de 3 gebieden. Het hoogste cijfer is dat van Zuid: 50 tests in 2023. "
        "Het laagste is dat van Noord: 30. In heel Nederland waren er 100 tests in 2023. "
        "Bij 2 van de 2 gekozen gebieden was het cijfer in 2023 hoger dan in 2022."
    )
    assert texts(response, "figcaption") == ["Bron: Uitgever. Alle lijnen hebben dezelfde schaal."]
    assert texts(response, "title") == ["2021: Noord 10, Zuid 40", "2022: Noord 20, Zuid 30", "2023: Noord 30, Zuid 50"]
    assert "js/chart-tip.js" in response.content.decode()


def test_table_has_every_number_with_status_and_source(client):
    make_split("Noord 10 20 30*\nZuid 40 x 50\nLand 70 70 100")

    response = page(client, "testen", deel=parts("noord", "zuid"))

    assert texts(response, "h2")[:3] == ["Naast elkaar in tests", "De cijfers", "Eén voor één"]
    hidden = "niet getoond: groep te klein"
    assert rows(response)[:3] == [
        ["Noord", "10", "20", "30 (voorlopig)"], ["Zuid", "40", hidden, "50"], ["Heel Nederland", "70", "70", "100"],
    ]  # fmt: skip
    assert texts(response, "th")[1:4] == ["2021", "2022", "2023"]
    assert [row[:3] for row in rows(response)[3:]] == [
        ["2021", "10", "onbekend"], ["2022", "20", "onbekend"], ["2023", "30", "voorlopig"],
        ["2021", "40", "onbekend"], ["2022", hidden, "onbekend"], ["2023", "50", "onbekend"],
    ]  # fmt: skip
    assert texts(response, "h3") == ["Noord", "Zuid"]
    assert (
        "De lijn loopt van 10 tests in 2021 naar 30 (voorlopig cijfer) in 2023. Het hoogste cijfer is 30 (voorlopig "
        "cijfer), in 2023. Het laagste cijfer is 10, in 2021. Het cijfer over 2023 is voorlopig."
    ) in texts(response, "p")
    assert texts(response, "figcaption")[0] == (
        "Bron: Uitgever. Alle lijnen hebben dezelfde schaal. Een open punt is voorlopig. "
        "Waar een lijn ophoudt, tonen we geen cijfer of is er anders geteld."
    )


def test_page_says_what_the_figures_do_not_say_and_leads_on(client):
    make_split(THREE, unit="jongeren")

    response = page(client, "testen", deel=parts("noord", "oost"))

    assert texts(response, "ul")[1] == (
        "Tel perioden niet op: dezelfde jongere kan in twee perioden meetellen. "
        "Een lager of hoger cijfer zegt niet of jongeren nu beter geholpen zijn. Nieuwste cijfer dat wij hebben: 2023. "
        "Een hoger aantal kan ook komen doordat een gebied of een groep groter is."
    )
    assert links(response)[:2] == ["/monitor/indicator/testen/", "/monitor/indicator/testen/cijfers.csv"]


@pytest.mark.parametrize(("count", "kind"), [(4, "lines"), (5, "multiples"), (6, "multiples")])
def test_more_than_four_lines_are_a_plot_each(client, count, kind):
    names = "ABCDEF"[:count]
    make_split("\n".join(f"{name} 1 2 {number}" for number, name in enumerate(names, 3)))

    response = page(client, "testen", deel=parts(*(name.lower() for name in names)))

    assert shape(response) == [kind]
    assert ("js/chart-tip.js" in response.content.decode()) == (kind == "lines")
    # All of them: nothing to say on a choice.
    assert texts(response, "p")[0].startswith(f"Het hoogste cijfer is dat van {names[-1]}: {count + 2} tests in 2023.")


def test_one_shared_period_is_bars_of_counts_without_the_country(client):
    make_split("Noord 10\nZuid 40\nLand 50")

    response = page(client, "testen", deel=parts("noord", "zuid"))

    assert shape(response) == ["bars"]
    assert texts(response, "h2")[0] == "Naast elkaar in tests, 2021"
    assert "Heel Nederland:" not in main(response)
    assert "js/chart-tip.js" not in response.content.decode()


@pytest.mark.parametrize(("country", "reference"), [("Land 15.5", True), ("Land x", False), ("", False)])
def test_one_shared_period_is_dots_of_shares_beside_the_country(client, country, reference):
    make_split(f"Noord 10\nZuid 40\nOost x\n{country}", unit="procent", measure="aandeel")

    response = page(client, "testen", deel=parts("noord", "zuid", "oost"))

    assert shape(response) == ["dots"]
    assert ("Heel Nederland: 15,5%" in main(response)) == reference
    assert "niet getoond: groep te klein" in texts(response, "figure")[0]
    assert "Van 1 van de 3 gebieden tonen we geen cijfer: de groep is te klein." in texts(response, "p")[0]
    assert "Een hoger aantal" not in main(response)


def test_periods_of_one_kind_are_compared_those_of_most_figures(client):
    indicator = make_indicator(slug="testen", name="Testen")
    north, south = make_areas("Noord", "Zuid")
    for area, value in ((north, "10"), (south, "20")):
        for period in ("2021-H1", "2022-H1"):
            make_figure(make_series(indicator, area), period, value)
    make_figure(make_series(indicator, north), "2023", "987654")

    response = page(client, "testen", deel=parts("noord", "zuid"))

    assert texts(response, "th")[1:3] == ["1e helft 2021", "1e helft 2022"]
    assert "987.654" not in main(response)


def test_part_without_a_figure_of_these_periods_is_named(client):
    indicator = make_split("Noord 10 20 30\nZuid 40 30 50\nOost - - -\nWest 1 2 3")
    make_figure(make_series(indicator, Dimension.objects.get().categories.get(slug="oost")), "2023-H1", "987654")

    response = page(client, "testen", deel=parts("noord", "zuid", "oost"))

    assert "Van Oost is er geen cijfer." in texts(response, "p")[0]
    assert ["Oost", "geen cijfer", "geen cijfer", "geen cijfer"] in rows(response)
    assert "987.654" not in main(response)
    # Noord, Zuid, and the choice of a day.
    assert len(texts(response, "details")) == 3


def test_newest_shared_period_is_told_and_what_comes_after_is_too_new(client):
    make_split("Noord 10 20 30\nZuid 40 30 x\nOost 1 2 -")

    response = page(client, "testen", deel=parts("noord", "zuid", "oost"))

    assert texts(response, "p")[0] == (
        "Het hoogste cijfer is dat van Zuid: 30 tests in 2022. Het laagste is dat van Oost: 2. "
        "Bij 1 van de 3 gebieden was het cijfer in 2022 lager dan in 2021. "
        "Bij 2 van de 3 gebieden was het cijfer in 2022 hoger dan in 2021. "
        "Over 2023 zijn er te weinig cijfers om te vergelijken."
    )


def test_how_certain_figures_are_is_said_once(client):
    make_split("Noord 10* 20* 30*\nZuid 40* 30* 50*")

    response = page(client, "testen", deel=parts("noord", "zuid"))

    assert texts(response, "p")[0] == (
        "Het hoogste cijfer is dat van Zuid: 50 tests in 2023. Het laagste is dat van Noord: 30. "
        "Bij 2 van de 2 gebieden was het cijfer in 2023 hoger dan in 2022. Deze cijfers zijn voorlopig."
    )


def test_figures_counted_in_another_way_are_not_set_beside_each_other(client):
    indicator = make_split("Noord 10 20 30 40 50\nZuid 40 30 50 30 20")
    Break.objects.create(indicator=indicator, on=date(2025, 1, 1), text="Nieuwe manier.")

    response = page(client, "testen", deel=parts("noord", "zuid"))

    assert texts(response, "p")[0] == (
        "Het hoogste cijfer is dat van Noord: 50 tests in 2025. Het laagste is dat van Zuid: 20. "
        "Vanaf 1 januari 2025 is er anders geteld. Vergelijk dit niet met cijfers van daarvoor."
    )
    assert "2025: Noord 50, Zuid 20, vanaf hier anders geteld" in texts(response, "title")
    assert "Vanaf 1 januari 2025 is er anders geteld. Nieuwe manier." in texts(response, "p")


def test_parts_that_never_share_a_period_are_a_table_only(client):
    indicator = make_split("Noord 10 20 30\nZuid - - -\nOost 1 1 1")
    make_line(indicator, "40", Dimension.objects.get().categories.get(slug="zuid"), start=2024)

    response = page(client, "testen", deel=parts("noord", "zuid"))

    assert shape(response) == []
    assert texts(response, "p")[0] == (
        "Je koos 2 van de 3 gebieden. Over geen enkele periode kunnen we twee van deze cijfers naast elkaar zetten. "
        "Alleen van Zuid zie je hier een cijfer: 40 tests in 2024. Van Noord is er geen cijfer."
    )
    assert rows(response)[:2] == [["Noord", "10", "20", "30", "geen cijfer"],
                                  ["Zuid", "geen cijfer", "geen cijfer", "geen cijfer", "40"]]  # fmt: skip


def test_hidden_parts_alone_are_said_to_be_hidden(client):
    make_split("Noord x\nZuid x\nOost 50\nWest 60")

    response = page(client, "testen", deel=parts("noord", "zuid"))

    assert texts(response, "h1") == ["Testen. Geen cijfers die we tonen"]
    assert shape(response) == []
    assert "Van 2 van de 2 gekozen gebieden tonen we geen cijfer: de groep is te klein." in texts(response, "p")[0]
    assert "Nieuwste cijfer dat wij hebben" not in main(response)


def test_two_periods_are_not_enough_for_lines(client):
    make_split("Noord 10 20\nZuid 40 30\nOost 50 -")

    response = page(client, "testen", deel=parts("noord", "zuid", "oost"))

    assert shape(response) == ["bars"]
    assert texts(response, "figure")[0].endswith(" Zuid 30 Noord 20 Oost geen cijfer Bron: Uitgever.")


def test_one_off_count_is_never_beside_the_others(client):
    indicator = make_split("Noord 10 20 30\nZuid 40 30 50\nLand 1 2 3")
    make_line(indicator, "987654", Dimension.objects.get().categories.get(slug="zuid"), start=2024, one_off=True)
    make_line(indicator, "987654", start=2020, one_off=True)

    response = page(client, "testen", deel=parts("noord", "zuid"))

    assert "987.654" not in main(response)


def test_total_is_no_part(client):
    make_split("Noord 10 20 30\nZuid 40 30 50\nTotaal 50 50 80")

    response = page(client, "testen", deel=parts("noord", "totaal"))

    assert (response.status_code, shape(response)) == (200, [])
    assert 'value="gebied:totaal"' not in main(response)
    assert 'role="alert"' in main(response)
