"""What the public got and will get, release by release."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.contrib import admin
from django.core.paginator import Page, Paginator
from django.db.models import Count, IntegerField, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.http import HttpRequest, HttpResponse

from monitor import publication
from monitor.forms import TakeBackForm
from monitor.models import Release
from monitor.models.ledger import Observation, PanelResult
from stroomop.lib import clock
from stroomop.lib.admin import DONE, DeedError, ModelAdmin, ReadOnlyMixin, answers
from stroomop.lib.admin.moment import MomentForm

from .deeds import FigureDeedsMixin, in_words
from .new_figure import NewFigureMixin
from .panel_results import read_results

# Figures on a page.
SHOWN = 100


@dataclass(frozen=True)
class Standing:
    """What a release is now, and what may be done with it."""

    words: str
    is_waiting: bool
    is_withdrawn: bool


def standing(release: Release) -> Standing:
    if release.withdrawn_at:
        return Standing(f"ingetrokken op {in_words(release.withdrawn_at)}", is_waiting=False, is_withdrawn=True)
    if release.published_at is None:
        return Standing("concept", is_waiting=True, is_withdrawn=False)
    if release.published_at > clock.now():
        words = f"onder embargo tot {in_words(release.published_at)}"
        return Standing(words, is_waiting=True, is_withdrawn=False)
    return Standing(f"gepubliceerd op {in_words(release.published_at)}", is_waiting=False, is_withdrawn=False)


class StandingFilter(admin.SimpleListFilter):
    title = parameter_name = "stand"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return [(word, word) for word in ("concept", "onder embargo", "gepubliceerd", "ingetrokken")]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Release]) -> QuerySet[Release]:
        valid, now = queryset.filter(withdrawn_at=None), clock.now()
        match self.value():
            case "concept":
                return valid.filter(published_at=None)
            case "onder embargo":
                return valid.filter(published_at__gt=now)
            case "gepubliceerd":
                return valid.filter(published_at__lte=now)
            case "ingetrokken":
                return queryset.filter(withdrawn_at__isnull=False)
        return queryset


@admin.register(Release)
class ReleaseAdmin(NewFigureMixin, FigureDeedsMixin, ReadOnlyMixin, ModelAdmin):
    """Figures come in through a file or the form for one figure, and go out through the gate."""

    list_display = ["source", "version", "known_on", "state", "figures"]
    list_filter = [StandingFilter]
    list_select_related = ["source"]
    search_fields = ["source__title"]
    deeds = {"nu": "publish_now", "op": "publish_at", "terug": "take_back"}

    def get_queryset(self, request: HttpRequest) -> QuerySet[Release]:
        number = Coalesce(count_of(Observation), 0) + Coalesce(count_of(PanelResult), 0)
        return super().get_queryset(request).annotate(number_of_figures=number)

    @admin.display(description="stand", ordering="published_at")
    def state(self, obj: Release) -> str:
        return standing(obj).words

    @admin.display(description="cijfers")
    def figures(self, obj: Any) -> int:
        number: int = obj.number_of_figures
        return number

    def render_change_form(
        self, request: HttpRequest, context: dict[str, Any], *args: Any, **kwargs: Any
    ) -> HttpResponse:
        release = context["original"]
        context |= {
            "standing": standing(release),
            "observations": read_observations(release, request.GET.get("pagina")),
            "panel_results": read_results(release),
            "moment_form": MomentForm(),
            "take_back_form": TakeBackForm(),
            "may_act": self.may_act(request),
        }
        return super().render_change_form(request, context, *args, **kwargs)

    def publish_now(self, request: HttpRequest, release: Release) -> str:
        return self.publish(request, release)

    def publish_at(self, request: HttpRequest, release: Release) -> str:
        return self.publish(request, release, answers(MomentForm(request.POST))["moment"])

    def publish(self, request: HttpRequest, release: Release, at: datetime | None = None) -> str:
        if not standing(release).is_waiting:
            raise DeedError(DONE)
        publication.publish([release], at)
        said = f"Wordt gepubliceerd op {in_words(at)}." if at else "Gepubliceerd."
        self.log_change(request, release, said)
        return said

    def take_back(self, request: HttpRequest, release: Release) -> str:
        if release.withdrawn_at:
            raise DeedError(DONE)
        said = answers(TakeBackForm(request.POST))
        publication.withdraw([release], said["reason"], keeps_secret=said["keeps_secret"])
        self.log_change(request, release, f"Ingetrokken: {said['reason']}")
        return "Ingetrokken. Wat hiervoor gold, geldt weer."


def count_of(model: type[Observation | PanelResult]) -> Subquery:
    counts = model._default_manager.filter(release=OuterRef("pk")).order_by().values("release")
    return Subquery(counts.annotate(number=Count("pk")).values("number"), output_field=IntegerField())


def read_observations(release: Release, number: str | None) -> Page[Observation]:
    rows = Observation.objects.filter(release=release).select_related("series__indicator", "period")
    return Paginator(rows.prefetch_related("series__categories").order_by("pk"), SHOWN).get_page(number)
