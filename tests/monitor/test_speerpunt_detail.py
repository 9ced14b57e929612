from datetime import UTC, date, datetime

import pytest

from tests.factories import (
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
from tests.pages import links, main, offers_help, rows, texts

pytestmark = pytest.mark.django_db
URL = "/monitor/testspeerpunt/"
WARNING = "Lees met zorg."
PAST = datetime(2021, 1, 1, tzinfo=UTC)


@pytest.fixture
def speerpunt():
    return make_speerpunt(name="Testspeerpunt", slug="testspeerpunt", text="<p>De context.</p>")


def make_line(speerpunt, *values, **kwargs):
    indicator = make_indicator(speerpunt=speerpunt, **kwargs)
    series, release = make_series(indicator), make_release(source=make_source(publisher="Uitgever"))
    for year, value in enumerate(values, 2021):
        make_figure(series, str(year), value, release=release, valid_from=date(2023, 6, 1))
    return indicator


def test_speerpunt_has_the_shape_of_the_monitor(client, speerpunt):
    speerpunt.meaning = "<p>Wat het betekent.</p>"
    speerpunt.save()
    make_text_block("registration_warning", WARNING)
    make_line(speerpunt, "10", "20", "40", name="Testen", slug="testen", registered=True, direction="stijgen")
    make_line(speerpunt, "7", name="Geteld", kind="losse-telling")
    make_speerpunt(name="Ander", slug="ander", number=99)

    response = client.get(URL)

    assert texts(response, "h1") == ["Testspeerpunt"]
    assert texts(response, "h2") == [
        "Wat opvalt", "Testen: 40 tests in 2023, 20 meer dan in 2022", "Losse tellingen",
        "Wat betekenen deze cijfers?", "Andere speerpunten",
    ]  # fmt: skip
    said = texts(response, "p")
    assert said[0] == "De context."
    assert "In 2023 waren er 40 tests, 20 meer dan in 2022. Vergeleken met 2021 (10) is dat 30 meer." in said
    assert "Gewenste richting: stijgen. Status: onbekend. Bron: Uitgever." in said
    assert "Wat het betekent." in said
    assert WARNING in main(response)
    assert [row[:2] for row in rows(response)] == [["2021", "10"], ["2022", "20"], ["2023", "40"]]
    assert main(response).count('role="img"') == 1
    assert {"#cijfer-testen", "/monitor/indicator/testen/", "/monitor/ander/", "/monitor/"} <= set(links(response))


@pytest.mark.parametrize(
    ("broken_down", "told"),
    [
        (True, "Van dit cijfer is alleen een uitsplitsing bekend."),
        (False, "Van deze indicator tonen we nog geen cijfers."),
    ],
)
def test_speerpunt_says_what_there_is_of_a_series_without_a_line(client, speerpunt, broken_down, told):
    indicator = make_indicator(speerpunt=speerpunt, name="Zonder lijn")
    if broken_down:
        make_figure(make_series(indicator, make_category()), "2023", "5")

    response = client.get(URL)

    assert texts(response, "h2") == ["Zonder lijn"]
    assert told in texts(response, "p")


def test_speerpunt_draws_no_line_of_two_figures(client, speerpunt):
    make_line(speerpunt, "10", "20")

    assert 'role="img"' not in main(client.get(URL))


def test_speerpunt_without_figures_says_so(client, speerpunt):
    make_text_block("registration_warning", WARNING)

    response = client.get(URL)

    assert "Over dit speerpunt tonen we nog geen cijfers." in main(response)
    assert WARNING not in main(response)


def test_speerpunt_tells_no_number_of_what_is_too_heavy_for_one(client, speerpunt):
    make_indicator(speerpunt=speerpunt, kind="gevoelig", name="Zwaar")

    assert texts(client.get(URL), "h2") == ["Zonder grafiek"]


def test_speerpunt_of_an_earlier_day_is_that_of_then(client, speerpunt):
    make_line(speerpunt, "10", "20", "40", name="Testen", slug="testen")

    early, later = client.get(URL, {"stand": "2023-01-01"}), client.get(URL, {"stand": "2023-06-01"})

    assert "Op die dag kenden we over dit speerpunt nog geen cijfer." in main(early)
    assert texts(later, "h2")[-1] == "Testen: 40 tests in 2023, 20 meer dan in 2022"
    assert "/monitor/indicator/testen/?stand=2023-06-01" in links(later)


def test_sensitive_speerpunt_offers_help(client, speerpunt):
    make_help_line(name="Testlijn")
    speerpunt.sensitive = True
    speerpunt.save()

    assert offers_help(client.get(URL)) is True


@pytest.mark.parametrize(("moments", "status"), [({"published_at": None}, 404), ({"archived_at": PAST}, 410)])
def test_speerpunt_that_is_not_public_has_no_page(client, moments, status):
    make_speerpunt(slug="testspeerpunt", **moments)

    assert client.get(URL).status_code == status


def test_speerpunt_under_a_former_name_leads_on(client, speerpunt):
    speerpunt.slug = "nieuwe-naam"
    speerpunt.save()

    assert client.get(URL, follow=True).redirect_chain == [("/monitor/nieuwe-naam/", 301)]


@pytest.mark.parametrize("size", [1, 12])
def test_speerpunt_asks_a_fixed_number_of_queries_for_its_charts(client, django_assert_num_queries, speerpunt, size):
    for _ in range(size):
        make_line(speerpunt, "10", "20", "40")

    # The speerpunt; indicators, series, figures, those before them, checks, definitions and breaks; the other
    # speerpunten; what every page asks.
    with django_assert_num_queries(13):
        response = client.get(URL)

    assert main(response).count('role="img"') == size


@pytest.mark.parametrize("question", ["?page=0", "?stand=%00", "?=&&;%ff"])
def test_speerpunt_does_not_mind_a_nonsense_question(client, speerpunt, question):
    assert client.get(URL + question).status_code == 200
