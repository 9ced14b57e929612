"""How a test signs in and finds the screens of the back-office."""

from django.contrib.admin.models import LogEntry
from django.contrib.contenttypes.models import ContentType
from django.core.mail.backends.base import BaseEmailBackend
from django.forms import FileField
from django.urls import reverse


def sign_in(client, user):
    """By the forms, the second time too that allauth asks for before something of the account is changed."""
    client.logout()
    client.post(reverse("account_login"), {"login": user.username, "password": "test"})
    client.post(reverse("account_reauthenticate"), {"password": "test"})


def url(model, page, *args):
    return reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_{page}", args=args)


def form_data(client, address):
    """What the browser would send back, were nothing changed."""
    context = client.get(address).context
    forms = [context["adminform"].form]
    for formset in context["inline_admin_formsets"]:
        forms += [formset.formset.management_form, *formset.formset.forms]
    # A browser does not send again the file that is there.
    fields = [field for form in forms for field in form if not isinstance(field.field, FileField)]
    return {field.html_name: field.value() for field in fields if field.value() is not None}


def save(client, item, button="_publish", **changes):
    """Change this on the form of the item, and press a button."""
    address = url(type(item), "change", item.pk)
    response = client.post(address, form_data(client, address) | changes | {button: "Test"})
    assert response.status_code == 302, response.context["errors"]
    item.refresh_from_db()
    return item


def add(client, model, button="_publish", **values):
    address = url(model, "add")
    response = client.post(address, form_data(client, address) | values | {button: "Test"})
    assert response.status_code == 302, response.context["errors"]
    return model.objects.get()


def run(client, action, *items, **data):
    """Tick these in their list and run an action with them; the messages that it gives."""
    selected = {"action": action, "_selected_action": [item.pk for item in items], "index": 0}
    page = client.post(url(type(items[0]), "changelist"), selected | data, follow=True)
    return [str(message) for message in page.context["messages"]]


def history(item):
    """What the back-office remembers of an item: its name and what was done."""
    entries = LogEntry.objects.filter(content_type=ContentType.objects.get_for_model(item), object_id=item.pk)
    return [(entry.object_repr, entry.get_change_message()) for entry in entries.order_by("pk")]


class NoMail(BaseEmailBackend):
    """As when the mail server is away."""

    def send_messages(self, email_messages):
        raise ConnectionRefusedError
