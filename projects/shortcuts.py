from collections.abc import Iterable
from typing import Any

from django.http import Http404

from projects.querysets import PublishedQuerySet
from stroomop.lib.gone import Gone


def get_published_or_gone(queryset: PublishedQuerySet, **lookup: Any) -> Any:
    """The published item; raises Gone when it has been archived, Http404 when it was never public."""
    if (item := queryset.published().filter(**lookup).first()) is not None:
        return item
    raise Gone if queryset.archived().filter(**lookup).exists() else Http404


def any_sensitive(items: Iterable[Any]) -> bool:
    """Whether a page that shows these offers help first. Organisations and persons are never sensitive themselves."""
    return any(getattr(item, "is_sensitive", False) for item in items)
