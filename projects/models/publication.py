import secrets
from typing import Any, ClassVar

from django.core.exceptions import ValidationError
from django.core.validators import FileExtensionValidator
from django.db import models
from django.db.models import F
from django.urls import reverse
from simple_history.models import HistoricalRecords

from projects.querysets import PublicationQuerySet
from stroomop.lib.clock import today
from stroomop.lib.dates import UNKNOWN

from .organisation import Organisation
from .project import Project
from .publishing import PublicPage
from .shared import Dated, SingleSource, WebAddressField
from .theme import Themed

MAX_FILE_MEGABYTES = 20
PDF_MARK = b"%PDF-"


def file_path(instance: models.Model, name: str) -> str:
    """With a part that nobody can guess: a draft's file can be fetched by who knows its address."""
    return f"publicaties/{today():%Y}/{secrets.token_urlsafe(9)}/{name}"


def validate_pdf(file: Any) -> None:
    # What was stored before was looked at then; it may be gone from the disk since.
    if getattr(file, "_committed", False):
        return
    if file.size > MAX_FILE_MEGABYTES * 1024 * 1024:
        raise ValidationError(f"Het bestand is groter dan {MAX_FILE_MEGABYTES} MB. Zet liever een link.")
    file.seek(0)
    start = file.read(len(PDF_MARK))
    file.seek(0)
    if start != PDF_MARK:
        raise ValidationError("Dit bestand is geen pdf, al heet het misschien zo.")


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
    file = models.FileField(
        "bestand",
        upload_to=file_path,
        blank=True,
        validators=[FileExtensionValidator(["pdf"]), validate_pdf],
        help_text="Alleen een pdf, en alleen als de uitgever dat goed vindt.",
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
