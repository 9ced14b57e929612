import secrets
from pathlib import PurePath
from typing import Any, ClassVar

from django.core.files import File
from django.db import models
from django.db.models import F
from django.urls import reverse
from simple_history.models import HistoricalRecords

from projects.querysets import PublicationQuerySet
from stroomop.lib.clock import today
from stroomop.lib.dates import UNKNOWN
from stroomop.lib.documents import KINDS, PDF, recognise
from stroomop.lib.uploads import OwnedFileField

from .organisation import Organisation
from .project import Project
from .publishing import PublicPage
from .shared import Dated, SingleSource, WebAddressField
from .theme import Themed


def file_path(instance: Any, name: str) -> str:
    """With a part that nobody can guess: a draft's file can be fetched by who knows its address.

    The last part is what the file is called where a reader keeps it.
    """
    own_name = instance.slug[:60].rstrip("-") + PurePath(name).suffix
    return f"publicaties/{today():%Y}/{secrets.token_urlsafe(9)}/{own_name}"


def validate_pdf(file: File) -> None:
    """Named by the first migration, and by nothing else."""


class DocumentField(OwnedFileField):
    def prepare(self, file: Any) -> File:
        file.name = f"document.{recognise(file).extension}"
        return file


class Publication(PublicPage, Dated, SingleSource, Themed):
    """A report, article or useful link: what it is, who made it, where it can be read."""

    class Kind(models.TextChoices):
        REPORT = "rapport", "rapport"
        ARTICLE = "artikel", "artikel"
        GUIDE = "handreiking", "handreiking of richtlijn"
        FACTSHEET = "factsheet", "factsheet"
        PARLIAMENT = "kamerstuk", "stuk van overheid of Tweede Kamer"
        POSITION = "standpunt", "standpunt"
        BOOK = "boek", "boek"
        LINK = "link", "handige link"

    title = models.CharField("titel", max_length=250, help_text="Precies zoals het er staat.")
    publisher = models.ForeignKey(
        Organisation, models.SET_NULL, related_name="publications", null=True, blank=True, verbose_name="uitgever"
    )
    publisher_name = models.CharField(
        "uitgever, als die hier niet bij staat", max_length=150, blank=True, help_text="Anders leeg laten."
    )
    authors = models.CharField("auteurs", max_length=200, blank=True)
    kind = models.CharField("soort", max_length=12, choices=Kind)
    summary = models.CharField("in het kort", max_length=300, help_text="Staat in lijsten en bij zoekmachines.")
    url = WebAddressField("webadres", max_length=500, blank=True, help_text="Waar je het kunt lezen.")
    file = DocumentField(
        "bestand",
        upload_to=file_path,
        blank=True,
        help_text="Alleen als de uitgever dat goed vindt.",
    )
    projects = models.ManyToManyField(Project, related_name="publications", blank=True, verbose_name="projecten")

    is_moment = True

    objects: ClassVar[Any] = PublicationQuerySet.as_manager()
    history = HistoricalRecords(verbose_name="eerdere versie van een publicatie", m2m_fields=["themes", "projects"])

    class Meta(PublicPage.Meta):
        verbose_name = "publicatie"
        verbose_name_plural = "publicaties"
        ordering = [F("date_from").desc(nulls_last=True), "title"]
        constraints = [*PublicPage.Meta.constraints, *Dated.Meta.constraints]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("projects:publication_detail", args=[self.slug])

    @property
    def publisher_words(self) -> str:
        return str(self.publisher or self.publisher_name or UNKNOWN)

    @property
    def file_size(self) -> int | None:
        """In bytes; None when there is no file, or none on the disk any more."""
        try:
            return self.file.size if self.file else None
        except OSError:
            return None

    @property
    def file_kind(self) -> str:
        """What opens it, in a word."""
        # Before there were other kinds, all were pdf, in capitals or not.
        return KINDS.get(PurePath(str(self.file)).suffix[1:], PDF).words
