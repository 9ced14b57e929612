from django.db.models import Exists, OuterRef, QuerySet
from django.db.models.functions import Lower

from projects.models import Initiative, Organisation, Participation, Project, Theme

from .base import Choices, ListFilter, by_slug, choice, in_use, sorting


class OrganisationFilter(ListFilter):
    soort = choice("Soort", "kind")
    project = choice("Project", method="by_participation")
    rol = choice("Rol in een project", method="by_participation")
    sorteer = sorting("op naam", soort="op soort")
    ORDERS = {"soort": ["kind", Lower("name")]}

    def choices(self, items: QuerySet[Organisation]) -> dict[str, Choices]:
        projects = Project.objects.published()
        taking_part = Participation.objects.filter(organisation__in=items, project__in=projects)
        return {
            "soort": in_use(items, "kind"),
            "project": by_slug(projects.filter(participations__in=taking_part)),
            "rol": in_use(taking_part, "role"),
        }

    def by_participation(self, queryset: QuerySet[Organisation], name: str, value: str) -> QuerySet[Organisation]:
        """Project and role of one and the same participation: whichever was chosen, both count."""
        narrowed = self.chosen(project__slug="project", role="rol")
        taking_part = Participation.objects.filter(project__in=Project.objects.published(), **narrowed)
        return queryset.filter(Exists(taking_part.filter(organisation=OuterRef("pk"))))


class InitiativeFilter(ListFilter):
    thema = choice("Thema", "themes__slug")
    soort = choice("Soort", "kind")
    organisatie = choice("Van wie", "organisation__slug")
    project = choice("Project", "projects__slug")
    sorteer = sorting("op naam", soort="op soort")
    ORDERS = {"soort": ["kind", Lower("name")]}

    def choices(self, items: QuerySet[Initiative]) -> dict[str, Choices]:
        return {
            "thema": by_slug(Theme.objects.published().filter(initiative__in=items)),
            "soort": in_use(items, "kind"),
            "organisatie": by_slug(Organisation.objects.published().filter(initiatives__in=items)),
            "project": by_slug(Project.objects.published().filter(initiatives__in=items)),
        }
