"""What items are about. A theme can be sensitive: then every page that touches it offers help first."""

from typing import Any, ClassVar

from django.db import models
from django.db.models.functions import Lower
from django.urls import reverse
from simple_history.models import HistoricalRecords

from projects.querysets import ThemedQuerySet, ThemeQuerySet
from stroomop.lib.richtext import RichTextField

from .publishing import PublicPage


class Theme(PublicPage):
    name = models.CharField("naam", max_length=80, unique=True)
    text = RichTextField("waar dit over gaat", blank=True)
    sensitive = models.BooleanField(
        "gevoelig",
        default=False,
        help_text="Elke pagina die dit thema raakt, toont dan hulplijnen en een knop om snel weg te gaan.",
    )

    objects: ClassVar[Any] = ThemeQuerySet.as_manager()
    history = HistoricalRecords(verbose_name="eerdere versie van een thema")

    class Meta(PublicPage.Meta):
        verbose_name = "thema"
        verbose_name_plural = "thema's"
        ordering = [Lower("name")]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("projects:theme_detail", args=[self.slug])


class Themed(models.Model):
    """An item with themes. Whether it touches a sensitive one is asked with ``with_sensitivity()``."""

    themes = models.ManyToManyField(Theme, blank=True, verbose_name="thema's")
    sensitive = models.BooleanField(
        "gevoelig",
        default=False,
        help_text="Toon hulplijnen bovenaan, ook als geen van de thema's gevoelig is.",
    )

    # Added by the queryset: with_sensitivity().
    is_sensitive: bool

    objects: ClassVar[Any] = ThemedQuerySet.as_manager()

    class Meta:
        abstract = True

    @property
    def public_themes(self) -> list[Theme]:
        """Those with a page; asks for ``prefetch_related("themes")``."""
        return [theme for theme in self.themes.all() if theme.is_public]
