"""Who takes part and how: organisations, people, initiatives, themes and the words they use."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe
from django.views.generic import ListView

from projects.forms import InitiativeFilter, OrganisationFilter
from projects.models import GlossaryTerm, Initiative, Organisation, Person, Theme
from projects.querysets import THEMED
from projects.shortcuts import any_sensitive, get_published_or_gone

from .base import FilteredList, PublishedDetail


class OrganisationList(FilteredList):
    model = Organisation
    filterset_class = OrganisationFilter


class OrganisationDetail(PublishedDetail):
    model = Organisation
    related = ("publications", "events", "stories", "initiatives", "lessons")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        projects = [participation.project for participation in self.object.participations.all()]
        return {**context, "sensitive": context["sensitive"] or any_sensitive(projects)}


class PersonList(ListView):
    paginate_by = 25
    page_kwarg = "pagina"

    def get_queryset(self) -> Any:
        return Person.objects.published().for_list()


class PersonDetail(PublishedDetail):
    model = Person
    related = ("projects", "stories")


class AlternativeList(FilteredList):
    model = Initiative
    filterset_class = InitiativeFilter
    template_name = "projects/alternative_list.html"

    def items(self) -> Any:
        return super().items().alternatives()


class TakingPartList(FilteredList):
    model = Initiative
    filterset_class = InitiativeFilter
    template_name = "projects/taking_part_list.html"

    def items(self) -> Any:
        return super().items().taking_part()


class InitiativeDetail(PublishedDetail):
    """Each kind has its page under one of the two lists, and under that one only."""

    model = Initiative
    related = ("projects",)
    kinds: tuple[Initiative.Kind, ...]

    def get_object(self, queryset: Any = None) -> Initiative:
        initiatives = Initiative.objects.for_detail().filter(kind__in=self.kinds)
        return get_published_or_gone(initiatives, slug=self.kwargs["slug"])


class AlternativeDetail(InitiativeDetail):
    kinds = Initiative.ALTERNATIVES


class TakingPartDetail(InitiativeDetail):
    kinds = Initiative.TAKING_PART


class ThemeList(ListView):
    paginate_by = 25
    page_kwarg = "pagina"

    def get_queryset(self) -> Any:
        return Theme.objects.published()

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        return {**context, "sensitive": any(theme.sensitive for theme in context["page_obj"])}


class ThemeDetail(PublishedDetail):
    model = Theme
    related = tuple(f"{name}_set" for name in THEMED)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        return {**context, "sensitive": context["sensitive"] or self.object.sensitive}


@require_safe
def glossary(request: HttpRequest) -> HttpResponse:
    # By letter first: a term may begin with something else, as in 's nachts.
    terms = sorted(GlossaryTerm.objects.published(), key=lambda term: (term.initial, term.term.lower()))
    # Words such as suicide prevention and isolation stand among them.
    return render(request, "projects/glossary.html", {"terms": terms, "sensitive": True})
