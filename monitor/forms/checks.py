"""That somebody looked for a newer figure."""

from django import forms

from monitor.models import FigureCheck


class CheckForm(forms.Form):
    note = forms.CharField(
        label="Toelichting (mag leeg)",
        max_length=FigureCheck._meta.get_field("note").max_length,
        required=False,
        widget=forms.TextInput({"class": "vTextField"}),
        help_text="Voor collega's. Dit komt niet op de site.",
    )
