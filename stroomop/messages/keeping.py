"""From a form that is right to a message that is kept, once."""

from functools import partial
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db import transaction

from stroomop.lib import clock
from stroomop.models import Message

from .forms import MessageForm
from .letters import tell_editors
from .subjects import Subject


def keep(form: MessageForm, subject: Subject | None, fingerprint: str) -> None:
    """The same form twice is one message, also when both come at once."""
    typed: dict[str, Any] = form.cleaned_data
    item = subject.item if subject else None
    with transaction.atomic():
        message, is_new = Message.objects.get_or_create(
            fingerprint=fingerprint,
            defaults={
                "reason": form.reason,
                "item_type": ContentType.objects.get_for_model(item) if item else None,
                "item_id": item.pk if item else None,
                "path": subject.path if subject else "",
                "name": typed["naam"],
                "email": typed["email"],
                "text": typed["bericht"],
                "source": typed.get("bron", ""),
                "consent": form.asking.agreed,
                "sent_at": clock.now(),
                "urgent": form.is_urgent,
            },
        )
        if is_new and message.urgent:
            transaction.on_commit(partial(tell_editors, message))
