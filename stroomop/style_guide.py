"""What the page /stijl/ shows: made-up data that looks made up."""

from datetime import date
from decimal import Decimal
from types import SimpleNamespace as Sample
from typing import Any

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Submit
from django import forms
from django.core.paginator import Paginator
from django.http import QueryDict
from django.templatetags.static import static

from stroomop.lib.stand import Stand, read_stand
from stroomop.sample_charts import sample_charts, sample_spark


class SampleForm(forms.Form):
    naam = forms.CharField(label="Naam")
    email = forms.EmailField(label="E-mailadres", help_text="Alleen om je te antwoorden.", required=False)
    rol = forms.ChoiceField(
        label="Wie ben je?",
        choices=[("a", "Jongere"), ("b", "Ouder"), ("c", "Professional")],
        widget=forms.RadioSelect,
        help_text="Kies wat het beste past.",
    )
    themas = forms.MultipleChoiceField(
        label="Waar gaat het over?",
        choices=[("a", "Voorbeeldthema A"), ("b", "Voorbeeldthema B")],
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    regio = forms.ChoiceField(label="Regio", choices=[("", "Kies een regio"), ("a", "Voorbeeldregio A")])
    bericht = forms.CharField(label="Bericht", widget=forms.Textarea(attrs={"rows": 5}))
    akkoord = forms.BooleanField(label="Dit is een voorbeeld en wordt niet verstuurd")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = FormHelper()
        self.helper.disable_csrf = True
        self.helper.add_input(Submit("verstuur", "Verstuur"))


class SampleFilter(forms.Form):
    soort = forms.ChoiceField(label="Soort", choices=[("", "Alle"), ("a", "Voorbeeld A")], required=False)
    fase = forms.ChoiceField(label="Fase", choices=[("", "Alle"), ("a", "Voorbeeld A")], required=False)


def samples() -> dict[str, Any]:
    """The context of the page: something for every component."""
    indicator = Sample(name="Voorbeeldcijfer", get_absolute_url="#voorbeeld")
    figure = Sample(number=Decimal("1234.5"), unit="voorbeelden", when="in 2000", source="Voorbeeldbron", status="")
    reading = Sample(
        indicator=indicator,
        key_figure=figure,
        compared="10 minder dan in 1999",
        limits_in_short="Dit voorbeeld zegt niets.",
    )
    none = Sample(number=None, unit="voorbeelden", when="in 2001", source="Voorbeeldbron", status="voorlopig")
    return {
        "chips": [("Thema: Voorbeeldthema", "#voorbeeld")],
        "crumbs": [("Voorbeelden", "#voorbeeld")],
        "sources": [
            Sample(title="Voorbeeldbron met adres", url="https://example.org/"),
            Sample(title="Voorbeeldbron zonder adres", url=""),
        ],
        "lines": [
            Sample(
                name="Voorbeeldlijn", phone="000", tel="000", url="", text="Bel dit nummer niet: het is een voorbeeld."
            )
        ],
        "picture": Sample(
            file=Sample(url=static("img/share.png")),
            width=1200,
            height=630,
            alt_text="Voorbeeld: het beeldmerk van het portaal",
            credit="Voorbeeldmaker",
        ),
        "steps": [
            Sample(
                advies=Sample(number=n, short_name=f"Voorbeeldadvies {n}", get_absolute_url=f"#voorbeeld-{n}"),
                last_news=news,
            )
            for n, news in enumerate([Sample(news=Sample(month="mei 2000")), None] * 6, 1)
        ],
        "figures": [reading, Sample(indicator=indicator, key_figure=none)],
        "page": Paginator(range(200), 10).page(7),
        "day": date(2000, 1, 31),
        "stand_past": Stand(date(2000, 1, 31), chosen=True),
        "stand_fault": read_stand(QueryDict("stand=gisteren")),
        "form": SampleForm({"email": "geen adres"}),
        "filter_form": SampleFilter({}),
        "charts": sample_charts(),
        "spark": sample_spark(),
    }
