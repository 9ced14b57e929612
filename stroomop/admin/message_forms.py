"""What staff fill in below a message of a reader."""

from django import forms

from stroomop.lib.text import writable

LONGEST = 3000
# They stay in the history, longer than the words of a reader may: so they are chosen, not written.
REASONS = {
    "gevraagd": "iemand vroeg erom",
    "herkenbaar": "er is iemand in te herkennen",
    "ongepast": "het past niet op de site",
    "onjuist": "het klopt niet",
    "vergissing": "het was een vergissing",
}


class AnswerForm(forms.Form):
    answer = forms.CharField(
        label="Wat wil je de afzender zeggen?",
        required=False,
        max_length=LONGEST,
        widget=forms.Textarea({"class": "vLargeTextField", "rows": 6, "aria-describedby": "id_answer_helptext"}),
        error_messages={"max_length": f"Er is niets gedaan: je antwoord is langer dan {LONGEST} tekens."},
    )

    def clean_answer(self) -> str:
        return writable(self.cleaned_data["answer"])


class TakeDownForm(forms.Form):
    reason = forms.ChoiceField(
        label="Waarom haal je dit weg?",
        choices=[("", "Kies een reden"), *REASONS.items()],
        error_messages={"required": "Kies waarom je dit weghaalt.", "invalid_choice": "Kies een reden uit de lijst."},
    )

    def clean_reason(self) -> str:
        """In words."""
        return REASONS[self.cleaned_data["reason"]]
