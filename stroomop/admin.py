from typing import Any

from allauth.account.admin import EmailAddressAdmin
from allauth.account.models import EmailAddress
from allauth.mfa.admin import AuthenticatorAdmin
from allauth.mfa.models import Authenticator
from django.apps import apps
from django.contrib import admin
from django.contrib.auth.admin import UserAdmin
from django.contrib.auth.models import Group, Permission
from django.contrib.contenttypes.models import ContentType
from django.db.models import ManyToManyField
from django.forms import CheckboxSelectMultiple, ModelMultipleChoiceField
from django.http import HttpRequest
from django_tasks_db import admin as tasks_admin

from stroomop.lib.admin import WIDGETS, FixedKeyMixin, ModelAdmin, PublishableAdmin, SuperuserMixin
from stroomop.models import HelpLine, Page, TextBlock, User

ACTIONS = {"view": "bekijken", "add": "toevoegen", "change": "wijzigen", "delete": "verwijderen"}


@admin.register(User)
class StaffAdmin(SuperuserMixin, UserAdmin):
    """Rights come with a group, so that nobody has to be looked through for a right of their own."""

    list_display = ["username", "email", "organisation", "is_staff", "is_active"]
    list_select_related = ["organisation"]
    autocomplete_fields = ["organisation"]
    formfield_overrides = WIDGETS
    filter_horizontal = ()
    readonly_fields = ["last_login", "date_joined"]
    fieldsets = [
        (None, {"fields": ["username", "password"]}),
        ("Wie", {"fields": ["first_name", "last_name", "email", "organisation"]}),
        ("Rechten", {"fields": ["is_active", "is_staff", "is_superuser", "groups"]}),
        ("Wanneer", {"fields": ["last_login", "date_joined"]}),
    ]


class PermissionField(ModelMultipleChoiceField):
    """Rights in Dutch: Django keeps their names in the database, in English."""

    widget = CheckboxSelectMultiple

    def label_from_instance(self, obj: Any) -> str:
        action = obj.codename.partition("_")[0]
        return f"{obj.content_type.name}: {ACTIONS.get(action, obj.name)}"


admin.site.unregister(Group)


@admin.register(Group)
class GroupAdmin(SuperuserMixin, ModelAdmin):
    """A group may do what the back-office has a screen for; other rights would say nothing to anybody."""

    search_fields = ["name"]

    def formfield_for_manytomany(
        self, db_field: ManyToManyField, request: HttpRequest, **kwargs: Any
    ) -> ModelMultipleChoiceField | None:
        models = [model for model in apps.get_models() if self.admin_site.is_registered(model)]
        permissions = Permission.objects.filter(content_type__in=ContentType.objects.get_for_models(*models).values())
        kwargs |= {"form_class": PermissionField, "queryset": permissions.select_related("content_type")}
        return super().formfield_for_manytomany(db_field, request, **kwargs)


admin.site.unregister(Authenticator)


@admin.register(Authenticator)
class SecondFactorAdmin(SuperuserMixin, AuthenticatorAdmin):
    """A colleague who lost the phone can be helped by deleting; the secrets themselves nobody sees or writes."""

    exclude = ["data"]

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Authenticator | None = None) -> bool:
        return False


admin.site.unregister(EmailAddress)


@admin.register(EmailAddress)
class AddressAdmin(SuperuserMixin, EmailAddressAdmin):
    """A letter for a new password goes to every address of an account: who adds one, can take the account."""


# What a worker did, or could not, is told where staff asked for it; the rest is in the server's log.
admin.site.unregister(tasks_admin.DBTaskResult)


@admin.register(Page)
class PageAdmin(PublishableAdmin):
    list_display = ["title", "slug", "state", "checked_on"]
    search_fields = ["title"]


@admin.register(HelpLine)
class HelpLineAdmin(ModelAdmin):
    list_display = ["name", "phone", "order"]


@admin.register(TextBlock)
class TextBlockAdmin(FixedKeyMixin, ModelAdmin):
    """The templates ask for these by their key: the words can be changed, nothing more."""

    key_fields = ["key"]
    list_display = ["key", "text"]

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: TextBlock | None = None) -> bool:
        return False
