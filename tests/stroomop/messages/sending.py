"""Filling in the form as a reader does: opened, read, and sent after a while."""

from datetime import UTC, datetime, timedelta
from typing import Any

from django.test import Client

from stroomop.lib import clock
from stroomop.messages import guards

OPENED = datetime(2026, 12, 1, 12, tzinfo=UTC)
SENT = OPENED + timedelta(minutes=1)
TYPED = {"naam": "Testpersoon", "email": "test@voorbeeld.test", "bericht": "Een testbericht.", "akkoord": "on"}


def opened(moment: datetime = OPENED) -> str:
    """What goes along, hidden, with a form that was opened then."""
    with clock.fixed_at(moment):
        return guards.opened()


def send(client: Client, address: str, *, sent: datetime = SENT, headers: Any = None, **typed: Any) -> Any:
    """What a form of an hour ago, or of the moment ``opened`` says, answers."""
    with clock.fixed_at(sent):
        return client.post(address, {**TYPED, "formulier": opened(), **typed}, headers=headers)
