from typing import Any, ClassVar

from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.db.models import Q

from projects.querysets import PublishedQuerySet


class SearchEntry(models.Model):
    """What can be found of one item: a row for each that is or will be public, and none for a draft. What is public
    now follows from the two moments, as it does of the item itself."""

    # Without indexes of their own: the key of both is one, and by kind a database would walk through all entries.
    item_type = models.ForeignKey(ContentType, models.CASCADE, related_name="+", db_index=False, verbose_name="soort")
    item_id = models.BigIntegerField("nummer")
    # The filter on the page of search that it falls under.
    kind = models.SlugField("soort voor lezers", max_length=20, db_index=False)
    url = models.CharField("adres", max_length=300)
    title = models.CharField("titel", max_length=500)
    text = models.TextField("tekst", blank=True)
    # As stroomop.search.words makes them of the title and the text: stems, with a space before, between and behind.
    # Those of the text end with other forms of its words.
    title_stems = models.TextField("stammen van de titel", blank=True)
    text_stems = models.TextField("stammen van de tekst", blank=True)
    sensitive = models.BooleanField("gevoelig", default=False)
    published_at = models.DateTimeField("openbaar vanaf", null=True, blank=True)
    archived_at = models.DateTimeField("openbaar tot", null=True, blank=True)

    objects: ClassVar[Any] = PublishedQuerySet.as_manager()

    class Meta:
        verbose_name = "regel van de zoekindex"
        verbose_name_plural = "zoekindex"
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["item_type", "item_id"], name="search_entry_once_per_item"),
            models.CheckConstraint(condition=~Q(url="") & ~Q(title=""), name="search_entry_leads_somewhere"),
        ]

    def __str__(self) -> str:
        return self.title
