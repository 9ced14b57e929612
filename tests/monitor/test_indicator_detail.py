import re
from datetime import UTC, date, datetime

import pytest

from monitor.sentences.freshness import NOT_CHECKED, UNKNOWN
from tests.factories import (
    make_category,
    make_figure,
    make_indicator,
    make_release,
    make_series,
    make_source,
    make_speerpunt,
    make_text_block,
)
from tests.pages import links, main, rows, texts

pytestmark = pytest.mark.django_db
PAST, FUTURE = datetime(2021, 1, 1, tzinfo=UTC), datetime(2999, 1, 1, tzinfo=UTC)
# No note.
TABLE, DASH = "Tabel", "\N{EN DASH}"


def make_line(indicator, *values, start=2013, **kwargs):
    """A figure for each year; None is one that its source could not give."""
    release = make_release(source=make_source(title=TABLE, publisher="Uitgever"))
    for year, value in enumerate(values, start=start):
        make_figure(make_series(indicator), str(year), value, release=release, **kwargs)


def test_indicator_detail_tells_its_newest_figure_with_status_source_and_period(client):
    indicator = make_indicator(name="Testen", definition="Wat er telt.", meaning="<p>Wat het zegt.</p>")
    make_line(indicator, "1712", "1639", status="voorlopig")

    response = client.get(indicator.get_absolute_url())

    assert texts(response, "h1") == ["Testen: 1.639 tests in 2014 (voorlopig), 73 minder dan in 2013"]
    assert texts(response, "p")[:4] == [
        "In 2014 waren er 1.639 tests, 73 minder dan in 2013. Al deze cijfers zijn voorlopig.",
        "Status: voorlopig. Bron: Uitgever. Gewenste richting: geen.",
        f"Sinds wanneer het cijfer over 2014 bekend is, weten we niet. {UNKNOWN} {NOT_CHECKED}",
        "Wat het zegt.",
    ]
    assert texts(response, "h2") == ["De cijfers", "Wat er geteld wordt"]
    assert "Wat er telt." in texts(response, "p")


def test_indicator_detail_draws_the_numbers_of_its_table(client):
    indicator = make_indicator()
    make_line(indicator, "1818", "1712", None, "12.50")

    response = client.get(indicator.get_absolute_url())

    unknown = "onbekend, te onzeker of geheim volgens de bron"
    assert rows(response) == [
        ["2013", "1.818", "onbekend", TABLE],
        ["2014", "1.712", "onbekend", TABLE],
        ["2015", unknown, "onbekend", TABLE],
        ["2016", "12,50", "onbekend", TABLE],
    ]
    assert texts(response, "title") == [
        "2013: 1.818 tests", "2014: 1.712 tests", f"2015: {unknown}", "2016: 12,50 tests",
    ]  # fmt: skip
    assert (
        "De lijn loopt van 1.818 tests in 2013 naar 12,50 in 2016. "
        "Het hoogste cijfer dat wij hebben is 1.818, in 2013. Het laagste cijfer dat wij hebben is 12,50, in 2016. "
        "Vergeleken met 2014 is het nieuwste cijfer 99 procent lager. "
        "Over 2015 geeft de bron geen cijfer: te onzeker of geheim."
    ) in texts(response, "p")
    assert "js/chart-tip.js" in response.content.decode()


@pytest.mark.parametrize(
    ("kind", "values"), [("reeks", ["1", "2"]), ("losse-telling", ["1", "2", "3"]), ("gevoelig", ["1", "2", "3"])]
)
def test_indicator_detail_draws_no_line_of_few_points_or_another_kind(client, kind, values):
    indicator = make_indicator(kind=kind)
    make_line(indicator, *values)

    response = client.get(indicator.get_absolute_url())

    assert [row[1] for row in rows(response)] == values
    assert (texts(response, "figure"), "<svg" in main(response)) == ([], False)
    assert "js/chart-tip.js" not in response.content.decode()


def test_indicator_detail_shows_other_periods_breakdowns_and_what_was_said_before(client):
    indicator = make_indicator()
    category = make_category(name="Noord")
    category.dimension.name, category.dimension.note = "gebied", "Leeswijzer."
    category.dimension.save()
    source = make_source(title="Krant", publisher="Uitgever", url="https://voorbeeld.test/krant")
    release = make_release(source=source)
    make_line(indicator, "20", "30")
    make_figure(make_series(indicator), "2013-H1", "10", release=release, note="Half.")
    make_figure(make_series(indicator), "2013", "19", release=release, valid_to=date(2024, 2, 1))
    make_figure(make_series(indicator, category), "2013", "5", release=release)

    response = client.get(indicator.get_absolute_url())

    assert texts(response, "h2") == [
        "De cijfers", "Over andere perioden", "Per gebied", "Andere publicaties van dit cijfer", "Wat er geteld wordt",
    ]  # fmt: skip
    assert rows(response) == [
        ["2013", "20", "onbekend", TABLE],
        ["2014", "30", "onbekend", TABLE],
        ["1e helft 2013", "10", "onbekend", "Krant Half."],
        ["Noord", "5"],
        ["2013", "19", "onbekend", "Krant"],
    ]
    assert {"Leeswijzer.", "Bron: Uitgever."} <= set(texts(response, "p"))
    assert links(response)[:2] == ["https://voorbeeld.test/krant"] * 2


def test_indicator_detail_without_figures_says_so(client):
    indicator = make_indicator(name="Leeg")

    response = client.get(indicator.get_absolute_url())

    assert (texts(response, "h1"), texts(response, "h2"), rows(response)) == (["Leeg"], ["Wat er geteld wordt"], [])
    assert texts(response, "p")[:2] == ["Van deze indicator tonen we nog geen cijfers.", "Dat is onbekend."]


def test_indicator_detail_with_only_earlier_figures_shows_those_and_no_newest(client):
    indicator = make_indicator(name="Oud")
    make_line(indicator, "19", "20", "21", mention_only=True)

    response = client.get(indicator.get_absolute_url())

    assert texts(response, "h1") == ["Oud"]
    assert [row[:2] for row in rows(response)] == [["2013", "19"], ["2014", "20"], ["2015", "21"]]


def test_indicator_detail_warns_and_tells_how_to_read_the_sources(client):
    make_text_block("registration_warning", "Lees met zorg.")
    indicator = make_indicator(source_note="Leeswijzer.", registered=True)

    response = client.get(indicator.get_absolute_url())

    assert "Leeswijzer." in texts(response, "p")
    assert "Lees met zorg." in main(response)


def test_indicator_detail_is_shared_with_its_finding(client):
    indicator = make_indicator(name="Testen")

    def shared():
        page = client.get(indicator.get_absolute_url()).content.decode()
        return re.findall('<meta name="description" content="(.*?)">', page)

    assert shared() == ["Testen: de cijfers door de jaren, met bron, status en wat ze wel en niet zeggen."]

    make_figure(make_series(indicator), "2023", "5")

    assert shared() == ["Testen: 5 tests in 2023. Nieuwste cijfer dat wij hebben: 2023."]


def test_pages_of_figures_lead_to_the_site_of_the_monitor_itself(client):
    make_text_block("monitor_sources", "Zie https://voorbeeld.test/cijfers.")
    speerpunt = make_speerpunt()
    indicator = make_indicator(speerpunt=speerpunt)

    for page in (speerpunt, indicator):
        assert "https://voorbeeld.test/cijfers" in links(client.get(page.get_absolute_url()))


def test_indicator_detail_says_beside_its_finding_what_that_does_not_say(client):
    make_text_block("registration_warning", "Lees met zorg.")
    indicator = make_indicator()
    make_figure(make_series(indicator), "2023", "5")

    response = client.get(indicator.get_absolute_url())

    assert texts(response, "li")[3:] == [
        "Een lager of hoger cijfer zegt niet of jongeren nu beter geholpen zijn.",
        "Nieuwste cijfer dat wij hebben: 2023.",
    ]
    assert "Lees met zorg." not in main(response)


@pytest.mark.parametrize(
    ("moments", "status"),
    [({}, 200), ({"archived_at": PAST}, 410), ({"published_at": None}, 404), ({"published_at": FUTURE}, 404)],
)
def test_indicator_detail_answers_as_it_is_published(client, moments, status):
    indicator = make_indicator(name="Geheim", **moments)
    make_line(indicator, "987654")

    response = client.get(indicator.get_absolute_url())

    shown = ["Geheim" in main(response), "987.654" in main(response)]
    assert (response.status_code, shown) == (status, [status == 200] * 2)


def test_indicator_detail_shows_nothing_of_another_indicator(client):
    shown = make_indicator()
    make_line(shown, "1")
    make_figure(make_series(make_indicator(published_at=None)), "2013", "987654")

    assert [row[1] for row in rows(client.get(shown.get_absolute_url()))] == ["1"]


def test_indicator_detail_leads_on_from_a_changed_slug(client):
    indicator = make_indicator(slug="oud")
    indicator.slug = "nieuw"
    indicator.save()

    response = client.get("/monitor/indicator/oud/")

    assert (response.status_code, response["Location"]) == (301, "/monitor/indicator/nieuw/")


@pytest.mark.parametrize("address", ["x", "TEST", "-", "9" * 5000, "%00", "a b", "..%2f", "é"])
def test_indicator_detail_at_a_nonsense_address_is_not_found(client, address):
    make_indicator(slug="test", code="TEST_CODE")

    assert client.get(f"/monitor/indicator/{address}/").status_code == 404


def test_indicator_detail_does_not_mind_a_nonsense_question(client):
    url = make_indicator().get_absolute_url()

    assert main(client.get(f"{url}?periode=%00&page=-1&=")) == main(client.get(url))


@pytest.mark.parametrize("size", [3, 200])
def test_indicator_detail_asks_a_fixed_number_of_queries(client, django_assert_num_queries, size):
    indicator, release, category = make_indicator(), make_release(), make_category()
    for year in range(1800, 1800 + size):
        for series in (make_series(indicator), make_series(indicator, category)):
            make_figure(series, str(year), "1", release=release)

    # The indicator; its figures with categories and dimensions; definitions, breaks and events; targets and where they
    # begin; adviezen and projects; what every page asks.
    with django_assert_num_queries(17):
        response = client.get(indicator.get_absolute_url())

    assert len(rows(response)) == size + 1
