import unicodedata

from django.contrib.auth.models import AbstractUser
from django.db import models
from django.utils.functional import cached_property


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

    @cached_property
    def group_names(self) -> frozenset[str]:
        return frozenset(self.groups.values_list("name", flat=True))

    def set_password(self, raw_password: str | None) -> None:
        super().set_password(raw_password and one_form(raw_password))

    def check_password(self, raw_password: str | None) -> bool:
        """As it was typed too: a command may have stored it like that."""
        forms = {raw_password and one_form(raw_password), raw_password}
        return any(super(User, self).check_password(form) for form in forms)


def one_form(password: str) -> str:
    """A letter with an accent is the same letter on every keyboard, in one piece or in two."""
    return unicodedata.normalize("NFKC", password)
