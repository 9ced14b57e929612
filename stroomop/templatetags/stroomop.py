"""Display only: no queries here."""

import json
import re
from decimal import Decimal
from itertools import batched
from typing import Any

from django import template
from django.conf import settings
from django.templatetags.static import static
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from stroomop.lib.numbers import dutch_number

register = template.Library()

TITLE = re.compile(r"<title>(.*?)</title>", re.DOTALL)
DESCRIPTION = re.compile(r'name="description" content="(.*?)"', re.DOTALL)
WRAPPER, REACHABLE = '<div class="wrapper">', '<div class="wrapper" tabindex="0">'
EMPTY_HEADING = re.compile(r"<th([^>]*)></th>")
SHARED = """{}<meta property="og:title" content="{}">
    <meta property="og:description" content="{}">
    <meta property="og:image" content="{}">
    <meta property="og:type" content="website">
    <meta property="og:site_name" content="StroomOP">
    <meta property="og:locale" content="nl_NL">
    <meta name="twitter:card" content="summary_large_image">"""
# What could end the script element, or a comment in it.
JSON_ESCAPES = {ord("<"): "\\u003C", ord(">"): "\\u003E", ord("&"): "\\u0026"}


@register.filter
def richtext(html: str) -> SafeString:
    """HTML out of a RichTextField, which cleaned it on its way in."""
    return mark_safe(html)  # noqa: S308 - clean in the database


@register.filter
def for_everybody(html: str, can_be_filled_in: bool) -> str:
    """The rows below an item, as Django's admin draws them, without headings over nothing. What has no fields to go
    to can get the focus itself: without a mouse that is how a wide table is scrolled."""
    html = EMPTY_HEADING.sub(r"<td\1></td>", html)
    return html if can_be_filled_in else html.replace(WRAPPER, REACHABLE)


@register.filter
def number(value: Decimal | None) -> str:
    """A figure as Dutch readers write it, with the decimals of its source."""
    return "" if value is None else dutch_number(value)


@register.inclusion_tag("components/breadcrumbs.html")
def breadcrumbs(title: str, *parents: str) -> dict[str, Any]:
    """The way up: the page itself, then name and route of each parent, from the section down."""
    return {"title": title, "items": [(name, reverse(route)) for name, route in batched(parents, 2, strict=True)]}


@register.simple_block_tag
def sharing(content: SafeString) -> SafeString:
    """Title and description of the page, and the same once more for those who show a shared address."""
    found = [match[1].strip() if (match := part.search(content)) else "" for part in (TITLE, DESCRIPTION)]
    # Both are escaped already: they were written for the page itself.
    title, description = (mark_safe(words) for words in found)  # noqa: S308 - rendered by a template just now
    return format_html(SHARED, content, title, description, settings.SITE_URL + static("img/share.png"))


@register.filter
def json_ld(facts: dict[str, Any]) -> SafeString:
    """Facts for search engines, as data that no browser runs."""
    data = json.dumps(facts, ensure_ascii=False).translate(JSON_ESCAPES)
    return mark_safe(f'<script type="application/ld+json">{data}</script>')  # noqa: S308 - escaped above


@register.simple_tag
def name_of(item: Any) -> SafeString | str:
    """What may be named since it was public once; a link as long as it has a public page."""
    return format_html('<a href="{}">{}</a>', item.get_absolute_url(), item) if item.is_public else item
