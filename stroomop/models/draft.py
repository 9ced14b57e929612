"""A change that waits: what somebody made of a public item, which the public does not see yet."""

import secrets
from functools import partial
from typing import Any

from django.conf import settings
from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.contenttypes.models import ContentType
from django.db import models, transaction
from django.db.models import Q
from django.db.models.signals import post_delete
from django.dispatch import receiver

from stroomop.lib.private_files import private_storage


class Draft(models.Model):
    """The form of the back-office as somebody filled it in. Publishing it is sending that form after all."""

    item_type = models.ForeignKey(ContentType, models.CASCADE, related_name="+", verbose_name="soort")
    item_id = models.BigIntegerField("nummer")
    item = GenericForeignKey("item_type", "item_id")
    data = models.JSONField("wat er is ingevuld", help_text="Per veld een lijst, zoals een formulier het stuurt.")
    base = models.BigIntegerField(
        "gemaakt bij", help_text="De laatste regel in het logboek van het item, toen dit werd bewaard."
    )
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="geschreven door"
    )
    saved_at = models.DateTimeField("bewaard op")
    publish_at = models.DateTimeField("publiceren op", null=True, blank=True, db_index=True)
    refusal = models.TextField("waarom publiceren niet lukte", blank=True)

    class Meta:
        verbose_name = "concept van een wijziging"
        verbose_name_plural = "concepten van wijzigingen"
        ordering = ["-saved_at"]
        constraints = [
            models.UniqueConstraint(fields=["item_type", "item_id"], name="draft_once_per_item"),
            models.CheckConstraint(condition=Q(publish_at=None) | Q(refusal=""), name="draft_refused_is_not_planned"),
        ]

    def __str__(self) -> str:
        return f"concept van {self.item_type.name} {self.item_id}"


def draft_path(instance: models.Model, name: str) -> str:
    return f"concepten/{secrets.token_hex(16)}"


class DraftFile(models.Model):
    """A file that came with a draft; no server hands it out."""

    draft = models.ForeignKey(Draft, models.CASCADE, related_name="files", verbose_name="concept")
    field = models.CharField("veld", max_length=100)
    file = models.FileField("bestand", upload_to=draft_path, storage=private_storage)
    name = models.CharField("naam", max_length=200)
    content_type = models.CharField("soort", max_length=100, blank=True)

    class Meta:
        verbose_name = "bestand bij een concept"
        verbose_name_plural = "bestanden bij een concept"
        constraints = [models.UniqueConstraint(fields=["draft", "field"], name="draft_file_once_per_field")]

    def __str__(self) -> str:
        return self.name


@receiver(post_delete, sender=DraftFile)
def delete_file(instance: DraftFile, **kwargs: Any) -> None:
    """Also when the item goes, and its drafts with it."""
    transaction.on_commit(partial(instance.file.storage.delete, str(instance.file.name)))
