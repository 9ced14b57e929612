from pathlib import PurePath
from typing import Any

from django.core.exceptions import ValidationError
from django.core.files import File
from django.core.management.base import BaseCommand

from projects.models import Image
from projects.tasks import make_sizes


class Command(BaseCommand):
    help = "Make our own picture and its sizes of every image that has none."

    def handle(self, *args: Any, **options: Any) -> None:
        for image in Image.objects.filter(widths=[]):
            name = str(image.file)
            try:
                renew(image, name)
            except (OSError, ValidationError) as error:
                self.stderr.write(f"Image {image.pk} ({name}): {error}")
            else:
                self.stdout.write(f"Image {image.pk}: done.")


def renew(image: Image, name: str) -> None:
    # Before there were sizes an image was kept as it came.
    if PurePath(name).stem != "beeld":
        with image.file.open() as file:
            image.file = File(file, name)
            image.save()
    make_sizes.call(image.pk)
