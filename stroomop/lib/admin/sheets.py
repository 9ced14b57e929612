"""All that an item says at one moment, laid out so that two moments can be held side by side."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import ValidationError
from django.forms import FileInput, ModelChoiceField
from django.forms.formsets import DELETION_FIELD_NAME
from django.http import HttpRequest
from django.utils.datastructures import MultiValueDict

from .past import Past, fields_kept
from .snapshot import Data, parts
from .words import normal

# By field of the model.
Values = dict[Any, Any]


@dataclass(frozen=True)
class Row:
    """A row below an item; one that is still to be made has no key."""

    key: str | None
    values: Values


@dataclass(frozen=True)
class Sheet:
    """The own fields, and the rows below per table: its model and the name that the form has for it."""

    own: Values
    rows: dict[tuple[Any, str], list[Row]]

    def values(self) -> Iterator[tuple[Any, Any]]:
        yield from self.own.items()
        for rows in self.rows.values():
            for row in rows:
                yield from row.values.items()


def sheet_of_past(item: Any, past: Past) -> Sheet:
    own = written(type(item), past.record) | {
        type(item)._meta.get_field(name): normal(type(item)._meta.get_field(name), keys)
        for name, keys in past.ties.items()
    }
    rows = {
        (model, ""): [Row(str(key), written(model, row, parent=type(item))) for key, row in found.items()]
        for model, found in past.rows.items()
    }
    return Sheet(own, rows)


def written(model: Any, record: Any, parent: Any = None) -> Values:
    """What staff can write in the fields of this model; not where a row stands."""
    return {
        field: normal(field, field.value_from_object(record))
        for field in fields_kept(model)
        if field.editable and not (parent and field.related_model is parent)
    }


def sheet_of_form(model_admin: Any, request: HttpRequest, item: Any, data: Data) -> Sheet:
    """Of a form as it was sent. Nothing is checked: what is wrong is told when somebody publishes it."""
    form, formsets = parts(model_admin, request, item, MultiValueDict(data))
    rows = {
        (formset.model, formset.prefix): [row for part in formset.forms if (row := read_row(formset, part))]
        for formset in formsets
        if f"{formset.prefix}-TOTAL_FORMS" in data
    }
    return Sheet(read(form), rows)


def read_row(formset: Any, form: Any) -> Row | None:
    """None of a row that is to be deleted, and of one that nobody filled in."""
    if formset.can_delete and form[DELETION_FIELD_NAME].data:
        return None
    key = form[formset._pk_field.name].data or None
    return Row(key, read(form)) if key or form.has_changed() else None


def read(form: Any) -> Values:
    fields = {field.name: field for field in (*form._meta.model._meta.fields, *form._meta.model._meta.many_to_many)}
    return {
        fields[bound.name]: normal(fields[bound.name], value_of(bound))
        for bound in form.visible_fields()
        if bound.name in fields and not isinstance(bound.field.widget, FileInput)
    }


def value_of(bound: Any) -> Any:
    # Of what is chosen the key will do: the items are looked up together.
    if isinstance(bound.field, ModelChoiceField):
        return bound.data
    try:
        return bound.field.to_python(bound.data)
    except ValidationError:
        return bound.data
