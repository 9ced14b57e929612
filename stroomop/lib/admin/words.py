"""The values of fields: made comparable, and in words as staff know them."""

import re
from collections import defaultdict
from collections.abc import Iterable
from datetime import date, datetime, time
from html import unescape
from typing import Any

from django.utils.formats import date_format, time_format
from django.utils.timezone import localtime

from stroomop.lib.richtext import RichTextField, clean_html

EMPTY = "(leeg)"
GONE = "(is er niet meer)"
# By model and key what the items are called that a value refers to.
Names = dict[tuple[Any, str], str]

ENDS_A_LINE = re.compile(r"<br>|</(?:p|h2|h3|h4|li|blockquote|caption|tr)>")
MARK = re.compile(r"<[^>]*>")


def normal(field: Any, value: Any) -> Any:
    """The same whether it comes out of the database or out of a form; None where nothing is filled in."""
    if field.many_to_many:
        return frozenset(map(str, value or [])) or None
    if value is None or value == "":
        return None
    if field.is_relation or field.choices:
        return str(value)
    if isinstance(value, datetime):
        # The form knows no seconds.
        return value.replace(second=0, microsecond=0)
    if isinstance(value, bool | date | time):
        return value
    # A browser ends its lines in its own way.
    text = "\n".join(str(value).splitlines()).strip()
    return (clean_html(text) if isinstance(field, RichTextField) else text) or None


def plain(html: str) -> str:
    """Rich text without marks: a line for each line that a reader sees."""
    broken = re.sub(r"</t[hd]>", " ", ENDS_A_LINE.sub("\n", re.sub(r"\s+", " ", html)))
    lines = (line.strip() for line in unescape(MARK.sub("", broken)).splitlines())
    return "\n".join(filter(None, lines))


def in_words(field: Any, value: Any, names: Names) -> str:
    """Of a value that was made comparable."""
    if value is None:
        return EMPTY
    if field.many_to_many:
        return ", ".join(sorted(names.get((field.related_model, key), GONE) for key in value))
    if field.is_relation:
        return names.get((field.related_model, value), GONE)
    if field.choices:
        return next((str(words) for key, words in field.flatchoices if str(key) == value), value)
    match value:
        case bool():
            return "ja" if value else "nee"
        case datetime():
            return date_format(localtime(value), "j F Y H:i")
        case date():
            return date_format(value, "j F Y")
        case time():
            return time_format(value, "H:i")
    return plain(value) if isinstance(field, RichTextField) else str(value)


def look_up(values: Iterable[tuple[Any, Any]]) -> Names:
    """What these values refer to is called: one query per model, however many there are."""
    wanted: dict[Any, set[str]] = defaultdict(set)
    for field, value in values:
        if field.is_relation and value is not None:
            wanted[field.related_model].update(value if field.many_to_many else [value])
    return {(model, str(item.pk)): str(item) for model, keys in wanted.items() for item in called(model, keys)}


def called(model: Any, keys: set[str]) -> Iterable[Any]:
    # Some are called after an item that they belong to.
    belongs_to = [field.name for field in model._meta.concrete_fields if field.many_to_one]
    # What somebody sent need not be a key, let alone one that the database can hold.
    found = model._base_manager.filter(pk__in=[key for key in keys if key.isdecimal() and len(key) < 19])
    return found.select_related(*belongs_to) if belongs_to else found
