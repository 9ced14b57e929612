"""Whoever sounds as if in need is shown help at once, and the editors are told."""

import pytest

from stroomop.models import Message
from tests.factories import make_help_line, make_project
from tests.pages import main, offers_help, texts

from .sending import opened, send

pytestmark = pytest.mark.django_db

WORDS = "Ik wil niet meer leven"
FORM = opened()


@pytest.fixture
def told(settings, mailoutbox, django_capture_on_commit_callbacks):
    """The letters that went while the test sent something."""
    settings.EDITORS_EMAIL = "redactie@voorbeeld.test"

    def sending(*args, **typed):
        with django_capture_on_commit_callbacks(execute=True):
            response = send(*args, **typed)
        return response, [(letter.to, letter.subject, letter.body) for letter in mailoutbox]

    return sending


@pytest.mark.parametrize("typed", [{"bericht": WORDS}, {"naam": WORDS, "bericht": "Test."}])
def test_message_of_distress_leads_to_help_and_is_on_top(client, told, typed):
    response, letters = told(client, f"/bericht/vraag/?over={make_project().get_absolute_url()}", **typed)

    assert response["Location"] == "/bericht/dank-je/hulp/"
    assert [message.urgent for message in Message.objects.all()] == [True]
    assert [to for to, _, _ in letters] == [["redactie@voorbeeld.test"]]
    assert WORDS not in str(letters)


def test_letter_goes_once(client, told):
    for _ in range(2):
        _, letters = told(client, "/bericht/contact/", formulier=FORM, bericht=WORDS)

    assert len(letters) == 1


def test_other_message_tells_nobody(client, told):
    assert told(client, "/bericht/contact/")[1] == []


def test_machine_with_words_of_distress_is_shown_help_too(client, told):
    response, letters = told(client, "/bericht/contact/", bericht=WORDS, onderwerp="x")

    assert (response["Location"], letters) == ("/bericht/dank-je/hulp/", [])


def test_help_comes_first_in_full(client):
    make_help_line(name="Testlijn", text="Bel dit niet.")

    response = client.get("/bericht/dank-je/hulp/")

    assert offers_help(response)
    assert texts(response, "h1") == ["Praat nu met iemand"]
    assert texts(response, "h2") == ["Hier helpen ze je meteen"]
    assert "Bel dit niet." in main(response)


def test_thanks_say_when_it_is_read(client):
    make_help_line(name="Testlijn", phone="0800")

    response = client.get("/bericht/dank-je/")

    assert texts(response, "p") == [
        "We lezen dit ongeveer een keer per week.",
        "Nu hulp nodig? Testlijn 0800",
        "Liet je een e-mailadres achter? Dan krijg je één keer bericht over wat we met je bericht deden.",
        "Naar de startpagina",
    ]
