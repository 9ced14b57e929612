"""Signing in, where allauth's own ways don't fit: no sign-up, fair limits, a log, and Dutch where it forgot a label."""

import logging
from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.forms import LoginForm
from allauth.mfa.webauthn.forms import AddWebAuthnForm, EditWebAuthnForm
from django.core.exceptions import ValidationError
from django.forms import Field
from django.http import HttpRequest, HttpResponse

from stroomop import attempts
from stroomop.models import SignIn, User
from stroomop.sign_ins import record

logger = logging.getLogger(__name__)


class StaffAccountAdapter(DefaultAccountAdapter):
    """Accounts are made by the staff themselves: nobody signs up."""

    error_messages = {
        **DefaultAccountAdapter.error_messages,
        # Of the second step, which is counted per account: who comes that far knows the password.
        "too_many_login_attempts": "Te vaak geprobeerd. Wacht een kwartier en probeer het dan opnieuw.",
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False

    def pre_authenticate(self, request: HttpRequest, **credentials: Any) -> None:
        """In place of allauth's own limits."""
        login, account = who(credentials)
        try:
            # allauth gives this back when the password is right.
            self._login_failed_rl_usage = attempts.take(request, login, account)
        except attempts.TooManyError as error:
            record(request, account, SignIn.Outcome.LOCKED)
            raise ValidationError(
                f"Te vaak een verkeerd wachtwoord. Probeer het {error.when} opnieuw, of kies een nieuw wachtwoord met "
                "“Wachtwoord vergeten?”. Collega’s kunnen gewoon inloggen.",
                code="too_many_login_attempts",
            ) from error

    def authentication_failed(self, request: HttpRequest, **credentials: Any) -> None:
        _, account = who(credentials)
        record(request, account, SignIn.Outcome.PASSWORD)

    def send_notification_mail(
        self, template_prefix: str, user: User, context: dict[str, Any] | None = None, email: str | None = None
    ) -> None:
        """What it tells has been done: it is not undone because the mail does not work."""
        try:
            super().send_notification_mail(template_prefix, user, context, email or user.email)
        except OSError:
            logger.exception("A letter could not be sent.")

    def respond_user_inactive(self, request: HttpRequest, user: User) -> HttpResponse:
        record(request, user, SignIn.Outcome.CLOSED)
        response: HttpResponse = super().respond_user_inactive(request, user)
        return response


def who(credentials: dict[str, Any]) -> tuple[str, User | None]:
    """What was typed, and whose account that is."""
    login = credentials.get("email") or credentials.get("username") or ""
    return login, attempts.account_of(login)


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
