"""What keeps machines and other sites out."""

from datetime import timedelta

import pytest
from django.test import Client

from stroomop.messages import guards
from stroomop.models import Message
from tests.factories import make_help_line
from tests.pages import main

from .sending import OPENED, SENT, TYPED, opened, send
from .test_form import faults

pytestmark = pytest.mark.django_db

ADDRESS = "/bericht/contact/"
SECOND = timedelta(seconds=1)


def test_form_that_is_sent_at_once_is_asked_for_again(client):
    response = send(client, ADDRESS, sent=OPENED + 2 * SECOND)

    assert (faults(response), TYPED["bericht"] in main(response)) == ([guards.TOO_SOON], True)
    assert not Message.objects.exists()


def test_form_that_was_sent_at_once_is_taken_a_little_later(client):
    form = opened()
    send(client, ADDRESS, sent=OPENED + SECOND, formulier=form)

    response = send(client, ADDRESS, sent=OPENED + 4 * SECOND, formulier=form)

    assert (response.status_code, Message.objects.count()) == (302, 1)


@pytest.mark.parametrize(
    ("form", "late", "fault"),
    [(opened(), True, guards.TOO_LATE), ("", False, guards.ELSEWHERE), (f"{opened()}x", False, guards.ELSEWHERE)],
    ids=["old", "none", "forged"],
)
def test_form_that_is_too_old_or_not_ours_can_be_sent_again_with_what_was_typed(client, form, late, fault):
    sent = OPENED + timedelta(days=1, seconds=1) if late else SENT

    response = send(client, ADDRESS, sent=sent, formulier=form)

    assert (faults(response), TYPED["bericht"] in main(response)) == ([fault], True)
    again = response.context["form"]["formulier"].value()
    assert send(client, ADDRESS, sent=sent, formulier=again).status_code == 302


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"Origin": "http://testserver"},
        {"Origin": "null"},
        {"Sec-Fetch-Site": "same-origin", "Origin": "null"},
        {"Sec-Fetch-Site": "none"},
    ],
)
def test_form_of_our_own_is_taken(headers):
    response = send(Client(enforce_csrf_checks=True), ADDRESS, headers=headers)

    assert response.status_code == 302


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "https://evil.test"},
        {"Origin": "https://testserver"},
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site", "Origin": "http://testserver"},
    ],
)
def test_form_of_another_site_is_shown_for_a_look_first(client, headers):
    response = send(client, ADDRESS, headers=headers)

    assert (faults(response), Message.objects.count()) == ([guards.ELSEWHERE], 0)


def test_machine_that_fills_in_everything_is_thanked_and_nothing_is_kept(client):
    response = send(client, ADDRESS, onderwerp="Test")

    assert (response["Location"], Message.objects.count()) == ("/bericht/dank-je/", 0)


def test_trap_is_hidden_from_everybody(client):
    trap = main(client.get(ADDRESS)).partition('aria-hidden="true"')[2].partition("</div>")[0]

    assert 'name="onderwerp"' in trap
    assert 'autocomplete="off" tabindex="-1"' in trap
    assert 'class="visually-hidden"' in main(client.get(ADDRESS)).partition('name="onderwerp"')[0][-600:]


def test_same_form_twice_is_kept_once_and_thanked_twice(client):
    form = opened()

    answers = [send(client, ADDRESS, formulier=form)["Location"] for _ in range(9)]

    assert (answers, Message.objects.count()) == (["/bericht/dank-je/"] * 9, 1)


def test_other_words_from_the_same_form_are_another_message(client):
    form = opened()

    for text in ("Een test.", "Een andere test."):
        send(client, ADDRESS, formulier=form, bericht=text)

    assert [message.text for message in Message.objects.all()] == ["Een test.", "Een andere test."]


def test_sixth_message_of_a_network_waits_and_others_go_on(client):
    for _ in range(5):
        send(client, ADDRESS)

    response = send(client, ADDRESS)

    assert (response.status_code, TYPED["bericht"] in main(response)) == (429, True)
    assert send(Client(REMOTE_ADDR="127.0.0.2"), ADDRESS).status_code == 429
    assert send(Client(REMOTE_ADDR="192.0.2.1"), ADDRESS).status_code == 302


def test_fault_takes_no_turn(client):
    for _ in range(9):
        send(client, ADDRESS, bericht="")

    assert send(client, ADDRESS).status_code == 302


def test_address_of_the_sender_is_kept_nowhere(client):
    send(Client(REMOTE_ADDR="192.0.2.77"), ADDRESS)

    values = [str(value) for value in Message.objects.values_list()[0]]
    assert not [value for value in values if "192.0.2" in value]


@pytest.mark.scale
def test_thousand_messages_of_one_network_are_five(client):
    statuses = {send(client, ADDRESS, bericht=f"Koop nu {number}").status_code for number in range(1000)}

    assert statuses == {302, 429}
    assert list(Message.objects.values_list("status", flat=True)) == ["nieuw"] * 5
    assert send(Client(REMOTE_ADDR="192.0.2.1"), ADDRESS).status_code == 302


def test_words_of_distress_bring_help_at_once_whatever_is_wrong_with_the_form(client):
    make_help_line(name="Testlijn")

    for typed in ({"akkoord": ""}, {"formulier": ""}):
        response = send(client, ADDRESS, bericht="Ik wil niet meer leven", **typed)

        assert 'aria-label="Hulp en snel weg"' in main(response)
