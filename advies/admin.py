from django.contrib import admin
from django.forms import ModelForm
from django.http import HttpRequest

from advies.models import Advies, Bearing, Check, News, NewsSource, RelatedProject, Report, ReportSource, Responsibility
from stroomop.lib.admin import ModelAdmin, PublishableAdmin, TabularInline


class ReportSourceInline(TabularInline):
    model = ReportSource


class ResponsibilityInline(TabularInline):
    model = Responsibility
    autocomplete_fields = ["organisation"]


class RelatedProjectInline(TabularInline):
    model = RelatedProject
    autocomplete_fields = ["project"]


class BearingInline(TabularInline):
    model = Bearing


class NewsSourceInline(TabularInline):
    model = NewsSource


@admin.register(Report)
class ReportAdmin(PublishableAdmin):
    list_display = ["title", "period", "state", "checked_on"]
    inlines = [ReportSourceInline]


@admin.register(Advies)
class AdviesAdmin(PublishableAdmin):
    list_display = ["number", "short_name", "state", "checked_on"]
    list_display_links = ["number", "short_name"]
    search_fields = ["short_name", "quotation"]
    inlines = [ResponsibilityInline, RelatedProjectInline]


@admin.register(News)
class NewsAdmin(PublishableAdmin):
    list_display = ["title", "kind", "period", "state"]
    list_filter = ["kind", "adviezen"]
    search_fields = ["title", "text"]
    prepopulated_fields = {"slug": ["title"]}
    inlines = [BearingInline, NewsSourceInline]


@admin.register(Check)
class CheckAdmin(ModelAdmin):
    list_display = ["advies", "checked_on", "checked_by"]
    list_filter = ["advies"]
    list_select_related = ["advies", "checked_by"]
    exclude = ["checked_by"]

    def save_model(self, request: HttpRequest, obj: Check, form: ModelForm, change: bool) -> None:
        if not change:
            obj.checked_by_id = request.user.pk
        super().save_model(request, obj, form, change)
