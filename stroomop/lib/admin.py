"""Pieces of the admin that every app uses: native date fields, labels in tables, when somebody changed what."""

from typing import Any

from django import forms
from django.contrib import admin
from django.contrib.admin.utils import flatten
from django.contrib.admin.widgets import AdminFileWidget
from django.db import models
from django.forms import BaseInlineFormSet
from django.http import HttpRequest

from stroomop.lib import clock


class DateInput(forms.DateInput):
    """The browser's own date field: Dutch, usable by keyboard, without a script."""

    input_type = "date"

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__(attrs, format="%Y-%m-%d")


class DateTimeInput(forms.DateTimeInput):
    input_type = "datetime-local"

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__(attrs, format="%Y-%m-%dT%H:%M")


class MomentField(forms.DateTimeField):
    """One field for a moment, where the admin would draw two with a script."""

    widget = DateTimeInput


class FileWidget(AdminFileWidget):
    # A fieldset without a label is how Django draws it, and no screen reader can name it.
    use_fieldset = False


WIDGETS: dict[type[models.Field], dict[str, Any]] = {
    models.DateTimeField: {"form_class": MomentField, "widget": DateTimeInput},
    models.DateField: {"widget": DateInput},
    models.ImageField: {"widget": FileWidget},
    # Two lists to move choices between, which Django offers, need a mouse and a script.
    models.ManyToManyField: {"widget": forms.CheckboxSelectMultiple},
}

LAST_FIELDS = {
    "Periode": ["date_from", "date_to", "precision", "period_note"],
    "Publiceren": ["slug", "published_at", "archived_at", "checked_on"],
}


class ModelAdmin(admin.ModelAdmin):
    """The base of every model's admin."""

    formfield_overrides = WIDGETS
    list_per_page = 50
    save_on_top = False


class PublishableAdmin(ModelAdmin):
    """For what the public may see: its state in words, and the moment of the last change by an editor."""

    def get_fieldsets(self, request: HttpRequest, obj: Any = None) -> Any:
        """What it says comes first; when it was, and when and where it is public, come last."""
        names = flatten(self.get_fields(request, obj))
        later = {heading: [name for name in group if name in names] for heading, group in LAST_FIELDS.items()}
        first = [name for name in names if not any(name in group for group in later.values())]
        return [(None, {"fields": first}), *((heading, {"fields": group}) for heading, group in later.items() if group)]

    @admin.display(description="status")
    def state(self, obj: Any) -> str:
        return obj.status

    def save_model(self, request: HttpRequest, obj: Any, form: forms.ModelForm, change: bool) -> None:
        if change and form.changed_data and obj.has_been_public:
            obj.changed_at = clock.now()
        super().save_model(request, obj, form, change)


class LabelledFormSet(BaseInlineFormSet):
    """A table of inputs has headings that a screen reader does not tie to the inputs: each gets a name of its own."""

    def add_fields(self, form: Any, index: int | None) -> None:
        super().add_fields(form, index)
        row = "nieuw" if index is None else str(index + 1)
        for field in form.fields.values():
            if not field.widget.is_hidden:
                field.widget.attrs.setdefault("aria-label", f"{field.label} ({row})")


class TabularInline(admin.TabularInline):
    formfield_overrides = WIDGETS
    formset = LabelledFormSet
    extra = 0
