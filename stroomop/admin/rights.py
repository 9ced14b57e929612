"""Groups: the four roles to look at, and others that a superuser makes."""

from typing import Any

from django.apps import apps
from django.contrib import admin
from django.contrib.auth.models import Group, Permission
from django.contrib.contenttypes.models import ContentType
from django.db.models import ManyToManyField
from django.forms import CheckboxSelectMultiple
from django.http import HttpRequest
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.text import capfirst

from stroomop.lib.admin import ModelAdmin, SeveralField
from stroomop.roles import IN_WORDS, ROLES

from .shared import AccountsMixin

ACTIONS = {"view": "bekijken", "add": "toevoegen", "change": "wijzigen", "delete": "verwijderen"}


class PermissionField(SeveralField):
    """Rights in Dutch: Django keeps their names in the database, in English."""

    widget = CheckboxSelectMultiple

    def label_from_instance(self, obj: Any) -> str:
        action = obj.codename.partition("_")[0]
        return f"{obj.content_type.name}: {ACTIONS.get(action, obj.name)}"


admin.site.unregister(Group)


@admin.register(Group)
class GroupAdmin(AccountsMixin, ModelAdmin):
    """A group may do what the back-office has a screen for; other rights would say nothing to anybody."""

    list_display = ["name", "purpose"]
    search_fields = ["name"]

    def has_add_permission(self, request: HttpRequest) -> bool:
        return request.user.is_superuser

    def has_change_permission(self, request: HttpRequest, obj: Group | None = None) -> bool:
        """The roles are written by ``migrate``: what somebody changed would be gone after the next update."""
        return request.user.is_superuser and not (obj and obj.name in ROLES)

    has_delete_permission = has_change_permission

    def get_fields(self, request: HttpRequest, obj: Group | None = None) -> Any:
        may_change = self.has_change_permission(request, obj)
        return ["name", "permissions"] if may_change else ["name", "purpose", "rights"]

    def get_readonly_fields(self, request: HttpRequest, obj: Group | None = None) -> list[str]:
        return [] if self.has_change_permission(request, obj) else ["purpose", "rights"]

    @admin.display(description="waarvoor")
    def purpose(self, obj: Group) -> str:
        return IN_WORDS.get(obj.name, "Eigen groep.")

    @admin.display(description="mag")
    def rights(self, obj: Group) -> SafeString:
        """Kind by kind, in Dutch."""
        found: dict[str, list[str]] = {}
        for permission in obj.permissions.select_related("content_type"):
            action, _, model = permission.codename.partition("_")
            kind = apps.get_model(permission.content_type.app_label, model)
            found.setdefault(capfirst(str(kind._meta.verbose_name_plural)), []).append(ACTIONS[action])
        lines = sorted(
            (kind, ", ".join(word for word in ACTIONS.values() if word in may)) for kind, may in found.items()
        )
        return format_html("<ul>{}</ul>", format_html_join("", "<li>{}: {}</li>", lines))

    def formfield_for_manytomany(
        self, db_field: ManyToManyField, request: HttpRequest, **kwargs: Any
    ) -> SeveralField | None:
        models = [model for model in apps.get_models() if self.admin_site.is_registered(model)]
        permissions = Permission.objects.filter(content_type__in=ContentType.objects.get_for_models(*models).values())
        kwargs |= {"form_class": PermissionField, "queryset": permissions.select_related("content_type")}
        return super().formfield_for_manytomany(db_field, request, **kwargs)
