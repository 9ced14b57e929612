"""Accounts of the staff: who they are, which roles they have, and a way in when they can't get in."""

from functools import partial
from typing import Any

from allauth.account.adapter import get_adapter
from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from django.contrib import admin, messages
from django.contrib.admin.options import ActionLocation
from django.contrib.auth.admin import UserAdmin
from django.contrib.auth.models import Group
from django.db import transaction
from django.db.models import ManyToManyField, QuerySet
from django.http import HttpRequest
from django.utils.formats import date_format
from django.utils.text import capfirst

from stroomop import letters
from stroomop.lib.admin import WIDGETS, LookUpMixin, SeveralField, prune
from stroomop.models import SignIn, User
from stroomop.roles import IN_WORDS, ROLES, may_change_account

from .account_forms import AccountForm, NewAccountForm
from .shared import AccountsMixin

KINDS = {Authenticator.Type.TOTP: "app met codes", Authenticator.Type.WEBAUTHN: "beveiligingssleutel"}
BOTH = [ActionLocation.CHANGE_LIST, ActionLocation.CHANGE_FORM]
WHO = ("Wie", {"fields": ["first_name", "last_name", "email", "organisation"]})
COMING_IN = ("Inloggen", {"fields": ["second_factor", "other_addresses", "last_login", "date_joined"]})
CLOSED = "Wie weggaat, houdt een gesloten account: dan blijft staan wie wat deed. Inloggen kan dan meteen niet meer."
OWN = "Dit is je eigen account. Je rollen en je organisatie verandert een collega."


class RoleField(SeveralField):
    def label_from_instance(self, obj: Any) -> str:
        return f"{obj.name}: {IN_WORDS[obj.name]}" if obj.name in IN_WORDS else obj.name


@admin.register(User)
class StaffAdmin(AccountsMixin, LookUpMixin, UserAdmin):
    """Rights come with a group, so that nobody has to be looked through for a right of their own."""

    form = AccountForm
    add_form = NewAccountForm
    # Django's own asks for a password there.
    add_form_template = "admin/change_form.html"
    list_display = ["username", "full_name", "roles", "is_active"]
    list_filter = ["groups", "is_active"]
    autocomplete_fields = ["organisation"]
    formfield_overrides = WIDGETS
    filter_horizontal = ()
    readonly_fields = ["second_factor", "other_addresses", "last_login", "date_joined"]
    add_fieldsets = [
        (
            None,
            {
                "fields": ["username"],
                "description": "Je collega krijgt een brief met een link om een wachtwoord te kiezen.",
            },
        ),
        WHO,
        ("Rechten", {"fields": ["groups"]}),
    ]
    actions = ["send_link", "take_second_factor_away"]

    class Media:
        # As the base of the other models' admins has it.
        js = ["js/admin-autocomplete.js"]

    def get_urls(self) -> list[Any]:
        """Without the page to set a password: whoever types one for somebody knows it."""
        return [pattern for pattern in super().get_urls() if pattern.name != "auth_user_password_change"]

    def has_change_permission(self, request: HttpRequest, obj: User | None = None) -> bool:
        reaches = obj is None or may_change_account(request.user, obj)
        return reaches and super().has_change_permission(request, obj)

    def has_delete_permission(self, request: HttpRequest, obj: User | None = None) -> bool:
        """A beheerder closes an account."""
        return request.user.is_active and request.user.is_superuser

    def get_deleted_objects(self, objs: Any, request: HttpRequest) -> Any:
        """The log of who came in goes with the account, though nobody deletes a line of it. So do the second factors,
        for which allauth has no Dutch name."""
        tree, counts, lacking, protected = super().get_deleted_objects(objs, request)
        factor = Authenticator._meta
        counts.pop(str(factor.verbose_name_plural), None)
        tree = prune(tree, (f"{capfirst(factor.verbose_name)}: ",))
        return tree, counts, lacking - {SignIn._meta.verbose_name}, protected

    def get_fieldsets(self, request: HttpRequest, obj: User | None = None) -> Any:
        if obj is None:
            return self.add_fieldsets
        fields = ["is_active", "groups", *(["is_staff", "is_superuser"] if request.user.is_superuser else [])]
        rights = {"fields": fields, "description": OWN if obj == request.user else CLOSED}
        return [(None, {"fields": ["username"]}), WHO, ("Rechten", rights), COMING_IN]

    def get_readonly_fields(self, request: HttpRequest, obj: User | None = None) -> list[str]:
        """Nobody judges the own organisation, or shuts the own door by mistake."""
        own = ["is_active", "groups", "organisation"] if obj == request.user and not request.user.is_superuser else []
        return [*self.readonly_fields, *own]

    def get_queryset(self, request: HttpRequest) -> QuerySet[User]:
        found: QuerySet[User] = super().get_queryset(request).prefetch_related("groups")
        return found

    def formfield_for_manytomany(
        self, db_field: ManyToManyField, request: HttpRequest, **kwargs: Any
    ) -> SeveralField | None:
        """A beheerder hands out the roles, and no other group that somebody may have made."""
        groups = Group.objects.order_by("name")
        kwargs["queryset"] = groups if request.user.is_superuser else groups.filter(name__in=ROLES)
        kwargs |= {"form_class": RoleField, "label": "Rollen"}
        return super().formfield_for_manytomany(db_field, request, **kwargs)

    @admin.display(description="naam", ordering="last_name")
    def full_name(self, obj: User) -> str:
        return obj.get_full_name()

    @admin.display(description="tweede inlogstap")
    def second_factor(self, obj: User) -> str:
        keys = Authenticator.objects.filter(user=obj, type__in=KINDS).order_by("created_at")
        lines = [f"{KINDS[key.type]}, sinds {date_format(key.created_at)}" for key in keys]
        return "; ".join(lines) or "Nog niet ingesteld."

    @admin.display(description="andere adressen")
    def other_addresses(self, obj: User) -> str:
        """Which the colleague added: letters go there too."""
        others = EmailAddress.objects.filter(user=obj).exclude(email__iexact=obj.email)
        return ", ".join(others.values_list("email", flat=True)) or "Geen."

    @admin.display(description="rollen")
    def roles(self, obj: User) -> str:
        names = sorted(group.name for group in obj.groups.all())
        return ", ".join([*(["supergebruiker"] if obj.is_superuser else []), *names])

    def save_model(self, request: HttpRequest, obj: User, form: Any, change: bool) -> None:
        super().save_model(request, obj, form, change)
        if not change:
            transaction.on_commit(partial(self.invite, request, obj))
        elif "email" in form.changed_data:
            # Letters for a new password go to each address of an account: an old one would still be a way in.
            EmailAddress.objects.filter(user=obj).delete()

    def invite(self, request: HttpRequest, account: User) -> None:
        if not account.email:
            said = f"{account} heeft geen e-mailadres. Vul het in, dan kun je een link sturen."
        elif letters.send_link(request, account):
            said = f"Er is een brief naar {account.email} gestuurd, met een link die {letters.DAYS} dagen werkt."
            self.message_user(request, said, messages.SUCCESS)
            return
        else:
            said = f"De brief naar {account.email} kon niet weg. Probeer het straks opnieuw met “Stuur een link”."
        self.message_user(request, said, messages.WARNING)

    def reachable(self, request: HttpRequest, queryset: QuerySet[User]) -> list[User]:
        """Without those that only a superuser may help, who are told."""
        accounts = list(queryset)
        for account in accounts:
            if not self.has_change_permission(request, account):
                self.message_user(request, f"{account}: dit account kun je niet wijzigen.", messages.WARNING)
        return [account for account in accounts if self.has_change_permission(request, account)]

    @admin.action(permissions=["change"], description="Stuur een link voor een wachtwoord", location=BOTH)
    def send_link(self, request: HttpRequest, queryset: QuerySet[User]) -> None:
        for account in self.reachable(request, queryset):
            if not account.is_active:
                self.message_user(request, f"{account}: dit account is gesloten. Open het eerst.", messages.WARNING)
                continue
            self.invite(request, account)
            self.log_change(request, account, "Een link gestuurd om een wachtwoord te kiezen.")

    @admin.action(permissions=["change"], description="Haal de tweede inlogstap weg", location=BOTH)
    def take_second_factor_away(self, request: HttpRequest, queryset: QuerySet[User]) -> None:
        for account in self.reachable(request, queryset):
            number, _ = Authenticator.objects.filter(user=account).delete()
            if not number:
                self.message_user(request, f"{account} had geen tweede inlogstap.", messages.WARNING)
                continue
            self.log_change(request, account, "De tweede inlogstap weggehaald.")
            get_adapter(request).send_notification_mail("mfa/email/totp_deactivated", account)
            said = f"{account} stelt bij het inloggen een nieuwe tweede stap in. Weet je niet wie het vroeg? Bel na."
            self.message_user(request, said, messages.SUCCESS)
