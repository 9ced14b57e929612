"""Where old addresses lead."""

from django.contrib import admin
from django.forms import ModelForm
from django.http import HttpRequest

from projects.forms.redirects import RedirectForm
from projects.models import Redirect
from stroomop.lib.admin import ModelAdmin


@admin.register(Redirect)
class RedirectAdmin(ModelAdmin):
    form = RedirectForm
    list_display = ["path", "target"]
    help_texts = {
        "path": "Van deze site, of van een site die er niet meer is. Je mag het hele webadres plakken: "
        "alleen wat achter de naam van de site staat telt.",
        "target": "Een openbare pagina van deze site, zoals /projecten/.",
    }
    search_fields = ["path", "target"]

    def save_model(self, request: HttpRequest, obj: Redirect, form: ModelForm, change: bool) -> None:
        super().save_model(request, obj, form, change)
        # What led to the old address leads to the new one at once.
        Redirect.objects.remember(obj.path, obj.target)
