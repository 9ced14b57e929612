"""A figure on suicide, should staff ever publish one: on no page, file or image is there more than words and help."""

import re
from datetime import date

import pytest

from monitor.models import Definition, Indicator
from monitor.publication import publish
from tests.factories import (
    make_advies,
    make_advies_indicator,
    make_figure,
    make_help_line,
    make_indicator,
    make_project,
    make_project_indicator,
    make_series,
    make_source,
    make_speerpunt,
)
from tests.monitor.gate import deliver
from tests.monitor.public_bytes import everything
from tests.pages import links, list_rows, main, offers_help, rows, words

pytestmark = pytest.mark.django_db
# Numbers that occur nowhere else: 61723, 61.723 and so on.
SECRET = re.compile(r"617[.,\s]?2\d")
DRAWN = re.compile("<svg|<img|<canvas|<table")
NAME = "Zware telling"


@pytest.fixture
def heavy():
    """Public, with figures behind the gate, beside an advies and a project, and in no focus area that is sensitive."""
    make_help_line(name="Testlijn")
    indicator = make_indicator(
        kind="gevoelig", name=NAME, slug="zwaar", unit="overledenen", speerpunt=make_speerpunt(),
        definition="Wie hier telt.", meaning="<p>Dit zegt niets over een oorzaak.</p>", source_note="In een brief.",
    )  # fmt: skip
    Definition.objects.create(indicator=indicator, text="Zo is geteld.", source=make_source(title="Testbrief"))
    publish([deliver(indicator, "2021 2022 2023\nland 61721 61722 61723")])
    publish([deliver(indicator, "2023\nland 61724", known_on=date(2024, 6, 1), status="definitief")])
    make_advies_indicator(make_advies(), indicator)
    make_project_indicator(make_project(), indicator)
    return indicator


def test_sensitive_figure_is_in_no_public_byte(client, heavy):
    site = everything(client)

    assert {address: found for address, body in site.items() if (found := SECRET.findall(body))} == {}
    assert {"/monitor/cijfers.csv", "/nieuw/?soort=correcties", "/monitor/", "/"} <= site.keys()
    naming = {address.partition("?")[0] for address, body in site.items() if NAME in body}
    # The form about its page offers help first, as that page does.
    allowed = {"/bericht/klopt-niet/", "/monitor/", heavy.get_absolute_url(), heavy.speerpunt.get_absolute_url()}
    allowed |= {tie.advies.get_absolute_url() for tie in heavy.related_adviezen.all()}
    allowed |= {tie.project.get_absolute_url() for tie in heavy.related_projects.all()}
    assert naming - allowed == set()


def test_page_of_a_sensitive_figure_is_words_with_their_source_and_help_first(client, heavy):
    response = client.get(heavy.get_absolute_url())

    page = main(response)
    assert (offers_help(response), DRAWN.findall(page), rows(response)) == (True, [], [])
    told = words(page)
    assert [part for part in SAID if part not in told] == []
    assert [link for link in links(response) if link.endswith((".csv", ".png", ".svg", "/embed/"))] == []


SAID = ["Wie hier telt.", "Dit zegt niets over een oorzaak.", "Zo is geteld. Bron: Testbrief", "In een brief."]


def test_sensitive_figure_has_no_file_and_no_image(client, heavy):
    address = heavy.get_absolute_url()

    found = {file: client.get(address + file).status_code for file in FILES}

    assert found == dict.fromkeys(FILES, 404)


FILES = ["cijfers.csv", "grafiek.svg", "grafiek-klein.png", "embed/"]


def test_overview_names_a_sensitive_figure_and_offers_help(client, heavy):
    response = client.get("/monitor/")

    assert (offers_help(response), heavy.get_absolute_url() in links(response)) == (True, True)
    assert [row for row in rows(response) if NAME in row[0] and re.search(r"\d", " ".join(row))] == []


def test_pages_beside_a_sensitive_figure_name_it_and_say_no_more(client, heavy):
    advies, project = heavy.related_adviezen.get().advies, heavy.related_projects.get().project

    assert [list_rows(client.get(item.get_absolute_url())) for item in (advies, project)] == [[NAME], [NAME]]


def test_sensitive_figure_has_no_place_on_home_or_in_the_corrections(client, heavy):
    assert [NAME in client.get(address).content.decode() for address in ("/", "/nieuw/?soort=correcties")] == [
        False
    ] * 2


def test_sensitive_figure_that_passed_the_gate_before_still_has_no_chart_and_no_comparison(client):
    """The gate writes none; of one that is there all the same the page tells the newest alone."""
    series = make_series(make_indicator(kind="gevoelig", name=NAME, unit="overledenen"))
    for year in range(2019, 2024):
        make_figure(series, str(year), str(61700 + year - 2000))

    response = client.get(series.indicator.get_absolute_url())

    assert (offers_help(response), re.findall("<svg|<img|<canvas", main(response))) == (True, [])
    compared = re.search(r"\b(meer|minder|hoger|lager|hoogste|laagste|procent)\b", words(main(response)))
    assert compared is None
    assert Indicator.objects.drawn().count() == 0
