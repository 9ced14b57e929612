"""What is mailed: to the sender what became of a message, once, and to the editors that somebody may be in need."""

from datetime import UTC, datetime

import pytest
from django.core import mail

from stroomop.lib import clock
from stroomop.messages.letters import letter, tell_editors, tell_sender
from stroomop.messages.withdrawing import withdraw, withdrawal_address
from stroomop.models import Message
from tests.factories import make_help_line, make_project, make_queued
from tests.stroomop.back_office.staff import NoMail

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 1, 12, tzinfo=UTC)
EDITORS = "redactie@portaal.test"


@pytest.fixture(autouse=True)
def noon():
    with clock.fixed_at(NOW):
        yield


@pytest.fixture
def no_mail(settings):
    settings.MAILERS = {"default": {"BACKEND": f"{NoMail.__module__}.{NoMail.__qualname__}"}}


def told(message):
    return Message.objects.values_list("told_at", flat=True).get(pk=message.pk)


def test_sender_of_a_placed_reaction_is_told_where_it_is_and_how_to_take_it_away(monkeypatch):
    # The link has the second in it at which it was made.
    monkeypatch.setattr("django.core.signing.time.time", NOW.timestamp)
    message = make_queued(make_project(slug="testproject"), status="geplaatst", answer="Een testantwoord.")

    assert tell_sender(message)

    [sent] = mail.outbox
    assert (sent.to, sent.subject, told(message)) == (["lezer@voorbeeld.test"], "Je bericht aan StroomOP", NOW)
    assert sent.body == (
        "Hallo,\n\n"
        "Dank je wel voor je reactie. Die staat nu met je naam op onze site:\n"
        "https://portaal.test/projecten/testproject/\n\n"
        "Dit antwoord van ons staat eronder:\n\n"
        "Een testantwoord.\n\n"
        "Wil je je reactie weer weghalen? Dat kan een jaar lang met deze link. Geef hem aan niemand anders:\n"
        f"{withdrawal_address(message)}\n\n"
        "Wil je ons nog iets vertellen? Dat kan op https://portaal.test/bericht/contact/\n\n"
        "De redactie van StroomOP\n"
        "https://portaal.test\n\n"
    )


@pytest.mark.parametrize(
    ("reason", "status", "answer", "said"),
    [
        (
            "reactie",
            "geweigerd",
            "",
            "Dank je wel voor je reactie. We hebben die gelezen en zetten die niet op onze site.\n\nWil je ons",
        ),
        ("vraag", "geweigerd", "Test.", "maar we kunnen er nu niets mee doen.\n\nTest.\n\nWil je ons"),
        ("vraag", "beantwoord", "A & B", "We hebben het gelezen en dit is ons antwoord:\n\nA & B\n\nWil je ons"),
        ("contact", "beantwoord", "", "gelezen en gaan ermee aan de slag als dat nodig is.\n\nWil je ons"),
        ("reactie", "geplaatst", "", "/projecten/testproject/\n\nWil je je reactie weer weghalen?"),
    ],
)
def test_letter_says_what_became_of_it(reason, status, answer, said):
    message = make_queued(make_project(slug="testproject"), reason=reason, status=status, answer=answer)

    body = letter(message)

    assert said in body
    assert ("/bericht/intrekken/" in body) == (status == "geplaatst")
    assert message.text not in body


def test_letter_about_an_urgent_message_says_where_help_is():
    make_help_line(name="Testlijn", phone="0800-0000")
    make_help_line(name="Andere lijn", phone="0800-1111", slug="anders", order=1)

    body = letter(make_queued(status="beantwoord", urgent=True))

    assert (
        "\n\nHeb je nu hulp nodig? Bel 112 als je in gevaar bent. Je kunt ook bellen met:\n"
        "- Testlijn: 0800-0000\n- Andere lijn: 0800-1111\n\nWil je ons"
    ) in body


def test_sender_is_told_once():
    message = make_queued(status="beantwoord")

    assert [tell_sender(message), tell_sender(message)] == [True, False]

    assert len(mail.outbox) == 1


def test_nothing_is_told_where_there_is_nothing_to_tell_or_nobody():
    withdrawn, gone = make_queued(status="beantwoord"), make_queued(status="beantwoord")
    withdraw(withdrawn)
    Message.objects.filter(pk=gone.pk).delete()
    messages = [make_queued(), make_queued(status="beantwoord", email=""), withdrawn, gone]

    assert [tell_sender(message) for message in messages] == [False] * 4

    assert mail.outbox == []
    assert [told(message) for message in messages[:3]] == [None] * 3


@pytest.mark.usefixtures("no_mail")
def test_sender_is_told_later_when_the_mail_server_is_away(caplog, settings):
    message = make_queued(status="beantwoord")

    assert not tell_sender(message)

    assert told(message) is None
    assert caplog.messages == [f"The sender of message {message.pk} could not be told: ConnectionRefusedError."]
    assert "lezer@voorbeeld.test" not in caplog.text
    settings.MAILERS = {"default": {"BACKEND": "django.core.mail.backends.locmem.EmailBackend"}}
    assert tell_sender(message)
    assert len(mail.outbox) == 1


def test_address_with_a_line_in_it_gets_no_letter():
    """The form refuses these; were one there, it would add nothing to the head of a letter."""
    message = make_queued(status="beantwoord", email="lezer@voorbeeld.test\nBcc: ander@voorbeeld.test")

    assert not tell_sender(message)

    assert (mail.outbox, told(message)) == ([], None)


def test_editors_are_told_of_an_urgent_message_without_what_it_says(settings):
    settings.EDITORS_EMAIL = EDITORS
    message = make_queued(urgent=True, text="Geheime woorden.")

    tell_editors(message)

    [sent] = mail.outbox
    assert (sent.to, sent.subject) == ([EDITORS], "StroomOP: een bericht klinkt als nood")
    assert sent.body == (
        "Hallo,\n\n"
        "Via het formulier op de site kwam een bericht binnen dat klinkt als nood. Lees het vandaag nog:\n"
        f"https://portaal.test/beheer/stroomop/message/{message.pk}/change/\n\n"
        "In deze mail staat niet wat er is geschreven en ook niet door wie.\n\n"
        "StroomOP\n"
    )


def test_without_an_address_no_editor_is_mailed():
    tell_editors(make_queued(urgent=True))

    assert mail.outbox == []


@pytest.mark.parametrize("address", [EDITORS, "redactie@portaal.test\nBcc: x@portaal.test"])
@pytest.mark.usefixtures("no_mail")
def test_mail_that_fails_is_not_in_the_way_of_a_message(settings, caplog, address):
    settings.EDITORS_EMAIL = address

    tell_editors(make_queued(urgent=True))

    assert caplog.messages == ["The editors could not be told of a message."]
