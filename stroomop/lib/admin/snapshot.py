"""What a change form would send: as its item is stored now, or as it was at an earlier version."""

from copy import copy
from typing import Any

from django.contrib.admin.utils import flatten_fieldsets
from django.contrib.auth import get_user_model
from django.forms import CheckboxInput, FileInput, Widget
from django.forms.formsets import DELETION_FIELD_NAME
from django.forms.widgets import ChoiceWidget
from django.http import HttpRequest

from .past import Past, as_it_was, fields_kept, version_of

Data = dict[str, list[str]]


def stored(model_admin: Any, request: HttpRequest, item: Any, record: Any = None) -> Data:
    """What somebody would send who opens the change form and changes nothing; with a row of ``item.history``, who
    makes it again what it was then. Sent to the item of now, whatever happened since: rows that were added since are
    to be deleted, those that went are to be made anew. Files are left out, and what can't be changed any more."""
    form, formsets = parts(model_admin, request, item)
    if record is not None:
        [past] = as_it_was(model_admin, request, item, [version_of(item, record)])
        form.initial |= values(form, past.record) | {
            name: keys for name, keys in past.ties.items() if name in form.fields
        }
        for formset in formsets:
            rewind(formset, past)
    data: Data = {}
    for part in [form, *(part for formset in formsets for part in [formset.management_form, *formset.forms])]:
        for bound in part:
            data |= sent(bound.field.widget, bound.html_name, bound.value())
    return data


def parts(model_admin: Any, request: HttpRequest, item: Any, data: Any = None) -> tuple[Any, list[Any]]:
    """The form of an item and those of the rows below it, as the admin makes them for who may change all of it: who
    may only look sees what changed as well. Filled in with data, if any."""
    asked: Any = copy(request)
    # Else Django would fill in the forms with what was sent along with a click on a button.
    asked.method = "GET"
    asked.user = get_user_model()(pk=request.user.pk, is_superuser=True)
    names = flatten_fieldsets(model_admin.get_fieldsets(asked, item))
    form_class = model_admin.get_form(asked, item, change=True, fields=names)
    formsets, _ = model_admin._create_formsets(asked, item, change=True)
    if data is not None:
        formsets = [
            type(formset)(data, instance=item, prefix=formset.prefix, queryset=formset.queryset) for formset in formsets
        ]
    return form_class(data, instance=item), formsets


def values(form: Any, record: Any) -> dict[str, Any]:
    """What the fields of this form were then. A row that is made anew gets a key of its own."""
    fields = {field.name: field for field in fields_kept(type(form.instance))}
    return {name: fields[name].value_from_object(record) for name in form.fields if name in fields}


def rewind(formset: Any, past: Past) -> None:
    """Before the formset makes its forms, because then it counts them."""
    if formset.model not in past.rows or not formset.can_delete:
        return
    gone = dict(past.rows[formset.model])
    kept = {row.pk: gone.pop(row.pk, None) for row in formset.get_queryset()}
    formset.initial_extra = [values(formset.empty_form, record) for record in gone.values()]
    formset.extra = max(formset.extra, len(gone))
    for form in formset.initial_forms:
        if (record := kept[form.instance.pk]) is None:
            form.initial[DELETION_FIELD_NAME] = True
        else:
            form.initial |= values(form, record)


def sent(widget: Widget, name: str, value: Any) -> Data:
    """What a browser sends of this widget when nobody touches it."""
    # The admin wraps one that looks up other items.
    widget = getattr(widget, "widget", widget)
    match widget:
        case FileInput():
            return {}
        case CheckboxInput():
            return {name: ["on"]} if widget.check_test(value) else {}
        case ChoiceWidget():
            chosen = widget.format_value(value)
            # Of yes, no and unknown there is one word.
            return {name: [chosen] if isinstance(chosen, str) else chosen} if chosen else {}
    written = widget.format_value(value)
    return {name: ["" if written is None else str(written)]}
