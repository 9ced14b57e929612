"""Signing in, where allauth's own ways don't fit: no sign-up, and Dutch where it forgot a label."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.forms import LoginForm
from allauth.mfa.webauthn.forms import AddWebAuthnForm, EditWebAuthnForm
from django.forms import Field
from django.http import HttpRequest


class StaffAccountAdapter(DefaultAccountAdapter):
    """Accounts are made by the staff themselves: nobody signs up."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False


class SignInForm(LoginForm):
    """Says what to fill in. The way out for a forgotten password stands below the field, in the template."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        login, password = self.fields["login"], self.fields["password"]
        login.label = "Gebruikersnaam of e-mailadres"
        login.widget.attrs = {"autocomplete": "username"}
        password.widget.attrs = {"autocomplete": "current-password"}
        password.help_text = ""


class NamedKey:
    """A security key has a name, asked in Dutch."""

    fields: dict[str, Field]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["name"].label = "Naam van de sleutel"


class AddKeyForm(NamedKey, AddWebAuthnForm):
    pass


class EditKeyForm(NamedKey, EditWebAuthnForm):
    pass
