"""What each list and page of the projects app shows; of related things only what is public."""

from typing import Any, Self

from django.db import models
from django.db.models import F, Prefetch, Q, QuerySet

from stroomop.lib.clock import today

from .published import PublishedQuerySet
from .themed import ProjectPartQuerySet, ThemedQuerySet


class VeranderopgaveQuerySet(ThemedQuerySet):
    def named(self) -> Self:
        """Those that a page can be made of: the names of the long-running ones are not known."""
        return self.exclude(slug=None)

    def as_links(self) -> Self:
        return self.named().with_sensitivity()

    def for_list(self) -> Self:
        return self.as_links().prefetch_related(self.public("projects"))

    def for_detail(self) -> Self:
        return self.as_links().prefetch_related("themes", self.public("hoofddoel"), self.public("projects"))


class HoofddoelQuerySet(PublishedQuerySet):
    def for_list(self) -> Self:
        return self.prefetch_related(self.public("veranderopgaven"))


class RandvoorwaardeQuerySet(PublishedQuerySet):
    def for_list(self) -> Self:
        conditions: Any = self.model._meta.get_field("conditions").related_model
        projects: Any = conditions._meta.get_field("project").related_model
        published = projects.objects.published()
        public = conditions.objects.filter(project__in=published).order_by("project__name")
        return self.prefetch_related(
            Prefetch("conditions", public.prefetch_related(Prefetch("project", published.as_links())))
        )


class ParticipationQuerySet(QuerySet):
    def with_public_parties(self) -> Self:
        organisations: Any = self.model._meta.get_field("organisation").related_model
        public = organisations.objects.once_public()
        return self.filter(organisation__in=public).prefetch_related(Prefetch("organisation", public))

    def with_public_projects(self) -> Self:
        projects: Any = self.model._meta.get_field("project").related_model
        public = projects.objects.published()
        return self.filter(project__in=public).prefetch_related(Prefetch("project", public.as_links()))


class ProjectQuerySet(ThemedQuerySet):
    def in_year(self, year: int) -> Self:
        """Those that ran in the year. Of a project whose end is unknown, only its first year is sure."""
        begins_before, ends_after = Q(date_from__year__lte=year), Q(date_to__year__gte=year)
        return self.filter(Q(date_from__year=year) | Q(date_to__year=year) | (begins_before & ends_after))

    def for_list(self) -> Self:
        return self.with_sensitivity().prefetch_related("former_names")

    def for_detail(self) -> Self:
        participations: Any = self.model._meta.get_field("participations").related_model
        conditions: Any = self.model._meta.get_field("conditions").related_model
        voorwaarden: Any = self.model._meta.get_field("randvoorwaarden").related_model
        public_conditions = conditions.objects.filter(randvoorwaarde__in=voorwaarden.objects.published())
        related = ("veranderopgaven", "lessons", "updates", "experiences", "publications", "events", "stories")
        return (
            self.with_sensitivity()
            .select_related("image")
            .prefetch_related(
                *(self.public(name) for name in related),
                *(self.public(name) for name in ("persons", "initiatives", "successor", "predecessors")),
                Prefetch("conditions", public_conditions.select_related("randvoorwaarde")),
                Prefetch("participations", participations.objects.with_public_parties()),
                "themes",
                "former_names",
                "results",
                "sources",
            )
        )


class UpdateQuerySet(PublishedQuerySet):
    def for_feed(self) -> Self:
        """Only of projects that are public: a notice has no page of its own."""
        projects: Any = self.model._meta.get_field("project").related_model
        return self.filter(project__in=projects.objects.published()).select_related("project")


class LessonQuerySet(ProjectPartQuerySet):
    def for_list(self) -> Self:
        return self.with_sensitivity().prefetch_related(self.public("project"), self.public("organisation"), "themes")

    def for_detail(self) -> Self:
        return self.for_list()


class OrganisationQuerySet(PublishedQuerySet):
    def family(self, organisation: models.Model) -> set[int]:
        """The keys of an organisation, of all that it belongs to, and of all that belong to it. One query."""
        parents = dict(self.model._default_manager.values_list("pk", "parent"))
        above = lineage(organisation.pk, parents)
        below = {key for key in parents if organisation.pk in lineage(key, parents)}
        return above | below

    def for_list(self) -> Self:
        return self.prefetch_related(self.by_name("parent"))

    def for_detail(self) -> Self:
        participations: Any = self.model._meta.get_field("participations").related_model
        related = ("members", "publications", "events", "stories", "persons", "initiatives", "lessons")
        return self.prefetch_related(
            self.public("parent"),
            *(self.public(name) for name in related),
            Prefetch("participations", participations.objects.with_public_projects()),
            "former_names",
            "sources",
        )


def lineage(key: int, parents: dict[int, int | None]) -> set[int]:
    """A key with all above it; ends also where somebody made a ring of them."""
    found: set[int] = set()
    step: int | None = key
    while step is not None and step not in found:
        found.add(step)
        step = parents.get(step)
    return found


class PublicationQuerySet(ThemedQuerySet):
    def for_list(self) -> Self:
        return self.with_sensitivity().prefetch_related(self.by_name("publisher"))

    def for_detail(self) -> Self:
        return self.for_list().prefetch_related(self.public("projects"), self.public("stories"), "themes")

    def as_links(self) -> Self:
        return self.for_list()


class EventQuerySet(ThemedQuerySet):
    def upcoming(self) -> Self:
        """Still to come, or going on; the first one first. Without a date there is nothing to go to."""
        day = today()
        still_on = Q(date_to__gte=day) | Q(date_to=None, date_from__gte=day)
        return self.filter(still_on).order_by("date_from", "title", "pk")

    def past(self) -> Self:
        """All others, the last one first; what has no date comes last."""
        day = today()
        return self.filter(
            Q(date_to__lt=day) | Q(date_to=None, date_from__lt=day) | Q(date_to=None, date_from=None)
        ).order_by(F("date_from").desc(nulls_last=True), "title", "pk")

    def exact(self) -> Self:
        """Those that fit in a calendar: a month or a year does not."""
        return self.filter(date_from__isnull=False, precision="dag")

    def for_list(self) -> Self:
        return self.with_sensitivity()

    def for_detail(self) -> Self:
        return self.for_list().prefetch_related(self.public("projects"), self.public("organisations"), "themes")


class StoryQuerySet(ThemedQuerySet):
    def for_list(self) -> Self:
        return self.with_sensitivity()

    def for_detail(self) -> Self:
        related = ("projects", "organisations", "persons", "publications")
        return self.for_list().prefetch_related(*(self.public(name) for name in related), "themes")


class PersonQuerySet(PublishedQuerySet):
    def for_list(self) -> Self:
        return self.prefetch_related(self.by_name("organisation"))

    def for_detail(self) -> Self:
        return self.for_list().prefetch_related(self.public("projects"), self.public("stories"))


class InitiativeQuerySet(ThemedQuerySet):
    def alternatives(self) -> Self:
        model: Any = self.model
        return self.filter(kind__in=model.ALTERNATIVES)

    def taking_part(self) -> Self:
        model: Any = self.model
        return self.filter(kind__in=model.TAKING_PART)

    def for_list(self) -> Self:
        return self.with_sensitivity().prefetch_related(self.by_name("organisation"))

    def for_detail(self) -> Self:
        return self.for_list().prefetch_related(self.public("projects"), "themes", "sources")
