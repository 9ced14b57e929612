from collections.abc import Iterable
from typing import Any

from django.db.models import Prefetch, QuerySet
from django.http import Http404, HttpRequest, HttpResponse, StreamingHttpResponse
from django.shortcuts import redirect, render
from django.urls import resolve, reverse
from django.views.decorators.http import require_safe
from django.views.generic import DetailView

from monitor.export import HEADER, downloadable, rows
from monitor.goals import read_changes, read_goals
from monitor.models import Indicator, Speerpunt
from monitor.reading import KeyFigure, key_figure, read_indicator
from projects.models import Redirect
from projects.shortcuts import get_published_or_gone
from stroomop.lib.csv_file import csv_stream
from stroomop.lib.gone import Gone
from stroomop.lib.stand import read_stand

DETAIL = "monitor:indicator_detail"


@require_safe
def overview(request: HttpRequest) -> HttpResponse:
    """The focus areas of the Monitor, each with its figures, and the figures that belong to none."""
    stand = read_stand(request.GET)
    indicators = Indicator.objects.published().with_national(stand.day).prefetch_related("breaks")
    speerpunten = Speerpunt.objects.published().prefetch_related(Prefetch("indicators", indicators, to_attr="shown"))
    other = indicators.exclude(speerpunt__in=Speerpunt.objects.published()).select_related("speerpunt")
    # An indicator may be public while its focus area is a draft.
    touched = [*speerpunten, *(indicator.speerpunt for indicator in other)]
    shown = [indicator for speerpunt in speerpunten for indicator in speerpunt.shown] + list(other)
    context = {
        "stand": stand,
        "speerpunten": [(speerpunt, with_key_figure(speerpunt.shown)) for speerpunt in speerpunten],
        "sensitive": any(speerpunt is not None and speerpunt.sensitive for speerpunt in touched),
        "other": with_key_figure(other),
        "has_figures": any(indicator.is_broken_down or indicator.national_figures for indicator in shown),
    }
    return render(request, "monitor/overview.html", context)


def with_key_figure(indicators: Iterable[Indicator]) -> list[tuple[Indicator, KeyFigure | None]]:
    return [(indicator, key_figure(indicator)) for indicator in indicators]


class SpeerpuntDetail(DetailView):
    def get_object(self, queryset: QuerySet[Speerpunt] | None = None) -> Speerpunt:
        return get_published_or_gone(Speerpunt.objects.all(), slug=self.kwargs["slug"])


class IndicatorDetail(DetailView):
    def get_object(self, queryset: QuerySet[Indicator] | None = None) -> Indicator:
        return get_published_or_gone(Indicator.objects.select_related("speerpunt"), slug=self.kwargs["slug"])

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        speerpunt = self.object.speerpunt
        stand = read_stand(self.request.GET)
        reading = read_indicator(self.object, stand.day)
        background = reading.background
        changes = read_changes(reading.break_days, [*background.definitions, *background.earlier])
        context = {
            "stand": stand,
            "reading": reading,
            "goals": read_goals(self.object, reading.held, changes, stand.day),
            "has_file": self.object.kind != Indicator.Kind.SENSITIVE,
            "sensitive": speerpunt is not None and speerpunt.sensitive,
        }
        return super().get_context_data(**context, **kwargs)


@require_safe
def figures_csv(request: HttpRequest) -> StreamingHttpResponse:
    """All figures. For a day that can't be shown it is the file of today, as its name says."""
    stand = read_stand(request.GET)
    indicators = downloadable().published()
    return csv_stream(f"cijfers-{stand.day.isoformat()}.csv", HEADER, rows(indicators, stand.day))


@require_safe
def indicator_csv(request: HttpRequest, slug: str) -> HttpResponse | StreamingHttpResponse:
    try:
        indicator = get_published_or_gone(downloadable(), slug=slug)
    except Gone:
        raise
    except Http404:
        question = request.META.get("QUERY_STRING", "")
        return redirect(under_new_name(slug) + (f"?{question}" if question else ""), permanent=True)
    stand = read_stand(request.GET)
    return csv_stream(f"{indicator.slug}-{stand.day.isoformat()}.csv", HEADER, rows([indicator], stand.day))


def under_new_name(slug: str) -> str:
    """The file of an indicator that was called so before; raises Http404 when none was."""
    target = Redirect.objects.target_of(reverse(DETAIL, args=[slug]))
    if target is None or (page := resolve(target)).view_name != DETAIL:
        raise Http404
    return reverse("monitor:indicator_csv", kwargs=page.kwargs)
