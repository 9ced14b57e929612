"""What a text said before: each change with who made it, the old words beside the new."""

from dataclasses import dataclass
from datetime import date, datetime
from itertools import pairwise
from typing import Any

from django.contrib import admin
from django.contrib.admin.utils import display_for_field
from django.core.exceptions import ObjectDoesNotExist
from django.db.models import Field, Model
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils.formats import date_format

# The page shows this many at most; the database has them all.
SHOWN = 100
EMPTY = "(leeg)"
GONE = "(is er niet meer)"


@dataclass(frozen=True)
class Edit:
    when: datetime
    who: str
    label: str
    before: str
    after: str


class HistoryMixin(admin.ModelAdmin):
    """For a model with ``history``. Read only: to bring old words back, somebody types them again."""

    object_history_template = "admin/text_history.html"

    def history_view(
        self, request: HttpRequest, object_id: str, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        response: HttpResponse = super().history_view(request, object_id, extra_context)
        # Anything else leads away from an item that is not there.
        if isinstance(response, TemplateResponse) and response.context_data is not None:
            response.context_data["edits"] = edits(response.context_data["object"])
        return response


def edits(item: Any) -> list[Edit]:
    """The newest first."""
    newest = item.history.select_related("history_user").order_by("-history_date", "-history_id")[: SHOWN + 1]
    fields = [field for field in item._meta.concrete_fields if field.editable and not field.primary_key]
    return [
        Edit(after.history_date, name_of(after.history_user), str(field.verbose_name), *words)
        for after, before in pairwise(newest)
        for field in fields
        if field.value_from_object(before) != field.value_from_object(after)
        for words in [(in_words(before, field), in_words(after, field))]
    ]


def name_of(user: Any) -> str:
    return (user.get_full_name() or user.get_username()) if user else "onbekend"


def in_words(record: Any, field: Field) -> str:
    """The value that a field had then."""
    try:
        value = getattr(record, field.name)
    except ObjectDoesNotExist:
        return GONE
    if value is None or value == "":
        return EMPTY
    if isinstance(value, bool):
        return "ja" if value else "nee"
    if isinstance(value, Model):
        return str(value)
    if isinstance(value, date) and not isinstance(value, datetime):
        return date_format(value, "j F Y")
    return str(display_for_field(value, field, EMPTY))
