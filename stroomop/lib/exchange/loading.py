"""Which item a row is about: by its address, or where that cell is empty by its name."""

from collections import defaultdict
from typing import Any

from django.core.exceptions import ValidationError
from django.db.models import Q
from import_export.instance_loaders import BaseInstanceLoader

from .cells import shown


class KeyLoader(BaseInstanceLoader):
    """All items of a file in one statement, locked until the file is written."""

    def __init__(self, resource: Any, dataset: Any) -> None:
        super().__init__(resource, dataset)
        rows = dataset.dict
        keys = {key for row in rows if (key := resource.key(row))}
        names = {name for row in rows if not resource.key(row) and (name := resource.name(row))}
        # Locked: what is looked at here is what is written over.
        items = resource.get_queryset().select_for_update(of=("self",))
        self.by_key: dict[str, Any] = {}
        self.by_name: dict[str, list[Any]] = defaultdict(list)
        for item in items.filter(Q(slug__in=keys) | Q(**{f"{resource.label}__in": names})):
            self.by_key[item.slug] = item
            self.by_name[shown(getattr(item, resource.label))].append(item)

    def get_instance(self, row: Any) -> Any:
        if key := self.resource.key(row):
            return self.by_key.get(key)
        found = self.by_name.get(self.resource.name(row), [])
        if len(found) > 1:
            column = self.resource.fields["slug"].column_name
            raise ValidationError(f"Er zijn er {len(found)} die zo heten. Vul de kolom '{column}' in.")
        return found[0] if found else None
