"""One figure by hand. What it says goes through the same checks as a row of a file."""

from typing import Any

from django import forms

from monitor.figure_files import FigureRow
from monitor.figure_files.cells import LARGEST_COUNT
from monitor.figure_files.notes import LONGEST_NOTE, meaning_of
from monitor.figure_files.own import coverage_fault
from monitor.models import Category, Indicator, Period, State, Status
from monitor.periods import ParsedPeriod, parse_period
from stroomop.lib.admin.moment import moment_to_come
from stroomop.lib.admin.widgets import MomentField

from .fields import NumberField
from .source import SourceForm, words

SPANS = (Period.Kind.WINDOW, Period.Kind.AVERAGE)


class CategoryField(forms.ModelChoiceField):
    def label_from_instance(self, obj: Any) -> str:
        return f"{obj.dimension.name}: {obj.name}"


class FigureForm(SourceForm):
    indicator = forms.ModelChoiceField(Indicator.objects.all(), label="Indicator")
    category = CategoryField(
        Category.objects.select_related("dimension"), label="Categorie", required=False, empty_label="heel Nederland"
    )
    period = forms.CharField(
        label="Periode", max_length=20, help_text="Zoals 2023, 2023-H1, 2023-Q3, 2023-06, 2023-06-30 of 2022/2023."
    )
    period_kind = forms.ChoiceField(
        label="Soort periode",
        choices=[("", "volgt uit de periode"), *((kind.value, kind.label) for kind in SPANS)],
        required=False,
        help_text="Alleen kiezen bij een reeks jaren, zoals 2012-2016.",
    )
    value = NumberField(required=False, label="Getal", help_text="Precies zoals de bron het schrijft: 1.234 of 12,5.")
    reason = forms.ChoiceField(
        label="Of: waarom is er geen getal?",
        choices=[("", "er is een getal"), *(choice for choice in State.choices if choice[0] != State.MEASURED)],
        required=False,
    )
    numerator = NumberField(
        required=False, label="Teller", help_text="Bij een aandeel of percentage, als de bron die geeft."
    )
    denominator = NumberField(required=False, label="Noemer")
    covered = forms.IntegerField(
        label="Instellingen die meetelden",
        min_value=0,
        max_value=LARGEST_COUNT,
        required=False,
        help_text="Als de bron dat zegt: dan zien lezers dat het cijfer niet van iedereen is.",
    )
    covered_of = forms.IntegerField(
        label="Van hoeveel instellingen", min_value=0, max_value=LARGEST_COUNT, required=False
    )
    provisional = forms.BooleanField(
        label="Voorlopig", required=False, help_text="Zonder vinkje is het cijfer definitief."
    )
    approximate = forms.BooleanField(label="Benadering", required=False, help_text="De bron zegt 'ongeveer'.")
    one_off = forms.BooleanField(
        label="Losse telling",
        required=False,
        help_text="Eén keer geteld. We tekenen zo'n cijfer niet, en vergelijken het nergens mee.",
    )
    note = words("Noot", LONGEST_NOTE, help_text="Wat een lezer bij dit cijfer moet weten.")
    publish_at = MomentField(
        label="Publiceer op",
        required=False,
        validators=[moment_to_come],
        help_text="Leeg: nu. Je ziet eerst wat er gaat gebeuren.",
    )

    def clean_period(self) -> ParsedPeriod:
        try:
            return parse_period(self.cleaned_data["period"])
        except ValueError as error:
            raise forms.ValidationError(str(error)) from None

    def clean(self) -> dict[str, Any]:
        data = super().clean()
        self.check_kind(data)
        self.check_number(data)
        self.check_coverage(data)
        return data

    def check_kind(self, data: dict[str, Any]) -> None:
        """Of a range of years the period alone does not tell whether it is an average."""
        if (period := data.get("period")) is None:
            return
        is_span, kind = period.kind in SPANS, data.get("period_kind")
        if is_span and not kind:
            self.add_error("period_kind", "Kies wat deze reeks jaren is: dat staat niet in de periode zelf.")
        elif kind and not is_span:
            self.add_error("period_kind", "Dit hoort alleen bij een reeks jaren. Kies 'volgt uit de periode'.")
        elif kind == Period.Kind.AVERAGE:
            data["period"] = parse_period(period.code, average=True)

    def check_number(self, data: dict[str, Any]) -> None:
        value, reason = data.get("value"), data.get("reason")
        if value is None and not reason and "value" not in self.errors:
            self.add_error("value", "Vul een getal in, of kies waarom er geen is.")
        if value is not None and reason:
            self.add_error("reason", "Er staat een getal en ook een reden. Haal een van de twee weg.")
        if reason and (data.get("numerator") is not None or data.get("denominator") is not None):
            self.add_error("numerator", "Zonder getal is er geen teller en geen noemer.")
        if (denominator := data.get("denominator")) is not None and denominator <= 0:
            self.add_error("denominator", "De noemer moet groter zijn dan 0.")

    def check_coverage(self, data: dict[str, Any]) -> None:
        fault = coverage_fault(data.get("covered"), data.get("covered_of"))
        if fault and "covered" not in self.errors:
            self.add_error("covered", fault)

    def row(self) -> FigureRow:
        """As a file would have said it."""
        data = self.cleaned_data
        indicator, category, source = data["indicator"], data["category"], data["source"]
        meaning = meaning_of((Status.PROVISIONAL if data["provisional"] else Status.FINAL).value)
        assert meaning
        return FigureRow(
            number=1,
            indicator=indicator.code,
            indicator_name=indicator.name,
            definition=indicator.definition,
            unit=indicator.unit,
            categories=((category.dimension.name, category.name),) if category else (),
            period=data["period"],
            state=State(data["reason"] or State.MEASURED),
            value=data["value"],
            numerator=data["numerator"],
            denominator=data["denominator"],
            status=meaning.status,
            rank=meaning.rank,
            mention_only=False,
            is_target=False,
            approximate=data["approximate"],
            one_off=data["one_off"],
            second_hand=False,
            note=data["note"],
            source=source.title if source else data["source_title"],
            source_url=source.url if source else data["source_url"],
            origin="",
            published_on=data["known_on"],
            covered=data["covered"],
            covered_of=data["covered_of"],
        )
