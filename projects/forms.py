import django_filters
from django.db.models import QuerySet

from projects.models import Project, Veranderopgave

UNKNOWN_CHOICE = {"invalid_choice": "Deze keuze bestaat niet. Kies er een uit de lijst."}


def veranderopgaven_in_use(request: object) -> QuerySet[Veranderopgave]:
    return Veranderopgave.objects.published().named().filter(projects__in=Project.objects.published()).distinct()


def phases_in_use() -> list[tuple[str, str]]:
    used = set(Project.objects.published().values_list("phase", flat=True))
    return [(value, label) for value, label in Project.Phase.choices if value in used]


class ProjectFilter(django_filters.FilterSet):
    """Narrows the list by what stands in the address. A value it does not know narrows nothing, and is told.

    Only what some project has can be chosen, so that no choice leads to an empty list by itself.
    """

    veranderopgave = django_filters.ModelChoiceFilter(
        field_name="veranderopgaven",
        to_field_name="slug",
        queryset=veranderopgaven_in_use,
        label="Veranderopgave",
        error_messages=UNKNOWN_CHOICE,
    )
    fase = django_filters.ChoiceFilter(
        field_name="phase", choices=phases_in_use, label="Fase", error_messages=UNKNOWN_CHOICE
    )

    class Meta:
        model = Project
        fields: list[str] = []
