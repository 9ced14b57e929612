"""What the public may see, and where an old address leads."""

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


class RedirectQuerySet(models.QuerySet):
    def remember(self, old: str, new: str) -> None:
        """Lead ``old`` to ``new``, and all that led to ``old`` as well, so that no chain or loop can grow."""
        self.filter(path=new).delete()
        self.filter(target=old).update(target=new)
        self.update_or_create(path=old, defaults={"target": new})

    def target_of(self, path: str) -> str | None:
        # PostgreSQL can't be asked about a text with a NUL in it, and no address of ours has one.
        return None if "\0" in path else self.filter(path=path).values_list("target", flat=True).first()
