from typing import Any, Self

from django.db import models
from django.db.models import F, OuterRef, Prefetch, Subquery

from projects.querysets import PublishedQuerySet


class NewsQuerySet(PublishedQuerySet):
    def newest_first(self) -> Self:
        """By the start of the event; what has no date comes last."""
        return self.order_by(F("date_from").desc(nulls_last=True), "-pk")


class RelatedProjectQuerySet(models.QuerySet):
    """Which advies and which project touch each other: shown only where the other side is public."""

    def of_project(self, project: models.Model) -> Self:
        advies: Any = self.model._meta.get_field("advies").related_model
        public = advies.objects.published()
        return self.filter(project=project, advies__in=public).select_related("advies").order_by("advies__number")

    def with_public_project(self) -> Self:
        project: Any = self.model._meta.get_field("project").related_model
        public = project.objects.published()
        return self.filter(project__in=public).prefetch_related(Prefetch("project", public.as_links()))


class ResponsibilityQuerySet(models.QuerySet):
    def of_organisation(self, organisation: models.Model) -> Self:
        """What is asked of it, or names it as a partner, in the public adviezen."""
        advies: Any = self.model._meta.get_field("advies").related_model
        public = advies.objects.published()
        return (
            self.filter(organisation=organisation, advies__in=public)
            .select_related("advies")
            .order_by("advies__number")
        )


class AdviesQuerySet(PublishedQuerySet):
    def with_last_check(self) -> Self:
        """Adds ``last_check``, the day somebody last looked whether there was news, and its note. None: never."""
        check: Any = self.model._meta.get_field("checks").related_model
        last = check.objects.filter(advies=OuterRef("pk")).order_by("-checked_on")[:1]
        return self.annotate(
            last_check=Subquery(last.values("checked_on")), last_check_note=Subquery(last.values("note"))
        )

    def with_news(self) -> Self:
        """Adds ``public_news``, newest first, with its sources."""
        news: Any = self.model._meta.get_field("news").related_model
        public = news.objects.published().newest_first().prefetch_related("sources")
        return self.prefetch_related(Prefetch("news", public, to_attr="public_news"))

    def with_parties(self) -> Self:
        """With who is to act, as far as public."""
        organisations: Any = self.model._meta.get_field("organisations").related_model
        responsibilities: Any = self.model._meta.get_field("responsibilities").related_model
        public = responsibilities.objects.filter(organisation__in=organisations.objects.once_public())
        return self.prefetch_related(Prefetch("responsibilities", public.select_related("organisation")))

    def for_list(self) -> Self:
        return self.with_last_check().with_news().with_parties()

    def for_detail(self) -> Self:
        return self.for_list().select_related("report")
