from django.contrib import admin

from monitor.models import Category, Dimension, Indicator, Period, Release, Source, Speerpunt
from stroomop.lib.admin import FixedKeyMixin, ModelAdmin, PublishableAdmin, ReadOnlyMixin, TabularInline


class CategoryInline(TabularInline):
    """Files and series know a category by its name: here it is only put in order."""

    model = Category
    can_delete = False
    max_num = 0
    readonly_fields = ["name", "slug"]


@admin.register(Speerpunt)
class SpeerpuntAdmin(PublishableAdmin):
    list_display = ["name", "number", "sensitive", "state", "checked_on"]


@admin.register(Indicator)
class IndicatorAdmin(FixedKeyMixin, PublishableAdmin):
    key_fields = ["code"]
    list_display = ["name", "code", "speerpunt", "kind", "state"]
    list_filter = ["speerpunt", "kind"]
    list_select_related = ["speerpunt"]
    search_fields = ["name", "code"]
    prepopulated_fields = {"slug": ["name"]}


@admin.register(Dimension)
class DimensionAdmin(FixedKeyMixin, ModelAdmin):
    key_fields = ["slug", "name"]
    list_display = ["name", "note"]
    inlines = [CategoryInline]


@admin.register(Source)
class SourceAdmin(FixedKeyMixin, ModelAdmin):
    key_fields = ["title"]
    list_display = ["title", "publisher", "origin", "period"]
    search_fields = ["title", "publisher", "origin"]


@admin.register(Release)
class ReleaseAdmin(ReadOnlyMixin, ModelAdmin):
    """Figures come in through a file and go out through the gate: here they can be looked at, not changed."""

    list_display = ["source", "version", "known_on", "published_at"]
    list_select_related = ["source"]
    search_fields = ["source__title"]


@admin.register(Period)
class PeriodAdmin(ReadOnlyMixin, ModelAdmin):
    list_display = ["code", "kind", "start", "end"]
    list_filter = ["kind"]
