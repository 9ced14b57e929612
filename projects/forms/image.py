"""An image and what is said instead of it."""

import re
from typing import Any

from django import forms

from stroomop.lib.admin import CompleteForm, FileWidget
from stroomop.lib.pictures import CONTENT_TYPES

FILE_NAME = re.compile(r"\.(?:jpe?g|png|webp|avif|gif|heic|svg)$", re.IGNORECASE)
NOTHING_SAID = "Schrijf wat er te zien is, of kies 'decoratief'."
BOTH_SAID = "Je schreef een tekst, en koos ook 'decoratief'. Haal een van de twee weg."
ONLY_A_NAME = "Dit is de naam van een bestand. Schrijf in een zin wat er te zien is."


class PictureInput(FileWidget):
    """Shows the picture instead of the name of its file."""

    template_name = "admin/widgets/picture.html"

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        # An iPhone then makes a jpg of its own kind of photo.
        super().__init__({"accept": ",".join(sorted(set(CONTENT_TYPES.values()))), **(attrs or {})})


class ImageForm(CompleteForm):
    class Meta:
        widgets = {"alt_text": forms.Textarea({"rows": 3, "class": "vLargeTextField"})}

    def clean(self) -> None:
        """Says at the field what the constraint can only say about the whole."""
        super().clean()
        text, is_decorative = self.cleaned_data.get("alt_text"), self.cleaned_data.get("decorative")
        if not text and not is_decorative:
            self.add_error("alt_text", NOTHING_SAID)
        elif text and is_decorative:
            self.add_error("alt_text", BOTH_SAID)
        elif text and FILE_NAME.search(text):
            self.add_error("alt_text", ONLY_A_NAME)
