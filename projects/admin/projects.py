"""What was done, what came out of it and what happened since."""

from typing import Any

from django.contrib import admin
from django.contrib.admin import RelatedOnlyFieldListFilter

from projects.models import Condition, FormerName, Lesson, Participation, Project, ProjectSource, Result, Update
from stroomop.lib.admin import PublishableAdmin, TabularInline


class FormerNameInline(TabularInline):
    model = FormerName


class ConditionInline(TabularInline):
    model = Condition


class ResultInline(TabularInline):
    model = Result


class ParticipationInline(TabularInline):
    model = Participation
    autocomplete_fields = ["organisation"]


class ProjectSourceInline(TabularInline):
    model = ProjectSource


@admin.register(Project)
class ProjectAdmin(PublishableAdmin):
    list_display = ["name", "phase", "period", "state", "checked_on"]
    list_filter = ["phase", "themes", "veranderopgaven", "randvoorwaarden"]
    search_fields = ["name", "former_names__name", "summary"]
    prepopulated_fields = {"slug": ["name"]}
    autocomplete_fields = ["image", "successor"]
    inlines = [ResultInline, ParticipationInline, ConditionInline, FormerNameInline, ProjectSourceInline]
    help_texts = {
        "name": "De naam van nu. Een oude naam zet je onderaan: het oude adres leidt dan naar deze pagina.",
        "period_note": "Alleen als de data hierboven niet genoeg zeggen. In gewone woorden.",
        "question": "De vraag waar het project een antwoord op zoekt. Eén zin, met een vraagteken.",
        "what": "Wat doet het project? Een lezer die er niets van weet, moet het kunnen volgen.",
        "how": "Hoe pakken ze het aan? Weet je het niet zeker? Laat het leeg: dan staat er 'onbekend'.",
        "why": "Waarom is het begonnen?",
        "phase": "Wat de bron zegt. Zegt geen bron het, kies dan 'onbekend'.",
        "image": "Nieuw plaatje? Klik op het plusje. Zonder plaatje mag ook.",
        "veranderopgaven": "Alleen als een bron dit verband legt.",
        "successor": "Het project dat hierop volgde. De twee pagina's wijzen dan naar elkaar.",
    }


@admin.register(Lesson)
class LessonAdmin(PublishableAdmin):
    list_display = ["title", "project", "outcome", "state", "checked_on"]
    list_filter = ["outcome", "themes", ("project", RelatedOnlyFieldListFilter)]
    list_select_related = ["project"]
    search_fields = ["title", "project__name", "tried", "text"]
    prepopulated_fields = {"slug": ["title"]}
    autocomplete_fields = ["project", "organisation"]
    help_texts = {
        "tried": "Beschrijf het zo, dat een ander het ook kan proberen.",
        "place": "De plaats of de regio, als een bron die noemt.",
        "for_whom": "Bijvoorbeeld: jongeren die gesloten zitten, of hun ouders.",
        "outcome": "Wat de bron zegt. Ook van wat niet werkte, leert een ander.",
        "text": "Wat doe je de volgende keer weer zo, en wat niet?",
        "evidence": "Bijvoorbeeld een onderzoek of een evaluatie. Niets bekend? Laat leeg.",
        "organisation": "Bij wie een lezer verder kan vragen.",
    }


@admin.register(Update)
class UpdateAdmin(PublishableAdmin):
    list_display = ["title", "project", "period", "state"]
    list_filter = [("project", RelatedOnlyFieldListFilter)]
    list_select_related = ["project"]
    search_fields = ["title", "project__name", "text"]
    prepopulated_fields = {"slug": ["title"]}
    autocomplete_fields = ["project"]
    help_texts = {
        "title": "Wat is er nieuw? Eén zin die een lezer zonder uitleg begrijpt.",
        "text": "Een paar zinnen: wat gebeurde er, en wat verandert er daardoor?",
    }

    def view_on_site(self, obj: Any) -> str | None:
        """It stands on the page of its project, so that has to be there."""
        return super().view_on_site(obj) if obj.project.is_public else None
