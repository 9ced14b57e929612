"""Pieces of the admin that every app uses: native date fields, labels in tables, when somebody changed what."""

from .base import ChoiceMixin, FixedKeyMixin, ModelAdmin, ReadOnlyMixin, TabularInline, prune
from .deeds import DONE, DeedError, DeedsMixin, answers
from .exchange import ExchangeMixin
from .history import HistoryMixin
from .kept import AddOnlyMixin, KeptMixin, KnownTodayFormSet, LedgerInline, NewRowInline, RowsMixin, TieInline
from .publishing import FieldGroup, PublishableAdmin, StatusFilter
from .session_over import NothingLostMixin
from .widgets import WIDGETS, CompleteForm, DateInput, FileWidget, LookUpMixin, SeveralField

__all__ = [
    "DONE",
    "WIDGETS",
    "AddOnlyMixin",
    "ChoiceMixin",
    "CompleteForm",
    "DateInput",
    "DeedError",
    "DeedsMixin",
    "ExchangeMixin",
    "FieldGroup",
    "FileWidget",
    "FixedKeyMixin",
    "HistoryMixin",
    "KeptMixin",
    "KnownTodayFormSet",
    "LedgerInline",
    "LookUpMixin",
    "ModelAdmin",
    "NewRowInline",
    "NothingLostMixin",
    "PublishableAdmin",
    "ReadOnlyMixin",
    "RowsMixin",
    "SeveralField",
    "StatusFilter",
    "TabularInline",
    "TieInline",
    "answers",
    "prune",
]
