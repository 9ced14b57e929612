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


class ReadOnlyMixin:
    """To be looked at: what stands here is made elsewhere."""

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False


class SuperuserMixin:
    """Who may hand out rights can take all rights: so that is for superusers, whatever a group says."""

    def has_module_permission(self, request: HttpRequest) -> bool:
        return request.user.is_active and request.user.is_superuser

    def has_view_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return self.has_module_permission(request)

    has_change_permission = has_delete_permission = has_view_permission

    def has_add_permission(self, request: HttpRequest) -> bool:
        return self.has_module_permission(request)


class FixedKeyMixin:
    """Files know these by a key: it is chosen once."""

    key_fields: list[str] = []

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> list[str]:
        return self.key_fields if obj else []


class PublishableAdmin(ModelAdmin):
    """For what the public may see: its state in words, and the moment of the last change by an editor."""

    def get_fieldsets(self, request: HttpRequest, obj: Any = None) -> Any:
        """What it says comes first; when it was, and when and where it is public, come last."""
        names = flatten(self.get_fields(request, obj))
        later = {heading: [name for name in group if name in names] for heading, group in LAST_FIELDS.items()}
        first = [name for name in names if not any(name in group for group in later.values())]
        return [(None, {"fields": first}), *((heading, {"fields": group}) for heading, group in later.items() if group)]

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """What was public once is archived, so that its address can explain itself."""
        return super().has_delete_permission(request, obj) and (obj is None or not obj.has_been_public)

    @admin.display(description="status")
    def state(self, obj: Any) -> str:
        return obj.status

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:
        """After the rows below it too, because a change of those is a change of the page."""
        super().save_related(request, form, formsets, change)
        if change and form.instance.has_been_public and any(part.has_changed() for part in [form, *formsets]):
            form.instance.changed_at = clock.now()
            form.instance.save(update_fields=["changed_at"])


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
