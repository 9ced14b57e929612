import re
from datetime import UTC, datetime

import pytest

from stroomop.lib import clock
from tests.factories import (
    LONG_AGO,
    make_advies,
    make_event,
    make_experience,
    make_indicator,
    make_initiative,
    make_lesson,
    make_organisation,
    make_page,
    make_person,
    make_project,
    make_publication,
    make_responsibility,
    make_story,
    make_term,
    make_theme,
    make_update,
    make_veranderopgave,
)

pytestmark = pytest.mark.django_db

FIXED = [
    "/",
    "/adviezen/",
    "/adviezen/voor/",
    "/adviezen/op-een-a4/",
    "/projecten/",
    "/geleerd/",
    "/monitor/",
    "/meedoen/",
    "/veranderopgaven/",
    "/monitor/vergelijk/",
    "/nieuw/",
]
MAKERS = [
    make_page,
    make_advies,
    make_project,
    make_veranderopgave,
    make_lesson,
    make_theme,
    make_organisation,
    make_person,
    make_publication,
    make_story,
    make_event,
    make_initiative,
    make_indicator,
]
# The lists of what is there, each with one item on it.
LISTS = {
    "/themas/": make_theme,
    "/alternatieven/": make_initiative,
    "/organisaties/": make_organisation,
    "/mensen/": make_person,
    "/publicaties/": make_publication,
    "/verhalen/": make_story,
    "/agenda/": make_event,
    "/begrippen/": make_term,
}


def entries(client) -> dict[str, str | None]:
    """Each address of the sitemap with the day of its last change."""
    xml = client.get("/sitemap.xml").content.decode()
    found = re.findall(r"<url><loc>https://portaal\.test([^<]+)</loc>(?:<lastmod>([^<]+)</lastmod>)?", xml)
    return {address: day or None for address, day in found}


def test_robots_may_read_all_but_the_back_office(client):
    response = client.get("/robots.txt")

    assert (response["Content-Type"], response.content.decode()) == (
        "text/plain",
        "User-agent: *\nDisallow: /beheer/\nSitemap: https://portaal.test/sitemap.xml\n",
    )


def test_sitemap_has_the_fixed_pages(client):
    assert entries(client) == dict.fromkeys(FIXED)


def test_sitemap_has_what_is_published_only(client):
    public = [make() for make in MAKERS]
    for make in MAKERS:
        make(published_at=None)
        make(published_at=datetime(2200, 1, 1, tzinfo=UTC))
        make(archived_at=clock.now())
    make_veranderopgave(name="", slug=None)

    lists = [address for address, make in LISTS.items() if make in MAKERS]
    assert entries(client) == dict.fromkeys(FIXED + lists + [item.get_absolute_url() for item in public])


def test_sitemap_has_the_page_of_who_is_asked_something(client):
    advies = make_advies()
    party = make_responsibility(advies, organisation=make_organisation(slug="partij")).organisation
    make_responsibility(make_advies(published_at=None))
    make_responsibility(advies, organisation=make_organisation(published_at=None))
    make_responsibility(advies, organisation=make_organisation(slug="opgeheven", archived_at=clock.now()))

    found = [address for address in entries(client) if address.startswith("/adviezen/voor/")]

    assert found == ["/adviezen/voor/", "/adviezen/voor/partij/", "/adviezen/voor/opgeheven/"]
    assert party.get_absolute_url() in entries(client)


@pytest.mark.parametrize("address", LISTS)
def test_sitemap_has_a_list_when_something_is_on_it(client, address):
    LISTS[address](published_at=None)
    assert address not in entries(client)

    LISTS[address]()
    assert address in entries(client)


def test_sitemap_leads_to_pages_only(client):
    for make in (*MAKERS, make_experience, make_term, make_update):
        make()
    make_responsibility(make_advies())

    assert [address for address in entries(client) if client.get(address).status_code != 200] == []


def test_sitemap_tells_the_last_change_of_what_was_changed(client):
    changed = make_project(changed_at=datetime(2024, 3, 4, 23, 30, tzinfo=UTC))
    loaded = make_project(published_at=LONG_AGO)

    found = entries(client)

    assert (found[changed.get_absolute_url()], found[loaded.get_absolute_url()]) == ("2024-03-05", None)


@pytest.mark.parametrize("count", [1, 30])
def test_sitemap_asks_the_database_equally_often(client, django_assert_num_queries, count):
    for _ in range(count):
        for make in MAKERS:
            make()
        make_responsibility(make_advies())

    with django_assert_num_queries(31):
        client.get("/sitemap.xml")
