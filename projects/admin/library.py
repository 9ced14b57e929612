"""What can be read, and where people met."""

from django.contrib import admin
from django.contrib.admin import RelatedOnlyFieldListFilter

from projects.models import Event, GlossaryTerm, Publication, Story
from projects.tables import GlossaryTable, PublicationTable
from stroomop.lib.admin import ExchangeMixin, PublishableAdmin


@admin.register(Publication)
class PublicationAdmin(ExchangeMixin, PublishableAdmin):
    table = PublicationTable
    list_display = ["title", "kind", "publisher", "period", "state"]
    list_filter = ["kind", "themes", ("publisher", RelatedOnlyFieldListFilter)]
    list_select_related = ["publisher"]
    search_fields = ["title", "authors", "publisher__name", "publisher__short_name", "publisher_name", "summary"]
    prepopulated_fields = {"slug": ["title"]}
    autocomplete_fields = ["publisher", "projects"]
    help_texts = {
        "publisher": "Staat de uitgever er niet bij? Vul dan alleen de naam in, in het veld hieronder.",
        "authors": "Zoals ze op het stuk staan, met komma's ertussen.",
        "summary": "In je eigen woorden: waar gaat het over? Staat in lijsten en bij zoekmachines.",
        "projects": "Projecten waar dit over gaat, of die het maakten.",
    }


@admin.register(Story)
class StoryAdmin(PublishableAdmin):
    list_display = ["title", "kind", "period", "state"]
    list_filter = ["kind", "themes", ("projects", RelatedOnlyFieldListFilter)]
    search_fields = ["title", "author_name", "summary", "body"]
    prepopulated_fields = {"slug": ["title"]}
    autocomplete_fields = ["projects", "organisations", "persons", "publications"]
    help_texts = {
        "author_name": "Wie het oorspronkelijke stuk schreef.",
        "body": "Vertel het na in onze eigen woorden. Neem geen zinnen over: het origineel staat bij de bron.",
        "persons": "Alleen mensen die hier al bij 'Personen' staan.",
    }


@admin.register(Event)
class EventAdmin(PublishableAdmin):
    list_display = ["title", "series", "period", "place", "state"]
    list_filter = ["online", "themes", ("projects", RelatedOnlyFieldListFilter)]
    search_fields = ["title", "series", "place", "summary"]
    prepopulated_fields = {"slug": ["title"]}
    autocomplete_fields = ["projects", "organisations"]
    help_texts = {
        "text": "Het programma, of een verslag als het voorbij is.",
        "place": "De naam van de zaal en de plaats. Online? Laat leeg en zet het vinkje hieronder.",
        "url": "De pagina van de organisatie zelf. Aanmelden gaat daar, niet hier.",
        "time_from": "Alleen als de datum op de dag bekend is. Dan kan een lezer het in de eigen agenda zetten.",
    }


@admin.register(GlossaryTerm)
class GlossaryTermAdmin(ExchangeMixin, PublishableAdmin):
    table = GlossaryTable
    list_display = ["term", "other_forms", "state", "checked_on"]
    search_fields = ["term", "other_forms", "explanation"]
    prepopulated_fields = {"slug": ["term"]}
    help_texts = {
        "term": "Zoals het midden in een zin staat: met een kleine letter, als het geen naam is.",
        "explanation": "Eén tot drie korte zinnen, zonder andere moeilijke woorden.",
    }
