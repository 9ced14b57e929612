"""What is left of a person, as staff look for it: each place with its page in the back-office."""

from typing import Any

from django.apps import apps
from django.conf import settings
from django.db.models import CASCADE
from django.urls import NoReverseMatch, reverse

from .traces import Trace


def place(trace: Trace) -> str:
    model = {model._meta.db_table: model for model in apps.get_models()}.get(trace.table)
    if model is None:
        return f"{trace.table}.{trace.column}"
    field = next(field.verbose_name for field in model._meta.concrete_fields if field.column == trace.column)
    return f"{model._meta.verbose_name} {trace.key}, {field}: {address(model, trace.key)}"


def address(model: Any, key: Any) -> str:
    """Of the row itself, or of what it is a part of."""
    try:
        path = reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_change", args=[key])
    except NoReverseMatch:
        for field in model._meta.concrete_fields:
            if field.remote_field and field.remote_field.on_delete is CASCADE:
                parent = model._base_manager.values_list(field.attname, flat=True).get(pk=key)
                return address(field.related_model, parent)
        return "no page of its own"
    return f"{settings.SITE_URL}{path}"
