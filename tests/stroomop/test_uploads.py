from collections.abc import Iterator
from pathlib import Path

import pytest
from django.conf import settings

pytestmark = pytest.mark.django_db


@pytest.fixture
def uploaded() -> Iterator[Path]:
    settings.MEDIA_ROOT.mkdir(parents=True, exist_ok=True)
    file = settings.MEDIA_ROOT / "test-upload.txt"
    file.write_text("Test.")
    yield file
    file.unlink()


def test_demo_hands_out_what_staff_uploaded(client, uploaded):
    response = client.get(f"/media/{uploaded.name}")

    assert (response.status_code, b"".join(response.streaming_content)) == (200, b"Test.")


def test_upload_outside_the_folder_is_refused(client):
    assert client.get("/media/../secret_key").status_code == 400
