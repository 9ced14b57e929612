"""What of the adviezen the public may see, and could know on a given day."""

from datetime import date
from typing import Any, Self

from django.db import models
from django.db.models import Exists, F, OuterRef, Prefetch, Q, Subquery

from projects.querysets import PublishedQuerySet, ThemedQuerySet


def known(day: date) -> Q:
    return Q(known_on__lte=day)


def known_or_always(day: date) -> Q:
    """NULL stands for: as long as what it hangs on."""
    return Q(known_on=None) | known(day)


class NewsQuerySet(PublishedQuerySet):
    def newest_first(self) -> Self:
        """By the start of the event; what has no date comes last."""
        return self.order_by(F("date_from").desc(nulls_last=True), "-pk")

    def known_by(self, day: date) -> Self:
        """Public now and known on that day. Adds ``is_corrected``: a correction was known by then too."""
        model: Any = self.model
        corrections = model.objects.published().filter(known(day), supersedes=OuterRef("pk"))
        return self.published().filter(known(day)).annotate(is_corrected=Exists(corrections))

    def as_of(self, day: date) -> Self:
        """As it was told on that day."""
        return self.known_by(day).filter(is_corrected=False)

    def for_timeline(self, day: date) -> Self:
        """With what its place in a timeline tells: sources, and the promises in it with their dates by that day."""
        agreements: Any = self.model._meta.get_field("agreements").related_model
        deadlines: Any = agreements._meta.get_field("deadlines").related_model
        return self.select_related("supersedes").prefetch_related(
            "sources", "agreements", Prefetch("agreements__deadlines", deadlines.objects.filter(known(day)))
        )


class StatementQuerySet(PublishedQuerySet):
    def as_of(self, day: date) -> Self:
        """In the name of whom we may name, and not about an advies that was not public."""
        organisations: Any = self.model._meta.get_field("organisation").related_model
        adviezen: Any = self.model._meta.get_field("advies").related_model
        about = Q(advies=None) | Q(advies__in=adviezen.objects.as_of(day))
        return self.published().filter(known(day), about, organisation__in=organisations.objects.once_public())


class RelatedQuerySet(models.QuerySet):
    """Which advies and which project or publication touch each other: shown only where the other side is public."""

    def as_of(self, day: date) -> Self:
        return self.filter(known_or_always(day))

    def of(self, name: str, item: models.Model, day: date) -> Self:
        """The public adviezen that this project, or publication, touches."""
        advies: Any = self.model._meta.get_field("advies").related_model
        public = advies.objects.as_of(day)
        return (
            self.as_of(day)
            .filter(**{name: item}, advies__in=public)
            .select_related("advies")
            .order_by("advies__number")
        )

    def with_public(self, name: str) -> Self:
        """Only those whose project, or publication, is public; and that one with it."""
        other: Any = self.model._meta.get_field(name).related_model
        public = other.objects.published()
        return self.filter(**{f"{name}__in": public}).prefetch_related(Prefetch(name, public.as_links()))


class ResponsibilityQuerySet(models.QuerySet):
    def as_of(self, day: date) -> Self:
        """Those that held on that day, as far as they were known by then, and not corrected. NULL is an open end."""
        model: Any = self.model
        corrections = model.objects.filter(known(day), supersedes=OuterRef("pk"))
        held = (Q(date_from=None) | Q(date_from__lte=day)) & (Q(date_to=None) | Q(date_to__gte=day))
        return self.filter(known(day), held).exclude(Exists(corrections)).exclude(role=model.Role.WITHDRAWN)

    def public(self, day: date) -> Self:
        """All that was known by then, also what no longer held: in public adviezen, of those whom we may name."""
        adviezen: Any = self.model._meta.get_field("advies").related_model
        organisations: Any = self.model._meta.get_field("organisation").related_model
        return self.filter(
            known(day), advies__in=adviezen.objects.as_of(day), organisation__in=organisations.objects.once_public()
        )

    def of_organisations(self, organisations: set[int], day: date) -> Self:
        """What is asked of these, or names them as a partner, in the public adviezen."""
        found = self.public(day).as_of(day).filter(organisation__in=organisations)
        return found.select_related("advies", "organisation").order_by("advies__number", "pk")


class AdviesQuerySet(ThemedQuerySet):
    def as_of(self, day: date) -> Self:
        """Public now, from the day that the report was."""
        return self.published().filter(report__known_on__lte=day)

    def with_last_check(self, day: date) -> Self:
        """Adds ``last_check``, the last day by then on which somebody looked for news, and its note. None: never."""
        check: Any = self.model._meta.get_field("checks").related_model
        last = check.objects.filter(advies=OuterRef("pk"), checked_on__lte=day).order_by("-checked_on")[:1]
        return self.annotate(
            last_check=Subquery(last.values("checked_on")), last_check_note=Subquery(last.values("note"))
        )

    def with_news(self, day: date) -> Self:
        """With the bearings of what was known, each with its news. A promise in corrected news still stands."""
        bearings: Any = self.model._meta.get_field("bearings").related_model
        news: Any = bearings._meta.get_field("news").related_model
        public = news.objects.known_by(day)
        return self.prefetch_related(
            Prefetch("bearings", bearings.objects.filter(known_or_always(day), news__in=public)),
            Prefetch("bearings__news", public.for_timeline(day)),
        )

    def with_parties(self, day: date) -> Self:
        """With who is to act, as far as public, and what they answered."""
        organisations: Any = self.model._meta.get_field("organisations").related_model
        responsibilities: Any = self.model._meta.get_field("responsibilities").related_model
        responses: Any = self.model._meta.get_field("responses").related_model
        public = responsibilities.objects.as_of(day).filter(organisation__in=organisations.objects.once_public())
        return self.prefetch_related(
            Prefetch("responsibilities", public.select_related("organisation")),
            Prefetch("responses", responses.objects.filter(known(day))),
        )

    def with_verdict(self, day: date) -> Self:
        """Adds ``verdict``, the last judgement by then. None: there is none."""
        assessments: Any = self.model._meta.get_field("assessments").related_model
        signed = assessments.objects.filter(known(day), advies=OuterRef("pk")).order_by("-known_on", "-pk")
        return self.annotate(verdict=Subquery(signed.values("verdict")[:1]))

    def with_assessments(self, day: date) -> Self:
        assessments: Any = self.model._meta.get_field("assessments").related_model
        signed = assessments.objects.filter(known(day)).select_related("organisation").prefetch_related("sources")
        return self.prefetch_related(Prefetch("assessments", signed))

    def for_list(self, day: date) -> Self:
        """With all that ``advies.reading`` asks for."""
        return self.with_sensitivity().with_last_check(day).with_news(day).with_parties(day).with_assessments(day)

    def for_detail(self, day: date) -> Self:
        """With what its own page shows beside that."""
        model: Any = self.model
        projects, publications = (
            model._meta.get_field(name).related_model.objects for name in ("related_projects", "related_publications")
        )
        statements: Any = model._meta.get_field("statements").related_model
        return (
            self.for_list(day)
            .select_related("report")
            .prefetch_related(
                Prefetch("related_projects", projects.as_of(day).with_public("project")),
                Prefetch("related_publications", publications.as_of(day).with_public("publication")),
                Prefetch("statements", statements.objects.as_of(day).select_related("organisation")),
                "themes",
            )
        )
