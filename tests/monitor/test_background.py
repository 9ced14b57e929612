"""What stands beside the figures on the page: other ways of counting, what happened, and marks."""

from datetime import date

import pytest

from monitor.models import Break, ChartEvent, Definition
from tests.factories import make_category, make_figure, make_indicator, make_series, make_source
from tests.pages import main, rows, texts, words

pytestmark = pytest.mark.django_db


@pytest.fixture
def indicator():
    return make_indicator(name="Testen", definition="Wat telt.")


@pytest.fixture
def source():
    return make_source(title="Bron", url="https://a.test/")


def page(client, indicator, **query):
    return client.get(indicator.get_absolute_url(), query)


def part(response, heading):
    """The words from a heading up to the next one of its level."""
    return words(main(response).partition(f"<h2>{heading}</h2>")[2].partition("<h2")[0])


def test_definitions_of_now_and_before_stand_apart(client, indicator, source):
    Definition.objects.create(indicator=indicator, text="Nu zo.", valid_from=date(2022, 1, 1), source=source)
    Definition.objects.create(indicator=indicator, text="Toen zo.", valid_to=date(2019, 12, 31))
    Definition.objects.create(
        indicator=indicator, text="Daarna zo.", valid_from=date(2020, 1, 1), valid_to=date(2021, 12, 31), source=source
    )

    told = part(page(client, indicator), "Wat er geteld wordt")

    assert told.startswith(
        "Wat telt. "
        "Vanaf 1 januari 2022: Nu zo. Bron: Bron "
        "Eerder geteld als "
        "Tot en met 31 december 2019: Toen zo. "
        "Van 1 januari 2020 tot en met 31 december 2021: Daarna zo. Bron: Bron"
    )


def test_definition_on_an_earlier_day_is_the_one_of_then(client, indicator):
    Definition.objects.create(indicator=indicator, text="Toen zo.", valid_to=date(2021, 12, 31))
    Definition.objects.create(indicator=indicator, text="Nu zo.", valid_from=date(2022, 1, 1))

    told = part(page(client, indicator, stand="2021-12-31"), "Wat er geteld wordt")

    assert told.startswith("Wat telt. Toen zo. Klopt dit niet? Stuur een bron")


@pytest.mark.parametrize(("stand", "shown"), [("", True), ("2022-01-01", True), ("2021-12-31", False)])
def test_break_stands_beside_the_chart(client, indicator, source, stand, shown):
    Break.objects.create(indicator=indicator, on=date(2022, 1, 1), text="Een andere manier.", source=source)
    for year in range(2017, 2025):
        make_figure(make_series(indicator), str(year), "9", valid_from=date(2020, 1, 1))

    response = page(client, indicator, stand=stand)

    said = "Vanaf 1 januari 2022 is er anders geteld. Een andere manier. Bron: Bron"
    assert (said in texts(response, "p")) == shown
    assert main(response).count('<path class="stroke ') == (2 if shown else 1)


def test_break_without_a_source(client, indicator):
    Break.objects.create(indicator=indicator, on=date(2022, 1, 1), text="Een andere manier.")

    assert "Vanaf 1 januari 2022 is er anders geteld. Een andere manier." in texts(page(client, indicator), "p")


def make_event(indicator, title, day, **kwargs):
    event = ChartEvent.objects.create(title=title, date_from=day, date_to=day, precision="dag" if day else "", **kwargs)
    event.indicators.add(indicator)


def test_events_stand_in_order_with_their_sources(client, indicator, source):
    make_event(indicator, "Later", date(2023, 2, 3), text="Er kwam een plan.", source=source)
    make_event(indicator, "Eerst", date(2019, 3, 25), url="https://b.test/")
    make_event(make_indicator(), "Elders", date(2019, 3, 25))

    response = page(client, indicator)

    assert part(response, "Wat er gebeurde") == (
        "Dat iets in dezelfde tijd gebeurde, betekent niet dat het cijfer daardoor veranderde. "
        "Eerst (25 maart 2019). Bron: https://b.test/ "
        "Later (3 februari 2023). Er kwam een plan. Bron: Bron"
    )


def test_events_of_an_earlier_day_are_those_of_until_then(client, indicator):
    make_event(indicator, "Later", date(2023, 2, 3))
    make_event(indicator, "Zonder datum", None)

    told = part(page(client, indicator, stand="2023-02-02"), "Wat er gebeurde")

    assert told.endswith("Zonder datum (onbekend).")
    assert "Later" not in told


def test_page_without_background_has_no_headings_for_it(client, indicator):
    assert texts(page(client, indicator), "h2") == ["Wat er geteld wordt"]


MARKS = {"approximate": True, "second_hand": True, "one_off": True}


def test_marks_stand_beside_the_figure(client, indicator):
    for year in ("2019", "2020"):
        make_figure(make_series(indicator), year, "9", approximate=True, second_hand=True)
    make_figure(make_series(indicator, make_category(name="Noord")), "2020", "8", **MARKS)

    response = page(client, indicator)

    assert texts(response, "h1") == ["Testen: ongeveer 9 tests in 2020"]
    assert texts(response, "p")[1].startswith("Status: onbekend, benadering, overgenomen. Bron: ")
    assert [row[:3] for row in rows(response)] == [
        ["2019", "9", "onbekend, benadering, overgenomen"],
        ["2020", "9", "onbekend, benadering, overgenomen"],
        ["Noord", "8 (benadering) (overgenomen) (losse telling)"],
    ]


def test_figure_without_a_number_has_no_mark_in_a_breakdown(client, indicator):
    make_figure(make_series(indicator, make_category(name="Noord")), "2020", None, second_hand=True)

    assert rows(page(client, indicator)) == [["Noord", "onbekend, te onzeker of geheim volgens de bron"]]


def test_one_off_counts_stand_apart_from_the_line(client, indicator):
    series = make_series(indicator)
    for year in ("2018", "2019", "2020"):
        make_figure(series, year, "9")
    make_figure(series, "2021", "700", one_off=True)
    make_figure(series, "2021-06-30", "60", one_off=True)
    make_figure(series, "2020-H1", "5")

    response = page(client, indicator)

    assert texts(response, "h1") == ["Testen: 9 tests in 2020, evenveel als in 2019"]
    assert texts(response, "h2") == [
        "Het verloop in tests", "De cijfers", "Over andere perioden", "Losse tellingen", "Wat er geteld wordt",
    ]  # fmt: skip
    assert [row[:3] for row in rows(response)] == [
        ["2018", "9", "onbekend"],
        ["2019", "9", "onbekend"],
        ["2020", "9", "onbekend"],
        ["1e helft 2020", "5", "onbekend"],
        ["2021", "700", "onbekend, losse telling"],
        ["30 juni 2021", "60", "onbekend, losse telling"],
    ]
    assert "700" not in main(response).partition("<figure")[2].partition("</figure>")[0]


def test_one_off_count_is_the_newest_figure_where_there_is_nothing_else(client, indicator):
    make_figure(make_series(indicator), "2019", "800", one_off=True)
    make_figure(make_series(indicator), "2020", "700", one_off=True)

    response = page(client, indicator)

    assert texts(response, "p")[:2] == [
        "In 2020 waren er 700 tests. Dit is een losse telling, niet te vergelijken met andere cijfers.",
        "Status: onbekend, losse telling. Bron: " + rows(response)[1][3] + ". Gewenste richting: geen.",
    ]
    assert rows(client.get("/monitor/"))[0][3].startswith("status onbekend, losse telling; ")
