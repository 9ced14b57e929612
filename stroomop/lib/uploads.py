"""A file that belongs to its row: looked at before it is kept, and gone as soon as the row no longer has it."""

import weakref
from collections.abc import Iterable
from functools import partial
from pathlib import PurePosixPath
from typing import Any

from django import forms
from django.core.files import File
from django.core.files.storage import Storage
from django.db import models, transaction
from django.db.models.fields.files import FieldFile


class OwnedFieldFile(FieldFile):
    # Whether what is in hand was looked at, and is as it is to be kept.
    is_prepared = False


class OwnedFileField(models.FileField):
    """What is on the disk follows the database: a transaction that is rolled back leaves no file, and loses none."""

    attr_class = OwnedFieldFile

    def prepare(self, file: Any) -> File:
        """The file as it is to be kept, under a name of ours. Raises a ValidationError for what we do not take."""
        raise NotImplementedError(f"{type(self).__name__} takes no files")

    def kept(self, name: str) -> list[str]:
        """All that is on the disk of the file of this name."""
        return [name] if name else []

    def contribute_to_class(self, cls: type[models.Model], name: str, *args: Any, **kwargs: Any) -> None:
        super().contribute_to_class(cls, name, *args, **kwargs)
        models.signals.post_delete.connect(self.let_go, sender=cls)

    def let_go(self, instance: models.Model, **kwargs: Any) -> None:
        self.discard(getattr(instance, self.attname).name)

    def discard(self, name: str | None) -> None:
        remove_later = partial(remove, self.storage, self.kept(name or ""))
        transaction.on_commit(remove_later, robust=True)

    def formfield(self, **kwargs: Any) -> forms.Field | None:
        # The name that the file has at home is not kept, so it may be of any length.
        return super().formfield(**{"max_length": None, **kwargs})

    def clean(self, value: Any, model_instance: models.Model | None) -> Any:
        """What was stored before was looked at then; it may be gone from the disk since."""
        value = super().clean(value, model_instance)
        self.look_at(value)
        return value

    def look_at(self, file: Any) -> None:
        if file and not file._committed and not file.is_prepared:
            file.file = self.prepare(file.file)
            file.name = file.file.name
            file.is_prepared = True

    def pre_save(self, model_instance: models.Model, add: bool) -> Any:
        file = getattr(model_instance, self.attname)
        # Written by code, and never by a form.
        self.look_at(file)
        is_new = file and not file._committed
        rows: Any = type(model_instance)._base_manager
        before = None if add else rows.filter(pk=model_instance.pk).values_list(self.attname, flat=True).first()
        if before and file and not is_new:
            # A name alone, from the history, is no file: the one that it was of is gone. What is there stays.
            file.name = before
        file = super().pre_save(model_instance, add)
        if is_new:
            keep_if_committed(self.storage, [file.name])
        if before and before != file.name:
            self.discard(before)
        return file


def keep_if_committed(storage: Storage, names: list[str]) -> None:
    """What was just written is taken away again when the transaction that it is part of comes to nothing."""
    transaction.on_commit(Provisional(partial(remove, storage, names)))


class Provisional:
    """Django calls it when it commits. When it rolls back it forgets it, and that undoes what was done."""

    def __init__(self, undo: Any) -> None:
        self.undo = weakref.finalize(self, undo)

    def __call__(self) -> None:
        self.undo.detach()


def remove(storage: Storage, names: Iterable[str]) -> None:
    """With the folder, where the file had one to itself."""
    for name in names:
        storage.delete(name)
        folder = str(PurePosixPath(name).parent)
        if storage.exists(folder) and storage.listdir(folder) == ([], []):
            storage.delete(folder)
