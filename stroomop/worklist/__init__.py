"""The worklist of the back-office: what each app found, the most urgent first. A provider more is a line in WORK."""

from typing import NamedTuple

from django.contrib.auth.models import AbstractUser

from advies import worklist as advies
from monitor import worklist as monitor
from projects import worklist as projects
from stroomop.lib.worklist import Finder, Kind, Line, Urgency

from . import changes, dead_links, messages, publishing

# Of one urgency they come in this order.
WORK: dict[Kind, Finder] = {
    **messages.WORK,
    **changes.WORK,
    **publishing.WORK,
    **monitor.WORK,
    **advies.WORK,
    **dead_links.WORK,
    **projects.WORK,
}
MOST = 5


class Entry(NamedTuple):
    kind: Kind
    line: Line


class Worklist(NamedTuple):
    now: list[Entry]
    later: list[Entry]


def read_worklist(user: AbstractUser) -> Worklist:
    """At most five to do now; who may not do something is not told of it."""
    entries = [
        Entry(kind, line)
        for kind in sorted(WORK, key=lambda kind: kind.urgency)
        if kind.is_for(user) and (line := WORK[kind](user)) is not None
    ]
    urgent = [entry for entry in entries if entry.kind.urgency < Urgency.LATER]
    later = [entry for entry in entries if entry.kind.urgency == Urgency.LATER]
    return Worklist(urgent[:MOST], urgent[MOST:] + later)
