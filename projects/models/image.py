from django.core.exceptions import ValidationError
from django.core.files import File
from django.core.validators import FileExtensionValidator
from django.db import models
from django.db.models import Q

MAX_IMAGE_MEGABYTES = 10


def validate_image_size(file: File) -> None:
    if file.size > MAX_IMAGE_MEGABYTES * 1024 * 1024:
        raise ValidationError(f"Het bestand is groter dan {MAX_IMAGE_MEGABYTES} MB. Maak de afbeelding eerst kleiner.")


class Image(models.Model):
    """An image with its text alternative, or the explicit choice that it needs none."""

    file = models.ImageField(
        "bestand",
        upload_to="afbeeldingen/%Y/",
        width_field="width",
        height_field="height",
        validators=[FileExtensionValidator(["jpg", "jpeg", "png", "webp", "avif"]), validate_image_size],
    )
    width = models.PositiveIntegerField(editable=False, default=0)
    height = models.PositiveIntegerField(editable=False, default=0)
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
        return self.alt_text or str(self.file)
