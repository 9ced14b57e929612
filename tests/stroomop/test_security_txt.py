from datetime import UTC, datetime

import pytest

from stroomop.lib import clock

pytestmark = pytest.mark.django_db

ADDRESS = "/.well-known/security.txt"
CONTACT = "mailto:test@portaal.test"
# It is the next day in the Netherlands already.
LATE = datetime(2024, 2, 29, 23, 30, tzinfo=UTC)


def test_security_txt_tells_whom_to_write_to(client, settings):
    settings.SECURITY_CONTACT = CONTACT

    with clock.fixed_at(LATE):
        response = client.get(ADDRESS)

    assert (response.status_code, response["Content-Type"]) == (200, "text/plain; charset=utf-8")
    assert response.text == (
        "Contact: mailto:test@portaal.test\n"
        "Expires: 2024-08-28T00:00:00Z\n"
        "Preferred-Languages: nl, en\n"
        "Canonical: https://portaal.test/.well-known/security.txt\n"
    )


def test_security_txt_without_a_contact_is_not_there(client, settings):
    settings.SECURITY_CONTACT = ""

    assert client.get(ADDRESS).status_code == 404


def test_security_txt_is_found_where_it_stood_before(client):
    response = client.get("/security.txt")

    assert (response.status_code, response["Location"]) == (301, ADDRESS)


@pytest.mark.parametrize("address", [ADDRESS, "/security.txt"])
def test_security_txt_is_only_read(client, address):
    assert client.post(address).status_code == 405
