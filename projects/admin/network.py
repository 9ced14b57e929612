"""Who takes part: organisations, people in their public role, and what others do."""

from django.contrib import admin
from django.contrib.admin import RelatedOnlyFieldListFilter

from projects.models import (
    Initiative,
    InitiativeSource,
    Organisation,
    OrganisationFormerName,
    OrganisationSource,
    Person,
)
from projects.tables import OrganisationTable
from stroomop.lib.admin import ExchangeMixin, PublishableAdmin, TabularInline


class OrganisationFormerNameInline(TabularInline):
    model = OrganisationFormerName


class OrganisationSourceInline(TabularInline):
    model = OrganisationSource


class InitiativeSourceInline(TabularInline):
    model = InitiativeSource


@admin.register(Organisation)
class OrganisationAdmin(ExchangeMixin, PublishableAdmin):
    table = OrganisationTable
    list_display = ["name", "short_name", "kind", "parent", "state"]
    list_filter = ["kind"]
    list_select_related = ["parent"]
    search_fields = ["name", "short_name", "former_names__name"]
    prepopulated_fields = {"slug": ["name"]}
    autocomplete_fields = ["parent"]
    inlines = [OrganisationFormerNameInline, OrganisationSourceInline]
    help_texts = {
        "name": "De naam van nu. Een oude naam zet je onderaan: het oude adres leidt dan naar deze pagina.",
        "parent": "De grotere organisatie waar deze een deel van is.",
        "kind": "Past niets? Kies dan 'overig'.",
        "website": "De startpagina van de organisatie zelf.",
        "description": "Wat doet deze organisatie voor jongeren? Een paar korte zinnen.",
    }


@admin.register(Person)
class PersonAdmin(PublishableAdmin):
    list_display = ["name", "role", "organisation", "state", "checked_on"]
    list_filter = [("organisation", RelatedOnlyFieldListFilter)]
    list_select_related = ["organisation"]
    search_fields = ["name", "role", "organisation__name", "organisation__short_name"]
    prepopulated_fields = {"slug": ["name"]}
    autocomplete_fields = ["organisation", "projects"]
    help_texts = {
        "name": "Alleen iemand met een openbare rol, die zelf al met die rol naar buiten kwam. Nooit een jongere.",
        "text": "Alleen over het werk. Geen telefoonnummer, e-mailadres of foto.",
        "organisation": "Waar deze persoon werkt, of namens wie die spreekt.",
        "projects": "Alleen als een openbare bron dit verband legt.",
        "url": "Een pagina over deze persoon die al openbaar is.",
    }


@admin.register(Initiative)
class InitiativeAdmin(PublishableAdmin):
    list_display = ["name", "kind", "organisation", "state", "checked_on"]
    list_filter = ["kind", "themes", ("organisation", RelatedOnlyFieldListFilter)]
    list_select_related = ["organisation"]
    search_fields = ["name", "organisation__name", "organisation__short_name", "summary"]
    prepopulated_fields = {"slug": ["name"]}
    autocomplete_fields = ["organisation", "projects"]
    inlines = [InitiativeSourceInline]
    help_texts = {
        "kind": "De eerste drie staan bij de alternatieven, de andere bij 'Meedoen'.",
        "organisation": "Wie het aanbiedt. Staat die er niet bij? Voeg eerst de organisatie toe.",
        "url": "De pagina van het initiatief zelf.",
        "text": "Wat iedereen kan nagaan: wat het is, waar het is en voor wie.",
        "claims": "Wat zij zelf zeggen dat het oplevert. Zo ziet een lezer dat wij dat niet zeggen.",
        "join": "Wat moet iemand doen om mee te doen? Alleen met openbare gegevens.",
        "projects": "Projecten van StroomOP die hiermee te maken hebben.",
    }
