"""The publishing base: draft, published from a moment, archived; addresses that keep answering."""

from datetime import datetime
from typing import Any, ClassVar

from django.contrib.contenttypes.fields import GenericRelation
from django.db import models, transaction
from django.db.models import F, Q

from projects.querysets import PublishedQuerySet, RedirectQuerySet
from stroomop.lib import clock, links


class Publishable(models.Model):
    """Everything that staff write and the public may read. What state it is in follows from two moments."""

    published_at = models.DateTimeField(
        "gepubliceerd vanaf",
        null=True,
        blank=True,
        db_index=True,
        help_text="Leeg: een concept, dat niemand buiten het beheer ziet.",
    )
    archived_at = models.DateTimeField(
        "gearchiveerd vanaf", null=True, blank=True, help_text="Vanaf dit moment zegt de pagina dat ze er niet meer is."
    )
    checked_on = models.DateField(
        "nagekeken op", null=True, blank=True, help_text="De dag waarop iemand de feiten naast de bronnen heeft gelegd."
    )
    # Set by an editor's save only: the day content was loaded is no news to a reader.
    changed_at = models.DateTimeField("gewijzigd op", null=True, blank=True, editable=False)

    # What somebody of the staff made of it that the public doesn't see yet; at most one.
    drafts = GenericRelation("stroomop.Draft", "item_id", "item_type")
    read_requests = GenericRelation("stroomop.ReadRequest", "item_id", "item_type")

    objects: ClassVar[Any] = PublishedQuerySet.as_manager()

    class Meta:
        abstract = True
        constraints = [
            models.CheckConstraint(
                condition=Q(archived_at=None) | Q(published_at__isnull=False, archived_at__gt=F("published_at")),
                name="%(app_label)s_%(class)s_archived_after_published",
                violation_error_message="Archiveren kan alleen na het moment van publiceren.",
            )
        ]

    @property
    def status(self) -> str:
        """The state in words, for staff."""
        now = clock.now()
        if self.published_at is None:
            return "concept"
        if self.published_at > now:
            return "ingepland"
        return "gepubliceerd" if self.is_public else "gearchiveerd"

    @property
    def has_been_public(self) -> bool:
        return self.published_at is not None and self.published_at <= clock.now()

    @property
    def is_public(self) -> bool:
        """As ``published()`` says of rows."""
        return self.has_been_public and (self.archived_at is None or self.archived_at > clock.now())

    @property
    def updated_at(self) -> datetime | None:
        """When an editor last gave readers something new here; None when it is as it was loaded."""
        return max(self.changed_at, self.published_at) if self.changed_at and self.published_at else None


class Redirect(models.Model):
    """An address that once existed, and where it leads now."""

    path = models.CharField("oud adres", max_length=300, unique=True, help_text="Begint met een schuine streep.")
    target = models.CharField("nieuw adres", max_length=300, db_index=True)

    objects: ClassVar[Any] = RedirectQuerySet.as_manager()

    class Meta:
        verbose_name = "doorverwijzing"
        verbose_name_plural = "doorverwijzingen"
        ordering = ["path"]
        constraints = [
            models.CheckConstraint(
                # Two slashes would lead to another host.
                condition=Q(path__startswith="/", target__startswith="/")
                & ~Q(target__startswith="//")
                & ~Q(path=F("target")),
                name="redirect_inside_this_site",
                violation_error_message="Beide adressen beginnen met / en zijn niet gelijk.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.path} → {self.target}"


links.FORMER_ADDRESSES.append(Redirect.objects.target_of)


class PublicPage(Publishable):
    """A publishable item with a page of its own. A changed address leads on, for as long as the portal lives."""

    slug = models.SlugField(
        "adres",
        max_length=80,
        unique=True,
        help_text="Het laatste stuk van het adres. Verander je het, dan blijft het oude werken.",
    )

    class Meta(Publishable.Meta):
        abstract = True

    def save(self, *args: Any, **kwargs: Any) -> None:
        before = type(self)._base_manager.filter(pk=self.pk).first() if self.pk else None
        with transaction.atomic():
            super().save(*args, **kwargs)
            if before is not None and before.has_been_public and before.slug and self.slug:
                old, new = before.get_absolute_url(), self.get_absolute_url()
                if old != new:
                    Redirect.objects.remember(old, new)

    def get_absolute_url(self) -> str:
        raise NotImplementedError(f"{type(self).__name__} has no page")
