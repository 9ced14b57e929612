"""News in one form: what and when, where it was read, on which adviezen it bears, and the promise in it."""

from typing import Any

from django import forms
from django.db.models import Model

from advies.models import Advies, Agreement, Bearing, Deadline, News
from advies.sources import share_sources
from advies.stroming import FLOWING_KINDS
from projects.models.shared import ENDS_BEFORE_START, WebAddressField
from stroomop.lib import searching
from stroomop.lib.admin import CompleteForm
from stroomop.lib.dates import last_day

from .fields import AdviezenField, CorrectedField, ImpreciseMixin, as_precise_as, day, words
from .quarter import check_today

KINDS: dict[str, str] = {
    News.Kind.MEASURE: "er is iets gedaan, betaald of ingevoerd",
    News.Kind.DECISION: "wie erover gaat, heeft iets beslist",
    News.Kind.RESEARCH: "een onderzoek of rapport over dit onderwerp",
    News.Kind.CRITICISM: "iemand zegt dat het niet goed gaat",
    News.Kind.AGREEMENT: "iemand zegt in het openbaar wat er gaat gebeuren",
    News.Kind.NOTICE: "iets anders, zoals een brief of een wetsvoorstel",
}
# Fields of the form by the field that they fill.
AGREEMENT = {"title": "agreement_title", "promised_by": "promised_by"}
DEADLINE = {
    "date_from": "deadline_from",
    "date_to": "deadline_to",
    "precision": "deadline_precision",
    "wording": "deadline_wording",
}


class NewsEntryForm(ImpreciseMixin, CompleteForm):
    kind = forms.ChoiceField(
        label="Soort",
        choices=[(value, f"{label}: {KINDS[value]}") for value, label in News.Kind.choices],
        widget=forms.RadioSelect,
        help_text=f"Alleen {' en '.join(sorted(FLOWING_KINDS))} tellen als beweging.",
    )
    date_from = day("Van", help_text="Eén dag, maand of jaar? Dan is deze eerste dag genoeg.")
    date_to = day("Tot en met", help_text="De laatste dag, als het langer duurde.")
    precision = as_precise_as()
    # No URLField: that would make a link of a word that is none.
    source_url = forms.CharField(
        label="Webadres",
        max_length=500,
        validators=WebAddressField.default_validators,
        widget=forms.URLInput({"class": "vURLField"}),
        help_text="De pagina waar een lezer dit zelf kan nagaan.",
    )
    source_title = words("Titel van die pagina", 250, help_text="Precies zoals het er staat.")
    adviezen = AdviezenField(queryset=None, error_messages={"required": "Kies minstens één advies."})
    named = forms.BooleanField(
        label="De bron noemt dit advies zelf",
        required=False,
        help_text="Niet aangevinkt: dan zeggen we erbij dat wij het verband leggen.",
    )
    runs_until = day("Loopt tot en met", help_text="Alleen als de bron een einddatum noemt. Anders leeg.")
    runs_until_precision = as_precise_as()
    is_agreement = forms.BooleanField(label="Dit is een afspraak met een datum", required=False)
    agreement_title = words("Wat is afgesproken", 120, required=False, help_text="Wat er klaar of gedaan moet zijn.")
    promised_by = words("Aangekondigd door", 150, required=False, help_text="Leeg: onbekend.")
    deadline_from = day("Klaar op", help_text="De dag, of de eerste dag van die maand, dat seizoen of dat jaar.")
    deadline_to = day("Tot en met", help_text="Alleen als de bron een langere periode noemt.")
    deadline_precision = as_precise_as()
    deadline_wording = words(
        "In woorden van de bron", 60, required=False, help_text="Bijvoorbeeld: 'eind 2021' of 'voor de zomer'."
    )
    checked = forms.BooleanField(
        label="Ik keek deze adviezen vandaag na",
        required=False,
        help_text="Bij elk advies hierboven komt te staan dat het vandaag is nagekeken.",
    )
    supersedes = CorrectedField(
        queryset=None,
        label="Komt in de plaats van",
        required=False,
        help_text="Alleen als wij een verkeerde datum of soort opschreven. Het oude blijft te lezen zoals het toen "
        "bekend was. Een afspraak die erbij hoorde, blijft staan.",
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        # Asked now: what is public changes while the server runs.
        fields: dict[str, Any] = self.fields
        fields["adviezen"].queryset = Advies.objects.published()
        fields["supersedes"].queryset = News.objects.published().filter(successor=None)

    @property
    def is_preview(self) -> bool:
        return "_preview" in self.data

    def is_valid(self) -> bool:
        """Who only asks how it will look gets the form back, however right it is."""
        return super().is_valid() and not self.is_preview

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        self.complete(data, "date_from", "date_to", "precision")
        self.complete(data, "deadline_from", "deadline_to", "deadline_precision")
        if (end := data.get("runs_until")) is not None:
            data["runs_until"] = last_day(end, data.get("runs_until_precision", ""))
        self.clean_agreement(data)
        same = News.objects.filter(title=data.get("title"), sources__url=data.get("source_url"))
        if not data.get("supersedes") and same.exists():
            # Clicked twice, or done by a colleague: what is public can't be taken away again.
            self.add_error("title", "Dit nieuws staat er al, met deze titel en deze link.")
        return data

    def clean_agreement(self, data: dict[str, Any]) -> None:
        filled = any(data.get(name) for name in [*AGREEMENT.values(), *DEADLINE.values()])
        ticked = data.get("is_agreement")
        if filled and not ticked:
            self.add_error("is_agreement", "Zet dit vinkje, of maak de velden van de afspraak leeg.")
        if ticked and not data.get("agreement_title") and "agreement_title" not in self.errors:
            self.add_error("agreement_title", "Schrijf op wat er is afgesproken.")
        start, end = data.get("deadline_from"), data.get("deadline_to")
        if start and end and end < start:
            self.add_error("deadline_to", ENDS_BEFORE_START)

    def save_parts(self, user: Any) -> list[Model]:
        """All that the form tells beside the news itself, once that is saved; gives what stands on its own."""
        news, data = self.instance, self.cleaned_data
        source = {"source_title": data["source_title"], "source_url": data["source_url"]}
        news.sources.create(title=data["source_title"], url=data["source_url"])
        Bearing.objects.bulk_create(
            Bearing(news=news, advies=advies, derived=not data["named"]) for advies in data["adviezen"]
        )
        searching.changed.send(News, instance=news)
        if data["is_agreement"]:
            agreement = Agreement.objects.create(news=news, **{name: data[field] for name, field in AGREEMENT.items()})
            Deadline.objects.create(agreement=agreement, **source, **{n: data[field] for n, field in DEADLINE.items()})
        made: list[Model] = [*share_sources(news)]
        if data["checked"] and user.has_perm("advies.add_check"):
            tries = (check_today(advies, user) for advies in data["adviezen"])
            made += [check for check, is_new in tries if is_new]
        return made
