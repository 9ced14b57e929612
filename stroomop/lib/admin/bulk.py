"""Publishing or archiving many items at a time, each with a line in its history, and why some were left alone."""

from collections import defaultdict
from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.contrib.admin.utils import model_ngettext
from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.db import transaction
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.text import capfirst

from stroomop.lib import clock

from .editors import last_writer

# Changes an item in memory and says which field it set; raises a ValidationError with the reason when it may not.
Step = Callable[[Any], str]


def publish_now(item: Any, by: Any) -> str:
    if item.has_been_public:
        raise ValidationError(f"Dit is al {item.status}.")
    if settings.FOUR_EYES and last_writer(item) == by:
        raise ValidationError("Vier ogen: wie het laatst iets veranderde, publiceert het niet zelf.")
    item.published_at = clock.now()
    item.full_clean()
    item.read_requests.all().delete()
    return "published_at"


def archive_now(item: Any) -> str:
    """Without looking at the rest: what should not be there must be able to go."""
    if not item.is_public:
        raise ValidationError(f"Dit is {item.status}: alleen wat gepubliceerd is, kun je archiveren.")
    item.archived_at = clock.now()
    return "archived_at"


def carry_out(model_admin: Any, request: HttpRequest, queryset: QuerySet, step: Step, done: str) -> None:
    """Take the step with each item that allows it, and tell how it went."""
    changed = 0
    refused: dict[str, list[str]] = defaultdict(list)
    with transaction.atomic():
        for item in queryset:
            if not model_admin.has_change_permission(request, item):
                refused["Dit kun je niet wijzigen."].append(str(item))
                continue
            try:
                field = step(item)
            except ValidationError as error:
                refused[reasons(error, item)].append(str(item))
                continue
            item.changed_at = clock.now()
            item.save(update_fields=[field, "changed_at"])
            model_admin.log_change(request, item, f"{capfirst(done)}.")
            changed += 1
    if changed:
        model_admin.message_user(request, f"{counted(model_admin, changed)} {done}.", messages.SUCCESS)
    for reason, names in refused.items():
        text = f"{counted(model_admin, len(names))} overgeslagen ({', '.join(names)}). {reason}"
        model_admin.message_user(request, text, messages.WARNING)


def counted(model_admin: Any, number: int) -> str:
    return f"{number} {model_ngettext(model_admin.opts, number)}"


def reasons(error: ValidationError, item: Any) -> str:
    """All that is wrong, each with the field that it is about."""
    if not hasattr(error, "error_dict"):
        return " ".join(error.messages)
    return " ".join(
        f"{label(item, name)}{message.rstrip('.')}." for name, parts in error.message_dict.items() for message in parts
    )


def label(item: Any, name: str) -> str:
    return "" if name == NON_FIELD_ERRORS else f"{capfirst(item._meta.get_field(name).verbose_name)}: "
