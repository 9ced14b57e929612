"""What is past its time, and what then happens to it. `manage.py forget` applies all of them, every day."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta

from django.contrib.contenttypes.models import ContentType
from django.contrib.sessions.models import Session
from django.db.models import Model, Q, QuerySet
from django_tasks_db.models import DBTaskResult

from stroomop import sign_ins
from stroomop.lib import clock
from stroomop.models import Message, SignIn

Status = Message.Status
# Nobody waits for an answer any more; until then a message stays, however full the queue.
UNREAD = timedelta(days=365)
# Long enough for a question about the answer, or a complaint that something was refused.
HANDLED = timedelta(days=90)
# To see why a file of figures failed.
WORK = timedelta(days=30)


@dataclass(frozen=True)
class Rule:
    """``emptied``: the fields that lose their words; none: the rows go."""

    name: str
    past: Callable[[], QuerySet]
    emptied: tuple[str, ...] = ()

    def apply(self) -> tuple[type[Model], int]:
        rows = self.past()
        if self.emptied:
            return rows.model, rows.update(**dict.fromkeys(self.emptied, ""))
        return rows.model, rows.delete()[1].get(rows.model._meta.label, 0)


def unread() -> QuerySet:
    return Message.objects.filter(status=Status.NEW, sent_at__lt=clock.now() - UNREAD)


def handled() -> QuerySet:
    """Whatever came of it, as long as it is not on the site."""
    return Message.objects.exclude(status__in=[Status.NEW, Status.PUBLISHED]).filter(
        handled_at__lt=clock.now() - HANDLED
    )


def addresses() -> QuerySet:
    """Of reactions that are on the site: nobody writes to these senders any more."""
    published = Message.objects.filter(status=Status.PUBLISHED, handled_at__lt=clock.now() - HANDLED)
    return published.exclude(email="")


def without_page() -> QuerySet:
    """Reactions on what was archived, or taken away altogether."""
    published = Message.objects.filter(status=Status.PUBLISHED)
    gone = Q(pk__in=[])
    for kind in ContentType.objects.filter(pk__in=published.order_by().values("item_type")):
        items = kind.get_all_objects_for_this_type()
        stays = items.exclude(archived_at__lt=clock.now() - HANDLED)
        gone |= Q(item_type=kind) & ~Q(item_id__in=stays.order_by().values("pk"))
    return published.filter(gone)


def old_sign_ins() -> QuerySet:
    return SignIn.objects.filter(moment__lt=clock.now() - sign_ins.KEPT)


def sessions() -> QuerySet:
    return Session.objects.filter(expire_date__lt=clock.now())


def work() -> QuerySet:
    return DBTaskResult.objects.filter(finished_at__lt=clock.now() - WORK)


MESSAGES = (
    Rule("unread messages", unread),
    Rule("handled messages", handled),
)
REACTIONS = (
    Rule("addresses of published reactions", addresses, ("email",)),
    Rule("reactions without a page", without_page),
)
SIGN_INS = (Rule("lines about signing in", old_sign_ins),)
SESSIONS = (Rule("sessions", sessions),)
BACKGROUND = (Rule("results of background work", work),)
