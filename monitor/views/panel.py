"""What the panel was asked, and how it answered."""

from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe
from django.views.generic import DetailView

from monitor.models import PanelRound
from monitor.panel_reading import read_round
from monitor.panel_rule import MINIMUM
from projects.shortcuts import get_published_or_gone
from stroomop.lib.stand import read_stand


@require_safe
def panelround_list(request: HttpRequest) -> HttpResponse:
    """The rounds of which something is public."""
    stand = read_stand(request.GET)
    rounds = PanelRound.objects.shown(stand.day)
    context = {
        "stand": stand,
        "rounds": rounds,
        "minimum": MINIMUM,
        "sensitive": any(panel_round.sensitive for panel_round in rounds),
    }
    return render(request, "monitor/panelround_list.html", context)


class PanelRoundDetail(DetailView):
    model = PanelRound
    context_object_name = "panel_round"

    def get_object(self, queryset: QuerySet[PanelRound] | None = None) -> PanelRound:
        return get_published_or_gone(PanelRound.objects.all(), slug=self.kwargs["slug"])

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        stand = read_stand(self.request.GET)
        context = {
            "stand": stand,
            "readings": read_round(self.object, stand.day),
            "minimum": MINIMUM,
            "sensitive": self.object.sensitive,
        }
        return super().get_context_data(**context, **kwargs)
