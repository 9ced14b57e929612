"""What is measured, which small numbers stay hidden, and what it is held against."""

from typing import Any

from django.contrib import admin
from django.db.models import Model
from django.http import HttpRequest

from monitor import publication
from monitor.fields import FigureField
from monitor.forms import NumberField
from monitor.models import (
    AdviesIndicator,
    Baseline,
    Break,
    Definition,
    FigureCheck,
    Indicator,
    ProjectIndicator,
    Target,
)
from stroomop.lib.admin import (
    WIDGETS,
    ChoiceMixin,
    FieldGroup,
    FixedKeyMixin,
    KeptMixin,
    KnownTodayFormSet,
    LedgerInline,
    NewRowInline,
    PublishableAdmin,
    RowsMixin,
    TabularInline,
    TieInline,
)

from .checks import ChecksMixin

# What decides which figures the public may read.
RULE = {"kind", "measure", "smallest", "rounding", "exception_on", "derived_from"}
NEXT_FIGURE = FieldGroup(
    ["expected_on", "expected_note"],
    "Noemt de bron een dag? Vul die in, met wie dat zegt. Zonder dag rekenen we met de tijd tussen de vorige cijfers.",
)
DISCLOSURE = FieldGroup(
    ["measure", "smallest", "rounding", "exception_on", "exception_reason", "derived_from"],
    "Een klein aantal kan verraden wie het is. Wat je hier verandert, geldt meteen voor alle cijfers, ook voor oude. "
    "Een uitzondering is een besluit: geef de dag, de reden en wie het besloot.",
)


class DefinitionInline(RowsMixin, TabularInline):
    model = Definition


class BreakInline(RowsMixin, TabularInline):
    model = Break


# As in the form for one figure.
NUMBERS: dict[Any, Any] = {FigureField: {"form_class": NumberField}}


class KeptInline(LedgerInline):
    """Rows that stay as they were from the first moment."""

    def has_change_permission(self, request: HttpRequest, obj: Indicator | None = None) -> bool:
        return False

    has_delete_permission = has_change_permission


class LevelInline(KeptInline):
    """Of a target or a baseline a correction is a row of its own."""

    @admin.display(description="periode")
    def period(self, obj: Target | Baseline) -> str:
        return obj.period_code


class NewLevelInline(NewRowInline):
    formfield_overrides = {**WIDGETS, **NUMBERS}
    formset = KnownTodayFormSet
    exclude = ["known_on"]

    def get_formset(self, request: HttpRequest, obj: Indicator | None = None, **kwargs: Any) -> Any:
        """A correction takes the place of another row of the same indicator."""
        formset = super().get_formset(request, obj, **kwargs)
        fields: dict[str, Any] = formset.form.base_fields
        rows: type[Model] = self.model
        fields["supersedes"].queryset = rows._default_manager.filter(indicator=obj, successor=None)
        return formset


class CheckInline(KeptInline):
    """Made by the buttons above the form."""

    model = FigureCheck
    columns = ["checked_on", "outcome", "note", "checked_by"]


class TargetInline(LevelInline):
    model = Target
    exclude = ["known_on", "supersedes"]
    columns = ["kind", "value", "upper", "period", "category", "text", "source", "supersedes", "known_on"]


class NewTargetInline(NewLevelInline):
    model = Target
    verbose_name = "nieuw doel, of een correctie"


class BaselineInline(LevelInline):
    model = Baseline
    exclude = ["known_on", "supersedes"]
    columns = ["value", "period", "category", "text", "source", "supersedes", "known_on"]


class NewBaselineInline(NewLevelInline):
    model = Baseline
    verbose_name = "nieuw begincijfer, of een correctie"


class BesideInline(TieInline):
    """What the figure stands beside. It is on both pages, as soon as both are public."""

    help_texts = {
        "why": "Wat laat het cijfer hiervan zien, en wat niet? Noem het geen gevolg: het cijfer staat ernaast. De zin "
        "staat op beide pagina's."
    }

    def get_formset(self, request: HttpRequest, obj: Indicator | None = None, **kwargs: Any) -> Any:
        return super().get_formset(request, obj, **{"help_texts": self.help_texts, **kwargs})


class AdviesIndicatorInline(BesideInline):
    model = AdviesIndicator
    verbose_name_plural = "adviezen waar dit cijfer naast staat"


class ProjectIndicatorInline(BesideInline):
    model = ProjectIndicator
    verbose_name_plural = "projecten waar dit cijfer naast staat"


@admin.register(Indicator)
class IndicatorAdmin(ChecksMixin, FixedKeyMixin, KeptMixin, ChoiceMixin, PublishableAdmin):
    key_fields = ["code"]
    list_display = ["name", "code", "speerpunt", "kind", "state"]
    list_filter = ["speerpunt", "kind"]
    list_select_related = ["speerpunt"]
    search_fields = ["name", "code"]
    prepopulated_fields = {"slug": ["name"]}
    last_fields = {"Het volgende cijfer": NEXT_FIGURE, "Kleine aantallen": DISCLOSURE, **PublishableAdmin.last_fields}
    inlines = [
        DefinitionInline,
        BreakInline,
        TargetInline,
        NewTargetInline,
        BaselineInline,
        NewBaselineInline,
        AdviesIndicatorInline,
        ProjectIndicatorInline,
        CheckInline,
    ]
    help_texts = {
        "name": "Wat er geteld is, kort en in gewone woorden. Zonder jaar en zonder getal.",
        "unit": "Wat er achter het getal staat, zoals 'jongeren' of '%'.",
        "speerpunt": "Op de pagina daarvan staat dit cijfer. Leeg: alleen op zijn eigen pagina.",
        "definition": "Wie of wat telt mee, en wie of wat niet? Zoals de bron het zegt.",
        "meaning": "Wat kan een lezer hieruit halen, en wat zeker niet?",
        "source_note": "Alleen als bronnen anders tellen: wat is het verschil?",
        "direction": "Kies alleen een richting als een bron die noemt.",
        "kind": "Maar één keer geteld? Dan is het een losse telling. Misschien gevoelig? Kies dan gevoelig.",
        "expected_note": "De bron die deze dag noemt, zoals een kalender van publicaties.",
        "order": "Laag komt eerst. Op de startpagina staan de eerste vier reeksen met een getal: niets gevoeligs, en "
        "één per speerpunt zolang dat kan. De allereerste staat bovenaan.",
    }

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:
        super().save_related(request, form, formsets, change)
        if change and RULE & set(form.changed_data):
            # And with it what was worked out from it.
            publication.refresh_indicators([form.instance])
