"""Files of figures on their way into the ledger. Nothing of it is public."""

from django.conf import settings
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.db.models import Q

from stroomop.lib.private_files import private_storage


class Import(models.Model):
    """One file, from the moment it was handed in. Its figures are written all together, or none of them."""

    class Stage(models.TextChoices):
        CHECKING = "controleren", "wordt gecontroleerd"
        CHECKED = "gecontroleerd", "gecontroleerd"
        REFUSED = "geweigerd", "geweigerd"
        WRITTEN = "geschreven", "staat in het register"
        WITHDRAWN = "ingetrokken", "ingetrokken"

    name = models.CharField("bestand", max_length=200)
    # Empty for one that came by the command line.
    file = models.FileField("inhoud", upload_to="imports/%Y/", storage=private_storage, blank=True)
    stage = models.CharField("stand", max_length=15, choices=Stage, default=Stage.CHECKING)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", null=True, blank=True, verbose_name="door"
    )
    handed_in_at = models.DateTimeField("ingeleverd op")
    # The day that the sources were read: a source without a date is known since then.
    read_on = models.DateField("bronnen gelezen op")
    creates_missing = models.BooleanField("maak aan wat het portaal niet kent", default=False)
    rows_read = models.PositiveIntegerField("rijen gelezen", default=0)
    # Roughly, from the size of the file; for the progress bar alone.
    rows_expected = models.PositiveIntegerField("rijen verwacht", default=0)
    new = models.PositiveIntegerField("nieuw", default=0)
    revised = models.PositiveIntegerField("herzien", default=0)
    unchanged = models.PositiveIntegerField("ongewijzigd", default=0)
    refused = models.PositiveIntegerField("geweigerd", default=0)
    # Why the file as a whole was refused.
    message = models.TextField("melding", blank=True)
    # What the ledger had come to when the rows were checked. When it has come further: check again.
    checked_against = models.PositiveBigIntegerField("gecontroleerd tegen", default=0)

    class Meta:
        verbose_name = "import van cijfers"
        verbose_name_plural = "imports van cijfers"
        ordering = ["-pk"]

    def __str__(self) -> str:
        return self.name

    @property
    def summary(self) -> str:
        return f"{self.new} nieuw, {self.revised} herzien, {self.unchanged} ongewijzigd, {self.refused} geweigerd"


class ImportRow(models.Model):
    """What became, or will become, of one row."""

    class Outcome(models.TextChoices):
        NEW = "nieuw", "nieuw"
        REVISED = "herzien", "herzien"
        UNCHANGED = "ongewijzigd", "ongewijzigd"
        REFUSED = "geweigerd", "geweigerd"

    batch = models.ForeignKey(Import, models.CASCADE, related_name="rows", verbose_name="import")
    number = models.PositiveIntegerField("rij")
    outcome = models.CharField("uitkomst", max_length=12, choices=Outcome)
    # Why it was refused, or what else there is to say.
    message = models.CharField("uitleg", max_length=500, blank=True)
    # What somebody should look at before it is published.
    warning = models.CharField("let op", max_length=500, blank=True)
    label = models.CharField("waarover", max_length=300, blank=True)
    was = models.CharField("was", max_length=120, blank=True)
    value = models.CharField("is", max_length=120, blank=True)
    # What the public would read there.
    shown = models.CharField("op de site", max_length=120, blank=True)
    # Two rows with the same cell are about the same thing.
    cell = models.CharField("cel", max_length=500, blank=True)
    # All that the row says, for when it is written.
    content = models.JSONField("inhoud", default=dict, encoder=DjangoJSONEncoder)

    class Meta:
        verbose_name = "rij"
        verbose_name_plural = "rijen"
        ordering = ["batch", "number"]
        constraints = [
            models.UniqueConstraint(fields=["batch", "number"], name="import_row_once"),
            models.CheckConstraint(
                condition=~Q(outcome="geweigerd") | ~Q(message=""), name="import_row_refused_with_reason"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.batch}, rij {self.number}"
