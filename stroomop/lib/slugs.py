from itertools import chain, count

from django.db.models import QuerySet
from django.utils.text import slugify


def free_slug(rows: QuerySet, text: str, fallback: str, length: int = 80) -> str:
    """The words as the last piece of an address, with a number behind it where another row has that already."""
    words = slugify(text)[:length].strip("-") or fallback
    tries = chain([words], (f"{words[: length - 1 - len(str(number))]}-{number}" for number in count(2)))
    return next(slug for slug in tries if not rows.filter(slug=slug).exists())
