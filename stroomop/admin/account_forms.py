from typing import Any

from django import forms
from django.contrib.auth.forms import UserChangeForm
from django.db.models import Q

from stroomop.models import User

ADDRESS_TAKEN = "Dit e-mailadres hoort al bij een ander account."


class OwnAddressMixin:
    """Letters with which somebody comes in go there, so it belongs to one account."""

    cleaned_data: dict[str, Any]
    instance: User

    def clean_email(self) -> str:
        email: str = self.cleaned_data["email"].lower()
        others = User.objects.exclude(pk=self.instance.pk)
        if email and others.filter(Q(email__iexact=email) | Q(emailaddress__email__iexact=email)).exists():
            raise forms.ValidationError(ADDRESS_TAKEN)
        return email


class AccountForm(OwnAddressMixin, UserChangeForm):
    pass


class NewAccountForm(OwnAddressMixin, forms.ModelForm):
    """Without a password: the colleague chooses it."""

    class Meta:
        model = User
        fields = ["username", "first_name", "last_name", "email", "organisation", "groups"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["username"].help_text = "Een korte naam om mee in te loggen. Letters en cijfers, zonder spaties."
        self.fields["email"].required = True
        self.fields["groups"].help_text = "Wat mag je collega? Kies zo weinig als kan. Je kunt dit later veranderen."

    def save(self, commit: bool = True) -> User:
        self.instance.set_unusable_password()
        # It is for the back-office, or there would be no use for it.
        self.instance.is_staff = True
        account: User = super().save(commit)
        return account
