from collections.abc import Iterable
from typing import Any

from django.db.models import Prefetch, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe
from django.views.generic import DetailView

from monitor.models import Indicator, Speerpunt
from monitor.reading import KeyFigure, key_figure, read_indicator
from projects.shortcuts import get_published_or_gone


@require_safe
def overview(request: HttpRequest) -> HttpResponse:
    """The focus areas of the Monitor, each with its figures, and the figures that belong to none."""
    indicators = Indicator.objects.published().with_national()
    speerpunten = Speerpunt.objects.published().prefetch_related(Prefetch("indicators", indicators, to_attr="shown"))
    other = indicators.exclude(speerpunt__in=Speerpunt.objects.published()).select_related("speerpunt")
    # An indicator may be public while its focus area is a draft.
    touched = [*speerpunten, *(indicator.speerpunt for indicator in other)]
    context = {
        "speerpunten": [(speerpunt, with_key_figure(speerpunt.shown)) for speerpunt in speerpunten],
        "sensitive": any(speerpunt is not None and speerpunt.sensitive for speerpunt in touched),
        "other": with_key_figure(other),
    }
    return render(request, "monitor/overview.html", context)


def with_key_figure(indicators: Iterable[Indicator]) -> list[tuple[Indicator, KeyFigure | None]]:
    return [(indicator, key_figure(indicator)) for indicator in indicators]


class IndicatorDetail(DetailView):
    def get_object(self, queryset: QuerySet[Indicator] | None = None) -> Indicator:
        return get_published_or_gone(Indicator.objects.select_related("speerpunt"), slug=self.kwargs["slug"])

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        speerpunt = self.object.speerpunt
        sensitive = speerpunt is not None and speerpunt.sensitive
        return super().get_context_data(reading=read_indicator(self.object), sensitive=sensitive, **kwargs)
