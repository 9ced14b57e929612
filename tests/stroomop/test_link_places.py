"""On which forms of the back-office the links of public pages stand."""

from datetime import UTC, datetime

import pytest
from django.contrib import admin
from django.db.models import URLField

from advies.models import News
from monitor.models import ChartEvent, Source
from projects.models import Project, Story
from stroomop.lib import clock
from stroomop.lib.items import Item
from stroomop.lib.richtext import RichTextField
from stroomop.links.standing import link_columns, outside_address, places
from stroomop.models import LinkCheck
from tests import factories as make

pytestmark = pytest.mark.django_db
NEXT_CENTURY = datetime(2100, 1, 1, tzinfo=UTC)


@pytest.fixture(autouse=True)
def noon():
    with clock.fixed_at(datetime(2026, 11, 1, 12, tzinfo=UTC)):
        yield


def test_addresses_stand_where_staff_can_mend_them():
    story = make.make_story(
        source_url="https://bron.test/", body='<p><a href="https://elders.test/a?b=1&amp;c=2">x</a></p>'
    )
    project = make.make_project(why='<a href="mailto:test@portaal.test">x</a><a href="/projecten/">y</a>')
    project.results.create(text='<a href="https://elders.test/">x</a><a href="https://bron.test/">y</a>')
    news = make.make_news(make.make_advies())
    news.sources.create(title="Testbron", url="https://kamer.test/")
    agreement = make.make_agreement(news)
    make.make_deadline(agreement, source_url="https://kamer.test/")
    source = make.make_source(url="https://cijfers.test/")

    assert places() == {
        "https://bron.test/": [Item(Project, project.pk), Item(Story, story.pk)],
        "https://elders.test/": [Item(Project, project.pk)],
        "https://elders.test/a?b=1&c=2": [Item(Story, story.pk)],
        "https://kamer.test/": [Item(News, news.pk), Item(type(agreement), agreement.pk)],
        "https://cijfers.test/": [Item(Source, source.pk)],
    }


def test_address_that_stands_twice_on_a_form_is_named_once():
    project = make.make_project(what='<a href="https://bron.test/">x</a>', how='<a href="https://bron.test/#a">x</a>')

    assert places() == {"https://bron.test/": [Item(Project, project.pk)]}


@pytest.mark.parametrize(
    "moments",
    [{"published_at": None}, {"published_at": NEXT_CENTURY}, {"archived_at": datetime(2021, 1, 1, tzinfo=UTC)}],
    ids=["draft", "planned", "archived"],
)
def test_what_the_public_does_not_see_is_left_alone(moments):
    make.make_story(source_url="https://bron.test/", **moments)
    make.make_project(**moments).results.create(text='<a href="https://bron.test/">x</a>')
    news = make.make_news(**moments, known_on=None)
    news.sources.create(title="Testbron", url="https://bron.test/")
    make.make_deadline(make.make_agreement(news), source_url="https://bron.test/")

    assert places() == {}


def test_what_a_teller_took_back_is_left_alone():
    experience = make.make_experience(text='<a href="https://bron.test/">x</a>')
    experience.withdraw()

    assert places() == {}


@pytest.mark.parametrize(
    ("moments", "stands"),
    [([None], False), ([NEXT_CENTURY], False), ([make.LONG_AGO], True), ([None, make.LONG_AGO], True), ([], True)],
)
def test_source_counts_once_the_public_sees_a_figure_of_it(moments, stands):
    source = make.make_source(url="https://cijfers.test/")
    for version, moment in enumerate(moments, 1):
        make.make_release(source=source, version=version, published_at=moment)

    assert ("https://cijfers.test/" in places()) is stands


def test_what_is_always_public_counts():
    event = ChartEvent.objects.create(title="Testgebeurtenis", url="https://bron.test/")
    line = make.make_help_line(url="https://hulp.test/")

    assert places() == {
        "https://bron.test/": [Item(ChartEvent, event.pk)],
        "https://hulp.test/": [Item(type(line), line.pk)],
    }


@pytest.mark.parametrize(
    ("raw", "address"),
    [
        ("https://bron.test", "https://bron.test"),
        ("https://bron.test/a b?c=é#d", "https://bron.test/a%20b?c=%C3%A9"),
        ("HTTP://bron.test/", "HTTP://bron.test/"),
        ("mailto:test@bron.test", None),
        ("tel:113", None),
        ("/projecten/", None),
        ("#kop", None),
        ("https:///pad", None),
        ("http://[bron.test/", None),
        ("https://portaal.test/adviezen/", None),
        (f"https://bron.test/{'a' * LinkCheck.LONGEST}", None),
    ],
)
def test_addresses_of_other_sites_count(raw, address):
    assert outside_address(raw) == address


def test_no_link_of_a_model_that_staff_can_open_is_forgotten():
    known = {(column.model, column.name) for column in link_columns()}
    fields = {
        (model, field.name)
        for model in admin.site._registry
        for field in model._meta.concrete_fields
        if isinstance(field, URLField | RichTextField)
    }

    assert fields - known == set()
    assert not [column.model for column in link_columns() if column.model.__name__.startswith("Historical")]


@pytest.mark.parametrize("number", [1, 30])
def test_all_links_are_one_query(number, django_assert_num_queries):
    for nth in range(number):
        make.make_story(source_url=f"https://bron.test/{nth}")
        make.make_project().sources.create(title="Testbron", url=f"https://bron.test/{nth}")

    with django_assert_num_queries(1):
        assert len(places()) == number
