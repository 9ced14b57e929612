"""Where somebody chooses the party that they work at."""

from datetime import UTC, date, datetime

import pytest

from tests.factories import make_advies, make_organisation, make_responsibility
from tests.pages import links, list_rows, main, texts

pytestmark = pytest.mark.django_db
URL = "/adviezen/voor/"
NOBODY = "Hier staat nog niets: er is geen partij bekend."


def test_party_list_names_all_who_are_asked_or_are_partners(client):
    advies = make_advies()
    for name, role, basis in (("Derde", "betrokken", "afgeleid"), ("Eerste", "opdracht", "titel")):
        make_responsibility(
            advies, organisation=make_organisation(name=name, slug=name.lower()), role=role, basis=basis
        )
    make_organisation(name="Ander")

    response = client.get(URL)

    assert list_rows(response) == ["Derde", "Eerste"]
    assert links(response) == ["/adviezen/voor/derde/", "/adviezen/voor/eerste/"]


def test_party_list_names_a_party_once(client):
    party = make_organisation(name="Partij")
    for _ in range(2):
        make_responsibility(make_advies(), organisation=party)

    assert list_rows(client.get(URL)) == ["Partij"]


def test_party_list_leaves_out_what_is_not_public_or_no_longer_so(client):
    make_responsibility(make_advies(), organisation=make_organisation(published_at=None))
    make_responsibility(make_advies(published_at=None))
    make_responsibility(make_advies(), known_on=date(2999, 1, 1))
    make_responsibility(make_advies(), date_to=date(2022, 1, 1))
    wrong = make_responsibility(make_advies())
    make_responsibility(wrong.advies, organisation=wrong.organisation, role="ingetrokken", supersedes=wrong)
    gone = make_organisation(name="Opgeheven", archived_at=datetime(2021, 1, 1, tzinfo=UTC))
    make_responsibility(make_advies(), organisation=gone)

    assert list_rows(client.get(URL)) == ["Opgeheven"]


def test_party_list_of_an_earlier_day_keeps_the_reader_there(client):
    advies = make_advies()
    early = make_organisation(name="Vroeg", slug="vroeg")
    make_responsibility(advies, organisation=early, known_on=date(2021, 1, 1))
    make_responsibility(advies, known_on=date(2021, 1, 3))

    response = client.get(URL, {"stand": "2021-01-02"})

    assert list_rows(response) == ["Vroeg"]
    assert "/adviezen/voor/vroeg/?stand=2021-01-02" in links(response)


def test_party_list_before_anything_was_asked_says_so(client):
    make_responsibility(make_advies())

    response = client.get(URL, {"stand": "2020-11-29"})

    assert (list_rows(response), NOBODY in texts(response, "p")) == ([], True)


def test_party_list_without_parties_says_so(client):
    response = client.get(URL)

    assert (list_rows(response), texts(response, "p")[0]) == ([], NOBODY)


@pytest.mark.parametrize("stand", ["2999-01-01", "gisteren", "%00", "x" * 10_000])
def test_party_list_of_a_day_that_cannot_be_shown_is_that_of_today(client, stand):
    make_responsibility(make_advies(), organisation=make_organisation(name="Partij"))

    response = client.get(URL, {"stand": stand})

    assert (response.status_code, list_rows(response)) == (200, ["Partij"])
    assert "Je ziet de stand van vandaag." in main(response)


@pytest.mark.parametrize("size", [1, 3, 40])
def test_party_list_asks_a_fixed_number_of_queries(client, django_assert_num_queries, size):
    for _ in range(size):
        make_responsibility(make_advies())

    # The parties; the menu, words and help lines of every page.
    with django_assert_num_queries(4):
        response = client.get(URL)

    assert len(list_rows(response)) == size


def test_party_list_refuses_to_be_written_to(client):
    assert client.post(URL).status_code == 405
