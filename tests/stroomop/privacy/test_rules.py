"""The daily run: what is past its time, a day before and a day after."""

from datetime import UTC, datetime, timedelta
from io import StringIO

import pytest
from django.contrib.sessions.backends.db import SessionStore
from django.contrib.sessions.models import Session
from django.core.management import call_command
from django.tasks import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from stroomop.lib import clock
from stroomop.models import Message, SignIn
from stroomop.privacy import rules
from tests.factories import make_message, make_project

pytestmark = pytest.mark.django_db

NOW = datetime(2027, 6, 1, 12, tzinfo=UTC)
DAY = timedelta(days=1)
Status = Message.Status


@pytest.fixture(autouse=True)
def june():
    with clock.fixed_at(NOW):
        yield


def apply_all(*some: rules.Rule) -> list[int]:
    return [rule.apply()[1] for rule in some]


def test_message_that_nobody_read_stays_for_a_year():
    kept = make_message(sent_at=NOW - rules.UNREAD + DAY)
    make_message(sent_at=NOW - rules.UNREAD - DAY)

    assert apply_all(*rules.MESSAGES) == [1, 0]
    assert list(Message.objects.all()) == [kept]


@pytest.mark.parametrize("status", [Status.REFUSED, Status.ANSWERED, Status.WITHDRAWN])
def test_message_that_was_handled_stays_for_ninety_days(status):
    handled = {"status": status, "name": "", "email": "", "text": ""}
    kept = make_message(**handled, handled_at=NOW - rules.HANDLED + DAY)
    make_message(**handled, handled_at=NOW - rules.HANDLED - DAY)

    assert apply_all(*rules.MESSAGES) == [0, 1]
    assert list(Message.objects.all()) == [kept]


def test_reaction_on_the_site_loses_its_address_and_keeps_its_words():
    item = make_project()
    published = {"item": item, "status": Status.PUBLISHED, "name": "Test", "text": "Een test."}
    make_message(**published, handled_at=NOW - rules.HANDLED + DAY, email="a@test.example")
    make_message(**published, handled_at=NOW - rules.HANDLED - DAY, email="b@test.example")

    assert (apply_all(*rules.REACTIONS), apply_all(*rules.REACTIONS)) == ([1, 0], [0, 0])
    found = Message.objects.order_by("pk").values_list("email", "name", "text")
    assert list(found) == [("a@test.example", "Test", "Een test."), ("", "Test", "Een test.")]


def test_reaction_goes_with_its_page():
    there, archived, recently = make_project(), make_project(), make_project()
    archived.archived_at, recently.archived_at = NOW - rules.HANDLED - DAY, NOW - rules.HANDLED + DAY
    archived.save()
    recently.save()
    handled = {"status": Status.PUBLISHED, "handled_at": NOW, "email": ""}
    messages = [make_message(item=item, **handled) for item in (there, archived, recently)]
    make_message(item_type=messages[0].item_type, item_id=0, **handled)

    assert apply_all(*rules.REACTIONS) == [0, 2]
    assert list(Message.objects.order_by("pk")) == [messages[0], messages[2]]


def test_other_lines_go_after_their_days():
    for days in (89, 91):
        SignIn.objects.create(outcome=SignIn.Outcome.LOCKED, moment=NOW - timedelta(days=days))
        Session.objects.create(session_key=f"test{days}", expire_date=NOW + timedelta(days=90 - days))
    for days in (29, 31):
        DBTaskResult.objects.create(
            status=TaskResultStatus.SUCCESSFUL,
            finished_at=NOW - timedelta(days=days),
            run_after=NOW,
            args_kwargs={},
            priority=0,
            task_path="test",
            backend_name="default",
            exception_class_path="",
        )

    assert apply_all(*rules.SIGN_INS, *rules.SESSIONS, *rules.BACKGROUND) == [1, 1, 1]
    assert SessionStore("test89").load() == {}


@pytest.mark.django_db(transaction=True)
def test_daily_run_says_how_much_went_and_twice_is_once():
    make_message(sent_at=NOW - rules.UNREAD - DAY)
    first, second = StringIO(), StringIO()

    call_command("forget", stdout=first)
    call_command("forget", stdout=second)

    names = ["handled messages", "addresses of published reactions", "reactions without a page"]
    names += ["lines about signing in", "sessions", "results of background work"]
    rest = [f"{name}: 0" for name in names]
    assert first.getvalue().splitlines() == ["unread messages: 1", *rest]
    assert second.getvalue().splitlines() == ["unread messages: 0", *rest]
