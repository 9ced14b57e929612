"""The fixed pages, and the words on every page."""

from django.core.exceptions import ValidationError
from django.core.validators import slug_re
from django.db import models
from django.urls import resolve, reverse
from simple_history.models import HistoricalRecords

from projects.models import PublicPage
from projects.models.shared import WebAddressField
from stroomop.lib.richtext import RichTextField


class Page(PublicPage):
    """A fixed page, such as privacy or contact."""

    title = models.CharField("titel", max_length=100)
    description = models.CharField("in één zin", max_length=160, help_text="Voor zoekmachines.")
    body = RichTextField("tekst")

    history = HistoricalRecords(verbose_name="eerdere versie van een vaste pagina")

    class Meta(PublicPage.Meta):
        verbose_name = "vaste pagina"
        verbose_name_plural = "vaste pagina's"
        ordering = ["title"]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("page", args=[self.slug])

    def clean(self) -> None:
        # A slug that is none has been refused already, at its own field.
        if slug_re.fullmatch(self.slug) and resolve(self.get_absolute_url()).url_name != "page":
            raise ValidationError({"slug": "Op dit adres staat al iets anders. Kies een ander adres."})


class HelpLine(models.Model):
    """Where a reader finds help now. On every page."""

    slug = models.SlugField("kenmerk", max_length=50, unique=True)
    name = models.CharField("naam", max_length=80)
    phone = models.CharField("telefoon", max_length=30)
    tel = models.CharField("telefoon voor de link", max_length=15, help_text="Alleen cijfers.")
    url = WebAddressField("website", max_length=200, blank=True)
    text = models.CharField("wanneer", max_length=200)
    order = models.PositiveSmallIntegerField("volgorde", default=0)

    history = HistoricalRecords(verbose_name="eerdere versie van een hulplijn")

    class Meta:
        verbose_name = "hulplijn"
        verbose_name_plural = "hulplijnen"
        ordering = ["order", "name"]

    def __str__(self) -> str:
        return self.name


class TextBlock(models.Model):
    """A sentence of the site that staff may change, known to the templates by its key."""

    key = models.SlugField("kenmerk", max_length=50, unique=True)
    text = models.TextField("tekst")

    history = HistoricalRecords(verbose_name="eerdere versie van een tekst van de site")

    class Meta:
        verbose_name = "tekst van de site"
        verbose_name_plural = "teksten van de site"
        ordering = ["key"]

    def __str__(self) -> str:
        return self.key
