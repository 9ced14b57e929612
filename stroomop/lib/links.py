"""Links between our own pages that follow when a page gets another address.

In the database such a link names its item as well, as in ``<a href="/projecten/x/" data-item="projects.project:12">``.
Readers get the address that the item has now, or the bare words when it is not public."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from html import unescape
from typing import Any
from urllib.parse import unquote, urlsplit

from django.conf import settings
from django.db.models import Model
from django.urls import Resolver404, URLPattern, get_resolver, resolve
from django.utils.html import escape
from django.views.generic.detail import SingleObjectMixin

from .richtext import ITEM

# As clean_html writes it; in the database the two attributes stand as somebody wrote them.
LINK = re.compile(rf'<a(?: href="(?P<href>[^"]*)"| data-item="(?P<item>{ITEM})")+>(?P<words>.*?)</a>', re.DOTALL)
MARK = ' data-item="'
# Of an address, what comes after the page itself.
REST = re.compile(r"[?#].*", re.DOTALL)

# Where an old address leads now: the app that keeps those adds its answer here.
FORMER_ADDRESSES: list[Callable[[str], str | None]] = []


def page_of(model: type[Model]) -> Callable[[Any], Any]:
    """Says of a view function that it shows one item of this model, which the address names by the model's fields."""

    def mark(view: Any) -> Any:
        view.shows = model
        return view

    return mark


def shown_by(view: Any) -> type[Model] | None:
    """The model of which a view shows one item."""
    view_class = getattr(view, "view_class", None)
    if view_class is not None and issubclass(view_class, SingleObjectMixin):
        return view_class.model
    return getattr(view, "shows", None)


@cache
def page_models() -> list[type[Model]]:
    """All models of which each item has a page of its own, in the order of the addresses."""
    found = [shown_by(pattern.callback) for pattern in patterns(get_resolver().url_patterns)]
    return list(dict.fromkeys(model for model in found if model))


def patterns(parts: Iterable[Any]) -> Iterator[URLPattern]:
    for part in parts:
        if isinstance(part, URLPattern):
            yield part
        else:
            yield from patterns(part.url_patterns)


def find_item(address: str) -> Model | None:
    """The item whose page has this address, a path or one with our own host in it. An old address counts too."""
    if (path := own_path(address)) is None:
        return None
    targets = (follow(path) for follow in FORMER_ADDRESSES)
    return item_at(path) or next(filter(None, (item_at(target) for target in targets if target)), None)


def own_path(address: str) -> str | None:
    try:
        parts, own = urlsplit(address.strip()), urlsplit(settings.SITE_URL)
    except ValueError:
        return None
    if parts.scheme not in ("", "http", "https") or parts.netloc.lower() not in ("", own.netloc.lower()):
        return None
    path = unquote(parts.path)
    return f"{path.removesuffix('/')}/" if path.startswith("/") else None


def item_at(path: str) -> Model | None:
    try:
        found = resolve(path)
    except Resolver404:
        return None
    if (model := shown_by(found.func)) is None:
        return None
    item: Any = model._base_manager.filter(**found.kwargs).first()
    # One model may have two kinds of pages: what is not the item's own address names no page.
    return item if item is not None and item.get_absolute_url() == path else None


def recognise(html: str) -> str:
    """Clean HTML in which each link to one of our items names that item."""
    find = cache(find_item)

    def name(link: re.Match[str]) -> str:
        item: Any = find(unescape(link["href"] or ""))
        if item is None:
            return link[0]
        return anchor(link, item.get_absolute_url(), f'{MARK}{item._meta.label_lower}:{item.pk}"')

    return LINK.sub(name, html)


def anchor(link: re.Match[str], address: str, mark: str = "") -> str:
    rest = REST.search(link["href"] or "")
    return f'<a href="{escape(address)}{rest[0] if rest else ""}"{mark}>{link["words"]}</a>'


def as_public(*texts: str) -> list[str]:
    """The texts as a reader gets them. One query for each kind of item that they name, none without."""
    addresses = addresses_of(texts, lambda model: model.objects.published())

    def lead(link: re.Match[str]) -> str:
        if link["item"] is None:
            return link[0]
        address = addresses.get(link["item"])
        return link["words"] if address is None else anchor(link, address)

    return [LINK.sub(lead, text) if MARK in text else text for text in texts]


def as_written(html: str) -> str:
    """The text as an editor gets it: with the address of now, also of what is not public. What is gone is left."""
    addresses = addresses_of([html], lambda model: model._base_manager)

    def lead(link: re.Match[str]) -> str:
        address = addresses.get(link["item"])
        return link[0] if address is None else anchor(link, address)

    return LINK.sub(lead, html)


def addresses_of(texts: Iterable[str], rows: Callable[[Any], Any]) -> dict[str | None, str]:
    """The address of each item that the texts name, of those that stand in these rows of their model."""
    named: dict[str, set[int]] = defaultdict(set)
    for item in {link["item"] for text in texts if MARK in text for link in LINK.finditer(text) if link["item"]}:
        label, _, number = item.partition(":")
        named[label].add(int(number))
    return {
        f"{label}:{item.pk}": item.get_absolute_url()
        for label, numbers in named.items()
        for model in page_models()
        if model._meta.label_lower == label
        for item in rows(model).in_bulk(numbers).values()
    }
