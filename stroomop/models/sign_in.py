from django.db import models

from .user import User


class SignIn(models.Model):
    """What happened at the door. A name that nobody has is not kept: it may be a password in the wrong field."""

    class Outcome(models.TextChoices):
        IN = "in", "ingelogd"
        OUT = "uit", "uitgelogd"
        PASSWORD = "wachtwoord", "verkeerd wachtwoord"
        CODE = "code", "verkeerde tweede stap"
        LOCKED = "dicht", "te vaak geprobeerd"
        CLOSED = "gesloten", "account is gesloten"

    user = models.ForeignKey(User, models.CASCADE, related_name="sign_ins", null=True, verbose_name="wie")
    outcome = models.CharField("hoe het ging", max_length=10, choices=Outcome)
    number = models.PositiveIntegerField("keer", default=1)
    moment = models.DateTimeField("wanneer")
    network = models.CharField("netwerk", max_length=50, blank=True, help_text="Een deel van het adres, geen persoon.")

    class Meta:
        verbose_name = "inlogpoging"
        verbose_name_plural = "inlogpogingen"
        ordering = ["-moment", "-pk"]
        indexes = [
            models.Index(fields=["moment"], name="sign_in_moment"),
            models.Index(fields=["user", "outcome", "network"], name="sign_in_account"),
        ]

    def __str__(self) -> str:
        return f"{self.user or 'onbekende naam'}: {self.get_outcome_display()}"
