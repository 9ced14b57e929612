"""Links to other sites that do not work any more."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest
from django.utils.formats import date_format
from django.utils.html import format_html, format_html_join
from django.utils.safestring import mark_safe

from stroomop.lib.admin import ModelAdmin, ReadOnlyMixin
from stroomop.lib.items import Item, names_of
from stroomop.links.standing import places
from stroomop.models import LinkCheck

# In the list; the page of a link has them all.
DOORS = 3


class LinkFilter(admin.SimpleListFilter):
    title = parameter_name = "stand"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return [("dood", "werkt niet meer"), ("hapert", "ging niet open"), ("onbekend", "we konden niet kijken")]

    def queryset(self, request: HttpRequest, queryset: Any) -> Any:
        match self.value():
            case "dood":
                return queryset.dead()
            case "hapert":
                return queryset.failing()
            case "onbekend":
                return queryset.filter(outcome=LinkCheck.Outcome.UNSEEN)
        return queryset


@admin.register(LinkCheck)
class LinkCheckAdmin(ReadOnlyMixin, ModelAdmin):
    """The command check_links writes these; a link is mended on the form of the item where it stands."""

    list_display = ["address", "state", "stands_on"]
    list_filter = [LinkFilter]
    search_fields = ["address"]
    fields = ["link", "state", "words", "looked_at", "stands_on"]
    readonly_fields = ["link", "state", "stands_on"]
    change_list_template = "admin/stroomop/linkcheck/change_list.html"

    def changelist_view(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> Any:
        return super().changelist_view(request, {"title": "Links naar andere sites", **(extra_context or {})})

    def get_changelist_instance(self, request: HttpRequest) -> Any:
        changes = super().get_changelist_instance(request)
        self.find_doors(request, list(changes.result_list), DOORS)
        return changes

    def get_object(self, request: HttpRequest, object_id: str, from_field: str | None = None) -> LinkCheck | None:
        check: LinkCheck | None = super().get_object(request, object_id, from_field)
        if check is not None:
            self.find_doors(request, [check])
        return check

    def find_doors(self, request: HttpRequest, checks: list[Any], most: int | None = None) -> None:
        """For all of them at once: whoever asked for each by itself would search the whole site as often."""
        standing = places() if checks else {}
        shown = {check: standing.get(check.address, [])[:most] for check in checks}
        names = names_of(place for found in shown.values() for place in found)
        for check, found in shown.items():
            check.doors = [self.door(request, place, names[place]) for place in found if place in names]
            if more := len(standing.get(check.address, [])) - len(found):
                check.doors.append(f"en nog {more}")

    def door(self, request: HttpRequest, place: Item, name: str) -> Any:
        """The way to the form where the link can be mended, for who may come there."""
        if not self.admin_site.get_model_admin(place.model).has_view_or_change_permission(request):
            return name
        return format_html('<a href="{}" class="changelink">{}</a>', place.address, name)

    @admin.display(description="stand")
    def state(self, obj: LinkCheck) -> str:
        since = date_format(obj.failing_since, "j F Y") if obj.failing_since else ""
        return f"werkt niet sinds {since}" if obj.is_dead else obj.get_outcome_display()

    @admin.display(description="webadres")
    def link(self, obj: LinkCheck) -> str:
        return format_html('<a href="{}" rel="noreferrer">{}</a>', obj.address, obj.address)

    @admin.display(description="hier staat hij")
    def stands_on(self, obj: Any) -> str:
        return format_html_join(mark_safe("<br> "), "{}", ([door] for door in obj.doors)) or "Nergens meer."
