from datetime import date
from typing import Any

from django.db.models import Exists, OuterRef, QuerySet
from django.http import HttpRequest, QueryDict

from advies.models import Advies, Assessment, Responsibility
from advies.reading import NOT_ASSESSED
from projects.forms.base import Choices, ListFilter, by_slug, choice, sorting
from projects.models import Organisation, Theme

NONE = "geen"
BY_SILENCE = "stilte"


class AdviesFilter(ListFilter):
    """Narrows the adviezen as they were known on a day. Silence is worked out afterwards, so it is sorted by then."""

    partij = choice("Voor wie", method="by_party")
    thema = choice("Thema", "themes__slug")
    oordeel = choice("Oordeel", method="by_verdict")
    sorteer = sorting("op nummer", stilte="langste stilte eerst")

    def __init__(self, data: QueryDict, queryset: QuerySet[Advies], *, request: HttpRequest, day: date) -> None:
        self.day = day
        self.party: Organisation | None = None
        super().__init__(data, queryset, request=request)

    def choices(self, items: Any) -> dict[str, Choices]:
        responsibilities = Responsibility.objects.as_of(self.day).filter(advies__in=items)
        parties = Organisation.objects.once_public().filter(responsibilities__in=responsibilities)
        found = set(items.with_verdict(self.day).order_by().values_list("verdict", flat=True))
        verdicts = [(value, label) for value, label in Assessment.Verdict.choices if value in found]
        return {
            "partij": by_slug(parties),
            "thema": by_slug(Theme.objects.published().filter(advies__in=items)),
            "oordeel": [*verdicts, *([(NONE, NOT_ASSESSED)] if None in found else [])],
        }

    def by_party(self, queryset: QuerySet[Advies], name: str, value: str) -> QuerySet[Advies]:
        """Also what is asked of the group that it belongs to, or of its members."""
        self.party = Organisation.objects.get(slug=value)
        family = Organisation.objects.family(self.party)
        asked = Responsibility.objects.of_organisations(family, self.day)
        return queryset.filter(Exists(asked.filter(advies=OuterRef("pk"))))

    def by_verdict(self, queryset: Any, name: str, value: str) -> QuerySet[Advies]:
        return queryset.with_verdict(self.day).filter(verdict=None if value == NONE else value)

    def sort(self, queryset: QuerySet[Advies], name: str, value: str) -> QuerySet[Advies]:
        return queryset
