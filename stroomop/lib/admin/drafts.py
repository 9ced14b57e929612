"""Drafts of what is public already: kept as the form was sent, and sent again when their moment is there.

A draft is known by its item (``item.drafts``): what is stored of it belongs to the site, which this knows nothing of.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime
from typing import Any

from django.contrib.admin.models import LogEntry
from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.utils.datastructures import MultiValueDict
from simple_history.models import HistoricalRecords

from stroomop.lib import clock

from .editors import version_of
from .intent import Intent
from .replaying import Data, request_of


def draft_of(item: Any) -> Any:
    return item.drafts.select_related("author").prefetch_related("files").first()


def mark_of(draft: Any) -> str:
    """Another draft, or a later state of it, has another."""
    return f"{draft.pk} {draft.saved_at.isoformat()}"


def keep(
    item: Any,
    user: Any,
    data: Data,
    files: MultiValueDict,
    publish_at: datetime | None = None,
    *,
    goes_on: bool = False,
) -> Any:
    """Make this the draft of the item, in the place of the one there was. Who went on with that one has its files too,
    but for those that were replaced or cleared: a browser never sends a file again."""
    now = {"data": data, "base": version_of(item), "author": user, "saved_at": clock.now()}
    draft, _ = item.drafts.update_or_create(defaults={**now, "publish_at": publish_at, "refusal": ""})
    for stored in draft.files.all():
        if not goes_on or stored.field in files or f"{stored.field}-clear" in data:
            stored.delete()
    uploads: dict[str, Any] = files.dict()
    for field, upload in uploads.items():
        draft.files.create(
            field=field, file=upload, name=upload.name[-200:], content_type=(upload.content_type or "")[:100]
        )
    return draft


def rest_on(draft: Any, entry: LogEntry) -> None:
    """The draft was made with this entry in the log: whatever comes after it, the draft does not know."""
    draft.base = entry.pk
    draft.save(update_fields=["base"])


@contextmanager
def opened(draft: Any) -> Iterator[MultiValueDict]:
    """The files of a draft, as a browser would send them."""
    files: MultiValueDict = MultiValueDict()
    kept = [(stored, stored.file.open("rb")) for stored in draft.files.all()] if draft else []
    for stored, file in kept:
        files.appendlist(stored.field, UploadedFile(file, stored.name, stored.content_type, file.size))
    try:
        yield files
    finally:
        for _, file in kept:
            file.close()


def replay(model_admin: Any, draft: Any, user: Any, intent: Intent) -> HttpResponse:
    """Send the form of a draft, as this user. All of it happens or nothing; ``was_saved()`` tells which."""
    with opened(draft) as files, transaction.atomic():
        request = request_of(user, f"/{draft.item_id}/", draft.data, files, replace(intent, by_itself=True))
        with written_by(request):
            response: HttpResponse = model_admin.send(request, str(draft.item_id))
        return response


@contextmanager
def written_by(request: HttpRequest) -> Iterator[None]:
    """The history asks here who it was; a middleware tells it of a browser only."""
    context = HistoricalRecords.context
    before = getattr(context, "request", None)
    context.request = request
    try:
        yield
    finally:
        context.request = before
