"""The one form of the portal, which asks a little more or less by its reason."""

import re
import unicodedata
from collections.abc import Mapping

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Div, Layout, Submit
from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import MaxLengthValidator
from django.utils.functional import cached_property

from projects.models.shared import WebAddressField
from stroomop.lib.distress import sounds_like_distress
from stroomop.lib.text import writable

from .reasons import AGREED, ASKING, Reason

# Not seen, and able to hide or turn around what is. The joiner in an emoji is none of them.
INVISIBLE = re.compile(
    "[\x7f-\x9f\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\U000e0000-\U000e007f]"
)
LIKE_A_LINK = re.compile(r"[:/@\\]|\bwww\b|\w\w\.\w\w")
TOO_LONG = "Je bericht is te lang: %(show_value)d tekens. Maak het korter, tot hoogstens %(limit_value)d tekens."


def readable(typed: Mapping[str, str]) -> dict[str, str]:
    """What was typed as people see it, so that nothing else is checked, shown or kept."""
    return {name: INVISIBLE.sub("", writable(text.replace("\r\n", "\n"))) for name, text in typed.items()}


class SourceField(forms.URLField):
    default_validators = WebAddressField.default_validators


class MessageForm(forms.Form):
    naam = forms.CharField(
        label="Je naam",
        validators=[MaxLengthValidator(80, "Je naam is te lang. Schrijf hoogstens 80 tekens.")],
        error_messages={"required": "Vul je naam in."},
    )
    email = forms.EmailField(
        label="Je e-mailadres",
        max_length=254,
        help_text="Komt nooit op de site. Je krijgt van ons één keer bericht over wat we ermee deden.",
        error_messages={
            "required": "Vul je e-mailadres in. Dan kunnen we je laten weten wat ermee gebeurt.",
            "invalid": "Dit is geen e-mailadres. Schrijf het zoals naam@voorbeeld.nl.",
            "max_length": "Dit e-mailadres is te lang. Kijk het nog eens na.",
        },
    )
    bron = SourceField(
        label="Link naar een bron",
        max_length=500,
        required=False,
        assume_scheme="https",
        help_text="Een pagina waar staat hoe het wel zit.",
        error_messages={
            "invalid": "Dit is geen link. Kopieer het hele adres, dat begint met https://.",
            "max_length": "Deze link is te lang. Hij mag hoogstens 500 tekens hebben.",
        },
    )
    # Without an attribute for the browser, which would cut off what is pasted without a word.
    bericht = forms.CharField(
        widget=forms.Textarea(attrs={"rows": 8}),
        validators=[MaxLengthValidator(5_000, TOO_LONG)],
        error_messages={"required": "Schrijf hier je bericht."},
    )
    akkoord = forms.BooleanField(
        label=AGREED,
        error_messages={"required": "Zet een vinkje. Zonder je toestemming mogen we je bericht niet bewaren."},
    )
    # For machines, which fill in whatever there is; its name is none that a browser fills in by itself.
    onderwerp = forms.CharField(label="Laat dit veld leeg", required=False)
    # When this form was opened, signed (guards.py).
    formulier = forms.CharField(widget=forms.HiddenInput, required=False)

    def __init__(self, data: dict[str, str] | None = None, *, reason: str, opened: str = "") -> None:
        super().__init__(data, initial={"formulier": opened})
        self.reason = Reason(reason)
        self.asking = ASKING[self.reason]
        if self.reason != Reason.CORRECTION:
            del self.fields["bron"]
        for name in ("naam", "email"):
            self.fields[name].required = name in self.asking.must
        self.fields["bericht"].label = self.asking.label
        self.fields["akkoord"].help_text = self.asking.consent
        self.fields["naam"].widget.attrs = {"autocomplete": "name"}
        self.fields["email"].widget.attrs = {"autocomplete": "email"}
        self.fields["onderwerp"].widget.attrs = {"autocomplete": "off", "tabindex": "-1"}
        if self.reason == Reason.REACTION:
            self.fields["naam"].help_text = "Komt bij je reactie te staan. Je voornaam of een andere naam is genoeg."

    @property
    def helper(self) -> FormHelper:
        helper = FormHelper()
        # Readers get no cookie to check a token against; guards.py tells what is checked in its place.
        helper.disable_csrf = True
        trap = Div("onderwerp", css_class="visually-hidden", aria_hidden="true")
        shown = [name for name in self.fields if name not in ("onderwerp", "formulier")]
        helper.layout = Layout(*shown, trap, "formulier")
        helper.add_input(Submit("verstuur", "Verstuur"))
        return helper

    def clean_naam(self) -> str:
        name = " ".join(self.cleaned_data["naam"].split())
        # Also in letters that look like the ordinary ones.
        if LIKE_A_LINK.search(unicodedata.normalize("NFKC", name)):
            raise ValidationError("Schrijf hier alleen je naam, zonder link. Zet na een punt een spatie.")
        return name

    @property
    def is_trapped(self) -> bool:
        return bool(self.data.get("onderwerp"))

    @cached_property
    def is_urgent(self) -> bool:
        """Of what was typed, whether it is right or not: help does not wait for a form."""
        return sounds_like_distress(f"{self.data.get('naam', '')} {self.data.get('bericht', '')}")
