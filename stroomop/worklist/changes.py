"""Changes of what is public that wait, those that could not be published, and colleagues who ask to read along."""

from collections.abc import Iterable
from typing import Any

from django.contrib.auth import get_permission_codename
from django.contrib.auth.models import AbstractUser
from django.contrib.contenttypes.models import ContentType
from django.db.models import Q
from django.utils.formats import date_format
from django.utils.timezone import localdate, localtime

from stroomop.lib import clock
from stroomop.lib.admin.people import name_of
from stroomop.lib.dates import days_ago
from stroomop.lib.items import Item, names_of
from stroomop.lib.worklist import Finder, Kind, Line, Thing, Urgency
from stroomop.models import Draft, ReadRequest

from .publishing import PERMISSIONS, PUBLISHABLE, right_to_change

REFUSED = Kind(
    "niet-gepubliceerd",
    "Wijzigingen die niet gepubliceerd konden worden",
    Urgency.TODAY,
    PERMISSIONS,
    open_one="Kijk wat er mis is",
    open_all="Kijk wat er mis is",
)
CHANGES = Kind(
    "wijzigingen",
    "Wijzigingen die nog niet op de site staan",
    Urgency.DRAFTS,
    PERMISSIONS,
    open_one="Maak de wijziging af",
    open_all="Bekijk de wijzigingen",
)


def right_to_look(model: Any) -> str:
    return f"{model._meta.app_label}.{get_permission_codename('view', model._meta)}"


READING = Kind(
    "meelezen",
    "Meelezen",
    Urgency.TODAY,
    tuple(map(right_to_look, PUBLISHABLE)),
    open_one="Lees mee",
    open_all="Bekijk de vragen",
)
ANSWERED = Kind(
    "gelezen",
    "Wat collega's lazen",
    Urgency.DRAFTS,
    PERMISSIONS,
    open_one="Bekijk de opmerking",
    open_all="Bekijk de opmerkingen",
)


def find_refused(user: AbstractUser) -> Line | None:
    drafts = Draft.objects.exclude(refusal="").select_related("item_type")
    things = named((item_of(draft), draft.refusal) for draft in of_models(drafts, user, right_to_change))
    if not things:
        return None
    if len(things) == 1:
        return REFUSED.line(f"De geplande wijziging van ‘{things[0].name}’ kon niet op de site.", things)
    return REFUSED.line(f"{len(things)} geplande wijzigingen konden niet op de site.", things)


def find_changes(user: AbstractUser) -> Line | None:
    drafts = of_models(Draft.objects.filter(refusal="").select_related("item_type", "author"), user, right_to_change)
    things = named((item_of(draft), how(draft)) for draft in drafts)
    if not things:
        return None
    if len(things) == 1:
        return CHANGES.line(f"Een wijziging van ‘{things[0].name}’ staat nog niet op de site.", things)
    return CHANGES.line(f"{len(things)} wijzigingen staan nog niet op de site.", things)


def how(draft: Draft) -> str:
    ago = days_ago(localdate(draft.saved_at), clock.today())
    said = f"{ago.capitalize()} bewaard door {name_of(draft.author)}."
    if draft.publish_at:
        said += f" Komt vanzelf op {date_format(localtime(draft.publish_at), 'j F Y H:i')}."
    return said


def find_reading(user: AbstractUser) -> Line | None:
    waiting = ReadRequest.objects.filter(Q(asked_of=None) | Q(asked_of=user.pk), read_at=None).exclude(asked_by=user.pk)
    asked = of_models(waiting.select_related("item_type", "asked_by"), user, right_to_look)
    things = named((item_of(one), f"{name_of(one.asked_by)} vraagt dit. {one.question}".strip()) for one in asked)
    if not things:
        return None
    if len(things) == 1:
        return READING.line(f"{name_of(asked[0].asked_by)} vraagt of je meeleest: ‘{things[0].name}’.", things)
    return READING.line(f"Collega's vragen of je {len(things)} keer meeleest.", things)


def find_answered(user: AbstractUser) -> Line | None:
    answered = ReadRequest.objects.filter(asked_by=user.pk, read_at__isnull=False).select_related(
        "item_type", "read_by"
    )
    read = of_models(answered, user, right_to_change)
    things = named((item_of(one), f"{name_of(one.read_by)}: {one.remark or 'niets op aan te merken.'}") for one in read)
    if not things:
        return None
    if len(things) == 1:
        return ANSWERED.line(f"{name_of(read[0].read_by)} las ‘{things[0].name}’.", things)
    return ANSWERED.line(f"Collega's lazen {len(things)} dingen die je schreef.", things)


def of_models(rows: Any, user: AbstractUser, right: Any) -> list[Any]:
    """Those about items that this user has the right to."""
    models = [model for model in PUBLISHABLE if user.has_perm(right(model))]
    types = ContentType.objects.get_for_models(*models)
    return list(rows.filter(item_type__in=types.values()))


def item_of(row: Any) -> Item:
    return Item(row.item_type.model_class(), row.item_id)


def named(found: Iterable[tuple[Item, str]]) -> list[Thing]:
    """What is gone since is not told."""
    notes = list(found)
    names = names_of(item for item, _ in notes)
    return [Thing(names[item], item.address, note) for item, note in notes if item in names]


WORK: dict[Kind, Finder] = {
    REFUSED: find_refused,
    READING: find_reading,
    CHANGES: find_changes,
    ANSWERED: find_answered,
}
