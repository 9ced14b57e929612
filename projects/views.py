from typing import Any

from django.db.models import Prefetch, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe
from django.views.generic import DetailView, ListView

from projects.forms import ProjectFilter
from projects.models import Hoofddoel, Project, Randvoorwaarde, Veranderopgave
from projects.shortcuts import get_published_or_gone


class ProjectList(ListView):
    paginate_by = 25
    page_kwarg = "pagina"

    def get_queryset(self) -> QuerySet[Project]:
        self.filter = ProjectFilter(self.request.GET, Project.objects.published().for_list(), request=self.request)
        return self.filter.qs

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(filter=self.filter, **kwargs)


class ProjectDetail(DetailView):
    def get_object(self, queryset: QuerySet[Project] | None = None) -> Project:
        return get_published_or_gone(Project.objects.for_detail(), slug=self.kwargs["slug"])


@require_safe
def veranderopgave_list(request: HttpRequest) -> HttpResponse:
    """The whole plan on one page: goals, change tasks and preconditions."""
    published = Veranderopgave.objects.published()
    context = {
        "hoofddoelen": Hoofddoel.objects.published(),
        "veranderopgaven": published.named().prefetch_related(Prefetch("projects", Project.objects.published())),
        "unnamed": published.filter(slug=None).count(),
        "randvoorwaarden": Randvoorwaarde.objects.published(),
    }
    return render(request, "projects/veranderopgave_list.html", context)


class VeranderopgaveDetail(DetailView):
    def get_object(self, queryset: QuerySet[Veranderopgave] | None = None) -> Veranderopgave:
        opgaven = Veranderopgave.objects.prefetch_related(
            Prefetch("hoofddoel", Hoofddoel.objects.published()), Prefetch("projects", Project.objects.published())
        )
        return get_published_or_gone(opgaven, slug=self.kwargs["slug"])
