"""Pieces of the admin that every app uses: native date fields, labels in tables, when somebody changed what."""

from .base import ChoiceMixin, FixedKeyMixin, ModelAdmin, ReadOnlyMixin, SuperuserMixin, TabularInline
from .exchange import ExchangeMixin
from .history import HistoryMixin
from .kept import AddOnlyMixin, KeptMixin, KnownTodayFormSet, LedgerInline, NewRowInline, RowsMixin, TieInline
from .publishing import FieldGroup, PublishableAdmin, StatusFilter
from .widgets import WIDGETS, CompleteForm, DateInput, FileWidget

__all__ = [
    "WIDGETS",
    "AddOnlyMixin",
    "ChoiceMixin",
    "CompleteForm",
    "DateInput",
    "ExchangeMixin",
    "FieldGroup",
    "FileWidget",
    "FixedKeyMixin",
    "HistoryMixin",
    "KeptMixin",
    "KnownTodayFormSet",
    "LedgerInline",
    "ModelAdmin",
    "NewRowInline",
    "PublishableAdmin",
    "ReadOnlyMixin",
    "RowsMixin",
    "StatusFilter",
    "SuperuserMixin",
    "TabularInline",
    "TieInline",
]
