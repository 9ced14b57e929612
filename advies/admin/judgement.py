"""That somebody looked, what somebody thinks of it, and what the parties say themselves."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString

from advies.forms.judgement import AssessmentForm, CheckForm, ResponseForm, missing_for_signing
from advies.models import Assessment, AssessmentSource, Check, Response, Statement
from stroomop.lib.admin import (
    AddOnlyMixin,
    ChoiceMixin,
    KeptMixin,
    ModelAdmin,
    PublishableAdmin,
    RowsMixin,
    TabularInline,
)
from stroomop.lib.admin.widgets import LabelledFormSet

from .quarter import QuarterMixin


@admin.register(Check)
class CheckAdmin(QuarterMixin, KeptMixin, ChoiceMixin, ModelAdmin):
    form = CheckForm
    list_display = ["advies", "checked_on", "checked_by"]
    list_filter = ["advies"]
    list_select_related = ["advies", "checked_by"]
    help_texts = {"note": "Waar heb je gezocht? Mag leeg."}

    def get_fields(self, request: HttpRequest, obj: Check | None = None) -> Any:
        return ["advies", "checked_on", "note", "checked_by"] if obj else ["advies", "note"]

    def get_readonly_fields(self, request: HttpRequest, obj: Check | None = None) -> Any:
        return [*super().get_readonly_fields(request, obj), "checked_by"]

    def save_model(self, request: HttpRequest, obj: Check, form: Any, change: bool) -> None:
        if not change:
            obj.checked_by_id = request.user.pk
        super().save_model(request, obj, form, change)


STAYS = "Een oordeel blijft staan. Denk je er later anders over? Geef dan een nieuw oordeel: dat geldt vanaf die dag."


class SourcesFormSet(LabelledFormSet):
    default_error_messages = {**LabelledFormSet.default_error_messages, "too_few_forms": "Noem minstens één bron."}


class AssessmentSourceInline(RowsMixin, TabularInline):
    model = AssessmentSource
    formset = SourcesFormSet
    min_num = 1
    extra = 1

    def get_formset(self, request: HttpRequest, obj: Assessment | None = None, **kwargs: Any) -> Any:
        return super().get_formset(request, obj, validate_min=True, **kwargs)


@admin.register(Assessment)
class AssessmentAdmin(AddOnlyMixin, ChoiceMixin, ModelAdmin):
    form = AssessmentForm
    list_display = ["advies", "verdict", "signed_name", "organisation", "known_on"]
    list_filter = ["advies", "verdict"]
    list_select_related = ["advies", "organisation"]
    radio_fields = {"verdict": admin.VERTICAL}
    inlines = [AssessmentSourceInline]

    def get_form(self, request: HttpRequest, obj: Assessment | None = None, change: bool = False, **kwargs: Any) -> Any:
        form = super().get_form(request, obj, change=change, **kwargs)
        return type(form.__name__, (form,), {"user": request.user})

    def get_fieldsets(self, request: HttpRequest, obj: Assessment | None = None) -> Any:
        fields = ["advies", "verdict", "reason"]
        if obj:
            return [(None, {"fields": [*fields, "signed_name", "organisation", "known_on"]})]
        return [
            (None, {"fields": fields, "description": STAYS}),
            ("Ondertekening", {"fields": [], "description": signature(request.user)}),
        ]


def signature(user: Any) -> SafeString:
    """Who signs; or what to do first."""
    if lacking := missing_for_signing(user):
        return format_html("<strong>{}</strong>", lacking)
    return format_html("Beoordeeld door {}, die hoort bij {}.", user.get_full_name(), user.organisation)


@admin.register(Response)
class ResponseAdmin(AddOnlyMixin, ChoiceMixin, ModelAdmin):
    form = ResponseForm
    list_display = ["advies", "organisation", "answer", "asked_on", "known_on"]
    list_filter = ["advies", "answer"]
    list_select_related = ["advies", "organisation"]
    help_texts = {
        "organisation": "Een partij die bij het advies staat. Antwoordt die later anders? Voeg dan een nieuwe toe.",
        "asked_on": "Verplicht bij 'geen antwoord'. Heeft niemand het gevraagd? Voeg dan niets toe.",
        "text": "Letterlijk wat de partij zegt.",
    }

    def get_fields(self, request: HttpRequest, obj: Response | None = None) -> Any:
        fields = ["advies", "organisation", "answer", "asked_on", "text", "source_title", "source_url"]
        return [*fields, "known_on"] if obj else fields


@admin.register(Statement)
class StatementAdmin(KeptMixin, ChoiceMixin, PublishableAdmin):
    list_display = ["organisation", "advies", "state"]
    list_filter = ["organisation"]
    list_select_related = ["organisation", "advies"]
    search_fields = ["organisation__name", "text"]
    exclude = ["known_on"]
    help_texts = {"text": "Letterlijk wat de partij zelf zegt. Verander er niets aan."}

    def preview_path(self, item: Statement) -> str:
        if item.advies:
            return item.advies.get_absolute_url()
        return reverse("advies:party_detail", args=[item.organisation.slug])
