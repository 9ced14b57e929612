"""What can be read, and where people met."""

from django.contrib import admin
from django.contrib.admin import RelatedOnlyFieldListFilter

from projects.models import Event, GlossaryTerm, Publication, Story
from projects.models.publication import DocumentField
from projects.tables import GlossaryTable, PublicationTable
from stroomop.lib.admin import WIDGETS, ExchangeMixin, FileWidget, PublishableAdmin
from stroomop.lib.documents import KINDS

DOCUMENT_INPUT = FileWidget({"accept": ",".join(f".{extension}" for extension in KINDS)})


@admin.register(Publication)
class PublicationAdmin(ExchangeMixin, PublishableAdmin):
    table = PublicationTable
    formfield_overrides = WIDGETS | {DocumentField: {"widget": DOCUMENT_INPUT}}
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
        "file": "Liever een pagina of een link: die leest op elke telefoon, en met een schermlezer. Toch een bestand? "
        "Een pdf, of een bestand van Word, Excel, PowerPoint of LibreOffice, hooguit 20 MB. Kijk eerst of het koppen "
        "heeft, of je de tekst kunt selecteren, en of er geen namen of opmerkingen in staan. En vraag of de uitgever "
        "het goed vindt.",
    }


@admin.register(Story)
class StoryAdmin(PublishableAdmin):
    list_display = ["title", "kind", "period", "state"]
    list_filter = ["kind", "themes", ("projects", RelatedOnlyFieldListFilter)]
    search_fields = ["title", "author_name", "summary", "body"]
    prepopulated_fields = {"slug": ["title"]}
    autocomplete_fields = ["projects", "organisations", "persons", "publications"]
    help_texts = {
        "title": "Onze eigen titel: waar gaat het verhaal over?",
        "kind": "Wat het oorspronkelijke stuk was.",
        "projects": "Projecten waar het verhaal over gaat.",
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
        "title": "De naam van de bijeenkomst, zonder datum.",
        "online": "Ook aan te vinken als je kunt kiezen tussen komen en meekijken.",
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
