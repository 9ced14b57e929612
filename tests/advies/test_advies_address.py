from datetime import UTC, datetime

import pytest

from tests.factories import make_advies
from tests.pages import main

pytestmark = pytest.mark.django_db
PAST, FUTURE = datetime(2021, 1, 1, tzinfo=UTC), datetime(2999, 1, 1, tzinfo=UTC)


@pytest.mark.parametrize(
    ("moments", "status"),
    [({}, 200), ({"archived_at": PAST}, 410), ({"published_at": None}, 404), ({"published_at": FUTURE}, 404)],
)
@pytest.mark.parametrize("question", ["", "?stand=2020-12-01"])
def test_advies_detail_answers_as_it_is_published(client, moments, status, question):
    advies = make_advies(short_name="Geheim", **moments)

    response = client.get(advies.get_absolute_url() + question)

    assert (response.status_code, "Geheim" in main(response)) == (status, status == 200)


def test_advies_detail_with_another_slug_is_not_found(client):
    make_advies(number=4, slug="goed")

    assert client.get("/adviezen/4-fout/").status_code == 404


def test_advies_detail_leads_on_from_a_changed_slug(client):
    advies = make_advies(number=4, slug="oud")
    advies.slug = "nieuw"
    advies.save()

    response = client.get("/adviezen/4-oud/?van=hier")

    assert (response.status_code, response["Location"]) == (301, "/adviezen/4-nieuw/?van=hier")
    assert client.get("/adviezen/4-nieuw/").status_code == 200


@pytest.mark.parametrize("address", ["99999999999999999999-x", f"{'9' * 5000}-x", "0-x", "-1-x", "4-", "4", "%00-x"])
def test_advies_detail_at_a_nonsense_address_is_not_found(client, address):
    make_advies(number=4, slug="x")

    assert client.get(f"/adviezen/{address}/").status_code == 404


def test_advies_detail_does_not_mind_a_nonsense_question(client):
    url = make_advies().get_absolute_url()

    assert main(client.get(f"{url}?page=%00&number=x")) == main(client.get(url))


def test_advies_detail_refuses_to_be_written_to(client):
    assert client.post(make_advies().get_absolute_url()).status_code == 405
