from collections.abc import Iterable
from typing import Any

from django.db.models import Prefetch, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe
from django.views.generic import DetailView

from advies.models import Advies, RelatedProject, Report
from projects.shortcuts import any_sensitive, get_published_or_gone


@require_safe
def advies_list(request: HttpRequest) -> HttpResponse:
    adviezen = list(Advies.objects.published().for_list())
    context = {
        "report": Report.objects.published().prefetch_related("sources").first(),
        "adviezen": adviezen,
        "shared_check": shared(advies.last_check for advies in adviezen),
        "shared_note": shared(advies.last_check_note for advies in adviezen),
    }
    return render(request, "advies/advies_list.html", context)


def shared[T](values: Iterable[T]) -> T | None:
    """The one value that all have; None when they differ."""
    found = set(values)
    return found.pop() if len(found) == 1 else None


class AdviesDetail(DetailView):
    def get_object(self, queryset: QuerySet[Advies] | None = None) -> Advies:
        related = RelatedProject.objects.with_public_project()
        adviezen = Advies.objects.for_detail().prefetch_related(Prefetch("related_projects", related))
        return get_published_or_gone(adviezen, number=self.kwargs["number"], slug=self.kwargs["slug"])

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        projects = [related.project for related in self.object.related_projects.all()]
        return super().get_context_data(sensitive=any_sensitive(projects), **kwargs)
