"""A million figures: publishing, revising and reading ask as many queries as with a thousand."""

from datetime import date

import pytest
from django.db import connection

from monitor.models import Category, Dimension, Series
from monitor.models.ledger import Observation
from monitor.publication import publish
from tests.factories import make_indicator, make_observation, make_period, make_release, make_speerpunt
from tests.pages import main, rows

pytestmark = [pytest.mark.django_db, pytest.mark.scale]
INDICATORS = 20
YEARS = range(2000, 2025)


def make_series(indicator, categories):
    """The country, and as many of its parts as there are categories."""
    parts = [Series(indicator=indicator, key=category.key) for category in categories]
    total, *parts = Series.objects.bulk_create([Series(indicator=indicator), *parts])
    through = Series.categories.through
    through.objects.bulk_create(
        [through(series=one, category=category) for one, category in zip(parts, categories, strict=True)]
    )
    return [total, *parts]


def make_categories(dimensions, size):
    """Each dimension covers the country."""
    made = [Dimension(slug=f"deel-{nth}", name=f"deel {nth}", plural="delen", covers=True) for nth in range(dimensions)]
    numbered = [(one, nth) for one in Dimension.objects.bulk_create(made) for nth in range(size)]
    return Category.objects.bulk_create(
        [Category(dimension=one, name=f"{nth}", slug=f"{nth}") for one, nth in numbered]
    )


def observations(series, periods, size, release):
    """Each part has hundreds, and now and then (not in 2000) a few: those are hidden, with others."""
    for number, period in enumerate(periods):
        counts = [3 if (number * 31 + nth + 40) % 97 == 0 else 200 + nth for nth in range(size)]
        # The same in each breakdown.
        everything = (sum(counts), *counts * (len(series) // size))
        for one, count in zip(series, everything, strict=True):
            yield Observation(release=release, series=one, period=period, state="gemeten", value=count)


def fill(dimensions, size, years):
    """The first indicator goes through the gate; the others are copies of what that let through, row by row."""
    categories = make_categories(dimensions, size)
    codes = [code for year in years for code in (str(year), *(f"{year}-Q{quarter}" for quarter in range(1, 5)))]
    periods, release, speerpunt = (
        [make_period(code) for code in codes],
        make_release(published_at=None),
        make_speerpunt(),
    )
    first, *others = [make_indicator(speerpunt=speerpunt) for _ in range(INDICATORS)]
    series = make_series(first, categories)
    Observation.objects.bulk_create(observations(series, periods, size, release), batch_size=2000)
    publish([release])
    for other in others:
        copies = make_series(other, categories)
        for table in ("monitor_observation", "monitor_publicfigure"):
            copy(table, series[0].pk, copies[0].pk - series[0].pk, len(series))
    return first


def copy(table, start, offset, number):
    with connection.cursor() as cursor:
        names = [column.name for column in connection.introspection.get_table_description(cursor, table)]
        kept = ", ".join(name for name in names if name not in ("id", "series_id"))
        cursor.execute(
            f"INSERT INTO {table} (series_id, {kept}) SELECT series_id + %s, {kept} FROM {table}"
            " WHERE series_id >= %s AND series_id < %s",
            [offset, start, start + number],
        )


def revision(indicator):
    release = make_release(published_at=None, known_on=date(2025, 1, 1))
    for series in Series.objects.filter(indicator=indicator).order_by("pk")[1:6]:
        for code in ("2000", "2000-Q1"):
            make_observation(series, code, "999", release=release)
    return release


@pytest.mark.parametrize(
    ("dimensions", "size", "years"), [(1, 9, YEARS[:1]), (20, 20, YEARS)], ids=["a thousand", "a million"]
)
def test_queries_do_not_grow_with_the_figures(client, django_assert_num_queries, dimensions, size, years):
    indicator = fill(dimensions, size, years)
    release = revision(indicator)
    assert Observation.objects.count() == INDICATORS * (dimensions * size + 1) * 5 * len(years) + 10

    with django_assert_num_queries(20):
        publish([release])
    with django_assert_num_queries(17):
        page = client.get(indicator.get_absolute_url())
    with django_assert_num_queries(14):
        overview = client.get("/monitor/")

    assert "999" in main(page)
    assert len(rows(overview)) == INDICATORS
