"""Pieces of the admin that every app uses: native date fields, labels in tables, when somebody changed what."""

from .base import FixedKeyMixin, ModelAdmin, ReadOnlyMixin, SuperuserMixin, TabularInline
from .publishing import FieldGroup, PublishableAdmin, StatusFilter
from .widgets import WIDGETS

__all__ = [
    "WIDGETS",
    "FieldGroup",
    "FixedKeyMixin",
    "ModelAdmin",
    "PublishableAdmin",
    "ReadOnlyMixin",
    "StatusFilter",
    "SuperuserMixin",
    "TabularInline",
]
