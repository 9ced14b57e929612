"""What a reader asks to compare, as it stands in the address: ``?cijfer=a&deel=x:y&deel=x:z`` or
``?cijfer=a&cijfer=b``."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import urlencode

from django.http import QueryDict

from monitor.models import Category

FIGURE, PART = "cijfer", "deel"
MOST_FIGURES, MOST_PARTS = 2, 6
# What the database is asked for.
SLUG = re.compile("[A-Za-z0-9_-]{1,80}")


@dataclass(frozen=True)
class Choice:
    """Slugs of indicators, and parts as ``part_value`` writes them: each once. ``repeats``: a figure stood there
    twice."""

    figures: tuple[str, ...] = ()
    parts: tuple[str, ...] = ()
    repeats: bool = False

    @property
    def pairs(self) -> list[tuple[str, str]]:
        return [*((FIGURE, slug) for slug in self.figures), *((PART, part) for part in self.parts)]

    @property
    def query(self) -> str:
        return urlencode(self.pairs, safe=":")


def read_choice(query: QueryDict) -> Choice:
    """An empty value is a list in which nothing was chosen."""
    figures = [slug for slug in query.getlist(FIGURE) if slug]
    once = tuple(dict.fromkeys(figures))
    return Choice(once, tuple(dict.fromkeys(filter(None, query.getlist(PART)))), repeats=len(once) < len(figures))


def part_value(category: Category) -> str:
    return f"{category.dimension.slug}:{category.slug}"


def parts_choice(slug: str, categories: Iterable[Category]) -> Choice:
    return Choice((slug,), tuple(map(part_value, categories)))
