"""The Atom feeds of what is new: everything, and of each kind."""

from datetime import UTC, date, datetime
from xml.etree import ElementTree

import pytest

from stroomop.lib import clock
from tests.advies.feeds import ATOM, entries, told
from tests.factories import (
    make_advies,
    make_dated_news,
    make_figure,
    make_indicator,
    make_project,
    make_release,
    make_series,
    make_source,
    make_update,
)

pytestmark = pytest.mark.django_db

ALL = "/nieuw/nieuw.atom"
FEEDS = {
    ALL: ("Wat is er nieuw?", "/nieuw/"),
    "/nieuw/adviezen.atom": ("Nieuw over de adviezen", "/nieuw/?soort=adviezen"),
    "/nieuw/projecten.atom": ("Nieuw over de projecten", "/nieuw/?soort=projecten"),
    "/nieuw/cijfers.atom": ("Nieuwe cijfers", "/nieuw/?soort=cijfers"),
    "/nieuw/correcties.atom": ("Correcties", "/nieuw/?soort=correcties"),
}
EVERY_FEED = pytest.mark.parametrize("address", FEEDS)


@pytest.fixture(autouse=True)
def _later():
    with clock.fixed_at(datetime(2027, 3, 15, 12, tzinfo=UTC)):
        yield


def edited(*day):
    return {"changed_at": datetime(*day, 12, tzinfo=UTC)}


def make_one_of_each():
    """News, a notice, a page, a release; and a correction, with the releases that said the two numbers."""
    make_dated_news(make_advies(), known_on=date(2027, 1, 4))
    make_update(date_from=date(2027, 1, 3), precision="dag")
    make_project(**edited(2027, 1, 2))
    series = make_series(make_indicator())
    make_figure(series, "2024", "1", valid_from=date(2020, 1, 1), valid_to=date(2021, 1, 1))
    make_figure(series, "2024", "2", valid_from=date(2021, 1, 1))


@EVERY_FEED
def test_feed_is_atom_in_dutch_under_its_own_address(client, address):
    title, home = FEEDS[address]

    response = client.get(address, headers={"host": "elders.test"})

    feed = ElementTree.fromstring(response.content)
    assert response["Content-Type"] == "application/atom+xml; charset=utf-8"
    assert feed.get("{http://www.w3.org/XML/1998/namespace}lang") == "nl"
    assert [(part.tag.removeprefix(ATOM), part.text or part.get("href")) for part in feed][:4] == [
        ("title", f"{title} op het portaal van StroomOP"),
        ("link", f"https://portaal.test{home}"),
        ("link", f"https://portaal.test{address}"),
        ("id", f"https://portaal.test{home}"),
    ]
    assert "elders.test" not in response.content.decode()
    assert client.post(address).status_code == 405
    assert client.get(home).status_code == 200


def test_page_leads_to_every_feed_in_head_and_text(client):
    html = client.get("/nieuw/").content.decode()

    assert [html.count(f'href="{address}"') for address in FEEDS] == [2] * 5


@pytest.mark.parametrize("address", ["/nieuw/x.atom", "/nieuw/.atom", "/nieuw/alles.atom", "/nieuw/nieuw.atom/"])
def test_feed_that_is_not_there_is_not_found(client, address):
    assert client.get(address).status_code == 404


def test_entry_says_what_is_new_and_where(client):
    project = make_project(name="Alfa & meer", slug="alfa", summary="Een < test.", **edited(2027, 1, 2))

    assert entries(client, ALL) == [
        {
            "title": "Alfa & meer",
            "link": "https://portaal.test/projecten/alfa/",
            "updated": "2027-01-02T12:00:00+00:00",
            "id": f"https://portaal.test/#project-{project.pk}",
            "summary": "<p>Een &lt; test.</p>",
        }
    ]


def test_entries_come_newest_first_each_with_its_own_id(client):
    for _ in range(3):
        make_one_of_each()

    ids = told(client, "id", ALL)

    kinds = [guid.rpartition("#")[2].partition("-")[0] for guid in ids]
    assert kinds == [kind for kind in ("news", "update", "project", "release", "release") for _ in range(3)]
    assert len(set(ids)) == len(ids) == 15


@EVERY_FEED
def test_feed_asked_twice_is_the_same(client, address):
    make_one_of_each()

    assert entries(client, address) == entries(client, address) != []


def test_correction_keeps_its_id_when_the_gate_writes_it_anew(client):
    series = make_series(make_indicator(name="Testen", slug="testen"))
    source = make_source(title="Bron")
    old, new = (make_release(source=source, version=version) for version in (1, 2))
    was = make_figure(series, "2019", "1680", release=old, valid_from=date(2020, 1, 1), valid_to=date(2027, 1, 5))
    make_figure(series, "2019", "1707", release=new, valid_from=date(2027, 1, 5))
    [before] = entries(client, "/nieuw/correcties.atom")
    was.delete()
    make_figure(series, "2019", "1680", release=old, valid_from=date(2020, 1, 1), valid_to=date(2027, 1, 5))

    assert entries(client, "/nieuw/correcties.atom") == [before]
    assert before == {
        "title": "Testen, 2019",
        "link": "https://portaal.test/monitor/indicator/testen/",
        "updated": "2027-01-05T00:00:00+01:00",
        "id": f"https://portaal.test/#correctie-{series.pk}-{was.period_id}-{old.pk}-2027-01-05",
        "summary": "<p>Was: 1.680 tests.</p><p>Is: 1.707 tests.</p><p>De bron gaf later een ander getal.</p>",
    }


def test_feed_stays_readable_with_characters_that_xml_cannot_hold(client):
    make_project(name="Al\x0bfa", summary="Be\x01ta", **edited(2027, 1, 2))

    [entry] = entries(client, ALL)

    assert (entry["title"], entry["summary"]) == ("Alfa", "<p>Beta</p>")


def test_feed_has_the_fifty_newest(client):
    for number in range(51):
        make_project(name=f"Project {number:02}", **edited(2027, 1, 1))

    titles = told(client, "title", "/nieuw/projecten.atom")

    assert (len(titles), titles[0], titles[-1]) == (50, "Project 50", "Project 01")


@EVERY_FEED
def test_feed_keeps_silent_about_what_is_not_public(client, address):
    draft = {"published_at": None}
    make_dated_news(make_advies(**draft), title="Geheim")
    make_project(name="Geheim", **edited(2027, 1, 1), **draft)
    make_figure(make_series(make_indicator(**draft)), "2024", "1")

    assert entries(client, address) == []


@pytest.mark.parametrize("size", [1, 3])
@pytest.mark.parametrize(
    ("name", "queries"), [("nieuw", 11), ("adviezen", 6), ("projecten", 4), ("cijfers", 3), ("correcties", 3)]
)
def test_feed_asks_a_fixed_number_of_queries(client, django_assert_num_queries, name, queries, size):
    for _ in range(size):
        make_one_of_each()

    # Their keys, and of each kind the items with what they tell of; of adviezen those first, each time.
    with django_assert_num_queries(queries):
        response = client.get(f"/nieuw/{name}.atom")

    assert response.content.count(b"<entry>") % size == 0 != response.content.count(b"<entry>")
