from datetime import datetime

from django import forms

from stroomop.lib import clock

from .widgets import MomentField


def moment_to_come(moment: datetime) -> None:
    if moment <= clock.now():
        raise forms.ValidationError("Kies een moment dat nog komt.")


class MomentForm(forms.Form):
    """When something is to happen by itself."""

    moment = MomentField(
        label="Publiceer op",
        validators=[moment_to_come],
        error_messages={"required": "Kies een dag en een tijd.", "invalid": "Kies een dag en een tijd."},
    )
