"""How fresh a figure is, out of the database: on the page of an indicator and beside the newest figure in a list."""

from datetime import UTC, date, datetime

import pytest
from django.template.loader import render_to_string

from monitor.figure_line import read_main_line
from monitor.models import FigureCheck, Indicator
from monitor.reading import read_indicator
from monitor.sentences.freshness import NOT_CHECKED, RECKONED, UNKNOWN
from stroomop.lib import clock
from tests.factories import make_category, make_figure, make_indicator, make_release, make_series, make_source
from tests.pages import main, texts, words

pytestmark = pytest.mark.django_db
TODAY, STAND = date(2026, 11, 22), date(2024, 6, 30)
SHORT = "bekend sinds mei 2024; volgende verwacht mei 2025, 17 maanden te laat; niets nieuws op 3 oktober 2026"
LONG = (
    "Het cijfer over 2023 is bekend sinds mei 2024. Voor het laatst bijgesteld: augustus 2024. "
    f"Het volgende cijfer verwachtten we rond mei 2025: 17 maanden geleden. {RECKONED} "
    "Nagekeken op 3 oktober 2026: niets nieuws."
)


@pytest.fixture(autouse=True)
def _november():
    with clock.fixed_at(datetime(2026, 11, 22, 12, tzinfo=UTC)):
        yield


def tell(series, period, value, known_on, **kwargs):
    day = date.fromisoformat(known_on)
    source = make_source(date_from=day, date_to=day, precision="dag")
    make_figure(series, period, value, valid_from=day, release=make_release(source=source, known_on=day), **kwargs)


@pytest.fixture
def indicator():
    """Two years, of which the last was revised, and a check after each."""
    indicator = make_indicator(slug="reeks")
    series = make_series(indicator)
    tell(series, "2022", "7", "2023-05-01")
    tell(series, "2023", "8", "2024-05-23", valid_to=date(2024, 8, 1))
    tell(series, "2023", "9", "2024-08-01")
    tell(make_series(indicator, make_category()), "2023", "3", "2020-01-01", valid_to=date(2020, 2, 1))
    for day, outcome in [("2024-06-01", "geen-antwoord"), ("2026-10-03", "niets-nieuws")]:
        FigureCheck.objects.create(indicator=indicator, checked_on=day, outcome=outcome)
    return indicator


def in_list(day):
    [found] = Indicator.objects.with_national(day)
    return read_main_line(found, day).key_figure


def test_page_and_list_tell_the_same(indicator):
    reading = read_indicator(indicator, TODAY)

    assert reading.freshness == in_list(TODAY).freshness == reading.key_figure.freshness
    assert (reading.key_figure.freshness_text, reading.key_figure.freshness_short) == (LONG, SHORT)


def test_earlier_day_tells_what_was_known_then(indicator):
    reading = read_indicator(indicator, STAND)

    assert reading.freshness == in_list(STAND).freshness
    assert reading.key_figure.freshness_text == (
        "Het cijfer over 2023 is bekend sinds mei 2024. Het volgende cijfer verwachten we rond mei 2025. "
        f"{RECKONED} Gevraagd op 1 juni 2024: geen antwoord."
    )
    assert read_indicator(indicator, date(2024, 1, 1)).key_figure.freshness_text == (
        f"Het cijfer over 2022 is bekend sinds mei 2023. {UNKNOWN} {NOT_CHECKED}"
    )


@pytest.mark.parametrize(("stand", "told"), [("", LONG), ("?stand=2024-06-30", "Gevraagd op 1 juni 2024")])
def test_page_of_an_indicator_says_how_fresh_it_is(client, indicator, stand, told):
    [said] = [text for text in texts(client.get(f"/monitor/indicator/reeks/{stand}"), "p") if "bekend sinds" in text]

    assert told in said


def test_day_that_a_source_names_is_on_the_page(client, indicator):
    Indicator.objects.update(expected_on=date(2027, 2, 1), expected_note="het testbureau")

    told = "Het volgende cijfer verwachten we in februari 2027. Wie dat noemt: het testbureau."
    assert told in main(client.get("/monitor/indicator/reeks/"))
    assert told not in main(client.get("/monitor/indicator/reeks/?stand=2026-11-21"))


def test_short_form_is_one_line(indicator):
    assert words(render_to_string("monitor/_freshness_short.html", {"item": in_list(TODAY)})) == f"B{SHORT[1:]}."


def test_nothing_is_said_of_what_nobody_waits_for(client, indicator):
    Indicator.objects.update(kind="losse-telling")

    told = in_list(TODAY)
    assert (told.freshness, told.freshness_text, told.freshness_short) == (None, "", "")
    assert render_to_string("monitor/_freshness_short.html", {"item": told}).strip() == ""
    assert "bekend sinds" not in main(client.get("/monitor/indicator/reeks/"))


@pytest.mark.parametrize("size", [1, 20])
def test_list_asks_a_fixed_number_of_queries(django_assert_num_queries, size):
    for _ in range(size):
        indicator = make_indicator()
        tell(make_series(indicator), "2022", "8", "2023-05-01", valid_to=date(2023, 8, 1))
        tell(make_series(indicator), "2022", "9", "2023-08-01")
        FigureCheck.objects.create(indicator=indicator, checked_on=TODAY, outcome="niets-nieuws")

    # Indicators, series, the figures that hold, those before them, checks, definitions and breaks.
    with django_assert_num_queries(7):
        read = [read_main_line(found, TODAY) for found in Indicator.objects.with_national(TODAY)]
        told = {one.key_figure.freshness_short for one in read}

    assert told == {"bekend sinds mei 2023; volgende onbekend; niets nieuws op 22 november 2026"}
