import pytest
from django.db.models import Model

from projects.models import Initiative, Project, Redirect
from stroomop.lib import clock
from stroomop.lib.links import as_public, as_written, find_item, page_models, recognise
from tests import factories as make

pytestmark = pytest.mark.django_db
LINK = '<p>Lees <a href="{}">dit</a>.</p>'


def named(item: Model, address: str | None = None) -> str:
    """A link to the item, as the database has it."""
    label = f"{item._meta.label_lower}:{item.pk}"
    return f'<p>Lees <a href="{address or item.get_absolute_url()}" data-item="{label}">dit</a>.</p>'


def test_every_model_with_pages_is_found_by_its_own_address():
    items = [
        make.make_project(),
        make.make_veranderopgave(slug="test"),
        make.make_lesson(),
        make.make_theme(),
        make.make_organisation(),
        make.make_person(),
        make.make_publication(),
        make.make_story(),
        make.make_event(),
        make.make_initiative(),
        make.make_advies(),
        make.make_indicator(),
        make.make_panel_round(),
        make.make_speerpunt(),
        make.make_page(),
    ]

    assert {type(item) for item in items} == set(page_models())
    assert [find_item(item.get_absolute_url()) for item in items] == items


def test_two_kinds_of_pages_of_one_model_are_kept_apart():
    joined = make.make_initiative(kind=Initiative.Kind.LEARNING)

    assert joined.get_absolute_url() == f"/meedoen/{joined.slug}/"
    assert find_item(f"/meedoen/{joined.slug}/") == joined
    assert find_item(f"/alternatieven/{joined.slug}/") is None


@pytest.mark.parametrize(
    "address",
    [
        "/projecten/test/",
        "/projecten/test",
        " /projecten/test/ ",
        "/projecten/test/?stand=2024-01-01#resultaten",
        "/%70rojecten/test/",
        "https://portaal.test/projecten/test/",
        "http://PORTAAL.test/projecten/test/",
        "//portaal.test/projecten/test/",
    ],
)
def test_an_item_is_found_however_its_address_is_written(address):
    project = make.make_project(slug="test")

    assert find_item(address) == project


@pytest.mark.parametrize(
    "address",
    [
        "",
        "#test",
        "projecten/test/",
        "/projecten/",
        "/projecten/anders/",
        "/projecten/test/verder/",
        "/projecten/test\0/",
        "/adviezen/voor/test/",
        f"/adviezen/{10**30}-test/",
        "/agenda/test/bijeenkomst.ics",
        "/beheer/",
        "https://evil.test/projecten/test/",
        "ftp://portaal.test/projecten/test/",
        "mailto:test@portaal.test",
        "http://[",
    ],
)
def test_other_addresses_are_no_item(address):
    make.make_project(slug="test")
    make.make_organisation(slug="test")

    assert find_item(address) is None


def test_an_old_address_leads_to_its_item():
    project = make.make_project(slug="oud")
    project.slug = "nieuw"
    project.save()

    assert find_item("/projecten/oud/") == project


def test_an_old_address_of_something_else_leads_to_no_item():
    Redirect.objects.create(path="/oud/", target="/projecten/")

    assert find_item("/oud/") is None


def test_a_link_to_an_item_names_it():
    project = make.make_project(slug="test")

    assert recognise(LINK.format("https://portaal.test/projecten/test/?a=1&amp;b=2#c")) == named(
        project, "/projecten/test/?a=1&amp;b=2#c"
    )
    assert recognise(named(project)) == named(project)


def test_other_links_stay_as_they_are():
    html = LINK.format("https://evil.test/projecten/test/") + LINK.format("/projecten/") + "<a>Test.</a>"

    assert recognise(html) == html


def test_an_address_that_stands_there_often_is_looked_up_once(django_assert_num_queries):
    make.make_project(slug="test")

    with django_assert_num_queries(1):
        recognise(LINK.format("/projecten/test/") * 3)


def test_readers_get_the_address_of_now():
    project = make.make_project(slug="nieuw")

    assert as_public(named(project, "/projecten/oud/?a=1#b")) == [LINK.format("/projecten/nieuw/?a=1#b")]


def test_the_two_attributes_may_stand_in_any_order():
    project = make.make_project(slug="nieuw")

    assert as_public(f'<a data-item="projects.project:{project.pk}" href="/oud/">dit</a>') == [
        '<a href="/projecten/nieuw/">dit</a>'
    ]


@pytest.mark.parametrize(
    "moments",
    [
        {"published_at": None},
        {"published_at": clock.now().replace(year=2100)},
        {"published_at": clock.now().replace(year=2001), "archived_at": clock.now().replace(year=2002)},
    ],
)
def test_readers_get_the_bare_words_when_the_item_is_not_public(moments):
    assert as_public(named(make.make_project(**moments))) == ["<p>Lees dit.</p>"]


@pytest.mark.parametrize("item", ["projects.project:404", "stroomop.user:1", "test.test:1"])
def test_readers_get_the_bare_words_when_there_is_no_such_page(item):
    make.make_user(pk=1)

    assert as_public(f'<a href="/test/" data-item="{item}">dit</a>') == ["dit"]


@pytest.mark.parametrize("number", [1, 3])
def test_each_kind_of_item_takes_one_query(django_assert_num_queries, number):
    items = [*(make.make_project() for _ in range(number)), *(make.make_organisation() for _ in range(number))]

    with django_assert_num_queries(2):
        texts = as_public(*map(named, items))

    assert texts == [LINK.format(item.get_absolute_url()) for item in items]


def test_a_text_without_items_takes_no_query(django_assert_num_queries):
    with django_assert_num_queries(0):
        assert as_public(LINK.format("/projecten/test/"), "") == [LINK.format("/projecten/test/"), ""]


def test_editors_get_the_address_of_now_of_drafts_too():
    draft = make.make_advies(published_at=None)

    assert as_written(named(draft, "/oud/") + LINK.format("/projecten/")) == LINK.format(
        draft.get_absolute_url()
    ) + LINK.format("/projecten/")


def test_editors_keep_a_link_to_what_is_gone():
    html = named(Project(pk=404, slug="weg"))

    assert as_written(html) == html
    assert recognise(html) == html
