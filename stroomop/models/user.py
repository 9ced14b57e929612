from django.contrib.auth.models import AbstractUser
from django.db import models


class User(AbstractUser):
    """Somebody of the staff. The organisation counts: nobody judges the own one."""

    organisation = models.ForeignKey(
        "projects.Organisation",
        models.SET_NULL,
        related_name="users",
        null=True,
        blank=True,
        verbose_name="organisatie",
    )

    class Meta(AbstractUser.Meta):
        verbose_name = "gebruiker"
        verbose_name_plural = "gebruikers"
