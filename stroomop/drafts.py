"""Publishing drafts whose moment is there, each once, however many processes try."""

import logging
from typing import Any

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.db import transaction

from stroomop.lib import clock
from stroomop.lib.admin.drafts import replay
from stroomop.lib.admin.editors import since
from stroomop.lib.admin.intent import Button, Intent
from stroomop.lib.admin.replaying import faults, was_saved
from stroomop.models import Draft

logger = logging.getLogger(__name__)


class RefusedError(Exception):
    """The draft can't be published; the message says why and what to do, in Dutch."""


def publish_due() -> tuple[int, int]:
    """How many drafts were published, and how many refused. A refused one keeps its words and loses its moment."""
    due = Draft.objects.filter(publish_at__lte=clock.now()).order_by("publish_at", "pk")
    published = refused = 0
    for draft in due.select_related("author", "item_type").prefetch_related("files"):
        try:
            published += publish(draft)
        except RefusedError as error:
            refused += note_refusal(draft, str(error))
        except Exception:
            # One bad draft must not keep the others waiting for ever.
            logger.exception("Draft %s could not be published.", draft.pk)
            refused += note_refusal(draft, "Er ging iets mis. Open het formulier en probeer het zelf opnieuw.")
    return published, refused


def publish(draft: Any) -> bool:
    """Whether this process did it. Raises RefusedError."""
    with transaction.atomic():
        # The item first, as an editor does: then neither waits for the other for ever.
        model: Any = draft.item_type.model_class()
        item = model._base_manager.select_for_update().filter(pk=draft.item_id).first()
        # Who takes the moment away, publishes; another process waits above, and then finds nothing to take.
        if not Draft.objects.filter(pk=draft.pk, publish_at=draft.publish_at).update(publish_at=None):
            return False
        author = draft.author
        if item is None or not item.is_public:
            raise RefusedError("Het staat zelf niet meer op de site.")
        if since(item, draft.base):
            raise RefusedError("Een collega deed er daarna nog iets mee. Kijk na of de wijziging nog klopt.")
        if not (author.is_active and author.is_staff):
            raise RefusedError("Wie dit inplande, werkt hier niet meer. Publiceer het zelf.")
        try:
            response = replay(admin.site.get_model_admin(type(item)), draft, author, Intent(Button.PUBLISH))
        except PermissionDenied:
            raise RefusedError("Wie dit inplande, mag dit niet meer. Publiceer het zelf.") from None
        if not was_saved(response):
            raise RefusedError(faults(response))
    return True


def note_refusal(draft: Any, why: str) -> bool:
    waiting = Draft.objects.filter(pk=draft.pk, publish_at=draft.publish_at)
    return bool(waiting.update(publish_at=None, refusal=why))
