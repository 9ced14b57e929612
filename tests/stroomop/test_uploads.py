"""What staff uploaded, as the portal hands it out where no nginx stands in front; and that nginx does the same."""

from pathlib import Path

import pytest

from stroomop.lib.documents import KINDS
from tests.browser.nginx import LOCATIONS, location_of
from tests.factories import make_project, make_publication
from tests.files import pdf, upload
from tests.pages import links

pytestmark = pytest.mark.django_db
SHUT = {"X-Content-Type-Options": "nosniff", "Content-Security-Policy": "default-src 'none'; sandbox"}
SHOWN = {**SHUT, "Cache-Control": "public, max-age=31536000, immutable"}
SAVED = {**SHUT, "Content-Disposition": "attachment"}
NAMES = ("Content-Type", "Cache-Control", "Content-Disposition", *SHUT)
PICTURES = {"jpg": "image/jpeg", "jpeg": "image/jpeg", "png": "image/png", "webp": "image/webp", "avif": "image/avif"}
FILES = [
    *((f"afbeeldingen/test/beeld.{ending}", {"Content-Type": kind, **SHOWN}) for ending, kind in PICTURES.items()),
    *((f"publicaties/test.{kind.extension}", {"Content-Type": kind.content_type, **SAVED}) for kind in KINDS.values()),
    *(
        (f"publicaties/test{ending}", {"Content-Type": "application/octet-stream", **SAVED})
        for ending in (".html", ".svg", ".js", ".xml", ".docm", "")
    ),
]


@pytest.fixture
def media(settings, tmp_path: Path) -> Path:
    settings.MEDIA_ROOT = tmp_path
    return tmp_path


@pytest.mark.parametrize(("name", "headers"), FILES)
def test_demo_hands_out_what_staff_uploaded_as_nothing_that_can_run(client, media, name, headers):
    (media / name).parent.mkdir(parents=True)
    (media / name).write_text("<script>alert(1)</script>")

    response = client.get(f"/media/{name}")

    assert (response.status_code, b"".join(response.streaming_content)) == (200, b"<script>alert(1)</script>")
    assert {header: response[header] for header in NAMES if header in response} == headers


@pytest.mark.parametrize(("name", "headers"), FILES)
def test_nginx_does_the_same(name, headers):
    location = location_of(f"/media/{name}")

    assert (location.file(f"/media/{name}"), location.headers_of(f"/media/{name}")) == (f"media/{name}", headers)


def test_nginx_hands_out_nothing_else():
    assert [location.prefix for location in LOCATIONS] == ["/media/afbeeldingen/", "/media/"]
    assert location_of("/private/imports/test") is None


def test_what_a_browser_has_already_is_not_sent_again(client, media):
    (media / "test.pdf").write_bytes(pdf())
    first = client.get("/media/test.pdf")
    first.close()

    again = client.get("/media/test.pdf", headers={"If-Modified-Since": first["Last-Modified"]})

    assert (first.status_code, again.status_code, again.content) == (200, 304, b"")


def test_what_is_not_there_is_not_found(client, media):
    assert [client.get(f"/media/{name}").status_code for name in ("weg.pdf", "", "publicaties/")] == [404] * 3


def test_upload_outside_the_folder_is_refused(client):
    assert client.get("/media/../secret_key").status_code == 400


def test_upload_can_not_be_posted_to(client):
    assert client.post("/media/test.pdf").status_code == 405


@pytest.mark.parametrize("address", ["/publicaties/", "/projecten/testproject/", "/sitemap.xml"])
def test_document_of_a_draft_is_linked_nowhere(client, media, address):
    publication = make_publication(published_at=None, file=upload(pdf(), "test.pdf"))
    publication.projects.add(make_project(slug="testproject"))

    assert client.get(publication.get_absolute_url()).status_code == 404
    assert publication.file.url not in client.get(address).text


def test_document_of_what_is_archived_is_linked_nowhere(client, media):
    publication = make_publication(archived_at="2021-01-01T00:00Z", file=upload(pdf(), "test.pdf"))

    response = client.get(publication.get_absolute_url())

    assert (response.status_code, publication.file.url in links(response)) == (410, False)
