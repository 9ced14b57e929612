"""A file that waits between the look at it and the button: where nobody reads it, and for whoever handed it in alone.

Which file it is stands in the session, and not in a form, where somebody could write the name of another's.
"""

from datetime import timedelta
from pathlib import Path
from secrets import token_hex
from typing import Any, NamedTuple

from django.conf import settings
from django.core.files.storage import Storage, storages
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest
from django.utils import timezone

from stroomop.lib.text import UNWRITABLE

FOLDER = "tabellen"
LONGEST_NAME = 200


class Waiting(NamedTuple):
    # As its owner called it.
    name: str
    stored: str
    changes_public: bool

    @property
    def path(self) -> Path:
        return Path(private().path(self.stored))


def private() -> Storage:
    return storages["private"]


def keep(request: HttpRequest, table: str, upload: UploadedFile, *, changes_public: bool) -> None:
    """In the place of the file that waited for this table, if there was one."""
    sweep()
    drop(request, table)
    stored = private().save(f"{FOLDER}/{token_hex(16)}", upload)
    name = UNWRITABLE.sub("", upload.name or "")[-LONGEST_NAME:]
    request.session[session_key(table)] = [name, stored, changes_public]


def find(request: HttpRequest, table: str) -> Waiting | None:
    told: Any = request.session.get(session_key(table))
    waiting = Waiting(*told) if told else None
    return waiting if waiting and private().exists(waiting.stored) else None


def drop(request: HttpRequest, table: str) -> None:
    told: Any = request.session.pop(session_key(table), None)
    if told:
        private().delete(Waiting(*told).stored)


def sweep() -> None:
    """Away with the files of sessions that have ended."""
    storage = private()
    if not storage.exists(FOLDER):
        return
    before = timezone.now() - timedelta(seconds=settings.SESSION_COOKIE_AGE)
    for name in storage.listdir(FOLDER)[1]:
        if storage.get_modified_time(f"{FOLDER}/{name}") < before:
            storage.delete(f"{FOLDER}/{name}")


def session_key(table: str) -> str:
    return f"tabel:{table}"
