"""The link on a form to the page that the public sees."""

from datetime import UTC, datetime

import pytest

from tests import factories as make
from tests.stroomop.back_office.staff import url

pytestmark = pytest.mark.django_db
LAST_YEAR, NEXT_CENTURY = datetime(2025, 1, 1, tzinfo=UTC), datetime(2100, 1, 1, tzinfo=UTC)


def way(client, item):
    response = client.get(url(type(item), "change", item.pk))
    assert ("Bekijk op de site" in response.text) == response.context["has_absolute_url"]
    return response.context["absolute_url"]


PAGES = {
    "project": ("/projecten/test/", make.make_project),
    "organisation": ("/organisaties/test/", make.make_organisation),
    "veranderopgave": ("/veranderopgaven/test/", make.make_veranderopgave),
    "hoofddoel": ("/veranderopgaven/#test", make.make_hoofddoel),
    "theme": ("/themas/test/", make.make_theme),
    "lesson": ("/geleerd/test/", make.make_lesson),
    "publication": ("/publicaties/test/", make.make_publication),
    "event": ("/agenda/test/", make.make_event),
    "story": ("/verhalen/test/", make.make_story),
    "person": ("/mensen/test/", make.make_person),
    "initiative": ("/alternatieven/test/", make.make_initiative),
    "term": ("/begrippen/#test", make.make_term),
    "page": ("/test/", make.make_page),
}


@pytest.mark.parametrize(("address", "factory"), PAGES.values(), ids=PAGES)
def test_form_leads_to_the_public_page(client, editor, address, factory):
    assert way(client, factory(slug="test")) == address


@pytest.mark.parametrize(
    "moments",
    [{"published_at": None}, {"published_at": NEXT_CENTURY}, {"archived_at": LAST_YEAR}],
    ids=["draft", "planned", "archived"],
)
def test_form_leads_nowhere_while_nobody_can_see_it(client, editor, moments):
    assert way(client, make.make_project(**moments)) is None


def test_form_of_what_has_no_page_leads_nowhere(client, editor):
    items = [
        make.make_veranderopgave(name="", slug=None),
        make.make_experience(),
        make.make_news(),
    ]

    assert [way(client, item) for item in items] == [None] * 3


def test_form_of_an_update_leads_to_its_project(client, editor):
    project = make.make_project(slug="test")

    assert way(client, make.make_update(project, slug="bericht")) == "/projecten/test/#bericht"


def test_form_of_an_update_leads_nowhere_without_its_project(client, editor):
    assert way(client, make.make_update(make.make_project(published_at=None))) is None
