"""What all the rest hangs on: the plan and the themes."""

from django.contrib import admin

from projects.models import Hoofddoel, Randvoorwaarde, Theme, Veranderopgave
from stroomop.lib.admin import PublishableAdmin


@admin.register(Theme)
class ThemeAdmin(PublishableAdmin):
    list_display = ["name", "sensitive", "state", "checked_on"]
    list_filter = ["sensitive"]
    search_fields = ["name"]
    prepopulated_fields = {"slug": ["name"]}
    help_texts = {
        "name": "Een woord dat een lezer zelf ook zou gebruiken.",
        "text": "Waar gaat het over, en waarom is het belangrijk? Een paar korte zinnen.",
    }


@admin.register(Veranderopgave)
class VeranderopgaveAdmin(PublishableAdmin):
    list_display = ["__str__", "kind", "number", "state", "checked_on"]
    list_filter = ["kind", "themes"]
    search_fields = ["name"]
    help_texts = {
        "number": "Zoals in het plan. Het nummer staat ook op de site.",
        "hoofddoel": "Waaraan deze opgave bijdraagt, volgens het plan.",
        "text": "Wat moet er anders worden? Alleen wat de bron zegt.",
    }


@admin.register(Hoofddoel, Randvoorwaarde)
class PlanPartAdmin(PublishableAdmin):
    list_display = ["name", "number", "state", "checked_on"]
    search_fields = ["name"]
    help_texts = {
        "number": "Zoals in het plan. Het nummer staat ook op de site.",
        "text": "Een paar korte zinnen. Alleen wat de bron zegt.",
    }
