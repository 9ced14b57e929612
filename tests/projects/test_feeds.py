from datetime import UTC, date, datetime
from xml.etree import ElementTree

import pytest

from stroomop.lib import clock
from tests.factories import (
    LONG_AGO,
    make_event,
    make_project,
    make_publication,
    make_story,
    make_update,
)

pytestmark = pytest.mark.django_db

ATOM = "{http://www.w3.org/2005/Atom}"
LOADED = datetime(2026, 11, 23, 9, tzinfo=UTC)
EDITED = datetime(2026, 12, 1, 9, tzinfo=UTC)
OF_2021 = {"date_from": date(2021, 3, 1), "precision": "dag"}
OF_2200 = {"date_from": date(2200, 1, 1), "precision": "dag"}
CHECKED = {"checked_on": date(2026, 11, 22)}
EVERY_FEED = pytest.mark.parametrize(
    ("address", "make"),
    [
        ("/projecten/berichten.atom", make_update),
        ("/verhalen/verhalen.atom", make_story),
        ("/publicaties/publicaties.atom", make_publication),
        ("/agenda/agenda.atom", make_event),
    ],
)


@pytest.fixture(autouse=True)
def _december():
    with clock.fixed_at(datetime(2026, 12, 2, tzinfo=UTC)):
        yield


def entries(client, address) -> list[dict[str, str]]:
    """What each entry says by element; a link by where it leads."""
    feed = ElementTree.fromstring(client.get(address).content)
    return [
        {part.tag.removeprefix(ATOM): part.text or part.get("href", "") for part in entry}
        for entry in feed.findall(f"{ATOM}entry")
    ]


def told(client, address, name) -> list[str]:
    return [entry[name] for entry in entries(client, address)]


def test_update_is_an_entry_under_the_name_of_its_project(client):
    project = make_project(name="Alfa", slug="alfa")
    fields = {"date_from": date(2021, 3, 1), "precision": "maand", "published_at": LOADED}
    update = make_update(project, slug="bericht", title="Nieuws & meer", text="<p>Een <em>test</em>.</p>", **fields)

    assert entries(client, "/projecten/berichten.atom") == [
        {
            "title": "Alfa: Nieuws & meer",
            "link": "https://portaal.test/projecten/alfa/#bericht",
            "updated": "2021-03-01T00:00:00+01:00",
            "id": f"https://portaal.test/#update-{update.pk}",
            "summary": "<p>Een <em>test</em>.</p>",
        }
    ]


@pytest.mark.parametrize(
    ("address", "make"),
    [
        ("/verhalen/verhalen.atom", make_story),
        ("/publicaties/publicaties.atom", make_publication),
        ("/agenda/agenda.atom", make_event),
    ],
)
def test_item_is_an_entry_with_its_summary(client, address, make):
    item = make(slug="alfa", title="Alfa", summary="Iets < een ander.", date_from=date(2021, 7, 1), precision="jaar")

    assert entries(client, address) == [
        {
            "title": "Alfa",
            "link": f"https://portaal.test{item.get_absolute_url()}",
            "updated": "2020-01-01T00:00:00+00:00",
            "id": f"https://portaal.test/#{item._meta.model_name}-{item.pk}",
            # Atom says of a summary that it is HTML.
            "summary": "Iets &lt; een ander.",
        }
    ]


@EVERY_FEED
def test_feed_is_atom_in_dutch_under_its_own_address(client, address, make):
    make()

    response = client.get(address, headers={"host": "elders.test"})
    feed = ElementTree.fromstring(response.content)

    assert response["Content-Type"] == "application/atom+xml; charset=utf-8"
    assert feed.get("{http://www.w3.org/XML/1998/namespace}lang") == "nl"
    assert [(link.get("rel"), link.get("href")) for link in feed.findall(f"{ATOM}link")] == [
        ("alternate", f"https://portaal.test{address[: address.rindex('/') + 1]}"),
        ("self", f"https://portaal.test{address}"),
    ]
    assert "elders.test" not in response.content.decode()


@EVERY_FEED
def test_feed_cannot_be_posted_to(client, address, make):
    assert client.post(address).status_code == 405


@EVERY_FEED
def test_feed_without_items_is_empty(client, address, make):
    assert entries(client, address) == []


@EVERY_FEED
def test_feed_keeps_silent_about_what_is_not_public(client, address, make):
    make(title="Openbaar")
    make(published_at=None)
    make(published_at=datetime(2200, 1, 1, tzinfo=UTC))
    make(archived_at=clock.now())

    assert [title.rpartition(": ")[2] for title in told(client, address, "title")] == ["Openbaar"]


@pytest.mark.parametrize("hidden", [{"published_at": None}, {"archived_at": clock.now()}])
def test_feed_keeps_silent_about_projects_that_are_not_public(client, hidden):
    make_update(make_project(**hidden))

    assert entries(client, "/projecten/berichten.atom") == []


@EVERY_FEED
@pytest.mark.parametrize(
    ("fields", "updated"),
    [
        # As it was loaded: the day of the source, or else the day that somebody checked it, in Dutch time.
        ({**OF_2021, **CHECKED}, "2021-03-01T00:00:00+01:00"),
        ({"date_from": date(2021, 7, 1), "precision": "jaar"}, "2021-07-01T00:00:00+02:00"),
        (CHECKED, "2026-11-22T00:00:00+01:00"),
        # Never a day that is still to come.
        ({**OF_2200, **CHECKED}, "2026-11-22T00:00:00+01:00"),
        (OF_2200, "2026-11-23T09:00:00+00:00"),
        ({}, "2026-11-23T09:00:00+00:00"),
        # An editor gave it something new.
        ({**OF_2021, "changed_at": EDITED}, "2026-12-01T09:00:00+00:00"),
        # The last change was before it was public.
        ({"checked_on": date(2021, 3, 1), "changed_at": LONG_AGO}, "2026-11-23T09:00:00+00:00"),
    ],
)
def test_entry_is_as_new_as_its_source_or_its_last_editor(client, address, make, fields, updated):
    make(published_at=LOADED, **fields)

    assert told(client, address, "updated") == [updated]


@EVERY_FEED
def test_feed_shows_the_last_changed_first_and_then_the_newest(client, address, make):
    make(title="Zonder datum")
    make(title="Oud", date_from=date(2019, 1, 1), precision="jaar")
    make(title="Nieuw", date_from=date(2021, 1, 1), precision="jaar")
    make(title="Veranderd", date_from=date(2018, 1, 1), precision="jaar", changed_at=EDITED)

    titles = [title.rpartition(": ")[2] for title in told(client, address, "title")]

    assert titles == ["Veranderd", "Nieuw", "Oud", "Zonder datum"]


@EVERY_FEED
def test_feed_has_the_fifty_newest(client, address, make):
    for year in range(1970, 2024):
        make(title=str(year), date_from=date(year, 1, 1), precision="jaar")

    titles = [title.rpartition(": ")[2] for title in told(client, address, "title")]

    assert titles == [str(year) for year in range(2023, 1973, -1)]


HOSTILE = [
    "<script>alert(1)</script>",
    "]]><entry>",
    "&amp; & &nope;",
    '"\'><x y="',
    "a\x0bb\x1f\ufffe",
    "\u202e\U0001f600 é",
]


@EVERY_FEED
@pytest.mark.parametrize("title", HOSTILE)
def test_hostile_title_stays_a_title(client, address, make, title):
    make(title=title)

    readable = "".join(letter for letter in title if letter not in "\x0b\x1f\ufffe")
    assert [found.rpartition(": ")[2] for found in told(client, address, "title")] == [readable]


@EVERY_FEED
@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_summary_runs_nothing(client, address, make, text):
    make(**({"text": text} if make is make_update else {"summary": text}))

    assert [("<script" in summary, "\x0b" in summary) for summary in told(client, address, "summary")] == [
        (False, False)
    ]


@EVERY_FEED
@pytest.mark.parametrize("count", [1, 30])
def test_feed_asks_the_database_once(client, django_assert_num_queries, address, make, count):
    for _ in range(count):
        make()

    with django_assert_num_queries(1):
        response = client.get(address)

    assert response.content.count(b"<entry>") == count
