import re
from datetime import UTC, datetime

import pytest

from stroomop.lib import clock
from stroomop.sitemaps import SiteSitemap
from stroomop.views.files import NOT_FOR_MACHINES
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
    """Each address of the sitemap, in all its parts, with the day of its last change."""
    xml = "".join(client.get(part).text for part in parts(client))
    found = re.findall(r"<url><loc>https://portaal\.test([^<]+)</loc>(?:<lastmod>([^<]+)</lastmod>)?", xml)
    return {address: day or None for address, day in found}


def parts(client) -> list[str]:
    return re.findall(r"<sitemap><loc>https://portaal\.test([^<]+)</loc></sitemap>", client.get("/sitemap.xml").text)


def test_robots_may_read_what_is_for_everybody(client):
    response = client.get("/robots.txt")

    assert (response["Content-Type"], response.text.splitlines()) == (
        "text/plain; charset=utf-8",
        [
            "User-agent: *",
            "Disallow: /beheer/",
            "Disallow: /voorbeeld/",
            "Disallow: /stijl/",
            "Disallow: /zoeken/",
            "Disallow: /bericht/",
            "Sitemap: https://portaal.test/sitemap.xml",
        ],
    )


def test_robots_may_read_every_page_of_the_sitemap(client):
    for make in MAKERS:
        make()

    assert [address for address in entries(client) if address.startswith(NOT_FOR_MACHINES)] == []


def test_sitemap_is_an_index_of_the_parts_with_something_in_them(client):
    make_project()
    make_story(published_at=None)

    response = client.get("/sitemap.xml")

    assert (response["Content-Type"], response["X-Robots-Tag"]) == ("application/xml", "noindex")
    assert parts(client) == ["/sitemap-vast.xml", "/sitemap-projecten.xml"]


def test_long_part_is_cut(client, monkeypatch):
    monkeypatch.setattr(SiteSitemap, "limit", 2)
    projects = [make_project() for _ in range(3)]

    assert parts(client)[-2:] == ["/sitemap-projecten.xml", "/sitemap-projecten.xml?p=2"]
    assert [address for address in entries(client) if address.startswith("/projecten/testproject")] == [
        project.get_absolute_url() for project in projects
    ]


@pytest.mark.parametrize("host", ["portaal.test", "elders.test"])
def test_sitemap_names_the_one_address_of_the_site(client, host):
    make_project()

    found = [client.get(address, headers={"host": host}).text for address in ("/sitemap.xml", "/sitemap-projecten.xml")]

    assert [re.findall("<loc>https://([^/]+)/", xml) for xml in found] == [["portaal.test"] * 2, ["portaal.test"]]


@pytest.mark.parametrize(
    "address", ["-onzin.xml", "-vast.xml?p=2", "-vast.xml?p=0", f"-vast.xml?p={'9' * 40}", "-%00.xml"]
)
def test_part_that_is_not_there_is_not_found(client, address):
    assert client.get(f"/sitemap{address}").status_code == 404


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

    with django_assert_num_queries(17):
        client.get("/sitemap.xml")
    with django_assert_num_queries(2):
        client.get("/sitemap-projecten.xml")
