"""The fixed pages, and the words on every page."""

from django.contrib import admin
from django.http import HttpRequest

from stroomop.lib.admin import FixedKeyMixin, ModelAdmin, PublishableAdmin
from stroomop.models import HelpLine, Page, TextBlock


@admin.register(Page)
class PageAdmin(PublishableAdmin):
    list_display = ["title", "slug", "state", "checked_on"]
    search_fields = ["title"]
    help_texts = {
        "title": "Staat boven de pagina.",
        "body": "Zeg het belangrijkste eerst. Verdeel een lange tekst met koppen.",
    }


@admin.register(HelpLine)
class HelpLineAdmin(ModelAdmin):
    list_display = ["name", "phone", "order"]
    help_texts = {
        "slug": "Een vast kenmerk. Lezers zien het niet.",
        "phone": "Zoals een lezer het leest, met streepjes en spaties. Bel het eerst zelf.",
        "url": "De pagina waar een lezer meteen hulp vindt.",
        "text": "Voor wie is het, en wanneer kun je bellen of chatten? Eén zin.",
        "order": "Laag komt eerst.",
    }


@admin.register(TextBlock)
class TextBlockAdmin(FixedKeyMixin, ModelAdmin):
    """The templates ask for these by their key: the words can be changed, nothing more."""

    key_fields = ["key"]
    list_display = ["key", "text"]
    help_texts = {"text": "Je wijziging staat meteen op de site."}

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: TextBlock | None = None) -> bool:
        return False
