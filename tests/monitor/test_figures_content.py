"""Our own figures, after the content is loaded: what holds, what was said before, and what nobody may see."""

import re
from decimal import Decimal

import pytest
from django.db import transaction

from monitor.models import Indicator, PublicFigure
from monitor.reading import read_indicator
from stroomop.content import load_content
from stroomop.lib.numbers import dutch_number
from tests.monitor.series import PLACEMENTS
from tests.pages import links, main, rows, words

pytestmark = pytest.mark.django_db
NUMBER = re.compile(r"\d[\d.,]*\d|\d")


@pytest.fixture(scope="module", autouse=True)
def _content(django_db_setup, django_db_blocker):
    """Loaded once; what a test changes is undone to here."""
    with django_db_blocker.unblock(), transaction.atomic():
        load_content()
        yield
        transaction.set_rollback(True)


def test_content_of_placements_holds_the_revised_figures_and_keeps_the_others(client):
    indicator = Indicator.objects.get(code="JZP_PLAATSINGEN")

    reading = read_indicator(indicator)

    years = [str(year) for year in range(2013, 2024)]
    assert [(str(figure.period), str(figure.value)) for figure in reading.main] == [
        *zip(years, PLACEMENTS.split(), strict=True)
    ]
    earlier = {(str(figure.period), str(figure.value), figure.mention_only) for figure in reading.earlier}
    assert {("2019", "1680", False), ("2021", "1175", False), ("2022", "983", False), ("2019", "1706", True)} <= earlier
    response = client.get(indicator.get_absolute_url())
    assert [row[1] for row in rows(response)[:11]] == [dutch_number(Decimal(value)) for value in PLACEMENTS.split()]
    before = main(response).partition('id="eerder"')[2]
    assert {"1.680", "1.175", "983", "1.706"} <= set(NUMBER.findall(words(before)))


def test_content_has_one_current_figure_in_each_cell_that_is_more_than_mentioned():
    figures = PublicFigure.objects.all()
    cells = figures.filter(mention_only=False).order_by("series", "period").values_list("series", "period").distinct()
    current = figures.current().order_by("series", "period").values_list("series", "period")

    assert list(current) == list(cells)


def test_content_about_suicide_is_no_public_indicator(client):
    hidden = Indicator.objects.filter(code__startswith="SUICIDE")

    assert [indicator.kind for indicator in hidden] == ["gevoelig"] * 6
    assert [client.get(indicator.get_absolute_url()).status_code for indicator in hidden] == [404] * 6


def test_content_of_unpublished_indicators_stands_on_no_page_of_the_monitor(client):
    public = Indicator.objects.published()
    hidden = Indicator.objects.exclude(pk__in=public)
    addresses = ["/monitor/", *(indicator.get_absolute_url() for indicator in public)]

    pages = [client.get(address) for address in addresses]

    assert {page.status_code for page in pages} == {200}
    assert {client.get(indicator.get_absolute_url()).status_code for indicator in hidden} == {404}
    reached = {link for page in pages for link in links(page)}
    assert reached & {indicator.get_absolute_url() for indicator in hidden} == set()
    # Large numbers outside drawings: others may stand there for another reason, such as an age or a tick of an axis.
    texts = [words(re.sub(r"<svg.*</svg>", "", main(page), flags=re.DOTALL)) for page in pages]
    shown = {number for text in texts for number in NUMBER.findall(text)}
    values = {dutch_number(value) for value in figures_of(hidden) if value and value >= 100}
    assert values & shown - {dutch_number(value) for value in figures_of(public) if value} == set()
    assert len(values) > 50


def test_content_of_public_indicators_can_be_reached_from_the_overview(client):
    reached = set(links(client.get("/monitor/")))

    missing = [one.code for one in Indicator.objects.published() if one.get_absolute_url() not in reached]
    assert missing == []


def figures_of(indicators):
    return PublicFigure.objects.filter(series__indicator__in=indicators).values_list("value", flat=True)
