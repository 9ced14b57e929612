"""What all filters have in common: what stands in the address narrows what is shown."""

from typing import Any

import django_filters
from django.db.models import F, QuerySet
from django.db.models.functions import Lower
from django.http import HttpRequest, QueryDict

type Choices = list[tuple[str, str]]

UNKNOWN_CHOICE = {"invalid_choice": "Deze keuze bestaat niet. Kies er een uit de lijst."}
# How many fields of a filter stand outside its fold: templates/components/filter_form.html.
IN_SIGHT = 2
NEWEST_FIRST = F("date_from").desc(nulls_last=True)
OLDEST_FIRST = F("date_from").asc(nulls_last=True)


def choice(label: str, field_name: str | None = None, **kwargs: Any) -> django_filters.ChoiceFilter:
    return django_filters.ChoiceFilter(field_name, label=label, error_messages=UNKNOWN_CHOICE, **kwargs)


def sorting(default: str, **labels: str) -> django_filters.ChoiceFilter:
    """A field to sort by; the list's own order is the empty choice."""
    return choice("Sorteer", choices=list(labels.items()), empty_label=default, method="sort")


def by_slug(queryset: QuerySet[Any], label: str = "name") -> Choices:
    return list(queryset.order_by(Lower(label)).distinct().values_list("slug", label))


def in_use(items: QuerySet[Any], field: str) -> Choices:
    """The choices of a field that some item has made."""
    used = set(items.order_by().values_list(field, flat=True).distinct())
    choices: Choices = items.model._meta.get_field(field).flatchoices
    return [(value, label) for value, label in choices if value in used]


def years(items: QuerySet[Any]) -> Choices:
    return [(str(day.year), str(day.year)) for day in items.dates("date_from", "year", order="DESC")]


class ListFilter(django_filters.FilterSet):
    """Only what some item has can be chosen, so that no choice leads to an empty list by itself; a field without
    choices is left out. A value that is none of the choices narrows nothing, and the page says so."""

    ORDERS: dict[str, list[Any]] = {}

    def __init__(self, data: QueryDict, queryset: QuerySet[Any], *, request: HttpRequest) -> None:
        super().__init__(data, queryset, request=request)
        for name, choices in self.choices(queryset).items():
            if choices:
                self.filters[name].extra["choices"] = choices
            else:
                del self.filters[name]
        if list(self.filters) == ["sorteer"]:
            # With nothing to choose from, there is nothing to sort either.
            del self.filters["sorteer"]

    def choices(self, items: QuerySet[Any]) -> dict[str, Choices]:
        raise NotImplementedError(f"{type(self).__name__} offers no choices")

    def sort(self, queryset: QuerySet[Any], name: str, value: str) -> QuerySet[Any]:
        return queryset.order_by(*self.ORDERS[value])

    def chosen(self, **fields: str) -> dict[str, str]:
        """Of these fields, each under the lookup it stands for, those that a choice was made in."""
        values = {lookup: self.form.cleaned_data.get(field) for lookup, field in fields.items()}
        return {lookup: value for lookup, value in values.items() if value}

    @property
    def has_more(self) -> bool:
        """Whether a choice was made, or went wrong, beyond the two fields that are always in sight."""
        further = list(self.form.fields)[IN_SIGHT:]
        return any(self.form.cleaned_data.get(name) or name in self.form.errors for name in further)

    @property
    def chips(self) -> list[tuple[str, str]]:
        """The choices that were made, each with the address of the list without it."""
        chips = []
        for name, value in self.form.cleaned_data.items():
            if value and name != "sorteer":
                field, query = self.form.fields[name], self.data.copy()
                query.pop(name)
                query.pop("pagina", None)
                chips.append((f"{field.label}: {dict(field.choices)[value]}", f"?{query.urlencode()}"))
        return chips
