import secrets
from pathlib import PurePath
from typing import Any, NamedTuple

from django.core.files import File
from django.db import models, transaction
from django.db.models import Q

from stroomop.lib.pictures import SIZE_FORMATS, WIDTHS, clean_picture
from stroomop.lib.uploads import OwnedFileField


def image_path(instance: models.Model, name: str) -> str:
    """A folder for each, with a name that says nothing of who uploaded it or what it was called there."""
    return f"afbeeldingen/{secrets.token_urlsafe(9)}/{name}"


def beside(name: str, other: str) -> str:
    """Another name in the same folder."""
    return str(PurePath(name).with_name(other))


def validate_image_size(file: File) -> None:
    """Named by the first migration, and by nothing else."""


class PictureField(OwnedFileField):
    """On a model that has a width, a height and widths."""

    def prepare(self, file: Any) -> File:
        return clean_picture(file)

    def look_at(self, file: Any) -> None:
        is_new = file and not file._committed
        super().look_at(file)
        if is_new:
            image = file.instance
            image.width, image.height, image.widths = file.file.width, file.file.height, []

    def kept(self, name: str) -> list[str]:
        """The sizes too, whether or not they are there already."""
        return [*super().kept(name), *size_names(name).values()] if name else []


def size_names(name: str) -> dict[tuple[str, str], str]:
    """Where each size of each kind stands: in the folder of the picture itself."""
    return {(size, kind): beside(name, f"{size}.{kind}") for kind in SIZE_FORMATS for size in WIDTHS}


class Source(NamedTuple):
    """The sizes of one kind, as a browser reads them."""

    content_type: str
    srcset: str


class Image(models.Model):
    """An image with its text alternative, or the explicit choice that it needs none."""

    file = PictureField("bestand", upload_to=image_path)
    # The file fills these in: they come after it.
    width = models.PositiveIntegerField(editable=False, default=0)
    height = models.PositiveIntegerField(editable=False, default=0)
    # Of the sizes that were made, narrowest first; none until the task has run.
    widths = models.JSONField(editable=False, default=list)
    alt_text = models.CharField(
        "alternatieve tekst", max_length=250, blank=True, help_text="Wat moet iemand weten die de afbeelding niet ziet?"
    )
    decorative = models.BooleanField(
        "decoratief", default=False, help_text="De afbeelding voegt niets toe aan de tekst."
    )
    credit = models.CharField("maker of bron", max_length=150, blank=True)

    class Meta:
        verbose_name = "afbeelding"
        verbose_name_plural = "afbeeldingen"
        ordering = ["-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(decorative=True, alt_text="") | (Q(decorative=False) & ~Q(alt_text="")),
                name="image_alt_text_or_decorative",
                violation_error_message="Schrijf een alternatieve tekst, of kies 'decoratief'.",
            )
        ]

    def __str__(self) -> str:
        return self.alt_text or f"decoratieve afbeelding {self.pk}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        # The file and the row: both, or none.
        with transaction.atomic():
            super().save(*args, **kwargs)

    @property
    def sources(self) -> list[Source]:
        """The best kind first; none as long as there are no sizes."""
        address = {key: self.file.storage.url(name) for key, name in size_names(str(self.file)).items()}
        widths = dict(zip(WIDTHS, self.widths, strict=False))
        return [
            Source(f"image/{kind}", ", ".join(f"{address[size, kind]} {width}w" for size, width in widths.items()))
            for kind in SIZE_FORMATS
            if widths
        ]

    @property
    def small_url(self) -> str:
        name = str(self.file)
        return self.file.storage.url(size_names(name)["klein", "webp"] if self.widths else name)
