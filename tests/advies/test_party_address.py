"""Where the page of a party stands: there for as long as something was ever asked, also under its former names."""

from datetime import UTC, date, datetime

import pytest

from projects.models import Redirect
from tests.factories import make_advies, make_organisation, make_responsibility
from tests.pages import rows

pytestmark = pytest.mark.django_db
URL = "/adviezen/voor/partij/"


@pytest.fixture
def party():
    return make_organisation(slug="partij", parent=make_organisation())


def test_party_page_of_whom_nothing_was_ever_asked_is_not_there(client, party):
    make_responsibility(make_advies(), organisation=make_organisation(parent=party.parent))
    make_responsibility(make_advies(published_at=None), organisation=party)
    make_responsibility(make_advies(), organisation=party, known_on=date(2999, 1, 1))

    assert client.get(URL).status_code == 404


@pytest.mark.parametrize("published_at", [None, datetime(2999, 1, 1, tzinfo=UTC)])
def test_party_page_of_who_is_not_public_is_not_there(client, published_at):
    make_responsibility(make_advies(), organisation=make_organisation(slug="partij", published_at=published_at))

    assert client.get(URL).status_code == 404


@pytest.mark.parametrize("slug", ["onbekend", "x" * 5000, "%00", "a b", "1%27--"])
def test_party_page_of_who_does_not_exist_is_not_there(client, slug):
    assert client.get(f"/adviezen/voor/{slug}/").status_code == 404


@pytest.mark.parametrize(("question", "kept"), [("", ""), ("?stand=2021-01-02", "?stand=2021-01-02")])
def test_party_page_under_a_former_name_leads_to_that_of_now(client, party, question, kept):
    make_responsibility(make_advies(), organisation=party)
    party.slug = "nieuw"
    party.save()

    response = client.get(URL + question)

    assert (response.status_code, response.url) == (301, f"/adviezen/voor/nieuw/{kept}")
    assert len(rows(client.get(response.url))) == 1


@pytest.mark.parametrize("target", ["/projecten/", "/projecten/iets/", "/bestaat/niet/"])
def test_party_page_whose_organisation_became_something_else_is_not_there(client, target):
    Redirect.objects.create(path="/organisaties/partij/", target=target)

    assert client.get(URL).status_code == 404
