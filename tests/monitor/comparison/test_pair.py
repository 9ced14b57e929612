"""Two indicators on one axis of time."""

from datetime import date

import pytest

from monitor.models import Break, Definition
from tests.factories import make_figure, make_indicator, make_release, make_series, make_source
from tests.monitor.comparison.kit import make_line, page
from tests.pages import links, main, rows, texts

pytestmark = pytest.mark.django_db
NO_CAUSE = "Dat twee lijnen samen veranderen, zegt niet dat de een door de ander komt."


@pytest.fixture
def tests():
    indicator = make_indicator(name="Testen", slug="testen")
    make_line(indicator, "10 20 30", start=2021)
    return indicator


@pytest.fixture
def shares():
    indicator = make_indicator(name="Delen", slug="delen", unit="procent", measure="aandeel")
    release = make_release(source=make_source(publisher="Andere uitgever"))
    make_line(indicator, "50 40 30*", start=2022, release=release)
    return indicator


@pytest.mark.usefixtures("tests", "shares")
def test_two_figures_are_panels_on_one_axis_and_no_cause(client):
    response = page(client, "testen", "delen")

    assert texts(response, "h1") == ["Testen en Delen op één tijdas"]
    assert texts(response, "p")[0] == (
        "Testen: in 2023 waren er 30 tests, 10 meer dan in 2022. Vergeleken met 2021 (10) is dat 20 meer. "
        "Delen: in 2024 was het 30 procent (voorlopig cijfer), 10 procentpunt lager dan in 2023. "
        f"Vergeleken met 2022 (50 procent) is dat 20 procentpunt lager. {NO_CAUSE}"
    )
    assert texts(response, "p")[1:3] == [
        "Testen: 30 tests in 2023, 10 meer dan in 2022 in tests",
        "Delen: 30 procent in 2024 (voorlopig), 10 procentpunt lager dan in 2023 in procent",
    ]
    assert texts(response, "title") == [
        "2021: 10 tests", "2022: 20 tests", "2023: 30 tests", "2024: geen cijfer",
        "2021: geen cijfer", "2022: 50%", "2023: 40%", "2024 (voorlopig): 30%",
    ]  # fmt: skip
    assert texts(response, "figcaption")[0] == (
        "Bron: Uitgever; Andere uitgever. Elk cijfer heeft een eigen schaal. Een open punt is voorlopig. "
        "Waar een lijn ophoudt, tonen we geen cijfer of is er anders geteld."
    )
    assert "js/chart-tip.js" in response.content.decode()


@pytest.mark.usefixtures("tests", "shares")
def test_each_figure_has_its_table_its_limits_and_its_own_page(client):
    response = page(client, "delen", "testen")

    assert texts(response, "h2")[:3] == ["Op één tijdas", "Delen", "Testen"]
    assert [row[:3] for row in rows(response)] == [
        ["2022", "50", "onbekend"], ["2023", "40", "onbekend"], ["2024", "30", "voorlopig"],
        ["2021", "10", "onbekend"], ["2022", "20", "onbekend"], ["2023", "30", "onbekend"],
    ]  # fmt: skip
    better = "Een lager of hoger cijfer zegt niet of jongeren nu beter geholpen zijn."
    assert texts(response, "ul")[:2] == [
        f"{better} Nieuwste cijfer dat wij hebben: 2024.",
        f"{better} Nieuwste cijfer dat wij hebben: 2023.",
    ]
    assert [link for link in links(response) if "/indicator/" in link] == [
        "/monitor/indicator/delen/", "/monitor/indicator/delen/cijfers.csv",
        "/monitor/indicator/testen/", "/monitor/indicator/testen/cijfers.csv",
    ]  # fmt: skip


def test_line_without_stops_has_a_short_caption(client, tests):
    other = make_indicator(name="Meer", slug="meer")
    make_line(other, "1 2 3", start=2021)

    response = page(client, "testen", "meer")

    assert texts(response, "figcaption") == ["Bron: Uitgever. Elk cijfer heeft een eigen schaal."]


def test_line_of_every_other_year_goes_on_beside_one_of_each_year(client, tests):
    other = make_indicator(name="Soms", slug="soms")
    for year in ("2019", "2021", "2023"):
        make_figure(make_series(other), year, "1")

    response = page(client, "soms", "testen")

    assert main(response).count('<path class="stroke') == 2
    assert "2022: geen cijfer" in texts(response, "title")


def test_break_cuts_only_the_line_that_was_counted_otherwise(client, tests, shares):
    make_line(tests, "40 50 60", start=2024)
    Break.objects.create(indicator=tests, on=date(2024, 1, 1), text="Nieuwe manier.")
    Break.objects.create(indicator=tests, on=date(2999, 1, 1), text="Later.")
    Definition.objects.create(indicator=shares, text="Toen zo.", valid_to=date(2020, 12, 31))

    response = page(client, "testen", "delen")

    assert "2024: 40 tests, vanaf hier anders geteld" in texts(response, "title")
    assert "2024 (voorlopig): 30%" in texts(response, "title")
    assert "Vanaf 1 januari 2024 is er anders geteld. Nieuwe manier." in texts(response, "p")
    assert "Later." not in main(response)


@pytest.mark.parametrize(
    ("periods", "told"),
    [
        ("2021/2022 2022/2023 2023/2024", "per schooljaar"),
        ("2021-H1 2022-H1 2023-H1", "per half jaar"),
        ("2021-01-01 2022-01-01 2023-01-01", "op één dag"),
    ],
)
@pytest.mark.usefixtures("tests")
def test_other_kinds_of_period_have_no_axis_in_common(client, periods, told):
    other = make_indicator(name="Anders", slug="anders")
    for period in periods.split():
        make_figure(make_series(other), period, "1")

    response = page(client, "testen", "anders")

    assert "<svg" not in main(response).partition("<figure")[2]
    assert texts(response, "p")[1] == (
        f"‘Testen’ telt per jaar, ‘Anders’ {told}. Dat past niet op één tijdas. Kies een ander tweede cijfer."
    )
    assert 'role="alert"' in main(response)


@pytest.mark.usefixtures("tests")
def test_figure_without_a_line_of_the_country_is_no_second(client):
    few = make_indicator(name="Weinig", slug="weinig")
    make_line(few, "1 2")

    response = page(client, "testen", "weinig")

    assert texts(response, "p")[1].startswith("Van ‘Weinig’ hebben we te weinig cijfers om te vergelijken.")
