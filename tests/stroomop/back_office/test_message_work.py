"""What the worklist says of messages that nobody dealt with yet."""

from datetime import UTC, datetime, timedelta

import pytest

from stroomop.lib import clock
from stroomop.lib.worklist import Line
from stroomop.models import Message
from stroomop.worklist.messages import find_late, find_recent, find_urgent
from tests import factories as make
from tests.stroomop.back_office.staff import url

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 1, 12, tzinfo=UTC)
UNREAD = "/beheer/stroomop/message/?status__exact=nieuw"
KINDS = [
    (
        find_urgent,
        {"urgent": True, "sent_at": NOW},
        "Een bericht van een lezer klinkt als nood.",
        "2 berichten van lezers klinken als nood.",
    ),
    (
        find_late,
        {"sent_at": NOW - timedelta(days=7, seconds=1)},
        "Een bericht van een lezer wacht langer dan een week.",
        "2 berichten van lezers wachten langer dan een week.",
    ),
    (
        find_recent,
        {"sent_at": NOW - timedelta(days=7)},
        "Er is een nieuw bericht van een lezer.",
        "2 nieuwe berichten van lezers.",
    ),
]


@pytest.fixture(autouse=True)
def noon():
    with clock.fixed_at(NOW):
        yield


@pytest.mark.parametrize(("find", "data", "one", "several"), KINDS)
def test_messages_of_each_kind_are_told(editor, find, data, one, several):
    make.make_queued(status="beantwoord", **data)
    assert find(editor) is None
    message = make.make_queued(**data)

    assert find(editor) == Line(one, "Lees het bericht", url(Message, "change", message.pk))
    assert [other(editor) for other, *_ in KINDS if other is not find] == [None, None]
    make.make_queued(**data)
    assert find(editor) == Line(several, "Lees de berichten", UNREAD)


def test_list_that_the_worklist_leads_to_has_the_unread_ones(client, editor):
    messages = [make.make_queued(), make.make_queued(urgent=True)]
    make.make_queued(status="beantwoord")

    assert list(client.get(UNREAD).context["cl"].result_list) == messages[::-1]


@pytest.mark.parametrize("number", [1, 3])
def test_work_is_found_in_one_query_for_each_kind(editor, number, django_assert_num_queries):
    for _, data, *_ in KINDS:
        for _ in range(number):
            make.make_queued(**data)

    with django_assert_num_queries(3):
        assert None not in [find(editor) for find, *_ in KINDS]
