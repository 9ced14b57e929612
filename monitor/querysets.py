from typing import Any, Self

from django.db import models
from django.db.models import Exists, F, OuterRef, Prefetch

from projects.querysets import PublishedQuerySet


class IndicatorQuerySet(PublishedQuerySet):
    def drawn(self) -> Self:
        """Those that a chart may be made of: no one-off counts, no norms, nothing sensitive."""
        return self.filter(kind="reeks")

    def with_national(self) -> Self:
        """Adds ``national_series``, a list of one or none: the whole country, with its ``current_figures``.

        Adds ``is_broken_down`` as well: whether there are current figures of parts of the country.
        """
        series: Any = self.model._meta.get_field("series").related_model
        figures = series._meta.get_field("figures").related_model
        current = Prefetch("figures", figures.objects.current().in_order(), to_attr="current_figures")
        national = series.objects.filter(key="").prefetch_related(current)
        parts = figures.objects.current().filter(series__indicator=OuterRef("pk")).exclude(series__key="")
        found = self.annotate(is_broken_down=Exists(parts))
        return found.prefetch_related(Prefetch("series", national, to_attr="national_series"))


class PublicFigureQuerySet(models.QuerySet):
    def current(self) -> Self:
        """The figures that hold now. NULL in ``valid_to`` means: nothing newer has taken their place."""
        return self.filter(valid_to=None, mention_only=False)

    def in_order(self) -> Self:
        """Oldest first. NULL in ``start`` is the unknown period: before all others, whatever the database."""
        start = F("period__start").asc(nulls_first=True)
        return self.select_related("series", "period", "release__source").order_by(start, "period__end", "pk")
