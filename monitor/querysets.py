from datetime import date
from typing import Any, Self

from django.db import models
from django.db.models import Exists, F, OuterRef, Prefetch, Q

from projects.querysets import PublishedQuerySet
from stroomop.lib import clock


class IndicatorQuerySet(PublishedQuerySet):
    def drawn(self) -> Self:
        """Those that a chart may be made of: no one-off counts, no norms, nothing sensitive."""
        return self.filter(kind="reeks")

    def without_sensitive(self) -> Self:
        """For a page that everybody comes to, such as home."""
        return self.exclude(kind="gevoelig").exclude(speerpunt__sensitive=True)

    def with_national(self, day: date) -> Self:
        """Adds ``national_series``, a list of one or none: the whole country, with its ``current_figures``; and how it
        was counted.

        Each series also has its ``earlier_figures``, which were known by then and gave way. Adds ``is_broken_down`` as
        well: whether there are figures of parts of the country that held on that day; and ``known_checks``, the looks
        for a newer figure.
        """
        series: Any = self.model._meta.get_field("series").related_model
        public = series._meta.get_field("figures").related_model.objects
        figures = public.held_on(day)
        national = series.objects.filter(key="").prefetch_related(
            Prefetch("figures", figures.in_order(), to_attr="current_figures"),
            Prefetch("figures", public.known_by(day).replaced_by(day).in_order(), to_attr="earlier_figures"),
        )
        looks: Any = self.model._meta.get_field("checks").related_model
        checks = looks.objects.filter(checked_on__lte=day)
        parts = figures.filter(series__indicator=OuterRef("pk")).exclude(series__key="")
        return self.annotate(is_broken_down=Exists(parts)).prefetch_related(
            Prefetch("series", national, to_attr="national_series"),
            Prefetch("checks", checks, to_attr="known_checks"),
            "definitions",
            "breaks__source",
        )


class SourceQuerySet(models.QuerySet):
    def published(self) -> Self:
        """All but those that only tell figures that nobody may see yet."""
        releases: Any = self.model._meta.get_field("releases").related_model
        told = releases.objects.filter(source=OuterRef("pk"))
        return self.filter(~Exists(told) | Exists(told.filter(published_at__lte=clock.now())))


class PanelRoundQuerySet(PublishedQuerySet):
    def shown(self, day: date) -> Self:
        """Those of which the public had an answer on that day, or the word that there is one that we do not show."""
        stelling: Any = self.model._meta.get_field("stellingen").related_model
        answers = stelling._meta.get_field("public_answers").related_model.objects.held_on(day)
        return self.published().filter(Exists(answers.filter(stelling__panel_round=OuterRef("pk"))))


class VisibleManager(models.Manager):
    """What may be seen now. An embargo ends by itself: nobody has to be awake."""

    def get_queryset(self) -> Any:
        now = clock.now()
        seen = Q(visible_to=None) | Q(visible_to__gt=now)
        return super().get_queryset().filter(seen, visible_from__lte=now)


class HeldQuerySet(models.QuerySet):
    def held_on(self, day: date) -> Self:
        """What was known on that day, and not replaced by then."""
        not_replaced = Q(valid_to=None) | Q(valid_to__gt=day)
        return self.filter(not_replaced, valid_from__lte=day)


class PublicFigureQuerySet(HeldQuerySet):
    def known_by(self, day: date) -> Self:
        """All that had been said by then, also what something newer has replaced; nothing that was taken back."""
        return self.filter(withdrawn_on=None, valid_from__lte=day)

    def held_on(self, day: date) -> Self:
        """The figures that held on that day."""
        return super().held_on(day).filter(withdrawn_on=None, mention_only=False)

    def replaced_by(self, day: date) -> Self:
        """Those of them that something newer had taken the place of."""
        return self.filter(valid_to__lte=day, mention_only=False)

    def in_order(self) -> Self:
        """Oldest first. NULL in ``start`` is the unknown period: before all others, whatever the database."""
        start = F("period__start").asc(nulls_first=True)
        return self.select_related("series", "period", "release__source").order_by(start, "period__end", "pk")


class LevelQuerySet(models.QuerySet):
    """Targets and baselines."""

    def as_of(self, day: date) -> Self:
        """What was known on that day, and not corrected by then."""
        corrected = self.model._default_manager.filter(supersedes=OuterRef("pk"), known_on__lte=day)
        through_gate = Q(release=None) | Q(release__published_at__lte=clock.now(), release__withdrawn_at=None)
        return self.filter(through_gate, ~Exists(corrected), known_on__lte=day)
