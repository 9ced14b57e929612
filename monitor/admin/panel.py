"""What the panel is asked, and on what scale it answers."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest

from monitor.models import Answer, PanelRound, Scale, Stelling
from monitor.models.ledger import PanelResult
from stroomop.lib.admin import ModelAdmin, PublishableAdmin, RowsMixin, TabularInline

from .panel_results import ResultsMixin


class AskedInline(RowsMixin, TabularInline):
    """What somebody answered to stays as it was: other words would make it another answer."""

    extra = 3
    classes = ["tie"]
    # Leads from a result to the item that these rows stand below.
    way = ""

    def may_write(self, request: HttpRequest, obj: Any) -> bool:
        answered = obj is not None and PanelResult.objects.filter(**{self.way: obj}).exists()
        return super().may_write(request, obj) and not answered


class AnswerInline(AskedInline):
    model = Answer
    way = "answer__scale"
    fields = ["order", "text", "side"]


class StellingInline(AskedInline):
    model = Stelling
    way = "stelling__panel_round"
    fields = ["order", "text", "scale"]


@admin.register(Scale)
class ScaleAdmin(ModelAdmin):
    list_display = ["name"]
    search_fields = ["name"]
    inlines = [AnswerInline]
    help_texts = {
        "name": "Alleen voor jezelf, zoals “eens of oneens, vijf stappen”. "
        "De antwoorden staan vast zodra er uitkomsten zijn.",
    }


@admin.register(PanelRound)
class PanelRoundAdmin(ResultsMixin, PublishableAdmin):
    change_form_template = "admin/monitor/panelround/change_form.html"
    list_display = ["name", "period", "sensitive", "state", "checked_on"]
    search_fields = ["name"]
    prepopulated_fields = {"slug": ["name"]}
    inlines = [StellingInline]
    help_texts = {"name": "De stellingen staan vast zodra er uitkomsten zijn."}
