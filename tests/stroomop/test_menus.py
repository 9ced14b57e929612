import re

import pytest

from stroomop.nav import NavItem, footer_menu, main_menu
from tests.factories import make_help_line, make_page, make_project, make_text_block


def current(menu) -> list[str]:
    return [item.title for item in menu if item.current]


def test_main_menu_has_the_three_sections():
    assert main_menu("/") == [
        NavItem("Adviezen", "/adviezen/", False),
        NavItem("Projecten", "/projecten/", False),
        NavItem("Monitor", "/monitor/", False),
    ]


def test_footer_menu_has_the_plan_and_the_fixed_pages():
    assert [(item.title, item.url) for item in footer_menu("/")] == [
        ("Veranderopgaven", "/veranderopgaven/"),
        ("Over StroomOP", "/over/"),
        ("Hoe we bronnen gebruiken", "/bronnen/"),
        ("Toegankelijkheid", "/toegankelijkheid/"),
        ("Privacy", "/privacy/"),
        ("Contact", "/contact/"),
    ]


@pytest.mark.parametrize(
    ("path", "in_main", "in_footer"),
    [
        ("/", [], []),
        ("/projecten/", ["Projecten"], []),
        ("/projecten/test/", ["Projecten"], []),
        ("/privacy/", [], ["Privacy"]),
        ("/privacy/test/", [], []),
        ("/veranderopgaven/", [], ["Veranderopgaven"]),
    ],
)
def test_menu_marks_where_you_are(path, in_main, in_footer):
    assert (current(main_menu(path)), current(footer_menu(path))) == (in_main, in_footer)


@pytest.mark.django_db
def test_every_page_marks_its_section_in_the_menu(client):
    html = client.get(make_project().get_absolute_url()).content.decode()

    assert re.findall(r'<a href="([^"]+)" aria-current="page">', html) == ["/projecten/"]


@pytest.mark.django_db
def test_every_page_shows_help_lines_and_publisher(client):
    make_help_line(name="Testlijn", phone="0800-1", tel="08001")
    make_text_block("publisher", "Van niemand.")

    footer = client.get(make_page().get_absolute_url()).content.decode().partition("<footer")[2]

    assert ("Testlijn" in footer, 'href="tel:08001"' in footer, "Van niemand." in footer) == (True, True, True)


@pytest.mark.django_db
def test_page_without_a_menu_asks_the_database_nothing(client, django_assert_num_queries):
    with django_assert_num_queries(0):
        client.get("/robots.txt")
