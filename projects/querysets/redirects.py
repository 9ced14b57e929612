"""Addresses that once existed."""

from django.db import models


def tidy(path: str) -> str:
    """An address as sites write it: in small letters, with a slash at the end of all but a file."""
    path = path.lower().rstrip("/")
    return path if "." in path.rpartition("/")[2] else f"{path}/"


class RedirectQuerySet(models.QuerySet):
    def remember(self, old: str, new: str) -> None:
        """Lead ``old`` to ``new``, and all that led to ``old`` as well, so that no chain or loop can grow."""
        self.filter(path=new).delete()
        self.filter(target=old).update(target=new)
        self.update_or_create(path=old, defaults={"target": new})

    def target_of(self, path: str) -> str | None:
        """As it was asked, or else as it is usually written."""
        # PostgreSQL can't be asked about a text with a NUL in it, and no address of ours has one.
        if "\0" in path:
            return None
        found = dict(self.filter(path__in=[path, tidy(path)]).values_list("path", "target"))
        return found.get(path) or found.get(tidy(path))
