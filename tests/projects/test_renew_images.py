"""Images from before there were sizes, and those whose sizes were never made."""

import pytest
from django.core.management import call_command

from projects.models import Image
from tests.files import drawn, on_disk, picture

pytestmark = pytest.mark.django_db


def test_every_image_gets_our_own_picture_and_its_sizes(settings, tmp_path, capsys, django_capture_on_commit_callbacks):
    settings.MEDIA_ROOT = tmp_path
    old = tmp_path / "afbeeldingen/2026/Jan.png"
    old.parent.mkdir(parents=True)
    old.write_bytes(drawn("PNG") + b"geheim")
    before = Image.objects.create(alt_text="Van eerder", width=640, height=480)
    gone = Image.objects.create(alt_text="Weg", width=640, height=480)
    broken = Image.objects.create(alt_text="Stuk", width=640, height=480)
    Image.objects.filter(pk=before.pk).update(file="afbeeldingen/2026/Jan.png")
    Image.objects.filter(pk=gone.pk).update(file="afbeeldingen/weg.png")
    Image.objects.filter(pk=broken.pk).update(file="afbeeldingen/stuk.png")
    (tmp_path / "afbeeldingen/stuk.png").write_bytes(b"x")
    lost = Image.objects.create(alt_text="Nieuw", file=picture())
    Image.objects.create(alt_text="Klaar", file="x.jpg", width=640, height=480, widths=[640])

    with django_capture_on_commit_callbacks(execute=True):
        call_command("renew_images")

    widths = dict(Image.objects.values_list("alt_text", "widths"))
    assert widths == {"Van eerder": [480, 640], "Weg": [], "Stuk": [], "Nieuw": [480, 640], "Klaar": [640]}
    assert (old.exists(), len([path for path in on_disk(tmp_path) if path.endswith("avif")])) == (False, 4)
    told = capsys.readouterr()
    assert set(told.out.splitlines()) == {f"Image {image.pk}: done." for image in (before, lost)}
    assert [line.partition(")")[0] for line in told.err.splitlines()] == [
        f"Image {broken.pk} (afbeeldingen/stuk.png",
        f"Image {gone.pk} (afbeeldingen/weg.png",
    ]
