"""Ways from the page of an indicator to its comparisons."""

from datetime import date

import pytest
from django.template.loader import render_to_string

from monitor.reading import read_indicator
from stroomop.lib.stand import Stand
from tests.factories import make_indicator
from tests.monitor.comparison.kit import make_areas, make_line, make_split
from tests.pages import words

pytestmark = pytest.mark.django_db
DAY = date(2026, 11, 22)
ACTION = "/monitor/vergelijk/?cijfer=testen"


def compare_links(indicator, chosen=False):
    context = {"indicator": indicator, "reading": read_indicator(indicator, DAY), "stand": Stand(DAY, chosen)}
    return render_to_string("monitor/_compare_links.html", context)


def test_indicator_leads_to_its_parts_and_to_another_figure():
    indicator = make_split("Land 1 2 3\nNoord 1 2 3\nZuid 4 5 6\nTotaal 5 7 9")
    for area in make_areas(*"ABCDEFG", name="streek", plural="streken"):
        make_line(indicator, "1", area)

    html = compare_links(indicator)

    assert words(html) == (
        "Vergelijk: de gebieden met elkaar, streken die je kiest, met een ander cijfer op één tijdas"
    )
    assert html.split('href="')[1].partition('"')[0] == f"{ACTION}&amp;deel=gebied:noord&amp;deel=gebied:zuid"
    assert html.split('href="')[2].partition('"')[0] == f"{ACTION}#per-streek-kiezen"
    assert html.split('href="')[3].partition('"')[0] == f"{ACTION}#tweede-kiezen"


def test_links_keep_the_day():
    html = compare_links(make_split("Noord 1 2 3\nZuid 4 5 6"), chosen=True)

    assert words(html) == "Vergelijk: de gebieden met elkaar"
    assert "&amp;deel=gebied:zuid&amp;stand=2026-11-22" in html


@pytest.mark.parametrize("kind", ["gevoelig", "losse-telling", "norm"])
def test_what_may_not_be_compared_has_no_links(kind):
    assert compare_links(make_split("Land 1 2 3\nNoord 1 2 3\nZuid 4 5 6", kind=kind)).strip() == ""


@pytest.mark.parametrize("drawing", ["Noord 1 2 3", "Noord 1\nZuid x", "Land 1 2", "Land 1 2\nTotaal 1 2 3"])
def test_too_few_figures_have_no_links(drawing):
    assert compare_links(make_split(drawing)).strip() == ""


def test_parts_with_only_one_off_counts_have_no_links():
    indicator = make_indicator()
    for area in make_areas("Noord", "Zuid"):
        make_line(indicator, "1 2 3", area, one_off=True)

    assert compare_links(indicator).strip() == ""


def test_links_ask_the_database_nothing(django_assert_num_queries):
    indicator = make_split("Land 1 2 3\nNoord 1 2 3\nZuid 4 5 6")
    context = {"indicator": indicator, "reading": read_indicator(indicator, DAY), "stand": Stand(DAY)}

    with django_assert_num_queries(0):
        assert render_to_string("monitor/_compare_links.html", context).strip()
