from datetime import date
from typing import Any

import pytest

from tests.factories import (
    make_advies,
    make_agreement,
    make_assessment,
    make_check,
    make_dated_news,
    make_deadline,
    make_event,
    make_figure,
    make_help_line,
    make_indicator,
    make_project,
    make_release,
    make_response,
    make_responsibility,
    make_series,
    make_source,
    make_speerpunt,
    make_text_block,
)
from tests.pages import links, main, offers_help, texts, words

pytestmark = pytest.mark.django_db

DOORS = ["/adviezen/", "/projecten/", "/monitor/"]


def make_number(value: int, **kwargs: Any) -> None:
    make_figure(make_series(make_indicator(order=value, **kwargs)), "2024", str(value))


def test_home_of_an_empty_portal_shows_the_three_doors(client):
    response = client.get("/")

    assert (texts(response, "h1"), texts(response, "h2")) == (["Laat niet kabbelen wat stromen moet"], [])
    assert links(response) == [*DOORS, "/adviezen/"]


def test_home_introduces_the_portal_in_the_words_of_the_staff(client):
    make_text_block("intro", "Een test van <het> portaal.")
    make_text_block("publisher", "Van niemand.")

    response = client.get("/")

    assert texts(response, "p")[:2] == ["Een test van <het> portaal.", "Van niemand."]


def test_home_tells_how_much_news_was_found_and_when_somebody_looked(client):
    first, second = make_advies(), make_advies()
    make_check(first, checked_on=date(2024, 2, 1))
    make_check(first, checked_on=date(2024, 3, 1))
    make_check(second, checked_on=date(2024, 2, 15))
    make_dated_news(first, second)
    make_dated_news(first, published_at=None)

    response = client.get("/")

    told = "We vonden 1 bericht, in bewaarde kopieën van openbare pagina's. Nagekeken op 15 februari 2024."
    assert told in words(main(response))


@pytest.mark.parametrize("checked", [[], [date(2024, 2, 1)]], ids=["none", "one of two"])
def test_home_tells_no_day_before_every_advies_was_checked(client, checked):
    first, _ = make_advies(), make_advies()
    for day in checked:
        make_check(first, checked_on=day)

    response = client.get("/")

    assert response.context["last_check"] is None
    assert "Nagekeken op" not in words(main(response))


def test_home_gives_no_place_to_an_indicator_without_figures(client):
    for order in range(1, 6):
        make_indicator(order=order)
    for value in (11, 22, 33, 44):
        make_number(value)

    response = client.get("/")

    assert [reading.key_figure.number for reading in response.context["figures"]] == [11, 22, 33, 44]


def test_home_shows_at_most_four_figures_and_four_projects(client):
    for value in (55, 11, 22, 33, 44):
        make_number(value)
    for number in range(1, 6):
        make_project(name=f"Project {number}")
    make_project(name="A concept", published_at=None)

    response = client.get("/")

    assert [reading.key_figure.number for reading in response.context["figures"]] == [11, 22, 33, 44]
    assert [project.name for project in response.context["projects"]] == [f"Project {number}" for number in range(1, 5)]
    assert texts(response, "h2") == ["Meer cijfers", "Wat is er nieuw?", "Projecten"]


def test_home_tells_with_each_figure_what_it_says_and_what_not(client):
    placements = make_indicator(name="Eerste", unit="plaatsingen", measure="overig", order=1)
    release = make_release(source=make_source(publisher="Uitgever"))
    for period, value in (("2021", "1181"), ("2022", "989"), ("2023", "891")):
        make_figure(make_series(placements), period, value, release=release, status="voorlopig")

    response = client.get("/")

    card = main(response).partition('class="figure-card"')[2].partition("</div>")[0]
    assert words(card.partition(">")[2]) == (
        "Eerste 891 plaatsingen in 2023 98 minder dan in 2022 Eén jongere kan meer dan één keer meetellen. "
        "Een lager of hoger cijfer zegt niet of jongeren nu beter geholpen zijn. "
        "Status: voorlopig. Bron: Uitgever. Onbekend sinds wanneer; volgende onbekend"
    )
    assert card.count('<svg class="spark"') == 1


def test_home_shows_nothing_sensitive_and_one_figure_per_speerpunt_as_long_as_it_can(client):
    one, heavy = make_speerpunt(), make_speerpunt(sensitive=True)
    for value, speerpunt in ((11, one), (22, one), (33, heavy), (44, None), (55, None), (66, None)):
        make_number(value, speerpunt=speerpunt)
    make_number(77, kind="gevoelig")

    response = client.get("/")

    assert [reading.key_figure.number for reading in response.context["figures"]] == [11, 44, 55, 66]
    assert not offers_help(response)


def test_home_shows_the_next_meetings_without_heavy_subjects(client):
    for day in (4, 1, 3, 2):
        make_event(title=f"Op {day} mei", date_from=date(2100, 5, day), precision="dag")
    make_event(title="Zwaar", sensitive=True, date_from=date(2100, 1, 1), precision="dag")
    make_event(title="Geweest", date_from=date(2020, 1, 1), precision="dag")

    response = client.get("/")

    assert [event.title for event in response.context["upcoming"]] == ["Op 1 mei", "Op 2 mei", "Op 3 mei"]
    assert texts(response, "h2") == ["Wat komt er aan?"]


def test_home_leads_to_each_advies(client):
    adviezen = [make_advies(number=number) for number in (2, 1)]
    make_advies(number=3, published_at=None)

    response = client.get("/")

    assert links(response)[-2:] == [advies.get_absolute_url() for advies in reversed(adviezen)]


def test_home_tells_the_newest_of_all_apps_with_their_days_a_release_in_one_line(client):
    make_dated_news(make_advies(), title="Besloten", known_on=date(2024, 2, 1))
    release = make_release(known_on=date(2024, 1, 1))
    for period in ("2022", "2023"):
        make_figure(make_series(make_indicator(name=f"Testen van {period}")), period, "12", release=release)

    response = client.get("/")

    rows = main(response).partition("Wat is er nieuw?")[2].partition("</section>")[0]
    assert words(rows) == (
        "Besluit: Besloten nieuws 1 februari 2024 "
        "2 cijfers over ‘Testen van 2022’ en ‘Testen van 2023’ cijfers 1 januari 2020 Alles wat nieuw is"
    )


def test_home_tells_five_things_that_are_new_and_nothing_heavy(client):
    calm, heavy = make_advies(), make_advies(sensitive=True)
    for month in range(1, 8):
        make_dated_news(calm, title=f"Maand {month}", known_on=date(2024, month, 1))
    make_dated_news(calm, heavy, title="Zwaar", known_on=date(2024, 9, 1))

    response = client.get("/")

    assert [one.line.title for one in response.context["news"]] == [
        f"Besluit: Maand {month}" for month in (7, 6, 5, 4, 3)
    ]
    assert not offers_help(response)


# Of twenty, the newest are all of one kind, for which there is less to ask.
@pytest.mark.parametrize(("count", "queries"), [(0, 10), (1, 38), (20, 29)])
def test_home_asks_the_database_a_bounded_number_of_times(client, django_assert_num_queries, count, queries):
    make_text_block("intro", "Test.")
    make_help_line()
    for _ in range(count):
        make_project()
        make_event(date_from=date(2100, 1, 1), precision="dag")
        make_number(12)
        advies = make_advies()
        make_check(advies)
        make_response(advies, organisation=make_responsibility(advies).organisation)
        make_assessment(advies).sources.create(title="Testbron")
        for _ in range(2):
            news = make_dated_news(advies)
            news.sources.create(title="Testbron")
            make_deadline(make_agreement(news))

    with django_assert_num_queries(queries):
        response = client.get("/")

    assert response.status_code == 200
