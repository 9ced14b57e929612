from django.contrib import admin

from projects.models import (
    FormerName,
    Hoofddoel,
    Image,
    Organisation,
    Participation,
    Project,
    ProjectSource,
    Randvoorwaarde,
    Redirect,
    Result,
    Veranderopgave,
)
from stroomop.lib.admin import ModelAdmin, PublishableAdmin, TabularInline


class FormerNameInline(TabularInline):
    model = FormerName


class ResultInline(TabularInline):
    model = Result


class ParticipationInline(TabularInline):
    model = Participation
    autocomplete_fields = ["organisation"]


class ProjectSourceInline(TabularInline):
    model = ProjectSource


@admin.register(Project)
class ProjectAdmin(PublishableAdmin):
    list_display = ["name", "phase", "state", "checked_on"]
    list_filter = ["phase", "veranderopgaven", "randvoorwaarden"]
    search_fields = ["name", "former_names__name", "summary"]
    prepopulated_fields = {"slug": ["name"]}
    inlines = [FormerNameInline, ResultInline, ParticipationInline, ProjectSourceInline]


@admin.register(Veranderopgave)
class VeranderopgaveAdmin(PublishableAdmin):
    list_display = ["__str__", "kind", "number", "state", "checked_on"]
    list_filter = ["kind"]
    search_fields = ["name"]


@admin.register(Hoofddoel, Randvoorwaarde)
class PlanPartAdmin(PublishableAdmin):
    list_display = ["name", "number", "state", "checked_on"]
    search_fields = ["name"]


@admin.register(Organisation)
class OrganisationAdmin(PublishableAdmin):
    list_display = ["name", "short_name", "kind", "parent", "state"]
    list_filter = ["kind"]
    list_select_related = ["parent"]
    search_fields = ["name", "short_name"]
    prepopulated_fields = {"slug": ["name"]}


@admin.register(Image)
class ImageAdmin(ModelAdmin):
    list_display = ["__str__", "decorative", "width", "height"]
    search_fields = ["alt_text"]


@admin.register(Redirect)
class RedirectAdmin(ModelAdmin):
    list_display = ["path", "target"]
    search_fields = ["path", "target"]
