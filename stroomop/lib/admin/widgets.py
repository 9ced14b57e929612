"""How a field is filled in: with what the browser itself offers, and with a name that a screen reader can say."""

from typing import Any

from django import forms
from django.contrib.admin.options import BaseModelAdmin
from django.contrib.admin.widgets import AdminFileWidget, AutocompleteSelect, AutocompleteSelectMultiple
from django.db import models
from django.forms import BaseInlineFormSet
from django.http import HttpRequest

from stroomop.lib.richtext import RichTextField

from .richtext import RichTextFormField, RichTextWidget


class DateInput(forms.DateInput):
    """The browser's own date field: Dutch, usable by keyboard, without a script."""

    input_type = "date"

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__(attrs, format="%Y-%m-%d")


class TimeInput(forms.TimeInput):
    input_type = "time"

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__(attrs, format="%H:%M")


class DateTimeInput(forms.DateTimeInput):
    input_type = "datetime-local"

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__(attrs, format="%Y-%m-%dT%H:%M")


class MomentField(forms.DateTimeField):
    """One field for a moment, where the admin would draw two with a script."""

    widget = DateTimeInput

    def has_changed(self, initial: Any, data: Any) -> bool:
        """The browser's field knows no seconds: leaving them out is no change."""
        return super().has_changed(initial and initial.replace(second=0, microsecond=0), data)


class FileWidget(AdminFileWidget):
    # A fieldset without a label is how Django draws it, and no screen reader can name it.
    use_fieldset = False


# The longest key that every database can look for.
KEY_DIGITS = 18


def is_key(value: Any) -> bool:
    return str(value).isdecimal() and len(str(value)) <= KEY_DIGITS


class SeveralField(forms.ModelMultipleChoiceField):
    def clean(self, value: Any) -> Any:
        """SQLite falls over a key that is too long; what is no key at all the field itself refuses."""
        return super().clean([key if is_key(key) else "-" for key in value or []])


class LookUp(AutocompleteSelect):
    """Shows the form again with what is wrong with it, where Django would fall over what can't be a key."""

    def optgroups(self, name: str, value: Any, attr: Any = None) -> Any:
        return super().optgroups(name, [key for key in value if is_key(key)], attr)


class LookUpMany(LookUp, AutocompleteSelectMultiple):
    pass


class LookUpMixin(BaseModelAdmin):
    """For fields whose choice is looked up by typing a part of its name."""

    def formfield_for_foreignkey(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        if db_field.name in self.get_autocomplete_fields(request):
            kwargs["widget"] = LookUp(db_field, self.admin_site)
        return super().formfield_for_foreignkey(db_field, request, **kwargs)

    def formfield_for_manytomany(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        """Of few rows each has a box to tick; of many the ones wanted are looked up."""
        if db_field.name in self.get_autocomplete_fields(request):
            kwargs["widget"] = LookUpMany(db_field, self.admin_site)
        return super().formfield_for_manytomany(db_field, request, **{"form_class": SeveralField, **kwargs})


WIDGETS: dict[type[models.Field], dict[str, Any]] = {
    RichTextField: {"form_class": RichTextFormField, "widget": RichTextWidget},
    models.DateTimeField: {"form_class": MomentField, "widget": DateTimeInput},
    models.DateField: {"widget": DateInput},
    models.TimeField: {"widget": TimeInput},
    models.FileField: {"widget": FileWidget},
    models.ImageField: {"widget": FileWidget},
    # Two lists to move choices between, which Django offers, need a mouse and a script.
    models.ManyToManyField: {"widget": forms.CheckboxSelectMultiple},
}


class CompleteForm(forms.ModelForm):
    """Checks all that the database will. Django leaves out what also looks at a field that is not on the form."""

    def validate_constraints(self) -> None:
        try:
            self.instance.validate_constraints(exclude=set(self.errors))
        except forms.ValidationError as error:
            self.add_error(None, error)


class LabelledFormSet(BaseInlineFormSet):
    """A table of inputs has headings that a screen reader does not tie to the inputs: each gets a name of its own."""

    def add_fields(self, form: Any, index: int | None) -> None:
        super().add_fields(form, index)
        row = "nieuw" if index is None else str(index + 1)
        for field in form.fields.values():
            if not field.widget.is_hidden:
                field.widget.attrs.setdefault("aria-label", f"{field.label} ({row})")
