from django.db import models


class LoadedItem(models.Model):
    """What load_content once made out of the files, so that it never makes it again: not when an editor gave it
    another name or address, and not when somebody took it away."""

    model = models.CharField("soort", max_length=50)
    key = models.CharField("kenmerk", max_length=400)
    reference = models.CharField("zo noemen andere bestanden het", max_length=300, blank=True)
    object_id = models.BigIntegerField("nummer")
    fields = models.JSONField(
        "geladen velden", default=list, help_text="Wat de bestanden al eens vulden, blijft zoals de redactie het maakt."
    )

    class Meta:
        verbose_name = "geladen item"
        verbose_name_plural = "geladen items"
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(fields=["model", "key"], name="loaded_item_once")]

    def __str__(self) -> str:
        return f"{self.model} {self.key}"
