"""The admin of what the public may see: its state, its page, and publishing many at a time."""

from functools import partial
from typing import Any, NamedTuple

from django.contrib import admin
from django.contrib.admin.utils import flatten
from django.db.models import QuerySet
from django.http import HttpRequest

from stroomop.lib import clock

from .base import ModelAdmin
from .bulk import archive_now, carry_out, publish_now
from .drafting import DraftingMixin


class StatusFilter(admin.SimpleListFilter):
    """By the states that follow from the two moments, in the words that the list itself has for them."""

    title = parameter_name = "status"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return [(state, state) for state in ("concept", "ingepland", "gepubliceerd", "gearchiveerd")]

    def queryset(self, request: HttpRequest, queryset: Any) -> Any:
        match self.value():
            case "concept":
                return queryset.filter(published_at=None)
            case "ingepland":
                return queryset.filter(published_at__gt=clock.now())
            case "gepubliceerd":
                return queryset.published()
            case "gearchiveerd":
                return queryset.archived()
        return queryset


class FieldGroup(NamedTuple):
    """Fields that stand together on a form, with what to know of them."""

    fields: list[str]
    description: str = ""


LAST_FIELDS = {
    "Waar het over gaat": FieldGroup(["themes", "sensitive"]),
    "Periode": FieldGroup(
        ["date_from", "date_to", "precision", "period_note", "time_from", "time_to"],
        "Niet preciezer dan de bron. Weet je niets zeker? Laat alles leeg: dan staat er 'onbekend'.",
    ),
    "Bron": FieldGroup(["source_title", "source_url"], "Zo kan een lezer zelf nagaan of het klopt."),
    "Publiceren": FieldGroup(["slug", "known_on", "archived_at", "checked_on"]),
}


class PublishableAdmin(DraftingMixin, ModelAdmin):
    """For what the public may see: its state in words, and the moment of the last change by an editor."""

    actions = ["publish", "archive"]
    status_filter = StatusFilter
    last_fields = LAST_FIELDS

    def get_fieldsets(self, request: HttpRequest, obj: Any = None) -> Any:
        """What it says comes first; when it was, and when and where it is public, come last."""
        # From when it is public nobody types: the buttons below the form do that.
        names = [name for name in flatten(self.get_fields(request, obj)) if name != "published_at"]
        later = {
            heading: [name for name in group.fields if name in names] for heading, group in self.last_fields.items()
        }
        first = [name for name in names if not any(name in group for group in later.values())]
        return [
            (None, {"fields": first}),
            *(
                (heading, {"fields": group, "description": self.last_fields[heading].description})
                for heading, group in later.items()
                if group
            ),
        ]

    def get_list_filter(self, request: HttpRequest) -> list[Any]:
        return [self.status_filter, *super().get_list_filter(request)]

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """What was public once is archived, so that its address can explain itself."""
        return super().has_delete_permission(request, obj) and (obj is None or not obj.has_been_public)

    @admin.display(description="status")
    def state(self, obj: Any) -> str:
        return obj.status

    @admin.display(description="periode", ordering="date_from")
    def period(self, obj: Any) -> str:
        return obj.period

    def view_on_site(self, obj: Any) -> str | None:
        """Only where a reader finds something: drafts have no page yet, and some items never get one."""
        has_page = hasattr(obj, "get_absolute_url") and obj.slug
        return obj.get_absolute_url() if has_page and obj.is_public else None

    @admin.action(permissions=["change"], description="Publiceer nu")
    def publish(self, request: HttpRequest, queryset: QuerySet) -> None:
        carry_out(self, request, queryset, partial(publish_now, by=request.user), "gepubliceerd")

    @admin.action(permissions=["change"], description="Archiveer")
    def archive(self, request: HttpRequest, queryset: QuerySet) -> None:
        carry_out(self, request, queryset, archive_now, "gearchiveerd")

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        """Not public yet: rows below what is public already could not be written any more."""
        form.published_after, obj.published_at = obj.published_at, form.published_before
        super().save_model(request, obj, form, change)

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:
        """After the rows below it too, because a change of those is a change of the page."""
        super().save_related(request, form, formsets, change)
        item = form.instance
        item.published_at = form.published_after
        changed = change and any(part.has_changed() for part in [form, *formsets])
        # What was loaded from files nobody gave to the public, now or later.
        is_given = form.published_before is None and item.published_at is not None
        if is_given or (changed and item.has_been_public):
            item.changed_at = clock.now()
        if form.has_moved:
            item.save()
        elif changed:
            item.save(update_fields=["changed_at"])
