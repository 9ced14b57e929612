from collections.abc import Iterator
from itertools import chain, count

from django.db.models import QuerySet
from django.utils.text import slugify


def free_slug(rows: QuerySet, text: str, fallback: str, length: int = 80) -> str:
    """The words as the last piece of an address, with a number behind it where another row has that already."""
    return next(slug for slug in slugs(text, fallback, length) if not rows.filter(slug=slug).exists())


def slugs(text: str, fallback: str, length: int = 80) -> Iterator[str]:
    """The words as a slug, and then with ever higher numbers behind it: endless."""
    words = slugify(text)[:length].strip("-") or fallback
    return chain([words], (f"{words[: length - 1 - len(str(number))]}-{number}" for number in count(2)))
