"""How a test signs in and finds the screens of the back-office."""

from django.urls import reverse


def sign_in(client, user):
    """By the forms, the second time too that allauth asks for before something of the account is changed."""
    client.logout()
    client.post(reverse("account_login"), {"login": user.username, "password": "test"})
    client.post(reverse("account_reauthenticate"), {"password": "test"})


def url(model, page, *args):
    return reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_{page}", args=args)
