"""A file that is handed in, and what a button asks that takes figures back."""

from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile

from monitor.figure_files.rows import LARGEST_FILE
from monitor.models import Import
from stroomop.lib import clock
from stroomop.lib.admin import CompleteForm
from stroomop.lib.admin.widgets import FileWidget


class ImportForm(CompleteForm):
    file = forms.FileField(
        label="Bestand",
        widget=FileWidget,
        help_text="CSV of XLSX met de kolommen van het portaal, of een tabel van CBS StatLine. Hoogstens 50 MB.",
    )

    class Meta:
        model = Import
        fields = ["file", "read_on", "creates_missing"]
        labels = {"creates_missing": "Maak aan wat het portaal niet kent (als concept)"}

    def clean_file(self) -> UploadedFile:
        file: UploadedFile = self.cleaned_data["file"]
        if file.size is None or file.size > LARGEST_FILE:
            raise forms.ValidationError("Het bestand is groter dan 50 MB. Splits het in kleinere bestanden.")
        return file

    def clean_read_on(self) -> Any:
        if (day := self.cleaned_data["read_on"]) > clock.today():
            raise forms.ValidationError("Deze dag moet nog komen.")
        return day


class TakeBackForm(forms.Form):
    reason = forms.CharField(
        label="Waarom neem je dit terug?",
        max_length=200,
        widget=forms.TextInput({"class": "vTextField"}),
        help_text="Dit staat bij de correcties op de site.",
        error_messages={"required": "Zeg waarom je dit terugneemt."},
    )
    keeps_secret = forms.BooleanField(
        label="De getallen waren te gevoelig: herhaal ze niet bij de correcties", required=False
    )
