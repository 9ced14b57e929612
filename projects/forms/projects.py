from typing import Any

from django.db.models import Exists, F, OuterRef, QuerySet

from projects.models import (
    Lesson,
    Organisation,
    Participation,
    Project,
    Randvoorwaarde,
    Theme,
    Veranderopgave,
)

from .base import NEWEST_FIRST, OLDEST_FIRST, Choices, ListFilter, by_slug, choice, in_use, sorting


def running_years(items: QuerySet[Project]) -> Choices:
    """Every year in which one of them ran; while the end is unknown, only the first is sure."""
    spans = items.order_by().values_list("date_from__year", "date_to__year").distinct()
    ends = [(first or last, last or first) for first, last in spans if first or last]
    years = {year for first, last in ends for year in range(first, last + 1)}
    return [(str(year), str(year)) for year in sorted(years, reverse=True)]


class ProjectFilter(ListFilter):
    thema = choice("Thema", "themes__slug")
    veranderopgave = choice("Veranderopgave", "veranderopgaven__slug")
    randvoorwaarde = choice("Randvoorwaarde", "randvoorwaarden__slug")
    organisatie = choice("Organisatie", method="by_participation")
    rol = choice("Rol van de organisatie", method="by_participation")
    fase = choice("Fase", "phase")
    jaar = choice("Jaar", method="by_year")
    sorteer = sorting("op naam", nieuwste="nieuwste eerst", oudste="oudste eerst")
    ORDERS = {"nieuwste": [NEWEST_FIRST, "name"], "oudste": [OLDEST_FIRST, "name"]}

    def choices(self, items: QuerySet[Project]) -> dict[str, Choices]:
        # A draft is named nowhere; what has been archived still is.
        taking_part = Participation.objects.filter(
            project__in=items, organisation__in=Organisation.objects.once_public()
        )
        return {
            "thema": by_slug(Theme.objects.published().filter(project__in=items)),
            "veranderopgave": by_slug(Veranderopgave.objects.published().named().filter(projects__in=items)),
            "randvoorwaarde": by_slug(Randvoorwaarde.objects.published().filter(projects__in=items)),
            "organisatie": by_slug(Organisation.objects.published().filter(participations__in=taking_part)),
            "rol": in_use(taking_part, "role"),
            "fase": in_use(items, "phase"),
            "jaar": running_years(items),
        }

    def by_participation(self, queryset: QuerySet[Project], name: str, value: str) -> QuerySet[Project]:
        """Organisation and role of one and the same participation: whichever was chosen, both count."""
        narrowed = self.chosen(organisation__slug="organisatie", role="rol")
        taking_part = Participation.objects.filter(organisation__in=Organisation.objects.once_public(), **narrowed)
        return queryset.filter(Exists(taking_part.filter(project=OuterRef("pk"))))

    def by_year(self, queryset: Any, name: str, value: str) -> QuerySet[Project]:
        return queryset.in_year(int(value))


class LessonFilter(ListFilter):
    thema = choice("Thema", "themes__slug")
    project = choice("Project", "project__slug")
    uitkomst = choice("Werkte het?", "outcome")
    organisatie = choice("Wie weet meer", "organisation__slug")
    sorteer = sorting("op de les", project="op project")
    ORDERS = {"project": [F("project__name").asc(nulls_last=True), "title"]}

    def choices(self, items: QuerySet[Lesson]) -> dict[str, Choices]:
        return {
            "thema": by_slug(Theme.objects.published().filter(lesson__in=items)),
            "project": by_slug(Project.objects.published().filter(lessons__in=items)),
            "uitkomst": in_use(items, "outcome"),
            "organisatie": by_slug(Organisation.objects.published().filter(lessons__in=items)),
        }
