from django.db.models import QuerySet

from projects.models import Event, Organisation, Project, Publication, Story, Theme

from .base import OLDEST_FIRST, Choices, ListFilter, by_slug, choice, in_use, sorting, years


class PublicationFilter(ListFilter):
    thema = choice("Thema", "themes__slug")
    soort = choice("Soort", "kind")
    jaar = choice("Jaar", "date_from__year")
    organisatie = choice("Uitgever", "publisher__slug")
    project = choice("Project", "projects__slug")
    sorteer = sorting("nieuwste eerst", oudste="oudste eerst", titel="op titel")
    ORDERS = {"oudste": [OLDEST_FIRST, "title"], "titel": ["title"]}

    def choices(self, items: QuerySet[Publication]) -> dict[str, Choices]:
        return {
            "thema": by_slug(Theme.objects.published().filter(publication__in=items)),
            "soort": in_use(items, "kind"),
            "jaar": years(items),
            "organisatie": by_slug(Organisation.objects.published().filter(publications__in=items)),
            "project": by_slug(Project.objects.published().filter(publications__in=items)),
        }


class EventFilter(ListFilter):
    thema = choice("Thema", "themes__slug")
    reeks = choice("Reeks", "series")
    jaar = choice("Jaar", "date_from__year")
    organisatie = choice("Georganiseerd door", "organisations__slug")
    project = choice("Project", "projects__slug")

    def choices(self, items: QuerySet[Event]) -> dict[str, Choices]:
        series = items.exclude(series="").order_by("series").values_list("series", flat=True).distinct()
        return {
            "thema": by_slug(Theme.objects.published().filter(event__in=items)),
            "reeks": [(name, name) for name in series],
            "jaar": years(items),
            "organisatie": by_slug(Organisation.objects.published().filter(events__in=items)),
            "project": by_slug(Project.objects.published().filter(events__in=items)),
        }


class StoryFilter(ListFilter):
    thema = choice("Thema", "themes__slug")
    soort = choice("Soort", "kind")
    jaar = choice("Jaar", "date_from__year")
    project = choice("Project", "projects__slug")
    organisatie = choice("Organisatie", "organisations__slug")
    sorteer = sorting("nieuwste eerst", oudste="oudste eerst", titel="op titel")
    ORDERS = {"oudste": [OLDEST_FIRST, "title"], "titel": ["title"]}

    def choices(self, items: QuerySet[Story]) -> dict[str, Choices]:
        return {
            "thema": by_slug(Theme.objects.published().filter(story__in=items)),
            "soort": in_use(items, "kind"),
            "jaar": years(items),
            "project": by_slug(Project.objects.published().filter(stories__in=items)),
            "organisatie": by_slug(Organisation.objects.published().filter(stories__in=items)),
        }
