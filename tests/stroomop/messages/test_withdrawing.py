"""The sender's own way to take a message back."""

import pytest
from django.core import signing
from django.db import IntegrityError
from django.test import Client

from stroomop.messages import withdrawing
from stroomop.messages.withdrawing import withdrawal_address
from stroomop.models import Message
from tests.factories import make_message, make_project, make_reaction
from tests.pages import main, texts

pytestmark = pytest.mark.django_db

WORDS = {"name": "Testpersoon", "email": "test@voorbeeld.test", "text": "Een test.", "source": "x", "answer": "Dank."}
EMPTY = dict.fromkeys(WORDS, "")


def words(message) -> dict[str, str]:
    message.refresh_from_db()
    return {name: getattr(message, name) for name in WORDS}


def path(message) -> str:
    return withdrawal_address(message).removeprefix("https://portaal.test")


def test_asking_shows_what_will_go_and_changes_nothing(client):
    message = make_message(make_project(), **WORDS)

    response = client.get(path(message))

    assert (texts(response, "blockquote"), texts(response, "button")) == (["Een test."], ["Haal mijn bericht weg"])
    assert words(message) == WORDS


@pytest.mark.parametrize("status", ["nieuw", "geplaatst", "geweigerd", "beantwoord"])
def test_withdrawing_takes_the_words_and_says_so(status):
    message = make_message(status=status, urgent=True, **WORDS)

    response = Client(enforce_csrf_checks=True).post(path(message), follow=True)

    assert (response.redirect_chain, texts(response, "h1")) == ([("/bericht/ingetrokken/", 302)], ["Je bericht is weg"])
    assert words(message) == EMPTY
    assert (message.status, message.urgent, message.handled_at is None) == ("ingetrokken", False, False)


def test_withdrawn_reaction_is_off_its_page(client):
    project = make_project()
    reaction = make_reaction(project)

    client.post(path(reaction))

    assert "Testpersoon" not in main(client.get(project.get_absolute_url()))


def test_withdrawing_twice_is_harmless(client):
    message = make_message(**WORDS)
    client.post(path(message))
    message.refresh_from_db()

    assert [client.post(path(message)).status_code, client.get(path(message)).status_code] == [302, 302]
    assert Message.objects.get().handled_at == message.handled_at


def test_words_do_not_come_back(client):
    message = make_message(**WORDS)
    client.post(path(message))
    message.refresh_from_db()
    message.text = "Een test."

    with pytest.raises(IntegrityError):
        message.save()


def test_link_of_a_message_that_is_gone_says_that_it_is_gone(client):
    address = path(message := make_message())
    message.delete()

    assert client.get(address, follow=True).redirect_chain == [("/bericht/ingetrokken/", 302)]


def test_link_holds_for_a_year(client, monkeypatch):
    message = make_message(**WORDS)
    address = path(message)
    later = signing.time.time() + withdrawing.VALID_FOR.total_seconds()

    monkeypatch.setattr(signing.time, "time", lambda: later - 10)
    assert client.get(address).status_code == 200
    monkeypatch.setattr(signing.time, "time", lambda: later + 10)
    answers = [client.get(address), client.post(address)]

    assert [answer.status_code for answer in answers] == [410, 410]
    assert texts(answers[0], "h1") == ["Deze link is verlopen"]
    assert words(message) == WORDS


@pytest.mark.parametrize("token", ["x", "x:y:z", "é", "%00", "a" * 5000])
def test_broken_link_says_what_to_do(client, token):
    response = client.get(f"/bericht/intrekken/{token}/")

    assert (response.status_code, texts(response, "h1")) == (404, ["Deze link klopt niet"])
    assert '<a href="/bericht/contact/">' in main(response)


def test_token_of_another_purpose_opens_nothing(client):
    message = make_message(**WORDS)

    response = client.post(f"/bericht/intrekken/{signing.dumps(message.pk, salt='voorbeeld')}/")

    assert (response.status_code, words(message)) == (404, WORDS)


def test_link_is_kept_from_others(client):
    message = make_message(**WORDS)
    asked, done = client.get(path(message)), client.post(path(message))

    for response in (asked, done):
        assert {name: response[name] for name in ("Cache-Control", "Referrer-Policy", "X-Robots-Tag")} == {
            "Cache-Control": "no-store",
            "Referrer-Policy": "no-referrer",
            "X-Robots-Tag": "noindex",
        }
        assert dict(response.cookies) == {}
