"""What the groups of a panel answered, as one source tells it: a number for each answer."""

from collections.abc import Iterator
from typing import Any

from django import forms

from monitor.models import Answer, PanelRound, Stelling

from .source import SourceForm

MOST = 1_000_000
WHOLE = "Vul bij deze groep elk antwoord in, ook als het 0 is. Of laat de groep helemaal leeg."


class PanelForm(SourceForm):
    """Its fields for the numbers come from the round."""

    def __init__(self, panel_round: PanelRound, *args: Any) -> None:
        super().__init__(*args)
        stellingen = panel_round.stellingen.select_related("scale").prefetch_related("scale__answers")
        # By stelling and group: each answer with the name of its field.
        self.places: dict[tuple[Stelling, str], list[tuple[Answer, str]]] = {
            (stelling, group): [
                (answer, f"n-{stelling.pk}-{group}-{answer.pk}") for answer in stelling.scale.answers.all()
            ]
            for stelling in stellingen
            for group in Stelling.Group.values
        }
        for (_, group), places in self.places.items():
            for answer, name in places:
                label = f"{group.capitalize()}: {answer}"
                self.fields[name] = forms.IntegerField(label=label, required=False, min_value=0, max_value=MOST)

    @property
    def fieldsets(self) -> list[tuple[str, dict[str, Any]]]:
        """As an admin draws them: a group on a line."""
        lines: dict[Stelling, list[tuple[str, ...]]] = {}
        for (stelling, _), places in self.places.items():
            lines.setdefault(stelling, []).append(tuple(name for _, name in places))
        description = "Staat de bron er nog niet bij? Vul dan de titel en het webadres in."
        fields = ["source", "source_title", "source_url", "known_on"]
        return [
            ("De bron", {"fields": fields, "description": description}),
            *((stelling.text, {"fields": groups}) for stelling, groups in lines.items()),
        ]

    def clean(self) -> dict[str, Any]:
        data = super().clean()
        for places in self.places.values():
            numbers = [data.get(name) for _, name in places]
            faulty = any(name in self.errors for _, name in places)
            if None in numbers and numbers.count(None) < len(numbers) and not faulty:
                self.add_error(places[numbers.index(None)][1], WHOLE)
        if not self.errors and not any(True for _ in self.results()):
            self.add_error(None, "Vul van minstens één groep in wat die antwoordde.")
        return data

    def results(self) -> Iterator[tuple[Stelling, str, Answer, int]]:
        for (stelling, group), places in self.places.items():
            for answer, name in places:
                if (number := self.cleaned_data[name]) is not None:
                    yield stelling, group, answer, number
