"""Ten thousand pieces of news, ten thousand notices and a release of a hundred thousand figures: as many queries as of
one of each, and none that brings more than a page."""

from datetime import UTC, date, datetime, timedelta

import pytest

from advies.models import Bearing, News
from monitor.models import Period, PublicFigure, Series
from projects.models import Update
from tests.factories import LONG_AGO, make_advies, make_indicator, make_project, make_release
from tests.pages import list_rows

pytestmark = [pytest.mark.django_db, pytest.mark.scale]
MANY = 10_000
SERIES = 500
START = date(2001, 1, 1)
NEWEST = datetime(2025, 12, 1, tzinfo=UTC)


def days(count):
    return [START + timedelta(days=nth % 9_000) for nth in range(count)]


def make_news(count):
    adviezen = [make_advies() for _ in range(12)]
    told = {"kind": "besluit", "published_at": LONG_AGO}
    found = News.objects.bulk_create(
        [
            News(slug=f"n{nth}", title=f"Nieuws {nth}", date_from=day, precision="dag", known_on=day, **told)
            for nth, day in enumerate(days(count))
        ]
    )
    Bearing.objects.bulk_create([Bearing(news=one, advies=adviezen[nth % 12]) for nth, one in enumerate(found)])


def make_notices(count):
    told = {"project": make_project(), "precision": "dag", "source_title": "Testbron", "published_at": LONG_AGO}
    Update.objects.bulk_create(
        [Update(slug=f"u{nth}", title=f"Bericht {nth}", date_from=day, **told) for nth, day in enumerate(days(count))]
    )


def make_figures(count):
    """All of one release."""
    release, indicators = make_release(published_at=NEWEST), [make_indicator() for _ in range(10)]
    series = Series.objects.bulk_create([Series(indicator=indicators[nth % 10], key=f"{nth}") for nth in range(SERIES)])
    first = [date(1700 + nth, 1, 1) for nth in range(count // SERIES)]
    periods = Period.objects.bulk_create([Period(code=f"{day.year}", kind="jaar", start=day, end=day) for day in first])
    told = {"release": release, "state": "gemeten", "value": 12, "valid_from": START}
    PublicFigure.objects.bulk_create(
        [PublicFigure(series=one, period=period, **told) for one in series for period in periods], batch_size=5_000
    )


@pytest.mark.parametrize(("count", "figures"), [(1, SERIES), (MANY, 200 * SERIES)])
def test_page_asks_as_often_of_many(client, django_assert_num_queries, count, figures):
    make_news(count)
    make_notices(count)
    make_figures(figures)

    for question in ({}, {"sinds": "2001-01-01", "stand": "2026-01-01"}):
        # Adviezen, how many there are, the keys; adviezen, news, its sources and adviezen; notices, their projects;
        # releases, their indicators; what every page asks.
        with django_assert_num_queries(14):
            response = client.get("/nieuw/", question)

        assert len(list_rows(response)) == min(count * 2 + 1, 50)


@pytest.mark.parametrize(
    ("address", "most"),
    [("/nieuw/?pagina=20", 14), ("/nieuw/nieuw.atom", 12), ("/nieuw/correcties.atom", 12), ("/", 40)],
)
def test_feeds_and_home_ask_no_more_of_many(client, django_assert_max_num_queries, address, most):
    make_news(MANY)
    make_notices(MANY)
    make_figures(200 * SERIES)

    with django_assert_max_num_queries(most):
        response = client.get(address)

    assert response.status_code == 200
