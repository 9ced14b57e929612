"""What is new on the site, of all apps."""

from datetime import UTC, date, datetime

import pytest

from stroomop.lib import clock
from tests.factories import (
    make_advies,
    make_agreement,
    make_dated_news,
    make_deadline,
    make_figure,
    make_help_line,
    make_indicator,
    make_news,
    make_organisation,
    make_project,
    make_release,
    make_series,
    make_source,
    make_story,
    make_theme,
    make_update,
)
from tests.pages import links, list_rows, offers_help, texts
from tests.stroomop.whats_new import edited, make_new_figures

pytestmark = pytest.mark.django_db

URL = "/nieuw/"


@pytest.fixture(autouse=True)
def _later():
    with clock.fixed_at(datetime(2027, 3, 15, 12, tzinfo=UTC)):
        yield


def test_what_was_loaded_without_a_day_is_no_news(client):
    loaded = make_news(make_advies(), title="Geladen", known_on=date(2027, 1, 1))
    make_deadline(make_agreement(loaded), known_on=date(2027, 1, 1))
    promised = make_agreement(make_dated_news(make_advies(), title="Beloofd", known_on=date(2021, 1, 1)))
    make_deadline(promised, date_from=date(2021, 5, 1), precision="dag", known_on=date(2021, 1, 1))
    make_deadline(promised, known_on=date(2027, 1, 1))
    make_news(make_advies(), title="Geschreven", known_on=date(2027, 1, 2), **edited(2027, 1, 2))

    news = client.get(URL).context["news"]

    assert [(one.on, one.line.item._meta.model_name) for one in news] == [
        (date(2027, 1, 2), "news"),
        (date(2021, 1, 1), "deadline"),
        (date(2021, 1, 1), "news"),
    ]


def test_page_gathers_what_is_new_of_all_apps_newest_first(client):
    advies = make_advies(number=4, short_name="Vier", slug="vier")
    make_dated_news(advies, title="Besloten", known_on=date(2027, 2, 3))
    make_update(
        make_project(name="Alfa", slug="alfa"), title="Begin", slug="begin", date_from=date(2027, 2, 2), precision="dag"
    )
    make_new_figures(source=make_source(title="Bron"))
    make_project(name="Beta", slug="beta", summary="Een test.", **edited(2027, 2, 1))

    response = client.get(URL)

    assert texts(response, "h1") == ["Wat is er nieuw?"]
    assert texts(response, "h2") == ["3 februari 2027", "2 februari 2027", "1 februari 2027"]
    assert list_rows(response) == [
        "Besluit: Besloten nieuws Wanneer: vanaf 3 februari 2027, einde onbekend.",
        "Alfa: Begin bericht Wanneer: 2 februari 2027.",
        "Beta project Een test.",
        "1 cijfer over ‘Testen’ cijfers Bron: Bron.",
    ]
    assert links(response)[:4] == [
        "/adviezen/4-vier/",
        "/projecten/alfa/#begin",
        "/projecten/beta/",
        "/monitor/indicator/testen/",
    ]


def test_what_is_as_it_was_loaded_is_no_news(client):
    make_project()
    make_story()
    make_organisation()
    make_update()

    response = client.get(URL)

    assert (list_rows(response), texts(response, "h2")) == ([], [])
    assert "Er is nog niets nieuws. Kijk later nog eens, of volg deze pagina met een feed." in texts(response, "p")


def test_page_tells_nothing_of_what_is_not_public(client):
    advies = make_advies()
    for hidden in (
        {"published_at": None},
        {"published_at": datetime(2200, 1, 1, tzinfo=UTC)},
        {"archived_at": datetime(2021, 1, 1, tzinfo=UTC)},
    ):
        make_project(**edited(2027, 1, 1), **hidden)
        make_story(**edited(2027, 1, 1), **hidden)
        make_update(date_from=date(2027, 1, 1), precision="dag", **hidden)
        make_update(make_project(**hidden), date_from=date(2027, 1, 1), precision="dag")
        make_dated_news(advies, **hidden)
        make_figure(make_series(make_indicator(**hidden)), "2024", "1")
    make_figure(make_series(make_indicator()), "2024", "1", release=make_release(published_at=None))

    assert list_rows(client.get(URL)) == []


def test_what_was_planned_is_new_on_the_day_it_came(client):
    make_project(published_at=datetime(2027, 3, 1, 12, tzinfo=UTC), **edited(2027, 1, 1))

    assert texts(client.get(URL), "h2") == ["1 maart 2027"]


def test_moment_just_after_midnight_belongs_to_the_day_in_the_netherlands(client):
    make_project(changed_at=datetime(2027, 2, 28, 23, 30, tzinfo=UTC))

    assert texts(client.get(URL), "h2") == ["1 maart 2027"]


def test_day_before_the_launch_says_that_it_was_put_together_later(client):
    make_dated_news(make_advies(), known_on=date(2021, 1, 5))

    assert texts(client.get(URL), "h2") == ["5 januari 2021 achteraf samengesteld"]


@pytest.mark.parametrize("sensitive", [True, False])
def test_page_offers_help_beside_what_is_sensitive(client, sensitive):
    make_help_line()
    theme = make_theme(sensitive=sensitive)
    make_story(**edited(2027, 1, 1)).themes.add(theme)

    assert offers_help(client.get(URL)) == sensitive


def test_page_offers_help_beside_news_of_a_sensitive_advies(client):
    make_dated_news(make_advies(sensitive=True))

    assert offers_help(client.get(URL))
