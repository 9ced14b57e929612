"""Display only: no queries here."""

from decimal import Decimal
from typing import Any

from django import template
from django.utils.safestring import SafeString, mark_safe

from stroomop.lib.numbers import dutch_number

register = template.Library()


@register.filter
def richtext(html: str) -> SafeString:
    """HTML out of a RichTextField, which cleaned it on its way in."""
    return mark_safe(html)  # noqa: S308


@register.filter
def number(value: Decimal | None) -> str:
    """A figure as Dutch readers write it, with the decimals of its source."""
    return "" if value is None else dutch_number(value)


@register.filter
def get(mapping: dict[str, Any], key: str) -> Any:
    return mapping.get(key, "")
