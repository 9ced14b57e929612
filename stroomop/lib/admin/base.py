from typing import Any

from django.apps import apps
from django.contrib import admin
from django.contrib.admin.options import BaseModelAdmin
from django.contrib.admin.widgets import RelatedFieldWidgetWrapper
from django.forms import ModelForm
from django.http import HttpRequest
from django.utils.text import capfirst

from .history import HistoryMixin
from .widgets import WIDGETS, CompleteForm, LabelledFormSet, LookUpMixin

# Of fields that many models have in common.
COMMON_HELP = {
    "precision": "Noemt de bron geen dag? Kies dan de maand, het seizoen of het jaar.",
    "themes": "Waar dit echt over gaat, liefst een of twee. Daarmee vindt een lezer het terug.",
    "source_title": "De titel van de pagina of het stuk waar het staat, precies zoals hij daar staat.",
    "source_url": "Het adres van die pagina zelf, niet van de startpagina van de site.",
}


class ModelAdmin(HistoryMixin, LookUpMixin, admin.ModelAdmin):
    """The base of every model's admin."""

    form = CompleteForm
    formfield_overrides = WIDGETS
    list_per_page = 50
    save_on_top = False
    # What staff must know to fill in a field, where the model itself does not say it.
    help_texts: dict[str, str] = {}

    class Media:
        js = ["js/admin-autocomplete.js"]

    def get_form(self, request: HttpRequest, obj: Any = None, change: bool = False, **kwargs: Any) -> type[ModelForm]:
        return super().get_form(request, obj, change=change, **{"help_texts": COMMON_HELP | self.help_texts, **kwargs})

    def get_deleted_objects(
        self, objs: Any, request: HttpRequest
    ) -> tuple[list[Any], dict[str, int], set[str], list[str]]:
        """Without the rows that only tie one item to another: Django has no Dutch name for those."""
        tree, counts, lacking, protected = super().get_deleted_objects(objs, request)
        ties = [model._meta for model in apps.get_models(include_auto_created=True) if model._meta.auto_created]
        tree = prune(tree, tuple(f"{capfirst(tie.verbose_name)}: " for tie in ties))
        for tie in ties:
            counts.pop(str(tie.verbose_name_plural), None)
        return tree, counts, lacking, protected


def prune(tree: list[Any], starts: tuple[str, ...]) -> list[Any]:
    """A nested list without the lines that start so, and without the branches that this leaves empty."""
    kept = [prune(part, starts) if isinstance(part, list) else part for part in tree]
    return [part for part in kept if part and not str(part).startswith(starts)]


class ReadOnlyMixin:
    """To be looked at: what stands here is made elsewhere."""

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False


class ChoiceMixin(BaseModelAdmin):
    """What is referred to is chosen from a plain list, without buttons beside it to make or change what is in it."""

    def formfield_for_dbfield(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        if field is not None and isinstance(field.widget, RelatedFieldWidgetWrapper):
            field.widget = field.widget.widget
        return field


class FixedKeyMixin:
    """Files know these by a key: it is chosen once."""

    key_fields: list[str] = []

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> list[str]:
        return self.key_fields if obj else []


class TabularInline(LookUpMixin, admin.TabularInline):
    template = "admin/rows.html"
    formfield_overrides = WIDGETS
    formset = LabelledFormSet
    extra = 0
