"""What takes too long for a click: the sizes of an image."""

from functools import partial

from django.core.files.base import ContentFile
from django.db import transaction
from django.tasks import task

from projects.models import Image
from projects.models.image import beside
from stroomop.lib.pictures import sizes, widths_for
from stroomop.lib.uploads import keep_if_committed


@task
def make_sizes(pk: int) -> None:
    """Does nothing for an image that was deleted, or got another file, in the meantime: that one has its own task."""
    image = Image.objects.filter(pk=pk, widths=[]).first()
    if image is None:
        return
    with image.file.open() as file:
        made = {beside(str(image.file), name): content for name, content in sizes(file)}
    with transaction.atomic():
        if Image.objects.select_for_update().filter(pk=pk, file=image.file.name).first() is None:
            return
        storage = image.file.storage
        keep_if_committed(storage, list(made))
        for name, content in made.items():
            # What an earlier try left behind would keep the name.
            storage.delete(name)
            storage.save(name, ContentFile(content))
        Image.objects.filter(pk=pk).update(widths=widths_for(image.width))


def make_sizes_soon(image: Image) -> None:
    transaction.on_commit(partial(make_sizes.enqueue, image.pk))
