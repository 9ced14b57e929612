"""The overview, the pages of the focus areas and those of the indicators."""

from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe
from django.views.generic import DetailView

from advies.models import Advies
from advies.reading import read as read_adviezen
from monitor.goals import read_with_goals
from monitor.models import Indicator, PanelRound, Speerpunt
from monitor.speerpunten import read_speerpunt, read_speerpunten
from projects.shortcuts import any_sensitive, get_published_or_gone
from stroomop.lib.stand import read_stand


@require_safe
def overview(request: HttpRequest) -> HttpResponse:
    """Where each focus area stands, the figures that belong to none, and the twelve adviezen beside them."""
    stand = read_stand(request.GET)
    speerpunten, other = read_speerpunten(stand.day)
    every = [*speerpunten, other]
    shown = [reading.indicator for one in every for reading in one.readings]
    context = {
        "stand": stand,
        "speerpunten": speerpunten,
        "other": other,
        "counts": [reading for one in every for reading in one.counts],
        "texts": [reading for one in every for reading in one.texts],
        "adviezen": read_adviezen(Advies.objects.as_of(stand.day).for_list(stand.day), stand.day),
        # An indicator may be public while its focus area is a draft.
        "sensitive": any_sensitive(shown) or any(one.speerpunt and one.speerpunt.sensitive for one in speerpunten),
        "has_figures": any(one.has_figures for one in every),
        "panel_rounds_shown": PanelRound.objects.shown(stand.day).exists(),
    }
    return render(request, "monitor/overview.html", context)


class SpeerpuntDetail(DetailView):
    """In the shape of the Monitor itself: context, what stands out, the charts with a note, what they mean."""

    model = Speerpunt

    def get_object(self, queryset: QuerySet[Speerpunt] | None = None) -> Speerpunt:
        return get_published_or_gone(Speerpunt.objects.all(), slug=self.kwargs["slug"])

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        stand = read_stand(self.request.GET)
        reading = read_speerpunt(self.object, stand.day)
        context = {
            "stand": stand,
            "reading": reading,
            "others": Speerpunt.objects.published().exclude(pk=self.object.pk),
            "sensitive": self.object.sensitive or any_sensitive(one.indicator for one in reading.readings),
        }
        return super().get_context_data(**context, **kwargs)


class IndicatorDetail(DetailView):
    model = Indicator

    def get_object(self, queryset: QuerySet[Indicator] | None = None) -> Indicator:
        return get_published_or_gone(Indicator.objects.select_related("speerpunt"), slug=self.kwargs["slug"])

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        stand = read_stand(self.request.GET)
        reading, goals = read_with_goals(self.object, stand.day)
        context = {
            "stand": stand,
            "reading": reading,
            "goals": goals,
            "has_file": self.object.kind != Indicator.Kind.SENSITIVE,
            "sensitive": self.object.is_sensitive,
        }
        return super().get_context_data(**context, **kwargs)
