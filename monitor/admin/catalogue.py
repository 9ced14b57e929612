"""Focus areas, breakdowns, sources, periods and what happened in the world."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest

from monitor import publication
from monitor.models import Category, ChartEvent, Dimension, Indicator, Period, Source, Speerpunt
from stroomop.lib.admin import (
    ChoiceMixin,
    FixedKeyMixin,
    ModelAdmin,
    NewRowInline,
    PublishableAdmin,
    ReadOnlyMixin,
    TabularInline,
)


class CategoryInline(TabularInline):
    """Files and series know a category by its name: here it is only put in order."""

    model = Category
    can_delete = False
    max_num = 0
    readonly_fields = ["name", "slug", "code"]
    fields = [*readonly_fields, "order"]


class NewCategoryInline(NewRowInline):
    model = Category
    verbose_name = "nieuwe categorie"
    fields = ["name", "slug", "code", "order"]


@admin.register(Speerpunt)
class SpeerpuntAdmin(PublishableAdmin):
    list_display = ["name", "number", "sensitive", "state", "checked_on"]
    help_texts = {
        "number": "Laag komt eerst.",
        "text": "Waar gaat het over, en waarom meten wij dit? Een paar korte zinnen.",
        "meaning": "Wat zeggen de cijfers hieronder samen, en wat zeggen ze niet?",
        "slug": "Alleen kleine letters, cijfers en streepjes. Een oud adres blijft werken.",
    }


@admin.register(Dimension)
class DimensionAdmin(FixedKeyMixin, ModelAdmin):
    key_fields = ["slug", "name"]
    list_display = ["name", "covers", "note"]
    inlines = [CategoryInline, NewCategoryInline]
    help_texts = {
        "slug": "Zo heet deze uitsplitsing in bestanden. Dat kun je later niet meer veranderen.",
        "plural": "Zoals het in een zin staat: 'de vijf zorggebieden'.",
        "note": "Wat moet een lezer weten om de delen goed te vergelijken?",
    }

    def get_inlines(self, request: HttpRequest, obj: Dimension | None) -> Any:
        return super().get_inlines(request, obj) if obj else [NewCategoryInline]

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:
        """What is hidden hangs on which parts there are, and on whether they are together the total."""
        super().save_related(request, form, formsets, change)
        if "covers" in form.changed_data or any(formset.new_objects for formset in formsets):
            broken_down = Indicator.objects.filter(series__categories__dimension=form.instance)
            publication.refresh_indicators(broken_down.distinct())


@admin.register(Source)
class SourceAdmin(FixedKeyMixin, ModelAdmin):
    key_fields = ["title"]
    list_display = ["title", "publisher", "origin", "period"]
    search_fields = ["title", "publisher", "origin"]
    help_texts = {
        "title": "De titel van het stuk of de pagina, precies zoals hij daar staat. Later staat hij vast.",
        "url": "Het adres van het stuk zelf, niet van de startpagina van de site.",
        "publisher": "Wie het stuk uitgaf.",
        "origin": "Alleen als de uitgever cijfers van een ander overneemt: van wie ze zijn.",
    }


@admin.register(Period)
class PeriodAdmin(ReadOnlyMixin, ModelAdmin):
    list_display = ["code", "kind", "start", "end"]
    list_filter = ["kind"]


@admin.register(ChartEvent)
class ChartEventAdmin(ChoiceMixin, ModelAdmin):
    list_display = ["title", "period"]
    search_fields = ["title", "text"]
    autocomplete_fields = ["indicators"]
    help_texts = {
        "title": "Wat gebeurde er? Kort, in gewone woorden.",
        "text": "Wat moet een lezer van de grafiek hiervan weten? Zeg niet dat het een het ander veroorzaakte.",
    }
