from datetime import UTC, date, datetime

import pytest
from django.core.files.storage import FileSystemStorage

from monitor.models import Import
from tests import factories as make
from tests.advies.back_office.conftest import editor, staff, stopped_clock  # noqa: F401 - fixtures are found by name
from tests.monitor.back_office.files import figures
from tests.stroomop.back_office.staff import url

LATER = datetime(2026, 12, 1, 8, tzinfo=UTC)


@pytest.fixture(autouse=True)
def private_files(tmp_path, monkeypatch):
    """Where this test keeps what was handed in."""
    monkeypatch.setattr(Import._meta.get_field("file"), "storage", FileSystemStorage(tmp_path / "private"))
    return tmp_path / "private"


@pytest.fixture
def catalogue(db):
    """An indicator and a source that our files know."""
    make.make_source(title="Bron", date_from=date(2024, 5, 1), date_to=date(2024, 5, 1), precision="dag")
    return make.make_indicator(code="TEST", name="Testreeks", slug="testreeks")


@pytest.fixture
def hand_in(client, django_capture_on_commit_callbacks):
    """Hand a file in by the form; its import, checked."""

    def send(*records, **data):
        data = {"file": figures(*records), "read_on": "2026-11-01"} | data
        with django_capture_on_commit_callbacks(execute=True):
            response = client.post(url(Import, "add"), data)
        assert response.status_code == 302, response.context["errors"]
        batch = Import.objects.first()
        assert response.url == url(Import, "change", batch.pk)
        return batch

    return send


@pytest.fixture
def press(client, django_capture_on_commit_callbacks):
    """Press a button on the page of an item; what the page says then."""

    def send(item, deed, **data):
        with django_capture_on_commit_callbacks(execute=True):
            page = client.post(url(type(item), "change", item.pk), {"doe": deed, **data}, follow=True)
        assert page.status_code == 200, page.status_code
        return [str(message) for message in page.context["messages"]]

    return send
