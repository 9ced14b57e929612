"""Items of many models, together: what they are called, and where staff change them."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Any, NamedTuple

from django.db.models import FETCH_PEERS
from django.urls import reverse


class Item(NamedTuple):
    model: Any
    pk: int

    @property
    def address(self) -> str:
        """Of its form in the back-office."""
        return reverse(f"admin:{self.model._meta.app_label}_{self.model._meta.model_name}_change", args=[self.pk])

    @property
    def kind(self) -> str:
        return str(self.model._meta.verbose_name)


def names_of(items: Iterable[Item]) -> dict[Item, str]:
    """With a query or two for each model. What is gone by now is not in it."""
    keys: dict[Any, list[int]] = defaultdict(list)
    for item in items:
        keys[item.model].append(item.pk)
    return {
        Item(model, row.pk): str(row)
        for model, found in keys.items()
        # What some are called after is asked for all of them at once.
        for row in model.objects.filter(pk__in=found).fetch_mode(FETCH_PEERS)
    }
