"""Fields of the forms of the back-office, with the looks that the admin gives its own."""

from typing import Any

from django import forms

from projects.models import Dated
from stroomop.lib.admin import DateInput, SeveralField
from stroomop.lib.dates import last_day

# A day is what most dates are: who says nothing means that.
PRECISIONS = [("", "op de dag"), *Dated.Precision.choices[1:]]


class AdviezenField(SeveralField):
    widget = forms.CheckboxSelectMultiple

    def label_from_instance(self, obj: Any) -> str:
        return f"{obj.number}. {obj.short_name}"


class CorrectedField(forms.ModelChoiceField):
    def label_from_instance(self, obj: Any) -> str:
        return f"{obj.title} ({obj.period})"


def words(label: str, length: int, **kwargs: Any) -> forms.CharField:
    return forms.CharField(label=label, max_length=length, widget=forms.TextInput({"class": "vTextField"}), **kwargs)


def day(label: str, **kwargs: Any) -> forms.DateField:
    return forms.DateField(label=label, required=False, widget=DateInput(), **kwargs)


def as_precise_as() -> forms.ChoiceField:
    return forms.ChoiceField(label="Zo precies als", choices=PRECISIONS, required=False)


class ImpreciseMixin:
    """For a form with dates that may be imprecise."""

    def complete(self: Any, data: dict[str, Any], first: str, last: str, precise: str) -> None:
        """One day, month, season or year is told by its first day alone."""
        start, end = data.get(first), data.get(last)
        if start or end:
            data[precise] = data.get(precise) or Dated.Precision.DAY
        if start and not end:
            data[last] = last_day(start, data[precise])
        if data.get(precise) and not (start or end) and first not in self.errors:
            self.add_error(first, "Vul hier de eerste dag in, of kies 'op de dag' als je niets weet.")
