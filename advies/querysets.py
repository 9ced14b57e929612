from typing import Any, Self

from django.db.models import F, Max, Prefetch

from projects.querysets import PublishedQuerySet


class NewsQuerySet(PublishedQuerySet):
    def newest_first(self) -> Self:
        """By the start of the event; what has no date comes last."""
        return self.order_by(F("date_from").desc(nulls_last=True), "-pk")


class AdviesQuerySet(PublishedQuerySet):
    def with_last_check(self) -> Self:
        """Adds ``last_check``: the day somebody last looked whether there was news. None: never."""
        return self.annotate(last_check=Max("checks__checked_on"))

    def with_news(self) -> Self:
        """Adds ``public_news``, newest first, with its sources."""
        news: Any = self.model._meta.get_field("news").related_model
        public = news.objects.published().newest_first().prefetch_related("sources")
        return self.prefetch_related(Prefetch("news", public, to_attr="public_news"))

    def with_parties(self) -> Self:
        return self.prefetch_related("responsibilities__organisation")

    def for_list(self) -> Self:
        return self.with_last_check().with_news().with_parties()

    def for_detail(self) -> Self:
        return self.for_list().select_related("report")
