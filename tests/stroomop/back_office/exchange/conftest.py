import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from tests.advies.back_office.conftest import editor, staff, stopped_clock  # noqa: F401 - fixtures are found by name
from tests.stroomop.back_office.staff import url


@pytest.fixture(autouse=True)
def private_files(tmp_path, settings):
    """Where this test keeps what was handed in."""
    place = {"BACKEND": "django.core.files.storage.FileSystemStorage", "OPTIONS": {"location": tmp_path / "private"}}
    settings.STORAGES = settings.STORAGES | {"private": place}
    return tmp_path / "private" / "tabellen"


@pytest.fixture
def hand_in(client):
    """Hand a file in by the form; the page that tells what it would do."""

    def send(model, content, **data):
        file = SimpleUploadedFile("test.csv", content.encode() if isinstance(content, str) else content)
        return client.post(url(model, "import"), {"file": file, **data}, follow=True)

    return send


@pytest.fixture
def press(client):
    """Press a button below what a page told; what the next page says."""

    def send(page, deed, **data):
        seen = re.search(r'name="gezien" value="(\w+)"', page.text)
        address = page.request["PATH_INFO"]
        answer = client.post(address, {"doe": deed, "gezien": seen[1] if seen else "", **data}, follow=True)
        return [str(message) for message in answer.context["messages"]]

    return send
