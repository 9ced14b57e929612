"""The fixed pages, and the words on every page."""

from django.contrib import admin
from django.http import HttpRequest

from stroomop.lib.admin import FixedKeyMixin, ModelAdmin, PublishableAdmin
from stroomop.models import HelpLine, Page, TextBlock


@admin.register(Page)
class PageAdmin(PublishableAdmin):
    list_display = ["title", "slug", "state", "checked_on"]
    search_fields = ["title"]


@admin.register(HelpLine)
class HelpLineAdmin(ModelAdmin):
    list_display = ["name", "phone", "order"]


@admin.register(TextBlock)
class TextBlockAdmin(FixedKeyMixin, ModelAdmin):
    """The templates ask for these by their key: the words can be changed, nothing more."""

    key_fields = ["key"]
    list_display = ["key", "text"]

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: TextBlock | None = None) -> bool:
        return False
