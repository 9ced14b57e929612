from datetime import UTC, datetime

import pytest

from tests.factories import (
    make_advies,
    make_category,
    make_figure,
    make_help_line,
    make_indicator,
    make_release,
    make_series,
    make_source,
    make_speerpunt,
    make_text_block,
)
from tests.pages import links, list_rows, main, offers_help, rows, texts

pytestmark = pytest.mark.django_db
URL = "/monitor/"
QUERIES = 20
FRESH = "onbekend sinds wanneer; volgende onbekend"
PAST, FUTURE = datetime(2021, 1, 1, tzinfo=UTC), datetime(2999, 1, 1, tzinfo=UTC)


def make_shown(value="1818", period="2023", **kwargs):
    indicator = make_indicator(**kwargs)
    release = make_release(source=make_source(publisher="Uitgever"))
    make_figure(make_series(indicator), period, value, release=release, status="voorlopig")
    return indicator


def test_overview_shows_speerpunten_in_order_with_their_newest_figures(client):
    second = make_speerpunt(number=2, name="Tweede", slug="tweede")
    make_speerpunt(number=1, name="Eerste", slug="eerste")
    make_shown(name="B", slug="b", speerpunt=second, order=2, value="12.50", direction="geen")
    make_shown(name="A", slug="a", speerpunt=second, order=1, direction="dalen")

    response = client.get(URL)

    assert texts(response, "h2") == ["Eerste", "Tweede"]
    assert rows(response) == [
        ["A", "1.818 tests in 2023 (voorlopig)", "dalen", "status voorlopig; Uitgever", FRESH],
        ["B", "12,50 tests in 2023 (voorlopig)", "geen", "status voorlopig; Uitgever", FRESH],
    ]
    assert links(response)[:4] == [
        "/monitor/eerste/", "/monitor/tweede/", "/monitor/indicator/a/", "/monitor/indicator/b/",
    ]  # fmt: skip


def test_overview_shows_figures_of_no_speerpunt_apart(client):
    make_shown(name="Los")

    response = client.get(URL)

    assert (texts(response, "h2"), [row[0] for row in rows(response)]) == (["Andere cijfers"], ["Los"])


def test_overview_gives_the_reason_where_there_is_no_number(client):
    make_figure(make_series(make_indicator(name="Los")), "2023", None, state="niet-getoond")

    assert rows(client.get(URL))[0][:2] == ["Los", "Niet getoond in 2023, de groep is te klein"]


def test_overview_leads_to_an_indicator_without_national_figure(client):
    broken_down = make_indicator(name="Uitgesplitst", order=1)
    make_figure(make_series(broken_down, make_category()), "2023", "5")
    only_earlier = make_indicator(name="Vroeger", order=2)
    make_figure(make_series(only_earlier, make_category()), "2023", "5", mention_only=True)
    make_indicator(name="Leeg", order=3)

    response = client.get(URL)

    assert rows(response) == [
        ["Uitgesplitst", "zie de uitsplitsing"],
        ["Vroeger", "geen cijfer"],
        ["Leeg", "geen cijfer"],
    ]
    assert links(response)[0] == broken_down.get_absolute_url()


def test_overview_names_whose_figure_it_is_and_who_passed_it_on(client):
    source = make_source(origin="Bron", publisher="Krant")
    make_figure(make_series(make_indicator(name="Los")), "2023", "5", release=make_release(source=source))

    assert [row[3] for row in rows(client.get(URL))] == ["status onbekend; Bron, via Krant"]


def test_overview_of_a_speerpunt_without_figures_says_so(client):
    make_speerpunt(name="Leeg")

    response = client.get(URL)

    assert rows(response) == []
    assert texts(response, "section") == ["Leeg Over dit speerpunt tonen we nog geen cijfers."]


def test_overview_without_anything_still_tells_what_it_is(client):
    make_text_block("monitor_sources", "Zie https://voorbeeld.test/cijfers.")

    response = client.get(URL)

    assert (texts(response, "h1"), texts(response, "h2")) == (["Monitor: de cijfers"], [])
    assert links(response)[0] == "https://voorbeeld.test/cijfers"


def test_overview_shows_figures_of_a_hidden_speerpunt_apart(client):
    indicator = make_shown(speerpunt=make_speerpunt(published_at=None))

    response = client.get(URL)

    assert texts(response, "h2") == ["Andere cijfers"]
    assert links(response)[0] == indicator.get_absolute_url()


def test_overview_shows_help_beside_a_sensitive_speerpunt(client):
    make_help_line(name="Testlijn")
    make_speerpunt(sensitive=True)

    assert "Testlijn" in main(client.get(URL))


@pytest.mark.parametrize(("sensitive", "offered"), [(True, True), (False, False)])
def test_overview_shows_help_beside_a_figure_of_a_sensitive_speerpunt_that_is_a_draft(client, sensitive, offered):
    make_indicator(speerpunt=make_speerpunt(sensitive=sensitive, published_at=None))

    assert offers_help(client.get(URL)) == offered


@pytest.mark.parametrize("kind", ["losse-telling", "norm"])
def test_overview_lists_what_may_not_be_compared_without_a_table(client, kind):
    speerpunt = make_speerpunt(name="Eerste")
    make_shown(name="Geteld", kind=kind, speerpunt=speerpunt, period="2019")
    make_shown(name="Geteld bij niets", kind=kind)
    make_figure(make_series(make_indicator(name="Per deel", kind=kind), make_category()), "2023", "5")
    make_indicator(name="Leeg", kind=kind)

    response = client.get(URL)

    assert texts(response, "h2") == ["Eerste", "Losse tellingen"]
    assert "Hierover is geen reeks door de jaren. Er is wel één losse telling." in texts(response, "p")
    assert rows(response) == []
    told = "Niet te vergelijken. Status: voorlopig. Bron: Uitgever."
    assert sorted(list_rows(response)) == [
        f"Geteld bij niets: 1.818 tests in 2023 (voorlopig). {told}",
        f"Geteld: 1.818 tests in 2019 (voorlopig). {told}",
        "Leeg: geen cijfer.",
        "Per deel: zie de uitsplitsing.",
    ]


def test_overview_counts_the_one_off_counts_of_a_speerpunt(client):
    speerpunt = make_speerpunt(name="Eerste")
    for _ in range(2):
        make_shown(kind="losse-telling", speerpunt=speerpunt)

    assert "Er zijn wel 2 losse tellingen." in main(client.get(URL)).replace('<a href="#losse-tellingen">', "").replace(
        "</a>", ""
    )


def test_overview_tells_no_number_of_what_is_too_heavy_for_one(client):
    indicator = make_indicator(name="Zwaar", kind="gevoelig")

    response = client.get(URL)

    assert texts(response, "h2") == ["Zonder grafiek"]
    assert links(response)[0] == indicator.get_absolute_url()


def test_overview_shows_the_twelve_beside_the_figures(client):
    advies = make_advies(number=4, short_name="Testadvies")

    response = client.get(URL)

    assert texts(response, "h2") == ["De twaalf adviezen"]
    assert links(response)[0] == advies.get_absolute_url()


def test_overview_draws_a_small_line_beside_a_series(client):
    series = make_series(make_shown("3", "2023"))
    make_figure(series, "2022", "2")
    make_figure(series, "2021", "1")

    assert main(client.get(URL)).count('<svg class="spark"') == 1


def test_overview_leaves_out_what_is_not_public(client):
    speerpunt = make_speerpunt(name="Openbaar")
    for moments in ({"published_at": None}, {"published_at": FUTURE}, {"archived_at": PAST}):
        make_speerpunt(**moments)
        make_shown(speerpunt=speerpunt, value="987654", **moments)
        make_shown(value="987654", **moments)

    response = client.get(URL)

    assert (texts(response, "h2"), rows(response)) == (["Openbaar"], [])
    assert "987" not in main(response)


@pytest.mark.parametrize("size", [3, 200])
def test_overview_asks_a_fixed_number_of_queries(client, django_assert_num_queries, size):
    speerpunt, release = make_speerpunt(), make_release()
    for _ in range(size):
        for indicator in (make_indicator(), make_indicator(speerpunt=speerpunt)):
            make_figure(make_series(indicator), "2023", "1", release=release)

    # Speerpunten; indicators, series, figures, those before them, checks, definitions and breaks, once of the
    # speerpunten and once of the rest; the adviezen; whether there is a panel; what every page asks.
    with django_assert_num_queries(QUERIES):
        response = client.get(URL)

    assert len(rows(response)) == 2 * size


def test_overview_asks_no_more_queries_for_more_figures(client, django_assert_num_queries):
    series, release = make_series(make_indicator(speerpunt=make_speerpunt())), make_release()
    make_shown()
    for year in range(1800, 2000):
        make_figure(series, str(year), "1", release=release)

    with django_assert_num_queries(QUERIES):
        client.get(URL)


@pytest.mark.parametrize("question", ["?page=0", "?periode=%00&speerpunt=x", "?=&&;%ff", "?jaar=99999999999999999999"])
def test_overview_does_not_mind_a_nonsense_question(client, question):
    make_shown()

    assert main(client.get(URL + question)) == main(client.get(URL))


def test_overview_refuses_to_be_written_to(client):
    assert client.post(URL).status_code == 405
