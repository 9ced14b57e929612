"""The screens with what readers sent: what stands first, and what may be done."""

from datetime import UTC, datetime, timedelta

import pytest

from stroomop.lib import clock
from stroomop.messages.placing import NO_PLACE, URGENT
from stroomop.models import Message
from tests import factories as make
from tests.pages import links, main, rows, words
from tests.stroomop.back_office.staff import url

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 1, 12, tzinfo=UTC)
LIST = "/beheer/stroomop/message/"


@pytest.fixture(autouse=True)
def noon():
    with clock.fixed_at(NOW):
        yield


def buttons(page):
    return [value.partition('"')[0] for value in main(page).split('name="doe" value="')[1:]]


def test_list_has_what_is_unread_first_and_distress_on_top(client, editor):
    project = make.make_project(slug="testproject")
    make.make_queued(status="beantwoord", text="Oud.", told_at=NOW)
    make.make_queued(reason="vraag", text="Later.", sent_at=NOW)
    make.make_queued(project, text="Eerder.")
    make.make_queued(reason="contact", urgent=True, text="Nood.", sent_at=NOW)
    make.make_queued(status="geweigerd", text="Net.", handled_at=NOW + timedelta(hours=1), email="")

    page = client.get(LIST)

    assert [row[1:] for row in rows(page)] == [
        ["Klinkt als nood: contact", "Nood.", "-", "1 november 2026", "nog niet gelezen", "-"],
        ["reactie", "Eerder.", "/projecten/testproject/", "31 oktober 2026", "nog niet gelezen", "-"],
        ["vraag", "Later.", "-", "1 november 2026", "nog niet gelezen", "-"],
        ["reactie", "Net.", "-", "31 oktober 2026", "niet geplaatst", "-"],
        ["reactie", "Oud.", "-", "31 oktober 2026", "beantwoord", "verstuurd op 1 november 2026"],
    ]
    assert "/projecten/testproject/" in links(page)


def test_message_is_shown_whole_with_the_way_to_what_it_is_about(client, editor):
    project = make.make_project(name="Testproject", slug="testproject")
    message = make.make_queued(project, reason="klopt-niet", text="<b>Klopt niet</b>.", source="https://bron.test/")

    page = client.get(url(Message, "change", message.pk))

    told = words(main(page))
    for said in [
        "Dit gaat over Testproject. Daar verbeter je het.",
        "er klopt iets niet",
        "<b>Klopt niet</b>.",
        "Testlezer",
        "lezer@voorbeeld.test",
        "https://bron.test/",
    ]:
        assert said in told
    assert "<b>Klopt niet" not in page.text
    assert {"/projecten/testproject/", url(type(project), "change", project.pk)} <= set(links(page))
    assert buttons(page) == ["beantwoord", "weiger", "spam"]


def test_screen_says_what_may_not_stand_on_the_site(client, editor):
    page = client.get(url(Message, "change", make.make_queued(make.make_project()).pk))

    assert "een telefoonnummer, adres of e-mailadres; de naam van een kind" in words(main(page))
    assert buttons(page) == ["plaats", "beantwoord", "weiger", "spam"]


def test_what_may_be_distress_is_said_and_not_placed(client, editor):
    page = client.get(url(Message, "change", make.make_queued(make.make_project(), urgent=True).pk))

    told = words(main(page))
    assert "Dit bericht klinkt als nood." in told
    assert URGENT in told
    assert "plaats" not in buttons(page)


def test_withdrawn_message_has_nothing_left_to_do(client, editor):
    message = make.make_queued(status="ingetrokken", name="", email="", text="")

    assert buttons(client.get(url(Message, "change", message.pk))) == []


@pytest.mark.parametrize("stays", ["item_type", "nothing"])
def test_message_outlives_what_it_is_about(client, editor, stays):
    project = make.make_project(published_at=None)
    message = make.make_queued(project)
    project.delete()
    if stays == "nothing":
        Message.objects.update(item_type=None, item_id=None)

    page = client.get(url(Message, "change", message.pk))

    assert "Dit gaat over" not in page.text
    assert NO_PLACE in words(main(page))


@pytest.mark.parametrize("number", [3, 1000])
def test_list_stays_readable_however_much_spam_there_is(client, editor, number, django_assert_num_queries):
    day = {"consent": "Test.", "sent_at": NOW}
    Message.objects.bulk_create(
        [Message(reason="contact", text="Spam. " * 50, fingerprint=f"test {nth}", **day) for nth in range(number)]
    )
    make.make_queued(urgent=True, sent_at=NOW + timedelta(hours=1), reason="contact")
    client.get(LIST)

    with django_assert_num_queries(5):
        page = client.get(LIST)

    assert [row[1] for row in rows(page)][:2] == ["Klinkt als nood: contact", "contact"]
    assert len(rows(page)) == min(number + 1, 50)
    assert max(len(row[2]) for row in rows(page)) == 120


def test_screen_asks_a_fixed_number_of_queries(client, editor, django_assert_num_queries):
    project = make.make_project()
    message, *_ = [make.make_queued(project) for _ in range(3)]

    with django_assert_num_queries(7):
        client.get(url(Message, "change", message.pk))


def test_search_finds_a_sender_and_survives_nonsense(client, editor):
    make.make_queued(name="Testnaam")
    make.make_queued()

    assert len(rows(client.get(LIST, {"q": "testnaam"}))) == 1
    for nonsense in ("\0", "\u202e", "%", "a" * 10_000):
        assert client.get(LIST, {"q": nonsense}).status_code == 200


def test_message_that_is_not_there_leads_back(client, editor):
    assert client.post(url(Message, "change", 99), {"doe": "plaats"}).status_code == 302
