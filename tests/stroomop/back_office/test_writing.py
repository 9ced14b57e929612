"""What the editor of rich text asks the server: a page to link to, and what could be better."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import Permission
from django.test import Client

from stroomop.lib import clock
from stroomop.lib.admin.richtext import MAX_LENGTH, TOO_LONG
from tests import factories as make

pytestmark = pytest.mark.django_db
ITEMS, READABILITY = "/beheer/items/", "/beheer/leesbaarheid/"


@pytest.fixture
def writer(client):
    """Somebody of the staff who may look at projects, and no more."""
    user = make.make_user(is_staff=True)
    user.user_permissions.add(Permission.objects.get(codename="view_project"))
    client.force_login(user)
    return user


def found(client, words: str) -> list[tuple[str, str, str]]:
    answer = client.get(ITEMS, {"q": words})
    return [(item["title"], item["kind"], item["address"]) for item in answer.json()["items"]]


@pytest.mark.parametrize("staff", [None, False])
def test_only_staff_get_an_answer(client, staff):
    if staff is not None:
        client.force_login(make.make_user(is_staff=staff))

    assert client.get(ITEMS, {"q": "test"}).status_code == 403
    assert client.post(READABILITY, {"html": "<p>Test.</p>"}).status_code == 403


def test_staff_without_a_second_factor_get_no_answer(client, writer, settings):
    settings.BACK_OFFICE_SECOND_FACTOR = True

    assert client.get(ITEMS, {"q": "test"}).status_code == 403


def test_pages_are_found_by_words_of_their_name(client, writer):
    make.make_project(name="Groot testproject", slug="groot")
    make.make_project(name="Testproject", slug="klein")
    make.make_project(name="Iets anders", slug="anders", summary="Een testproject.")
    make.make_publication(title="Over een testproject", slug="over")
    make.make_project(name="Ver weg", slug="ver")

    assert found(client, " TESTproject\0 ") == [
        ("Testproject", "Project", "/projecten/klein/"),
        ("Groot testproject", "Project", "/projecten/groot/"),
        ("Over een testproject", "Publicatie", "/publicaties/over/"),
        ("Iets anders", "Project", "/projecten/anders/"),
    ]


def test_what_is_planned_is_for_who_may_see_it_and_a_draft_for_nobody(client, writer):
    later = clock.now() + timedelta(days=1)
    make.make_project(name="Gepland testproject", slug="gepland", published_at=later)
    make.make_project(name="Concept testproject", published_at=None)
    make.make_project(name="Oud testproject", archived_at=clock.now())
    make.make_publication(title="Geplande testpublicatie", published_at=later)

    assert found(client, "test") == [("Gepland testproject", "Project, ingepland", "/projecten/gepland/")]


@pytest.mark.parametrize("words", ["", "t", " t ", '"', "\0", "%", "bestaatniet"])
def test_little_or_strange_words_find_nothing(client, writer, words):
    make.make_project(name="Testproject")

    assert found(client, words) == []


@pytest.mark.parametrize("number", [1, 12])
def test_a_search_takes_so_many_queries_and_gives_ten_at_most(client, writer, django_assert_num_queries, number):
    for _ in range(number):
        make.make_project()
        make.make_lesson()
        make.make_story()
        make.make_person()
        make.make_organisation()

    # Who asks, what they may, and each kind of page once.
    with django_assert_num_queries(19):
        items = found(client, "test")

    assert len(items) == min(10, 5 * number)


def test_an_answer_is_not_kept(client, writer):
    assert "no-store" in client.get(ITEMS, {"q": "test"})["Cache-Control"]


@pytest.mark.parametrize(("method", "address"), [("post", ITEMS), ("get", READABILITY)])
def test_each_address_has_one_way_to_ask(client, writer, method, address):
    assert getattr(client, method)(address).status_code == 405


def test_a_text_is_looked_at_as_it_would_be_saved(client, writer):
    answer = client.post(READABILITY, {"html": "<h1>Kop</h1><h4>Kop</h4><script>pwn()</script>"})

    assert answer.json() == {
        "remarks": ["De kop ‘Kop’ is van niveau 4, en die erboven van niveau 2. Sla geen niveau over: kies niveau 3."]
    }


@pytest.mark.parametrize(
    ("data", "remarks"), [({}, []), ({"html": ""}, []), ({"html": "a" * (MAX_LENGTH + 1)}, [TOO_LONG])]
)
def test_nothing_and_too_much_get_an_answer_too(client, writer, data, remarks):
    assert client.post(READABILITY, data).json() == {"remarks": remarks}


def test_a_text_comes_with_the_token_of_the_form(writer):
    client = Client(enforce_csrf_checks=True)
    client.force_login(writer)

    assert client.post(READABILITY, {"html": "<p>Test.</p>"}).status_code == 403
