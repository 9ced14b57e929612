"""Whatever is sent: a plain answer, nothing kept that nobody can see, never a fault of ours."""

import pytest
from django.test import Client
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from stroomop.messages.forms import readable
from stroomop.models import Message
from stroomop.views.messages import TOO_LARGE
from tests.hostile import HOSTILE
from tests.pages import main

from .sending import TYPED, opened, send
from .test_form import faults

pytestmark = pytest.mark.django_db

ADDRESS = "/bericht/contact/"
ANY = st.text(st.characters(exclude_categories=()), max_size=60)


def test_million_letters_are_too_long_and_told_so(client):
    response = send(client, ADDRESS, bericht="a" * 1_000_000)

    assert faults(response) == ["Je bericht is te lang: 1000000 tekens. Maak het korter, tot hoogstens 5000 tekens."]


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        (b"bericht=" + b"%20" * 1_000_000, "application/x-www-form-urlencoded"),
        (b"a=1&" * 1001, "application/x-www-form-urlencoded"),
        (b"bericht=a", "application/x-www-form-urlencoded; charset=utf-16"),
        (b"--x", "multipart/form-data"),
    ],
    ids=["bytes", "fields", "charset", "parts"],
)
def test_what_no_browser_sends_gets_the_form_and_a_reason(client, body, kind):
    response = client.post(ADDRESS, body, content_type=kind)

    assert (response.status_code, TOO_LARGE in faults(response)) == (200, True)


def test_other_kinds_of_body_are_as_an_empty_form(client):
    response = client.post(ADDRESS, b'{"bericht": "a"}', content_type="application/json")

    assert (response.status_code, len(faults(response))) == (200, 3)


def test_what_is_not_seen_is_left_out():
    typed = {"bericht": "a\0b\x08c\u202ed\u2066e\u200bf\ufeffg\ud800h\U000e0041i\x85j\r\nk\u00adl 👩\u200d👧"}

    assert readable(typed) == {"bericht": "abcdefghij\nkl 👩\u200d👧"}


@given(name=ANY, text=ANY, email=ANY, form=ANY)
@settings(max_examples=100, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_text_gets_an_answer(name, text, email, form):
    typed = {"naam": name, "bericht": text, "email": email, "formulier": form, "akkoord": "on"}
    body = {key: value.encode("utf-8", "surrogatepass").decode("utf-8", "replace") for key, value in typed.items()}

    assert Client().post(ADDRESS, body).status_code in (200, 302)
    assert send(Client(), ADDRESS, naam="", bericht=body["bericht"]).status_code in (200, 302, 429)


@pytest.mark.parametrize("over", ["//evil.test/", "https://evil.test/", "\0", "é", "/\ud800/", "/beheer/", "x" * 9999])
def test_address_that_is_not_ours_leads_nowhere(client, over):
    response = client.get("/bericht/contact/", {"over": over.encode("utf-8", "surrogatepass")})

    assert (response.status_code, "Dit gaat over" in main(response), "evil" in main(response)) == (200, False, False)


def test_hostile_words_come_out_as_dead_text(client):
    for text in [text for text in HOSTILE if "<" in text][:: len(HOSTILE) // 40]:
        response = send(client, ADDRESS, naam=text, bericht=text, formulier="")

        assert text not in main(response)
        assert "&lt;" in main(response)


def test_surrogates_in_the_body_are_no_fault(client):
    body = f"bericht=%ED%A0%80x&akkoord=on&formulier={opened()}&naam={TYPED['naam']}"

    response = client.post(ADDRESS, body, content_type="application/x-www-form-urlencoded")

    assert (response.status_code, Message.objects.count()) == (200, 0)
