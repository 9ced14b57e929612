from typing import Any

from django.http import Http404

from projects.querysets import PublishedQuerySet
from stroomop.lib.gone import Gone


def get_published_or_gone(queryset: PublishedQuerySet, **lookup: Any) -> Any:
    """The published item; raises Gone when it has been archived, Http404 when it was never public."""
    if (item := queryset.published().filter(**lookup).first()) is not None:
        return item
    raise Gone if queryset.archived().filter(**lookup).exists() else Http404
