from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from projects.forms import LessonFilter, ProjectFilter
from projects.models import Hoofddoel, Lesson, Project, Randvoorwaarde, Veranderopgave
from projects.shortcuts import any_sensitive

from .base import FilteredList, PublishedDetail


class ProjectList(FilteredList):
    model = Project
    filterset_class = ProjectFilter


class ProjectDetail(PublishedDetail):
    model = Project
    related = (
        "veranderopgaven",
        "lessons",
        "experiences",
        "publications",
        "events",
        "stories",
        "initiatives",
        "predecessors",
    )

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        return {**context, "sensitive": context["sensitive"] or any_sensitive([self.object.successor])}


class LessonList(FilteredList):
    model = Lesson
    filterset_class = LessonFilter


class LessonDetail(PublishedDetail):
    model = Lesson


@require_safe
def veranderopgave_list(request: HttpRequest) -> HttpResponse:
    """The whole plan on one page: goals, change tasks and preconditions."""
    published = Veranderopgave.objects.published()
    veranderopgaven = list(published.for_list())
    randvoorwaarden = list(Randvoorwaarde.objects.published().for_list())
    projects = [project for opgave in veranderopgaven for project in opgave.projects.all()]
    projects += [condition.project for voorwaarde in randvoorwaarden for condition in voorwaarde.conditions.all()]
    context = {
        "hoofddoelen": Hoofddoel.objects.published().for_list(),
        "veranderopgaven": veranderopgaven,
        "unnamed": published.filter(slug=None).count(),
        "randvoorwaarden": randvoorwaarden,
        "sensitive": any_sensitive([*veranderopgaven, *projects]),
    }
    return render(request, "projects/veranderopgave_list.html", context)


class VeranderopgaveDetail(PublishedDetail):
    model = Veranderopgave
    related = ("projects",)
