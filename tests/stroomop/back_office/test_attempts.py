"""Who keeps failing waits, and nobody else; and what the log of the door remembers of it."""

from datetime import timedelta

import pytest
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from stroomop.lib import clock
from stroomop.models import SignIn
from stroomop.sign_ins import KEPT
from tests import factories as make
from tests.rollback import rolled_back
from tests.stroomop.back_office.staff import url

pytestmark = pytest.mark.django_db
LOGIN = "/beheer/account/login/"
HERE, ELSEWHERE = "192.0.2.1", "198.51.100.7"


@pytest.fixture
def owner():
    return make.make_user(username="eigenaar", email="eigenaar@portaal.test", is_staff=True)


def attempt(client, login, password="fout", address=HERE):
    """Whether somebody comes in, or else what the page says."""
    response = client.post(LOGIN, {"login": login, "password": password}, REMOTE_ADDR=address)
    if response.status_code == 302:
        client.logout()
        return "in"
    return " ".join(response.context["form"].non_field_errors())


def log():
    return list(SignIn.objects.order_by("pk").values_list("user__username", "outcome", "number", "network"))


def test_who_keeps_failing_is_told_when_to_try_again(client, owner):
    said = [attempt(client, "eigenaar") for _ in range(6)]

    assert set(said[:5]) == {"Je gebruikersnaam of je wachtwoord klopt niet."}
    assert said[5].startswith("Te vaak een verkeerd wachtwoord. Probeer het om ")
    # Not even with the right one: else guessing would go on.
    assert attempt(client, "eigenaar", "test") == said[5]
    # All names of one account are one.
    assert attempt(client, "Eigenaar@portaal.test", "test") == said[5]


def test_owner_comes_in_elsewhere_and_a_colleague_from_the_same_office(client, owner):
    make.make_user(username="collega", is_staff=True)
    for _ in range(40):
        attempt(client, "eigenaar")

    assert attempt(client, "eigenaar", "test", ELSEWHERE) == "in"
    assert attempt(client, "collega", "test") == "in"


def test_coming_in_does_not_use_up_attempts(client, owner):
    assert [attempt(client, "eigenaar", "test") for _ in range(10)] == ["in"] * 10


def test_a_name_that_nobody_has_is_answered_alike(client, owner):
    known = [attempt(client, "eigenaar") for _ in range(6)]

    assert [attempt(client, "niemand") for _ in range(6)] == known


def test_many_machines_together_are_stopped_but_not_where_the_owner_came_in_before(client, owner):
    assert attempt(client, "eigenaar", "test", ELSEWHERE) == "in"
    for number in range(100):
        attempt(client, "eigenaar", address=f"203.0.113.{number}")

    assert attempt(client, "eigenaar", "test", "203.0.113.200").startswith("Te vaak")
    assert attempt(client, "eigenaar", "test", ELSEWHERE) == "in"


def test_long_wait_is_told_with_its_day(client, owner, monkeypatch):
    start = clock.now().timestamp()
    for hour in range(4):
        monkeypatch.setattr("time.time", lambda now=start + hour * 3600: now)
        for _ in range(5):
            attempt(client, "eigenaar")
    monkeypatch.setattr("time.time", lambda: start + 4 * 3600)

    assert " opnieuw, of kies" in attempt(client, "eigenaar")
    assert attempt(client, "eigenaar").startswith("Te vaak een verkeerd wachtwoord. Probeer het op ")


def test_new_password_opens_the_door_again(client, owner, mailoutbox):
    for _ in range(6):
        attempt(client, "eigenaar")
    client.post("/beheer/account/password/reset/", {"email": owner.email})
    link = next(word for word in mailoutbox[0].body.split() if "/key/" in word).removeprefix("http://testserver")
    page = client.get(link, follow=True, REMOTE_ADDR=HERE)
    password = "vier eenden zwemmen langs"
    data = {"password1": password, "password2": password}
    client.post(page.request["PATH_INFO"], data, REMOTE_ADDR=HERE)

    assert attempt(client, "eigenaar", password) == "in"


def test_log_tells_who_came_and_who_tried_and_keeps_no_name_that_nobody_has(client, owner):
    for _ in range(6):
        attempt(client, "eigenaar")
    attempt(client, "mijn geheime wachtwoord", address="2001:db8:1:2::3")
    attempt(client, "eigenaar", "test", ELSEWHERE)

    assert log() == [
        ("eigenaar", "wachtwoord", 5, "192.0.2.0/24"),
        ("eigenaar", "dicht", 1, "192.0.2.0/24"),
        (None, "wachtwoord", 1, "2001:db8:1::/48"),
        ("eigenaar", "in", 1, "198.51.100.0/24"),
        ("eigenaar", "uit", 1, ""),
    ]


def test_log_has_the_second_step(client, owner):
    TOTP.activate(owner, generate_totp_secret())
    client.post(LOGIN, {"login": "eigenaar", "password": "test"}, REMOTE_ADDR=HERE)

    said = [
        client.post("/beheer/account/2fa/authenticate/", {"code": "000000"}, REMOTE_ADDR=HERE).context["form"].errors
        for _ in range(6)
    ]

    assert said[5]["code"] == ["Te vaak geprobeerd. Wacht een kwartier en probeer het dan opnieuw."]
    assert log() == [("eigenaar", "code", 5, "192.0.2.0/24")]


def test_log_has_who_came_to_a_closed_account(client, owner):
    type(owner).objects.update(is_active=False)

    response = client.post(LOGIN, {"login": "eigenaar", "password": "test"}, REMOTE_ADDR=HERE)

    assert response.url == "/beheer/account/inactive/"
    assert log() == [("eigenaar", "gesloten", 1, "192.0.2.0/24")]


def test_log_forgets(client, owner):
    old = clock.now() - KEPT - timedelta(seconds=1)
    SignIn.objects.create(user=owner, outcome=SignIn.Outcome.IN, moment=old)

    attempt(client, "niemand")

    assert log() == [(None, "wachtwoord", 1, "192.0.2.0/24")]


def test_log_is_read_in_the_back_office(client, editor, django_assert_num_queries):
    make_lines = [SignIn(outcome=SignIn.Outcome.PASSWORD, moment=clock.now()) for _ in range(3)]
    SignIn.objects.bulk_create(make_lines)

    with django_assert_num_queries(5):
        page = client.get(url(SignIn, "changelist"))

    assert page.text.count("onbekende naam") == 3
    assert str(make_lines[0]) == "onbekende naam: verkeerd wachtwoord"


class EveryNetwork(TestCase):
    @given(st.ip_addresses())
    def test_only_a_part_of_an_address_is_kept(self, address):
        with rolled_back():
            self.client.post(LOGIN, {"login": "niemand", "password": "fout"}, REMOTE_ADDR=str(address))
            network = SignIn.objects.get().network

        assert network.endswith("/24" if address.version == 4 else "/48")
        assert len(network) <= 50
