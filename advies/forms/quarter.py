"""The Kwartaalronde: somebody looked for news of an advies, and found none."""

from typing import Any

from django import forms

from advies.models import Advies, Check
from stroomop.lib import clock


class NothingNewForm(forms.Form):
    """One row. Its fields have the number of the advies in their id, since the page has twelve of them."""

    advies: Any = forms.ModelChoiceField(queryset=None, widget=forms.HiddenInput)
    note = forms.CharField(
        label="toelichting",
        max_length=Check._meta.get_field("note").max_length,
        required=False,
        widget=forms.TextInput({"class": "vTextField"}),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        fields: dict[str, Any] = self.fields
        fields["advies"].queryset = Advies.objects.published()


def check_today(advies: Advies, user: Any, note: str = "") -> tuple[Check, bool]:
    """The check of today, and whether it is this one. Of two at once the second gets that of the first."""
    return Check.objects.select_related("checked_by").get_or_create(
        advies=advies, checked_on=clock.today(), defaults={"note": note, "checked_by": user}
    )
