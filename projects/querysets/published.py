"""What the public may see."""

from datetime import datetime
from typing import Any, Self

from django.db import models
from django.db.models import Prefetch

from stroomop.lib import clock


class PublishedQuerySet(models.QuerySet):
    """What the public may see. Two moments decide, so that a schedule fires by itself."""

    def published(self, at: datetime | None = None) -> Self:
        """Public at the moment ``at`` (now). NULL means: not archived; for ``published_at`` it means: a draft."""
        at = at or clock.now()
        return self.filter(models.Q(archived_at=None) | models.Q(archived_at__gt=at), published_at__lte=at)

    def once_public(self, at: datetime | None = None) -> Self:
        """All but drafts: a name that was public may still be named where it played its part."""
        return self.filter(published_at__lte=at or clock.now())

    def drafts(self) -> Self:
        return self.filter(published_at=None)

    def planned_until(self, moment: datetime) -> Self:
        """What the public does not see yet, and will by then."""
        return self.published(moment).filter(published_at__gt=clock.now())

    def as_links(self) -> Self:
        """With what a link to it from the page of something else needs."""
        return self

    def public(self, name: str) -> Prefetch:
        """A prefetch of the related items by this name that the public may see."""
        related: Any = self.model._meta.get_field(name).related_model
        return Prefetch(name, related.objects.published().as_links())

    def by_name(self, name: str) -> Prefetch:
        """A prefetch of a related item that may be called by its name, even when its page has been archived."""
        related: Any = self.model._meta.get_field(name).related_model
        return Prefetch(name, related.objects.once_public())

    def archived(self, at: datetime | None = None) -> Self:
        """Once public, and no longer: its address answers that it is gone."""
        return self.filter(archived_at__lte=at or clock.now())
