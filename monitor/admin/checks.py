"""One click on the page of an indicator: somebody looked for a newer figure, and this came of it."""

from typing import Any, NamedTuple

from django.contrib import admin
from django.http import HttpRequest, HttpResponse

from monitor.forms import CheckForm
from monitor.models import FigureCheck, Indicator
from stroomop.lib import clock
from stroomop.lib.admin import DeedError, answers

from .deeds import FigureDeedsMixin

Outcome = FigureCheck.Outcome


class Button(NamedTuple):
    value: str
    label: str


BUTTONS = [
    Button(Outcome.NOTHING_NEW, "Nagekeken, niets nieuws"),
    Button(Outcome.NO_ANSWER, "Gevraagd, geen antwoord"),
    Button(Outcome.NEW, "Nieuw cijfer gevonden"),
]


class ChecksMixin(FigureDeedsMixin, admin.ModelAdmin):
    """For the admin of the indicators. A check of an earlier day stays as it is."""

    change_form_template = "admin/monitor/indicator/change_form.html"
    deeds = {Outcome.NOTHING_NEW: "nothing_new", Outcome.NO_ANSWER: "no_answer", Outcome.NEW: "found_new"}

    def render_change_form(
        self, request: HttpRequest, context: dict[str, Any], *args: Any, **kwargs: Any
    ) -> HttpResponse:
        if (indicator := context.get("original")) is not None:
            context |= {
                "last_check": indicator.checks.select_related("checked_by").first(),
                "buttons": BUTTONS if self.may_act(request) else [],
                "check_form": CheckForm(auto_id="nagekeken-%s"),
            }
        return super().render_change_form(request, context, *args, **kwargs)

    def nothing_new(self, request: HttpRequest, indicator: Indicator) -> str:
        return self.keep(request, indicator, Outcome.NOTHING_NEW)

    def no_answer(self, request: HttpRequest, indicator: Indicator) -> str:
        return self.keep(request, indicator, Outcome.NO_ANSWER)

    def found_new(self, request: HttpRequest, indicator: Indicator) -> str:
        return self.keep(request, indicator, Outcome.NEW)

    def keep(self, request: HttpRequest, indicator: Indicator, outcome: Outcome) -> str:
        said = answers(CheckForm(request.POST))
        check, is_new = FigureCheck.objects.get_or_create(
            indicator=indicator,
            checked_on=clock.today(),
            defaults={"outcome": outcome, "note": said["note"], "checked_by_id": request.user.pk},
        )
        if not is_new:
            raise DeedError(f"Dit cijfer is vandaag al nagekeken: {check.get_outcome_display()}. Dat blijft staan.")
        self.log_addition(request, check, [{"added": {}}])
        return f"Bewaard: {check.get_outcome_display()}."
