"""What the base asks of staff: an image with a text that says something."""

from django.contrib.auth.models import AbstractUser
from django.urls import reverse

from projects.models import Image
from stroomop.lib.worklist import Finder, Kind, Line, Thing, Urgency

# The database refuses an image without a text, unless somebody chose that it needs none. What is left is a text that
# only says that there is an image: what kind of thing it is, or the name of its file.
SAYS_NOTHING = (
    r"^[^a-z]*(afbeelding|foto|image|img|dsc|logo|picture|plaatje|schermafbeelding|screenshot)[^a-z]*$"
    r"|\.(avif|gif|jpe?g|png|webp)$"
)
IMAGES = Kind(
    "afbeeldingen",
    "Afbeeldingen met een tekst die niets zegt",
    Urgency.LATER,
    ("projects.change_image",),
    open_one="Schrijf een tekst",
    open_all="Bekijk de afbeeldingen",
)


def find_images(user: AbstractUser) -> Line | None:
    images = list(Image.objects.filter(alt_text__iregex=SAYS_NOTHING))
    if not images:
        return None
    things = [
        Thing(image.alt_text, reverse("admin:projects_image_change", args=[image.pk]), f"Bestand: {image.file}.")
        for image in images
    ]
    if len(images) == 1:
        sentence = f"Een afbeelding heeft een tekst die niets zegt: ‘{images[0].alt_text}’."
    else:
        sentence = f"{len(images)} afbeeldingen hebben een tekst die niets zegt."
    return IMAGES.line(sentence, things)


WORK: dict[Kind, Finder] = {IMAGES: find_images}
