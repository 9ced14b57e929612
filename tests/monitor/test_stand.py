"""The pages of the Monitor as of a day."""

from datetime import UTC, date, datetime

import pytest

from stroomop.lib import clock
from tests.factories import make_category, make_figure, make_indicator, make_series, make_speerpunt
from tests.pages import links, main, rows, texts

pytestmark = pytest.mark.django_db

BEFORE, FIRST, SECOND = "2022-12-31", "2023-01-01", "2024-01-01"
NOINDEX = '<meta name="robots" content="noindex">'
TODAY = "Bekijk de stand van vandaag"


@pytest.fixture(autouse=True)
def _later():
    with clock.fixed_at(datetime(2027, 3, 15, 12, tzinfo=UTC)):
        yield


@pytest.fixture
def indicator():
    """Three years that became known on the first day; on the second one was revised and one added."""
    indicator = make_indicator(name="Testen", slug="testen", speerpunt=make_speerpunt(name="Punt"))
    series, part = make_series(indicator), make_series(indicator, make_category(name="Noord"))
    first, second = date.fromisoformat(FIRST), date.fromisoformat(SECOND)
    for period, value in (("2019", "10"), ("2020", "20")):
        make_figure(series, period, value, valid_from=first)
    make_figure(series, "2021", "30", valid_from=first, valid_to=second, status="voorlopig")
    make_figure(series, "2021", "31", valid_from=second)
    make_figure(series, "2022", "40", valid_from=second)
    make_figure(part, "2021", "5", valid_from=second)
    return indicator


def test_indicator_of_an_earlier_day_tells_what_was_known(client, indicator):
    response = client.get(indicator.get_absolute_url(), {"stand": "2023-06-01"})

    assert texts(response, "h1") == ["Testen: 30 tests in 2021 (voorlopig), 10 meer dan in 2020"]
    assert texts(response, "p")[:2] == [
        "Zoals bekend op 1 juni 2023",
        f"Je ziet wat op die dag openbaar was. Korte namen en uitleg zijn wel die van nu. {TODAY}",
    ]
    first = "Vergeleken met 2019 (10) is dat 20 meer."
    assert f"In 2021 waren er 30 tests (voorlopig cijfer), 10 meer dan in 2020. {first}" in texts(response, "p")
    assert [row[:3] for row in rows(response)] == [
        ["2019", "10", "onbekend"], ["2020", "20", "onbekend"], ["2021", "30", "voorlopig"],
    ]  # fmt: skip
    assert texts(response, "title") == ["2019: 10 tests", "2020: 20 tests", "2021 (voorlopig): 30 tests"]
    assert texts(response, "h2") == ["Het verloop in tests", "De cijfers", "Wat er geteld wordt"]
    assert "De lijn loopt van 10 tests in 2019 naar 30 (voorlopig cijfer) in 2021." in main(response)


def test_indicator_of_the_day_of_a_revision_has_both(client, indicator):
    response = client.get(indicator.get_absolute_url(), {"stand": SECOND})

    assert texts(response, "h1") == ["Testen: 40 tests in 2022, 9 meer dan in 2021"]
    assert [row[:2] for row in rows(response)] == [
        ["2019", "10"], ["2020", "20"], ["2021", "31"], ["2022", "40"], ["Noord", "5"], ["2021", "30"],
    ]  # fmt: skip


def test_indicator_before_its_first_figure_says_so(client, indicator):
    response = client.get(indicator.get_absolute_url(), {"stand": BEFORE})

    assert (texts(response, "h1"), rows(response), texts(response, "figure")) == (["Testen"], [], [])
    assert f"Op die dag kenden we van deze indicator nog geen cijfer. {TODAY}" in texts(response, "p")


@pytest.mark.parametrize(
    ("stand", "row"),
    [
        ("", ["Testen", "40 tests in 2022, 9 meer dan in 2021"]),
        ("2023-06-01", ["Testen", "30 tests in 2021 (voorlopig), 10 meer dan in 2020"]),
        (BEFORE, ["Testen", "geen cijfer"]),
    ],
)
def test_overview_of_a_day_has_the_newest_figures_of_then(client, indicator, stand, row):
    response = client.get("/monitor/", {"stand": stand})

    assert rows(response)[0][:2] == row
    assert (f"Op die dag kenden we nog geen enkel cijfer. {TODAY}" in texts(response, "p")) == (stand == BEFORE)


def test_overview_with_only_a_breakdown_is_not_empty(client):
    make_figure(make_series(make_indicator(), make_category()), "2021", "5", valid_from=date(2023, 1, 1))

    assert "nog geen enkel cijfer" not in main(client.get("/monitor/", {"stand": FIRST}))


def test_links_between_pages_keep_the_day(client, indicator):
    overview = client.get("/monitor/", {"stand": FIRST})
    detail = client.get(indicator.get_absolute_url(), {"stand": FIRST})

    assert links(overview) == [
        "/monitor/",
        f"{indicator.speerpunt.get_absolute_url()}?stand=2023-01-01",
        "/monitor/indicator/testen/?stand=2023-01-01",
        "/monitor/cijfers.csv?stand=2023-01-01",
        "/monitor/vergelijk/?stand=2023-01-01",
        "/nieuw/?soort=correcties&amp;stand=2023-01-01",
    ]
    assert links(detail) == [
        "/monitor/indicator/testen/",
        "/monitor/vergelijk/?cijfer=testen&amp;stand=2023-01-01#tweede-kiezen",
        "/monitor/indicator/testen/grafiek.svg?stand=2023-01-01",
        "/monitor/indicator/testen/grafiek-klein.png?stand=2023-01-01",
        "/monitor/indicator/testen/grafiek-groot.png?stand=2023-01-01",
        "/monitor/indicator/testen/cijfers.csv?stand=2023-01-01",
        f"{indicator.speerpunt.get_absolute_url()}?stand=2023-01-01",
        "/monitor/?stand=2023-01-01",
        "/nieuw/?soort=correcties&amp;stand=2023-01-01",
    ]


def test_links_of_today_have_no_day(client, indicator):
    assert [link for link in links(client.get("/monitor/")) if "stand" in link] == []
    assert links(client.get(indicator.get_absolute_url())) == [
        "/monitor/vergelijk/?cijfer=testen#tweede-kiezen",
        "/monitor/indicator/testen/grafiek.svg",
        "/monitor/indicator/testen/grafiek-klein.png",
        "/monitor/indicator/testen/grafiek-groot.png",
        "/monitor/indicator/testen/cijfers.csv",
        indicator.speerpunt.get_absolute_url(),
        "/monitor/",
        "/nieuw/?soort=correcties",
    ]


def test_page_of_a_sensitive_indicator_offers_no_file(client):
    response = client.get(make_indicator(kind="gevoelig").get_absolute_url())

    assert links(response) == ["/monitor/", "/nieuw/?soort=correcties"]


@pytest.mark.parametrize("path", ["/monitor/", "/monitor/indicator/testen/"])
def test_page_has_a_form_and_a_citation_and_keeps_search_engines_from_a_day(client, indicator, path):
    chosen, today = client.get(path, {"stand": FIRST}), client.get(path)

    assert f"zoals bekend op 1 januari 2023, https://portaal.test{path}?stand=2023-01-01 (bekeken" in main(chosen)
    assert 'name="stand" id="id_stand" max="2027-03-15" value="2023-01-01"' in main(chosen)
    assert (NOINDEX in chosen.content.decode(), NOINDEX in today.content.decode()) == (True, False)


@pytest.mark.parametrize("path", ["/monitor/", "/monitor/indicator/testen/"])
@pytest.mark.parametrize("stand", ["2027-03-16", "gisteren", "2023-02-30", "\0", "1066-10-14"])
def test_day_that_cannot_be_shown_gives_today_with_the_reason(client, indicator, path, stand):
    response = client.get(path, {"stand": stand})

    assert (response.status_code, rows(response)) == (200, rows(client.get(path)))
    assert "Die dag kunnen we niet tonen" in main(response)


def test_home_is_always_today(client, indicator):
    assert main(client.get("/", {"stand": FIRST})) == main(client.get("/"))
