"""Where links to other sites stand: every web address of what is public, and every link in its texts."""

from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from html.parser import HTMLParser
from typing import Any, NamedTuple
from urllib.parse import urldefrag, urlsplit

from django.apps import apps
from django.conf import settings
from django.contrib import admin
from django.db.models import F, ForeignKey, QuerySet, TextField, URLField, Value
from django.db.models.functions import Cast
from django.utils.encoding import iri_to_uri

from stroomop.lib.items import Item
from stroomop.lib.richtext import RichTextField
from stroomop.models import LinkCheck


class Column(NamedTuple):
    """A field with links in it, and the way from its row to the item on whose form it stands."""

    model: Any
    name: str
    is_text: bool
    owner: Any
    path: str


def places() -> dict[str, list[Item]]:
    """By address all items on whose form it stands, in one query."""
    columns = link_columns()
    first, *others = [
        public_rows(column.model)
        .exclude(**{column.name: ""})
        .order_by()
        .annotate(nth=Value(nth), owner=F(column.path), words=Cast(column.name, TextField()))
        .values_list("nth", "owner", "words")
        for nth, column in enumerate(columns)
    ]
    found: dict[str, dict[Item, None]] = defaultdict(dict)
    for nth, pk, words in first.union(*others, all=True).order_by("nth", "owner"):
        column = columns[nth]
        for raw in hrefs(words) if column.is_text else [words]:
            if address := outside_address(raw):
                found[address][Item(column.owner, pk)] = None
    return {address: list(where) for address, where in found.items()}


@cache
def link_columns() -> list[Column]:
    """Of all models whose items staff can open; what they can't open they can't mend."""
    return [
        Column(model, field.name, isinstance(field, RichTextField), *owner)
        for model in apps.get_models()
        for field in model._meta.concrete_fields
        if isinstance(field, URLField | RichTextField) and (owner := owner_of(model))
    ]


def owner_of(model: Any) -> tuple[Any, str] | None:
    """The model with a form for these rows: it itself, or what they are a part of; and the path to its key."""
    if admin.site.is_registered(model):
        return model, "pk"
    if (key := whole_of(model)) and (above := owner_of(key.related_model)):
        return above[0], f"{key.name}__{above[1]}"
    return None


def whole_of(model: Any) -> ForeignKey | None:
    """The key to what a row is a part of, without which it can't be."""
    keys = (field for field in model._meta.concrete_fields if isinstance(field, ForeignKey) and not field.null)
    return next(keys, None)


def public_rows(model: Any) -> QuerySet:
    """Those that a reader can come across: a part is as public as its whole."""
    rows = model.objects.all()
    if hasattr(rows, "published"):
        return rows.published()
    key = whole_of(model)
    return rows.filter(**{f"{key.name}__in": public_rows(key.related_model)}) if key else rows


class Links(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found += [value for name, value in attrs if tag == "a" and name == "href" and value]


def hrefs(html: str) -> Iterator[str]:
    parser = Links()
    parser.feed(html)
    parser.close()
    yield from parser.found


def outside_address(raw: str) -> str | None:
    """The address as a browser asks for it; None for what is no page of another site."""
    try:
        parts = urlsplit(raw)
        host = parts.hostname
    except ValueError:
        return None
    if parts.scheme not in ("http", "https") or not host or parts.netloc == urlsplit(settings.SITE_URL).netloc:
        return None
    address = iri_to_uri(urldefrag(raw).url)
    return address if len(address) <= LinkCheck.LONGEST else None


def dead_links() -> list[LinkCheck]:
    """Those that still stand somewhere. Where none is dead nothing is searched."""
    dead = list(LinkCheck.objects.dead())
    standing = places() if dead else {}
    return [check for check in dead if check.address in standing]
