from typing import Any, ClassVar

from django.db import models
from django.db.models.functions import Lower
from django.urls import reverse
from simple_history.models import HistoricalRecords

from projects.querysets import PersonQuerySet
from stroomop.lib.richtext import RichTextField

from .organisation import Organisation
from .project import Project
from .publishing import PublicPage
from .shared import SingleSource, WebAddressField


class Person(PublicPage, SingleSource):
    """Somebody in a public role. Nothing private is kept here: no address, no telephone, no portrait."""

    name = models.CharField("naam", max_length=120)
    role = models.CharField("rol", max_length=200, help_text="De openbare rol, en van wanneer als je dat weet.")
    organisation = models.ForeignKey(
        Organisation, models.SET_NULL, related_name="persons", null=True, blank=True, verbose_name="organisatie"
    )
    text = RichTextField("tekst", blank=True)
    quote = models.TextField("citaat", blank=True, help_text="Letterlijk, uit de bron hieronder.")
    url = WebAddressField("eigen pagina", max_length=500, blank=True)
    projects = models.ManyToManyField(Project, related_name="persons", blank=True, verbose_name="projecten")

    objects: ClassVar[Any] = PersonQuerySet.as_manager()
    history = HistoricalRecords(verbose_name="eerdere versie van een persoon", m2m_fields=["projects"])

    class Meta(PublicPage.Meta):
        verbose_name = "persoon"
        verbose_name_plural = "personen"
        ordering = [Lower("name")]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("projects:person_detail", args=[self.slug])
