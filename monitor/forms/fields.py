from decimal import Decimal
from typing import Any

from django import forms

from monitor.figure_files.numbers import DUTCH, read_number, style_of


class NumberField(forms.CharField):
    """A number as a Dutch or an English spreadsheet writes it, kept as it was written."""

    def __init__(self, **kwargs: Any) -> None:
        widget = forms.TextInput({"inputmode": "decimal"})
        super().__init__(**{"max_length": 60, "widget": widget, **kwargs})

    def clean(self, value: Any) -> Decimal | None:
        if not (text := super().clean(value)):
            return None
        try:
            return read_number(text, style_of([text], DUTCH))
        except ValueError as error:
            raise forms.ValidationError(f"'{text}' {error}") from None

    def prepare_value(self, value: Any) -> Any:
        """With a comma: a Dutch reader takes 1.234 for a thousand more."""
        return f"{value:f}".replace(".", ",") if isinstance(value, Decimal) else value

    def has_changed(self, initial: Any, data: Any) -> bool:
        return super().has_changed(self.prepare_value(initial), data)
