"""The list of links that staff can look at, with the way to where each can be mended."""

from datetime import UTC, date, datetime

import pytest

from projects.models import Project, Story
from stroomop.lib import clock
from stroomop.models import LinkCheck
from tests import factories as make
from tests.pages import links, main, texts, words
from tests.stroomop.back_office.staff import url

pytestmark = pytest.mark.django_db
LIST = "/beheer/stroomop/linkcheck/"


@pytest.fixture(autouse=True)
def noon():
    with clock.fixed_at(datetime(2026, 11, 1, 12, tzinfo=UTC)):
        yield


def cells(page):
    """What each row says of its link."""
    return [words(cell) for cell in texts(page, "td")]


def addresses(client, state):
    return [check.address for check in client.get(LIST, {"stand": state}).context["cl"].result_list]


def test_link_leads_to_the_forms_where_it_stands(client, editor):
    make.make_dead_link()
    story = make.make_story(title="Testverhaal", source_url="https://bron.test/")

    page = client.get(LIST)

    assert cells(page) == ["werkt niet sinds 1 oktober 2026", "Testverhaal"]
    assert url(Story, "change", story.pk) in links(page)
    assert "Je hoeft hier niets af te vinken." in words(main(page))
    assert texts(page, "h1")[0] == "Links naar andere sites"


def test_list_names_three_places_and_the_page_all(client, editor):
    check = make.make_dead_link()
    for nth in range(5):
        make.make_story(title=f"Verhaal {nth}", source_url=check.address)

    named = [name for name in cells(client.get(LIST))[1].split("Verhaal ") if name]
    page = client.get(url(LinkCheck, "change", check.pk))

    assert len(named) == 3
    assert named[-1].endswith("en nog 2")
    assert {url(Story, "change", story.pk) for story in Story.objects.all()} <= set(links(page))


def test_page_of_a_link_tells_all_that_is_known(client, editor):
    check = make.make_dead_link()
    make.make_page(title="Testpagina", body='<a href="https://bron.test/">x</a>')

    page = client.get(url(LinkCheck, "change", check.pk))

    told = words(main(page))
    for said in [
        "https://bron.test/",
        "werkt niet sinds 1 oktober 2026",
        "De site geeft een fout (500).",
        "Testpagina",
    ]:
        assert said in told
    assert "https://bron.test/" in links(page)
    assert '<input type="submit"' not in main(page)


def test_link_that_stands_nowhere_says_so(client, editor):
    make.make_dead_link()

    assert cells(client.get(LIST))[1] == "Nergens meer."


def test_list_without_links_is_empty(client, editor, django_assert_num_queries):
    assert client.get(LIST).context["cl"].result_count == 0


def test_list_is_filtered_by_how_it_went(client, editor):
    make.make_dead_link("https://dood.test/")
    LinkCheck.objects.create(
        address="https://hapert.test/",
        outcome="mislukt",
        failures=1,
        failing_since=date(2026, 10, 31),
        last_failed_on=date(2026, 10, 31),
    )
    LinkCheck.objects.create(address="https://dicht.test/", outcome="onbekend")
    LinkCheck.objects.create(address="https://goed.test/", outcome="werkt")

    found = {state: addresses(client, state) for state in ["dood", "hapert", "onbekend", "onzin"]}

    assert found == {
        "dood": ["https://dood.test/"],
        "hapert": ["https://hapert.test/"],
        "onbekend": ["https://dicht.test/"],
        "onzin": ["https://dood.test/", "https://hapert.test/", "https://dicht.test/", "https://goed.test/"],
    }
    assert cells(client.get(LIST))[::2] == [
        "werkt niet sinds 1 oktober 2026",
        "ging niet open",
        "we konden niet kijken",
        "werkt",
    ]


def test_who_may_not_open_an_item_gets_its_name_alone(client, staff):
    staff("view_linkcheck", "view_project")
    make.make_dead_link()
    make.make_story(title="Testverhaal", source_url="https://bron.test/")
    project = make.make_project(name="Testproject", what='<a href="https://bron.test/">x</a>')

    page = client.get(LIST)

    assert cells(page)[1] == "Testproject Testverhaal"
    assert [link for link in links(page) if "/projects/" in link] == [url(Project, "change", project.pk)]


@pytest.mark.parametrize("page", ["add", "change", "delete"])
def test_nobody_writes_here(client, editor, page):
    check = make.make_dead_link()
    address = url(LinkCheck, page, *([] if page == "add" else [check.pk]))

    assert client.post(address, {"post": "yes", "address": "https://anders.test/"}).status_code == 403
    assert list(LinkCheck.objects.values_list("address", flat=True)) == ["https://bron.test/"]


def test_link_that_is_not_there_leads_back(client, editor):
    assert client.get(url(LinkCheck, "change", 99)).url == "/beheer/"


@pytest.mark.parametrize("number", [1, 30])
def test_list_asks_a_fixed_number_of_queries(client, editor, django_assert_num_queries, number):
    for nth in range(number):
        make.make_dead_link(f"https://bron.test/{nth}")
        make.make_story(source_url=f"https://bron.test/{nth}")
        make.make_project(what=f'<a href="https://bron.test/{nth}">x</a>')

    with django_assert_num_queries(8):
        client.get(LIST)
