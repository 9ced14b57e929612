import django_filters
from django.db.models import QuerySet

from projects.models import Project, Randvoorwaarde, Veranderopgave


def named_veranderopgaven(request: object) -> QuerySet[Veranderopgave]:
    return Veranderopgave.objects.published().named()


def randvoorwaarden(request: object) -> QuerySet[Randvoorwaarde]:
    return Randvoorwaarde.objects.published()


class ProjectFilter(django_filters.FilterSet):
    """Narrows the list by what stands in the address. A value it does not know narrows nothing, and is told."""

    veranderopgave = django_filters.ModelChoiceFilter(
        field_name="veranderopgaven", to_field_name="slug", queryset=named_veranderopgaven, label="Veranderopgave"
    )
    randvoorwaarde = django_filters.ModelChoiceFilter(
        field_name="randvoorwaarden", to_field_name="slug", queryset=randvoorwaarden, label="Randvoorwaarde"
    )
    fase = django_filters.ChoiceFilter(field_name="phase", choices=Project.Phase.choices, label="Fase")

    class Meta:
        model = Project
        fields: list[str] = []
