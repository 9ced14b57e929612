from typing import ClassVar

from django.db import models
from simple_history.models import HistoricalRecords

from projects.models import Dated, SourceLink
from stroomop.lib.append_only import AppendOnly
from stroomop.lib.richtext import RichTextField

from .shared import KnownOncePublic


class Report(KnownOncePublic, Dated):
    title = models.CharField("titel", max_length=200, unique=True)
    slug = models.SlugField("adres", max_length=80, unique=True)
    text = RichTextField("hoe het tot stand kwam", blank=True)
    editor_note = RichTextField("noot van de redactie", blank=True)

    history = HistoricalRecords(verbose_name="eerdere tekst van een rapport")
    append_only: ClassVar = AppendOnly(
        ("date_from", "date_to", "precision", "known_on", "published_at"), public="published_at"
    )

    class Meta(KnownOncePublic.Meta):
        verbose_name = "rapport"
        verbose_name_plural = "rapporten"
        ordering = ["-date_from"]
        constraints = [*KnownOncePublic.Meta.constraints, *Dated.Meta.constraints]

    def __str__(self) -> str:
        return self.title


class ReportSource(SourceLink):
    report = models.ForeignKey(Report, models.CASCADE, related_name="sources", verbose_name="rapport")
