"""Figures on the pages of an advies and of a project, and the way back from an indicator."""

from datetime import UTC, date, datetime

import pytest
from django.template import Context, Template

from stroomop.lib.stand import Stand
from tests.factories import (
    make_advies,
    make_advies_indicator,
    make_category,
    make_figure,
    make_indicator,
    make_project,
    make_project_indicator,
    make_release,
    make_series,
    make_source,
    make_speerpunt,
)
from tests.pages import links, list_rows, main, offers_help, texts, words

pytestmark = pytest.mark.django_db
NOBODY = "Hier meet niemand nog iets over, voor zover wij konden vinden."
NOT_FELT = "Wat jongeren en ouders zelf merken, kun je er niet zomaar aan aflezen."
ONE = f"Dit cijfer staat ernaast. Het is niet het werk van dit advies. {NOT_FELT}"
MORE = f"Deze cijfers staan ernaast. Ze zijn niet het werk van dit advies. {NOT_FELT}"
NO_CAUSE = "Een cijfer laat niet zien of iets door dit project komt."
LIMIT = "Een lager of hoger cijfer zegt niet of jongeren nu beter geholpen zijn."
SOURCE = "Status: definitief. Bron: Uitgever. Onbekend sinds wanneer; volgende onbekend."
PAST = date(2022, 6, 1)
ARCHIVED = {"archived_at": datetime(2021, 1, 1, tzinfo=UTC)}
SENSITIVE = [{"kind": "gevoelig"}, {"speerpunt": True}]


def make_counted(*values, **kwargs):
    """An indicator with a figure for each year, known a year later."""
    if kwargs.pop("speerpunt", False):
        kwargs["speerpunt"] = make_speerpunt(sensitive=True)
    indicator = make_indicator(unit="plekken", **kwargs)
    source = make_source(publisher="Uitgever")
    for year, value in enumerate(values, 2020):
        release = make_release(source=source, version=year, known_on=date(year + 1, 1, 1))
        make_figure(
            make_series(indicator), str(year), value, release=release, status="definitief",
            valid_from=date(year + 1, 1, 1),
        )  # fmt: skip
    return indicator


def get(client, item, **query):
    return client.get(item.get_absolute_url(), query)


def render(tag, **context):
    return Template(f"{{% load monitor %}}{{% {tag} %}}").render(Context(context))


def of_advies(advies, day=None):
    return render("figures_of_advies advies stand", advies=advies, stand=Stand(day or date.today(), chosen=bool(day)))


def test_advies_of_which_nobody_measures_anything_says_so(client):
    assert NOBODY in texts(get(client, make_advies()), "p")


def test_advies_tells_its_figures_in_order_each_with_why_and_what_it_does_not_say(client):
    advies = make_advies()
    make_advies_indicator(advies, make_counted("7", name="Tweede", order=2), why="Want <2>.")
    first = make_counted("9", "7", name="Eerste", slug="eerste", order=1)
    make_advies_indicator(advies, first, why="Want 1.")

    response = get(client, advies)

    assert MORE in texts(response, "p")
    assert list_rows(response) == [
        f"Eerste In 2021 waren er 7 plekken, 2 minder dan in 2020. Want 1. {LIMIT} {SOURCE}",
        f"Tweede In 2020 waren er 7 plekken. Want <2>. {LIMIT} {SOURCE}",
    ]
    assert first.get_absolute_url() in links(response)
    assert NOBODY not in texts(response, "p")


def test_advies_with_one_figure_speaks_of_one():
    advies = make_advies()
    make_advies_indicator(advies, make_counted("9"))

    assert ONE in words(of_advies(advies))


@pytest.mark.parametrize("hidden", [{"published_at": None}, ARCHIVED])
def test_advies_tells_nothing_of_an_indicator_that_is_not_public(client, hidden):
    advies = make_advies()
    make_advies_indicator(advies, make_counted("9", name="Verborgen", **hidden))

    response = get(client, advies)

    assert ("Verborgen" in words(main(response)), NOBODY in texts(response, "p")) == (False, True)


def test_advies_of_a_day_tells_the_figures_of_that_day(client):
    advies = make_advies()
    make_advies_indicator(advies, make_counted("9", "7", "5", name="Later", slug="later"))
    make_advies_indicator(advies, make_counted(name="Nooit"))
    make_advies_indicator(advies, make_counted("1", name="Toen nog niet"), known_on=date(2023, 1, 1))

    then = get(client, advies, stand=PAST.isoformat())

    assert list_rows(then) == [
        f"Later In 2021 waren er 7 plekken, 2 minder dan in 2020. Test. {LIMIT} {SOURCE}",
        "Nooit Hiervan is nog geen cijfer bekend. Test.",
    ]
    assert "/monitor/indicator/later/?stand=2022-06-01" in links(then)
    assert [row.partition(" ")[0] for row in list_rows(get(client, advies))] == ["Later", "Nooit", "Toen"]


def test_advies_leads_on_where_there_is_no_figure_for_the_whole_country():
    advies = make_advies()
    broken_down = make_indicator(name="Per gebied", order=1)
    make_figure(make_series(broken_down, make_category()), "2023", "5")
    make_advies_indicator(advies, broken_down)
    make_advies_indicator(advies, make_indicator(name="Leeg", order=2))

    assert words(of_advies(advies)) == (
        f"{MORE} Per gebied Dit cijfer is er alleen per gebied of groep. Je vindt het op zijn eigen pagina. "
        "Test. Leeg Hiervan is nog geen cijfer bekend. Test."
    )


@pytest.mark.parametrize("kwargs", SENSITIVE)
def test_sensitive_figure_beside_an_advies_is_a_name_alone(client, kwargs):
    advies = make_advies()
    indicator = make_counted("9", name="Zwaar", **kwargs)
    make_advies_indicator(advies, indicator, why="Niet te lezen.")

    response = get(client, advies)

    assert (list_rows(response), offers_help(response)) == (["Zwaar"], False)
    assert indicator.get_absolute_url() in links(response)


def test_project_tells_its_figures_or_has_no_word_of_them(client):
    project, without = make_project(), make_project()
    make_project_indicator(project, make_counted("9", name="Naam"), why="Want zo.")
    make_project_indicator(without, make_counted("8", published_at=None))

    response = get(client, project)

    assert f"Dit cijfer staat ernaast. {NO_CAUSE}" in texts(response, "p")
    assert list_rows(response) == [f"Naam In 2020 waren er 9 plekken. Want zo. {LIMIT} {SOURCE}"]
    assert ("Cijfers" in texts(response, "h2"), "Cijfers" in texts(get(client, without), "h2")) == (True, False)
    make_project_indicator(project, make_counted("8"))
    assert f"Deze cijfers staan ernaast. {NO_CAUSE}" in texts(get(client, project), "p")


def related(client, indicator, **query):
    html = main(get(client, indicator, **query)).partition('id="hoort-bij"')[2].partition("</dl>")[0]
    return words(html.partition("<dl")[2].partition(">")[2])


def test_indicator_leads_back_to_its_adviezen_and_projects(client):
    indicator = make_counted("9")
    make_project_indicator(make_project(name="Bouw"), indicator, why="Want bouw.")
    make_project_indicator(make_project(name="Aan", slug="aan"), indicator, why="Want aan.")
    make_advies_indicator(make_advies(number=5, short_name="Vijf"), indicator, why="Want 5.")
    make_advies_indicator(make_advies(number=2, short_name="Twee", slug="twee"), indicator, why="Want 2.")

    response = get(client, indicator, stand="2022-06-01")

    assert related(client, indicator) == (
        "Advies 2: Twee Want 2. Advies 5: Vijf Want 5. Project: Aan Want aan. Project: Bouw Want bouw."
    )
    assert {"/adviezen/2-twee/?stand=2022-06-01", "/projecten/aan/"} <= set(links(response))
    assert "Dit cijfer staat ernaast. Of het hierdoor veranderde, laat het niet zien." in texts(response, "p")


def test_indicator_leads_to_nothing_that_is_not_public(client):
    indicator = make_counted("9")
    for hidden in ({"published_at": None}, ARCHIVED):
        make_advies_indicator(make_advies(**hidden), indicator)
        make_project_indicator(make_project(**hidden), indicator)
    make_project_indicator(make_project(), indicator, known_on=date(2023, 1, 1))

    assert related(client, indicator, stand="2022-06-01") == ""
    assert "Waar dit cijfer bij hoort" not in texts(get(client, indicator, stand="2022-06-01"), "h2")
    assert related(client, indicator).startswith("Project: ")


@pytest.mark.parametrize("kwargs", [{}, *SENSITIVE])
def test_indicator_leads_to_what_is_sensitive_only_where_it_offers_help(client, kwargs):
    indicator = make_counted("9", **kwargs)
    make_advies_indicator(make_advies(number=1, short_name="Zwaar", sensitive=True), indicator)
    make_project_indicator(make_project(name="Zwaar", sensitive=True), indicator)

    told = "Advies 1: Zwaar Test. Project: Zwaar Test." if kwargs else ""
    assert (related(client, indicator), offers_help(get(client, indicator))) == (told, bool(kwargs))


@pytest.mark.parametrize(
    ("size", "of_item", "of_indicator"), [(0, 1, 2), (1, 8, 2), (40, 8, 2)], ids=["none", "one", "many"]
)
def test_blocks_ask_a_fixed_number_of_queries(django_assert_num_queries, size, of_item, of_indicator):
    advies, project, indicator = make_advies(), make_project(), make_counted("1")
    for _ in range(size):
        other = make_counted("1", "2", "3")
        make_advies_indicator(advies, other)
        make_project_indicator(project, other)
        make_advies_indicator(make_advies(), indicator)
        make_project_indicator(make_project(), indicator)

    with django_assert_num_queries(of_item):
        assert of_advies(advies).count("<li") == size
    with django_assert_num_queries(of_item):
        assert render("figures_of_project project", project=project).count("<li") == size
    with django_assert_num_queries(of_indicator):
        html = render("related_of_indicator indicator stand", indicator=indicator, stand=Stand(date.today()))
    assert html.count("<dt>") == 2 * size
