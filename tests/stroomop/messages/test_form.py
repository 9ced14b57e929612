"""The form, with a reason: what it asks, and what is kept of it."""

import pytest

from stroomop.messages.reasons import KEEP, PUBLISH
from stroomop.models import Message
from tests.factories import make_project, make_story, make_theme
from tests.pages import texts

from .sending import SENT, TYPED, send

pytestmark = pytest.mark.django_db


def test_message_is_kept_as_it_was_sent(client):
    project = make_project()

    response = send(client, f"/bericht/klopt-niet/?over={project.get_absolute_url()}", bron="voorbeeld.test/bron")

    assert (response.status_code, response["Location"]) == (302, "/bericht/dank-je/")
    message = Message.objects.get()
    assert (message.reason, message.status, message.item, message.path) == (
        "klopt-niet",
        "nieuw",
        project,
        project.get_absolute_url(),
    )
    assert (message.name, message.email, message.text, message.source) == (
        TYPED["naam"],
        TYPED["email"],
        TYPED["bericht"],
        "https://voorbeeld.test/bron",
    )
    assert (message.consent, message.sent_at, message.urgent) == (KEEP, SENT, False)
