import pytest

from tests.advies.back_office.conftest import editor, staff, stopped_clock  # noqa: F401 - fixtures are found by name


@pytest.fixture(autouse=True)
def private_files(tmp_path, settings):
    """Where this test keeps what was handed in."""
    place = {"BACKEND": "django.core.files.storage.FileSystemStorage", "OPTIONS": {"location": tmp_path / "private"}}
    settings.STORAGES = settings.STORAGES | {"private": place}
    return tmp_path / "private" / "tabellen"
