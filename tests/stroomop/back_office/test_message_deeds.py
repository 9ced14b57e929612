"""What staff do with a message of a reader: once, and with a letter."""

from datetime import UTC, datetime

import pytest
from django.apps import apps
from django.contrib.admin.models import LogEntry
from django.core import mail

from stroomop.lib import clock
from stroomop.messages.placing import NO_PLACE, URGENT
from stroomop.models import Message
from tests import factories as make
from tests.pages import main, rows, words
from tests.stroomop.back_office.staff import NoMail, history, run, url

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 1, 12, tzinfo=UTC)
LIST = "/beheer/stroomop/message/"
DONE = "Dat was al gedaan. Kijk hieronder hoe het nu staat."


@pytest.fixture(autouse=True)
def noon():
    with clock.fixed_at(NOW):
        yield


@pytest.fixture
def do(client, editor, django_capture_on_commit_callbacks):
    """Press a button below a message; what the page then says."""

    def press(message, deed, **data):
        with django_capture_on_commit_callbacks(execute=True):
            response = client.post(url(Message, "change", message.pk), {"doe": deed, **data})
        said = [str(one) for one in client.get(response.url).context["messages"]]
        message.refresh_from_db()
        return said

    return press


def buttons(page):
    return [value.partition('"')[0] for value in main(page).split('name="doe" value="')[1:]]


def test_reaction_is_placed_with_an_answer_and_its_sender_is_told(do, editor):
    message = make.make_queued(make.make_project())

    do(message, "plaats", answer="Een antwoord.\ufffe")

    assert (message.status, message.answer, message.handled_by, message.handled_at, message.told_at) == (
        "geplaatst",
        "Een antwoord.",
        editor,
        NOW,
        NOW,
    )
    assert [sent.to for sent in mail.outbox] == [["lezer@voorbeeld.test"]]
    assert [what for _, what in history(message)] == ["Geplaatst.", "De afzender kreeg een mail."]


def sensitive_theme():
    project = make.make_project()
    project.themes.add(make.make_theme(sensitive=True))
    return project


@pytest.mark.parametrize(
    ("about", "data", "why_not"),
    [
        (lambda: make.make_project(sensitive=True), {}, NO_PLACE),
        (sensitive_theme, {}, NO_PLACE),
        (lambda: make.make_project(archived_at=NOW), {}, NO_PLACE),
        (make.make_event, {}, NO_PLACE),
        (lambda: None, {}, NO_PLACE),
        (make.make_project, {"urgent": True}, URGENT),
        (make.make_project, {"reason": "klopt-niet"}, "Alleen een reactie kan op de site."),
    ],
)
def test_what_may_not_be_placed_is_not(do, about, data, why_not):
    message = make.make_queued(about(), **data)

    assert do(message, "plaats") == [why_not]
    assert (message.status, mail.outbox) == ("nieuw", [])


@pytest.mark.parametrize(
    ("deed", "status", "log"), [("weiger", "geweigerd", "Niet geplaatst."), ("beantwoord", "beantwoord", "Beantwoord.")]
)
def test_sender_hears_what_else_became_of_it(do, deed, status, log):
    message = make.make_queued()

    assert do(message, deed, answer="Test.") == [log]

    assert (message.status, message.answer, message.told_at) == (status, "Test.", NOW)
    assert "Test." in mail.outbox[0].body


def test_spam_is_refused_without_mail(do):
    message = make.make_queued()

    assert do(message, "spam", answer="Test.") == ["Geweigerd zonder mail."]
    assert (message.status, message.answer, message.told_at, mail.outbox) == ("geweigerd", "", None, [])


def test_sender_without_an_address_gets_no_mail(do, client):
    message = make.make_queued(email="")
    assert "De afzender gaf geen e-mailadres" in words(main(client.get(url(Message, "change", message.pk))))

    do(message, "beantwoord")

    assert (message.status, mail.outbox) == ("beantwoord", [])


def test_second_click_does_nothing(do):
    message = make.make_queued(make.make_project())

    said = [do(message, deed) for deed in ("weiger", "plaats", "beantwoord", "spam")]

    assert said == [["Niet geplaatst."], [DONE], [DONE], [DONE]]
    assert (message.status, len(mail.outbox)) == ("geweigerd", 1)


def test_answer_that_is_too_long_does_nothing(do):
    message = make.make_queued()

    assert do(message, "beantwoord", answer="a" * 3001) == [
        "Er is niets gedaan: je antwoord is langer dan 3000 tekens."
    ]
    assert message.status == "nieuw"


def test_mail_that_failed_is_sent_again_once(do, client, settings):
    message = make.make_queued()
    mailers = settings.MAILERS
    settings.MAILERS = {"default": {"BACKEND": f"{NoMail.__module__}.{NoMail.__qualname__}"}}
    do(message, "beantwoord")
    assert (message.status, message.told_at) == ("beantwoord", None)
    assert rows(client.get(LIST))[0][-1] == "nog niet verstuurd"
    assert buttons(client.get(url(Message, "change", message.pk))) == ["mail", "terug"]
    settings.MAILERS = mailers

    said = [do(message, "mail"), do(message, "mail")]

    assert said == [["We hebben het opnieuw geprobeerd."], [DONE]]
    assert (message.told_at, len(mail.outbox)) == (NOW, 1)


def test_placed_reaction_is_taken_from_the_site_for_a_reason(do, client):
    message = make.make_queued(make.make_project(), status="geplaatst", told_at=NOW)
    assert buttons(client.get(url(Message, "change", message.pk))) == ["haal-weg"]

    said = [do(message, "haal-weg", **data) for data in ({}, {"reason": "onzin"}, {"reason": "herkenbaar"}, {})]

    assert said == [
        ["Kies waarom je dit weghaalt."],
        ["Kies een reden uit de lijst."],
        ["Van de site gehaald."],
        [DONE],
    ]
    assert (message.status, mail.outbox) == ("geweigerd", [])
    assert [what for _, what in history(message)] == ["Van de site gehaald: er is iemand in te herkennen."]


def test_mistake_is_undone_as_long_as_the_sender_knows_nothing(do):
    message, told = make.make_queued(), make.make_queued(status="geweigerd", told_at=NOW)
    do(message, "spam")

    said = [do(message, "terug"), do(message, "terug"), do(told, "terug")]

    assert said == [["Het bericht ligt weer bij ongelezen."], [DONE], [DONE]]
    assert (message.status, message.handled_by, message.handled_at) == ("nieuw", None, None)


def test_many_are_refused_at_once_without_mail(client, editor):
    spam = [make.make_queued() for _ in range(2)]
    urgent, read = make.make_queued(urgent=True), make.make_queued(status="beantwoord")

    said = run(client, "refuse_quietly", *spam, urgent, read)

    assert said == [
        "2 berichten geweigerd, zonder mail.",
        "2 berichten overgeslagen: al gelezen, of het klinkt als nood. Open die zelf.",
    ]
    assert list(Message.objects.order_by("pk").values_list("status", flat=True)) == [
        "geweigerd",
        "geweigerd",
        "nieuw",
        "beantwoord",
    ]
    assert [[what for _, what in history(one)] for one in [*spam, urgent]] == [["Geweigerd zonder mail."]] * 2 + [[]]
    assert run(client, "refuse_quietly", urgent) == [
        "1 bericht overgeslagen: al gelezen, of het klinkt als nood. Open die zelf."
    ]
    assert mail.outbox == []


def test_what_is_remembered_of_a_message_holds_no_words_of_its_sender(do, client):
    message = make.make_queued(make.make_project(), name="Geheime naam", email="geheim@voorbeeld.test", text="Geheim.")
    do(message, "plaats", answer="Geheim antwoord.")
    do(message, "haal-weg", reason="gevraagd")
    run(client, "refuse_quietly", make.make_queued(text="Geheim."))

    assert len(LogEntry.objects.all()) == 4
    log = " ".join(f"{entry.object_repr} {entry.change_message}" for entry in LogEntry.objects.all())
    assert "geheim" not in log.lower()
    assert [model for model in apps.get_models() if model.__name__ == "HistoricalMessage"] == []
    assert client.get(url(Message, "history", message.pk)).status_code == 200
