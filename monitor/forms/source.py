"""Whose figures these are, where staff type them in."""

from typing import Any

from django import forms

from monitor.models import Source
from projects.models.shared import WebAddressField
from stroomop.lib import clock
from stroomop.lib.admin import DateInput


def words(label: str, length: int, **kwargs: Any) -> forms.CharField:
    widget = forms.TextInput({"class": "vTextField"})
    return forms.CharField(**{"label": label, "max_length": length, "widget": widget, "required": False, **kwargs})


class SourceForm(forms.Form):
    source = forms.ModelChoiceField(Source.objects.all(), label="Bron", required=False, empty_label="een nieuwe bron")
    source_title = words("Titel van de nieuwe bron", 250)
    # No URLField: that would make a link of a word that is none.
    source_url = forms.CharField(
        label="Webadres van de nieuwe bron",
        max_length=500,
        required=False,
        validators=WebAddressField.default_validators,
        widget=forms.URLInput({"class": "vURLField"}),
    )
    known_on = forms.DateField(
        label="Bekend op", required=False, widget=DateInput, help_text="De dag van de bron. Leeg: vandaag."
    )

    def clean_known_on(self) -> Any:
        day = self.cleaned_data["known_on"] or clock.today()
        if day > clock.today():
            raise forms.ValidationError("Deze dag moet nog komen.")
        return day

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        source, title, url = data.get("source"), data.get("source_title"), data.get("source_url")
        if source and (title or url):
            self.add_error("source", "Kies een bron, of vul een nieuwe in: niet allebei.")
        if not source and not title and "source_title" not in self.errors:
            self.add_error("source", "Kies een bron, of vul de titel van een nieuwe in.")
        return data
