"""The report and what it advises, to whom."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest

from advies.models import Advies, RelatedProject, RelatedPublication, Report, ReportSource, Responsibility
from stroomop.lib.admin import (
    KeptMixin,
    LedgerInline,
    NewRowInline,
    PublishableAdmin,
    RowsMixin,
    TabularInline,
    TieInline,
)
from stroomop.lib.dates import describe_period


class ReportSourceInline(RowsMixin, TabularInline):
    model = ReportSource


class ResponsibilityInline(LedgerInline):
    model = Responsibility
    exclude = ["known_on", "supersedes"]
    columns = ["organisation", "role", "basis", "period", "note", "supersedes", "known_on"]

    @admin.display(description="periode")
    def period(self, obj: Responsibility) -> str:
        return describe_period(obj.date_from, obj.date_to, "dag") if obj.date_from or obj.date_to else ""


class NewResponsibilityInline(NewRowInline):
    model = Responsibility
    verbose_name = "nieuwe geadresseerde, of een correctie"
    fields = ["organisation", "role", "basis", ("date_from", "date_to"), "note", "supersedes"]

    def get_formset(self, request: HttpRequest, obj: Advies | None = None, **kwargs: Any) -> Any:
        """A correction takes the place of another row of the same advies."""
        formset = super().get_formset(request, obj, **kwargs)
        fields: dict[str, Any] = formset.form.base_fields
        fields["supersedes"].queryset = Responsibility.objects.filter(advies=obj, successor=None)
        return formset


class RelatedProjectInline(TieInline):
    model = RelatedProject


class RelatedPublicationInline(TieInline):
    model = RelatedPublication


@admin.register(Report)
class ReportAdmin(KeptMixin, PublishableAdmin):
    list_display = ["title", "period", "state", "checked_on"]
    exclude = ["known_on"]
    inlines = [ReportSourceInline]
    help_texts = {
        "title": "Precies zoals die op het rapport staat.",
        "text": "Wie vroeg erom, wie schreef het en waarop is het gebaseerd?",
        "editor_note": "Wat een lezer van ons moet weten. Wij zetten erbij dat dit van de redactie is.",
        "slug": "Alleen kleine letters, cijfers en streepjes.",
    }


@admin.register(Advies)
class AdviesAdmin(KeptMixin, PublishableAdmin):
    list_display = ["number", "short_name", "state", "checked_on"]
    list_display_links = ["number", "short_name"]
    search_fields = ["short_name", "quotation"]
    inlines = [ResponsibilityInline, NewResponsibilityInline, RelatedProjectInline, RelatedPublicationInline]
    help_texts = {
        "asked_now": "Wat moet er nu gebeuren, en door wie? In gewone woorden.",
        "explanation": "Wat bedoelt het advies? Alleen wat de bron zegt.",
    }
