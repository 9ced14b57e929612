"""Display only: no queries here."""

from decimal import Decimal
from itertools import batched
from typing import Any

from django import template
from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe

from stroomop.lib.numbers import dutch_number

register = template.Library()


@register.filter
def richtext(html: str) -> SafeString:
    """HTML out of a RichTextField, which cleaned it on its way in."""
    return mark_safe(html)  # noqa: S308 - clean in the database


@register.filter
def number(value: Decimal | None) -> str:
    """A figure as Dutch readers write it, with the decimals of its source."""
    return "" if value is None else dutch_number(value)


@register.inclusion_tag("components/breadcrumbs.html")
def breadcrumbs(title: str, *parents: str) -> dict[str, Any]:
    """The way up: the page itself, then name and route of each parent, from the section down."""
    return {"title": title, "items": [(name, reverse(route)) for name, route in batched(parents, 2, strict=True)]}
