import re
from datetime import UTC, datetime

import pytest

from stroomop.lib import clock
from stroomop.nav import NavItem, footer_menu, main_menu
from tests.factories import (
    make_event,
    make_help_line,
    make_initiative,
    make_organisation,
    make_page,
    make_person,
    make_project,
    make_publication,
    make_story,
    make_term,
    make_text_block,
    make_theme,
)

pytestmark = pytest.mark.django_db

PLAN = ("Veranderopgaven", "/veranderopgaven/")
PAGES = [
    ("Over StroomOP", "/over/"),
    ("Hoe we bronnen gebruiken", "/bronnen/"),
    ("Toegankelijkheid", "/toegankelijkheid/"),
    ("Privacy", "/privacy/"),
    ("Contact", "/contact/"),
]
SECTIONS = {
    make_theme: ("Thema's", "/themas/"),
    make_initiative: ("Alternatieven", "/alternatieven/"),
    make_organisation: ("Organisaties", "/organisaties/"),
    make_person: ("Mensen", "/mensen/"),
    make_publication: ("Publicaties", "/publicaties/"),
    make_story: ("Verhalen", "/verhalen/"),
    make_event: ("Agenda", "/agenda/"),
    make_term: ("Begrippen", "/begrippen/"),
}


def current(menu) -> list[str]:
    return [item.title for item in menu if item.current]


def lines(menu) -> list[tuple[str, str]]:
    return [(item.title, item.url) for item in menu]


def test_main_menu_has_the_five_sections():
    assert main_menu("/") == [
        NavItem("Adviezen", "/adviezen/", False),
        NavItem("Projecten", "/projecten/", False),
        NavItem("Wat we leerden", "/geleerd/", False),
        NavItem("Monitor", "/monitor/", False),
        NavItem("Meedoen", "/meedoen/", False),
    ]


def test_footer_menu_of_an_empty_portal_has_the_plan_and_the_fixed_pages():
    assert lines(footer_menu("/")) == [PLAN, *PAGES]


def test_footer_menu_has_every_section_with_something_in_it():
    for make in SECTIONS:
        make()
        make()

    assert lines(footer_menu("/")) == [PLAN, *SECTIONS.values(), *PAGES]


@pytest.mark.parametrize("make", SECTIONS)
def test_footer_menu_leaves_out_the_other_sections(make):
    make()

    assert lines(footer_menu("/")) == [PLAN, SECTIONS[make], *PAGES]


@pytest.mark.parametrize(
    "hidden",
    [{"published_at": None}, {"published_at": datetime(2200, 1, 1, tzinfo=UTC)}, {"archived_at": clock.now()}],
    ids=["draft", "scheduled", "archived"],
)
def test_footer_menu_leaves_out_a_section_with_nothing_public(hidden):
    for make in SECTIONS:
        make(**hidden)
    # On the page of Meedoen, which the main menu has.
    make_initiative(kind="leernetwerk")

    assert lines(footer_menu("/")) == [PLAN, *PAGES]


@pytest.mark.parametrize("count", [0, 1, 20])
def test_footer_menu_asks_the_database_once(django_assert_num_queries, count):
    for _ in range(count):
        make_event()
        make_person()

    with django_assert_num_queries(1):
        footer_menu("/")


@pytest.mark.parametrize(
    ("path", "in_main", "in_footer"),
    [
        ("/", [], []),
        ("/projecten/", ["Projecten"], []),
        ("/projecten/test/", ["Projecten"], []),
        ("/geleerd/test/", ["Wat we leerden"], []),
        ("/meedoen/test/", ["Meedoen"], []),
        ("/agenda/", [], ["Agenda"]),
        ("/agenda/test/", [], []),
        ("/privacy/", [], ["Privacy"]),
        ("/privacy/test/", [], []),
        ("/veranderopgaven/", [], ["Veranderopgaven"]),
    ],
)
def test_menu_marks_where_you_are(path, in_main, in_footer):
    make_event()

    assert (current(main_menu(path)), current(footer_menu(path))) == (in_main, in_footer)


def test_every_page_marks_its_section_in_the_menu(client):
    html = client.get(make_project().get_absolute_url()).content.decode()

    assert re.findall(r'<a href="([^"]+)" aria-current="page">', html) == ["/projecten/"]


def test_every_page_shows_help_lines_and_publisher(client):
    make_help_line(name="Testlijn", phone="0800-1", tel="08001")
    make_text_block("publisher", "Van niemand.")

    footer = client.get(make_page().get_absolute_url()).content.decode().partition("<footer")[2]

    assert ("Testlijn" in footer, 'href="tel:08001"' in footer, "Van niemand." in footer) == (True, True, True)


def test_page_without_a_menu_asks_the_database_nothing(client, django_assert_num_queries):
    with django_assert_num_queries(0):
        client.get("/robots.txt")
