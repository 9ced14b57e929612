"""Where the Atom feeds of the adviezen are, and what answers where one was."""

from datetime import UTC, datetime

import pytest

from projects.models import Redirect
from tests.advies.feeds import ALL, entries, feed_for, feed_of, told
from tests.factories import (
    make_advies,
    make_news,
    make_organisation,
    make_responsibility,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("december")]


ARCHIVED = {"archived_at": datetime(2021, 1, 1, tzinfo=UTC)}


@pytest.mark.parametrize(("fields", "status"), [({}, 200), ({"published_at": None}, 404), (ARCHIVED, 410)])
def test_feed_of_an_advies_answers_as_its_page(client, fields, status):
    advies = make_advies(**fields)

    assert [client.get(address).status_code for address in (feed_of(advies), advies.get_absolute_url())] == [status] * 2


@pytest.mark.parametrize("address", ["/adviezen/99-niets/advies.atom", "/adviezen/voor/niemand/adviezen.atom"])
def test_feed_of_nothing_is_not_found(client, address):
    assert client.get(address).status_code == 404


def test_feed_of_a_number_that_no_database_holds_is_not_found(client):
    assert client.get(f"/adviezen/{'9' * 30}-a/advies.atom").status_code == 404


def test_feed_of_a_party_of_whom_nothing_is_asked_is_not_found(client):
    assert client.get(feed_for(make_organisation())).status_code == 404


def test_feed_of_a_party_that_was_asked_by_mistake_is_empty(client, advies):
    mistake = make_responsibility(advies)
    make_responsibility(advies, organisation=mistake.organisation, role="ingetrokken", supersedes=mistake)
    make_news(advies)

    assert entries(client, feed_for(mistake.organisation)) == []


def test_feed_of_a_party_stays_when_its_own_page_is_archived(client, advies):
    party = make_responsibility(advies, organisation=make_organisation(**ARCHIVED)).organisation
    make_news(advies, title="Nieuws")

    assert told(client, "title", feed_for(party)) == ["Besluit: Nieuws"]


def test_feed_moves_along_with_its_page(client, advies):
    party = make_responsibility(advies, organisation=make_organisation(slug="partij")).organisation
    advies.slug, party.slug = "anders", "anders"
    advies.save()
    party.save()

    moved = {
        address: client.get(address)
        for address in ("/adviezen/4-vier/advies.atom", "/adviezen/voor/partij/adviezen.atom")
    }

    assert [(response.status_code, response["Location"]) for response in moved.values()] == [
        (301, "/adviezen/4-anders/advies.atom"),
        (301, "/adviezen/voor/anders/adviezen.atom"),
    ]


@pytest.mark.parametrize("target", ["/", "/adviezen/", "/nergens/te/vinden/"])
def test_page_that_moved_to_something_else_takes_no_feed_along(client, target):
    Redirect.objects.create(path="/adviezen/4-oud/", target=target)

    assert client.get("/adviezen/4-oud/advies.atom").status_code == 404


def test_page_of_an_advies_and_the_list_lead_to_their_feeds(client, advies):
    for page, feed in (("/adviezen/", ALL), (advies.get_absolute_url(), feed_of(advies))):
        html = client.get(page).content.decode()
        assert '<link rel="alternate" type="application/atom+xml"' in html
        assert f'href="{feed}"' in html
