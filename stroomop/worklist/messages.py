"""What readers sent that nobody has dealt with yet."""

from datetime import timedelta
from typing import Any

from django.contrib.auth.models import AbstractUser
from django.urls import reverse

from stroomop.lib import clock
from stroomop.lib.worklist import Finder, Kind, Line, Urgency
from stroomop.models import Message

PERMISSIONS = ("stroomop.change_message",)
URGENT = Kind(
    "nood",
    "Berichten die klinken als nood",
    Urgency.TODAY,
    PERMISSIONS,
    open_one="Lees het bericht",
    open_all="Lees de berichten",
)
# Readers are told that somebody reads once a week.
LATE = Kind(
    "berichten-wachten",
    "Berichten die langer dan een week wachten",
    Urgency.ROUND,
    PERMISSIONS,
    open_one="Lees het bericht",
    open_all="Lees de berichten",
)
RECENT = Kind(
    "berichten",
    "Nieuwe berichten van lezers",
    Urgency.LATER,
    PERMISSIONS,
    open_one="Lees het bericht",
    open_all="Lees de berichten",
)
WAIT = timedelta(days=7)


def find_urgent(user: AbstractUser) -> Line | None:
    urgent = Message.objects.unread().filter(urgent=True)
    return line(URGENT, urgent, "Een bericht van een lezer klinkt als nood.", "berichten van lezers klinken als nood.")


def find_late(user: AbstractUser) -> Line | None:
    late = Message.objects.unread().filter(urgent=False, sent_at__lt=clock.now() - WAIT)
    return line(
        LATE,
        late,
        "Een bericht van een lezer wacht langer dan een week.",
        "berichten van lezers wachten langer dan een week.",
    )


def find_recent(user: AbstractUser) -> Line | None:
    recent = Message.objects.unread().filter(urgent=False, sent_at__gte=clock.now() - WAIT)
    return line(RECENT, recent, "Er is een nieuw bericht van een lezer.", "nieuwe berichten van lezers.")


def line(kind: Kind, messages: Any, one: str, several: str) -> Line | None:
    """The list has a screen of its own, where the unread ones come first."""
    keys = list(messages.order_by("sent_at", "pk").values_list("pk", flat=True))
    if not keys:
        return None
    if len(keys) == 1:
        return Line(one, kind.open_one, reverse("admin:stroomop_message_change", args=keys))
    address = reverse("admin:stroomop_message_changelist") + "?status__exact=nieuw"
    return Line(f"{len(keys)} {several}", kind.open_all, address)


WORK: dict[Kind, Finder] = {URGENT: find_urgent, LATE: find_late, RECENT: find_recent}
