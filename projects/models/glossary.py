from django.db import models
from django.db.models.functions import Lower
from django.urls import reverse
from simple_history.models import HistoricalRecords

from .publishing import Publishable
from .shared import SingleSource


class GlossaryTerm(Publishable, SingleSource):
    """A word that not everybody knows. It is explained on the glossary page and where a text first uses it."""

    term = models.CharField("begrip", max_length=80, unique=True)
    slug = models.SlugField("plek op de pagina", max_length=80, unique=True)
    other_forms = models.CharField(
        "andere vormen", max_length=200, blank=True, help_text="Zoals het meervoud of de afkorting; met ; ertussen."
    )
    explanation = models.CharField("uitleg", max_length=400, help_text="Eén tot drie korte zinnen.")

    history = HistoricalRecords(verbose_name="eerdere versie van een begrip")

    class Meta(Publishable.Meta):
        verbose_name = "begrip"
        verbose_name_plural = "begrippen"
        ordering = [Lower("term")]

    def __str__(self) -> str:
        return self.term

    def get_absolute_url(self) -> str:
        return f"{reverse('projects:glossary')}#{self.slug}"

    @property
    def forms(self) -> list[str]:
        """Every way in which a text may write it."""
        return [form.strip() for form in [self.term, *self.other_forms.split(";")] if form.strip()]

    @property
    def initial(self) -> str:
        """The letter that it stands under."""
        return next((letter for letter in self.term if letter.isalpha()), "#").upper()
