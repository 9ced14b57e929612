from django.contrib import admin
from django.http import HttpRequest

from monitor.models import Category, Dimension, Indicator, Period, Release, Source, Speerpunt
from stroomop.lib.admin import ModelAdmin, PublishableAdmin, TabularInline


class CategoryInline(TabularInline):
    model = Category


@admin.register(Speerpunt)
class SpeerpuntAdmin(PublishableAdmin):
    list_display = ["name", "number", "sensitive", "state", "checked_on"]


@admin.register(Indicator)
class IndicatorAdmin(PublishableAdmin):
    list_display = ["name", "code", "speerpunt", "kind", "state"]
    list_filter = ["speerpunt", "kind"]
    list_select_related = ["speerpunt"]
    search_fields = ["name", "code"]
    prepopulated_fields = {"slug": ["name"]}


@admin.register(Dimension)
class DimensionAdmin(ModelAdmin):
    list_display = ["name", "note"]
    inlines = [CategoryInline]


@admin.register(Source)
class SourceAdmin(ModelAdmin):
    list_display = ["title", "publisher", "origin", "period"]
    search_fields = ["title", "publisher", "origin"]


@admin.register(Release)
class ReleaseAdmin(ModelAdmin):
    """Figures come in through a file and go out through the gate: here they can be looked at, not changed."""

    list_display = ["source", "version", "known_on", "published_at"]
    list_select_related = ["source"]
    search_fields = ["source__title"]

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Release | None = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Release | None = None) -> bool:
        return False


@admin.register(Period)
class PeriodAdmin(ModelAdmin):
    list_display = ["code", "kind", "start", "end"]
    list_filter = ["kind"]
