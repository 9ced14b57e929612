"""The corrections of figures, as a part of what is new."""

import re
from datetime import UTC, date, datetime

import pytest

from stroomop.lib import clock
from tests.factories import (
    make_category,
    make_figure,
    make_help_line,
    make_indicator,
    make_release,
    make_series,
    make_source,
    make_speerpunt,
)
from tests.pages import main, offers_help, page_links, rows, texts

pytestmark = pytest.mark.django_db

URL = "/nieuw/"
KIND = {"soort": "correcties"}


@pytest.fixture(autouse=True)
def _later():
    with clock.fixed_at(datetime(2027, 3, 15, 12, tzinfo=UTC)):
        yield


def table_links(response):
    """Where the rows lead."""
    return re.findall(r'href="([^"]+)"', main(response).partition("<table")[2])


def make_correction(on, *, was="1680", now="1707", period="2019", series=None):
    series = series or make_series(make_indicator(name="Testen", slug="testen"))
    source = make_source(title="Bron", url="https://a.test/")
    first, second = (make_release(source=source, version=version) for version in (1, 2))
    make_figure(series, period, was, release=first, valid_from=date(2020, 1, 1), valid_to=on)
    make_figure(series, period, now, release=second, valid_from=on)
    return series


def test_page_tells_what_was_and_is_and_why(client):
    make_correction(date(2027, 1, 5))

    response = client.get(URL, KIND)

    assert texts(response, "h1") == ["Correcties"]
    assert texts(response, "h2") == ["5 januari 2027"]
    assert rows(response) == [
        ["Testen, 2019", "1.680 tests", "1.707 tests", "De bron gaf later een ander getal.Bron: Bron"]
    ]
    assert table_links(response)[:2] == ["/monitor/indicator/testen/", "https://a.test/"]


def test_page_is_grouped_by_day_newest_first_and_says_what_is_from_before_the_launch(client):
    series = make_series(make_indicator(name="Testen"), make_category(name="Noord"))
    for version, on in enumerate([date(2021, 1, 5), date(2026, 11, 22)], start=1):
        make_figure(series, str(2010 + version), "1", valid_from=date(2020, 1, 1), valid_to=on)
        make_figure(series, str(2010 + version), "2", valid_from=on)

    response = client.get(URL, KIND)

    assert texts(response, "h2") == ["22 november 2026", "5 januari 2021 achteraf samengesteld"]
    assert [row[0] for row in rows(response)] == ["Testen, 2012, Noord", "Testen, 2011, Noord"]


def test_page_of_an_earlier_day_has_what_was_corrected_by_then(client):
    make_correction(date(2027, 1, 5))

    before, after = (client.get(URL, {**KIND, "stand": day}) for day in ("2027-01-04", "2027-01-05"))

    assert (rows(before), len(rows(after))) == ([], 1)
    assert "Op die dag was er nog geen cijfer veranderd. Bekijk de stand van vandaag" in texts(before, "p")
    assert texts(before, "p")[0] == "Zoals bekend op 4 januari 2027"
    assert table_links(after)[0] == "/monitor/indicator/testen/?stand=2027-01-05"
    assert '<meta name="robots" content="noindex">' in after.content.decode()


def test_page_without_corrections_says_so(client):
    response = client.get(URL, KIND)

    assert "Er is nog geen cijfer veranderd." in texts(response, "p")
    assert "zoals bekend op 15 maart 2027, https://portaal.test/nieuw/?stand=2027-03-15" in main(response)


@pytest.mark.parametrize(
    "hidden",
    [{"published_at": None}, {"archived_at": datetime(2021, 1, 1, tzinfo=UTC)}, {"kind": "gevoelig"}],
)
def test_page_tells_nothing_of_what_is_not_public(client, hidden):
    make_correction(date(2027, 1, 5), series=make_series(make_indicator(**hidden)))

    assert rows(client.get(URL, KIND)) == []


@pytest.mark.parametrize("sensitive", [True, False])
def test_page_offers_help_beside_a_figure_of_a_sensitive_focus_area(client, sensitive):
    make_help_line()
    make_correction(date(2027, 1, 5), series=make_series(make_indicator(speerpunt=make_speerpunt(sensitive=sensitive))))

    assert offers_help(client.get(URL, KIND)) == sensitive


def make_many(count):
    series, release = make_series(make_indicator()), make_release()
    for year in range(1900, 1900 + count):
        make_figure(series, str(year), "1", release=release, valid_from=date(2020, 1, 1), valid_to=date(2021, 1, 1))
        make_figure(series, str(year), "2", release=make_release(), valid_from=date(2021, 1, 1))


def test_long_list_is_cut_into_pages(client):
    make_many(51)

    response = client.get(URL, {**KIND, "stand": "2027-01-01"})
    last = client.get(URL, {**KIND, "stand": "2027-01-01", "pagina": "2"})

    assert (len(rows(response)), len(rows(last))) == (50, 1)
    assert "?soort=correcties&stand=2027-01-01&pagina=2" in page_links(response)
    assert (
        re.search('rel="canonical" href="([^"]+)"', last.content.decode())[1] == "https://portaal.test/nieuw/?pagina=2"
    )


@pytest.mark.parametrize("number", ["0", "3", "x", "-1"])
def test_page_that_is_not_there_is_not_found(client, number):
    assert client.get(URL, {**KIND, "pagina": number}).status_code == 404


@pytest.mark.parametrize("size", [1, 50])
def test_page_asks_a_fixed_number_of_queries(client, django_assert_num_queries, size):
    make_many(size)

    # How many there are; the figures, their categories with dimensions, what came after; what every page asks.
    with django_assert_num_queries(7):
        assert len(rows(client.get(URL, KIND))) == size


def test_page_cannot_be_posted_to(client):
    assert client.post(URL).status_code == 405
