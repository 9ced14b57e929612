"""What touches a sensitive theme, so that its page can offer help first."""

from datetime import datetime
from typing import Any, Self

from django.core.signing import BadSignature, Signer
from django.db.models import Exists, OuterRef, Prefetch, Q

from .published import PublishedQuerySet

# Signs the link with which a teller withdraws consent.
WITHDRAWAL = Signer(salt="projects.experience.withdraw")
# By the names that a theme can be asked for: its page gathers all of these.
THEMED = ("veranderopgave", "project", "lesson", "experience", "publication", "event", "story", "initiative")


class ThemeQuerySet(PublishedQuerySet):
    def for_detail(self) -> Self:
        relations: list[Any] = [self.model._meta.get_field(name) for name in THEMED]
        return self.prefetch_related(
            *(
                Prefetch(relation.get_accessor_name(), relation.related_model.objects.published().as_links())
                for relation in relations
            )
        )


class ThemedQuerySet(PublishedQuerySet):
    def sensitive_themes(self, item: str, outer: str = "pk") -> Exists:
        """Whether there is a sensitive theme on the item, published or not: when in doubt, help is offered."""
        theme: Any = self.model._meta.get_field("themes").related_model
        return Exists(theme.objects.filter(sensitive=True, **{item: OuterRef(outer)}))

    def with_sensitivity(self) -> Self:
        """Adds ``is_sensitive``: it says so itself, or one of its themes does."""
        name = self.model._meta.model_name
        return self.annotate(is_sensitive=Q(sensitive=True) | Q(self.sensitive_themes(str(name))))

    def without_sensitive(self) -> Self:
        """For a page that everybody comes to, such as home: a heavy theme is met by choice, and with help first."""
        return self.with_sensitivity().filter(is_sensitive=False)

    def as_links(self) -> Self:
        return self.with_sensitivity()


class ProjectPartQuerySet(ThemedQuerySet):
    """For what a project is told by: it is as sensitive as the project."""

    def with_sensitivity(self) -> Self:
        own = Q(sensitive=True) | Q(self.sensitive_themes(str(self.model._meta.model_name)))
        # Without a project it would be NULL otherwise, which is neither.
        of_project = Q(project__isnull=False, project__sensitive=True) | Q(self.sensitive_themes("project", "project"))
        return self.annotate(is_sensitive=own | of_project)


class ExperienceQuerySet(ProjectPartQuerySet):
    """Withdrawn consent ends it for everybody, whatever the two moments say."""

    def as_links(self) -> Self:
        return super().as_links().prefetch_related(self.public("project"))

    def published(self, at: datetime | None = None) -> Self:
        return super().published(at).filter(withdrawn_at=None)

    def once_public(self, at: datetime | None = None) -> Self:
        return super().once_public(at).filter(withdrawn_at=None)

    def drafts(self) -> Self:
        return super().drafts().filter(withdrawn_at=None)

    def of_token(self, token: str) -> Any:
        """The experience that a teller's link is about; None for a link that is not ours."""
        try:
            number = WITHDRAWAL.unsign(token)
        except BadSignature:
            return None
        return self.filter(pk=number).first()
