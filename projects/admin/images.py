"""Images: what they look like, what is said instead to who does not see them, and where they stand."""

from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.template.loader import render_to_string

from projects.forms import ImageForm, PictureInput
from projects.models import Image
from projects.models.image import PictureField
from projects.tasks import make_sizes_soon
from stroomop.lib.admin import WIDGETS, ModelAdmin

NOWHERE = "Nog nergens. Kies haar bij een project."


@admin.register(Image)
class ImageAdmin(ModelAdmin):
    form = ImageForm
    formfield_overrides = WIDGETS | {PictureField: {"widget": PictureInput}}
    list_display = ["small", "__str__", "decorative", "stands_on"]
    list_display_links = ["__str__"]
    list_filter = ["decorative"]
    search_fields = ["alt_text", "credit", "projects__name"]
    readonly_fields = ["stands_on"]
    help_texts = {
        "file": "Een jpg, png, webp of avif, hooguit 10 MB en minstens 320 beeldpunten breed; 1.920 breed is het "
        "mooist. Wij maken er kleinere van voor telefoons, en halen weg wat erin staat over plaats en toestel.",
        "alt_text": "Wat moet iemand weten die de afbeelding niet ziet? Een of twee zinnen: wat is er te zien, en "
        "waarom staat het hier? Zonder 'foto van'. Staat er tekst in de afbeelding? Schrijf die hier dan ook.",
        "decorative": "Kies dit als de afbeelding alleen voor de sier is. Wie haar niet ziet, mist dan niets.",
        "credit": "Staat onder de afbeelding. Vraag eerst of wij haar mogen gebruiken, ook aan wie erop staat.",
        "stands_on": "Zolang zij ergens staat, kun je haar niet verwijderen.",
    }

    def get_fields(self, request: HttpRequest, obj: Image | None = None) -> Any:
        fields = ["file", "alt_text", "decorative", "credit"]
        return [*fields, "stands_on"] if obj else fields

    def get_queryset(self, request: HttpRequest) -> QuerySet[Image]:
        return super().get_queryset(request).prefetch_related("projects")

    def save_model(self, request: HttpRequest, obj: Image, form: Any, change: bool) -> None:
        super().save_model(request, obj, form, change)
        if "file" in form.changed_data:
            make_sizes_soon(obj)

    def has_delete_permission(self, request: HttpRequest, obj: Image | None = None) -> bool:
        """What stands on a page stays."""
        return super().has_delete_permission(request, obj) and (obj is None or not obj.projects.exists())

    @admin.display(description="zo ziet zij eruit")
    def small(self, obj: Image) -> str:
        return render_to_string("admin/projects/image/_small.html", {"image": obj})

    @admin.display(description="staat op")
    def stands_on(self, obj: Image) -> str:
        """A link where a reader finds it; staff find a draft in its own list."""
        if not (projects := obj.projects.all()):
            return NOWHERE
        return render_to_string("admin/projects/image/_stands_on.html", {"projects": projects})
