"""The admin of what stays as it was once it is public (stroomop.lib.append_only): to be read, and added to."""

from typing import Any

from django.contrib import admin
from django.contrib.admin.options import InlineModelAdmin
from django.forms import BaseInlineFormSet
from django.http import HttpRequest

from stroomop.lib import clock
from stroomop.lib.append_only import frozen_fields

from .base import ChoiceMixin, TabularInline
from .widgets import WIDGETS, CompleteForm, LabelledFormSet


class KeptMixin(admin.ModelAdmin):
    """What the database keeps is shown, the rest can be changed, and the item stays."""

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> list[str]:
        frozen = frozen_fields(obj) if obj else ()
        return [*super().get_readonly_fields(request, obj), *(name for name in frozen if name != self.opts.pk.name)]

    def get_fields(self, request: HttpRequest, obj: Any = None) -> list[Any]:
        """In the order of the model: Django would put what can only be read last."""
        order = [field.name for field in (*self.opts.concrete_fields, *self.opts.many_to_many)]
        return sorted(super().get_fields(request, obj), key=lambda name: order.index(name) if name in order else -1)

    def get_inlines(self, request: HttpRequest, obj: Any) -> Any:
        """What is new has no rows yet."""
        inlines = super().get_inlines(request, obj)
        return inlines if obj else [inline for inline in inlines if not issubclass(inline, LedgerInline)]

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return super().has_delete_permission(request, obj) and not (obj and frozen_fields(obj))


class AddOnlyMixin(admin.ModelAdmin):
    """A new row holds from then on; those before it stay as they were."""

    def render_change_form(self, request: HttpRequest, context: dict[str, Any], *args: Any, **kwargs: Any) -> Any:
        """Without the button that saves to go on changing."""
        return super().render_change_form(request, {**context, "show_save_and_continue": False}, *args, **kwargs)

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False


class RowsMixin(ChoiceMixin, InlineModelAdmin):
    """Rows below an item are a part of it: who may change the item may change them."""

    form = CompleteForm

    @property
    def parent(self) -> admin.ModelAdmin:
        return self.admin_site.get_model_admin(self.parent_model)

    def may_write(self, request: HttpRequest, obj: Any) -> bool:
        parent = self.parent
        return parent.has_change_permission(request, obj) if obj else parent.has_add_permission(request)

    def has_view_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return self.parent.has_view_or_change_permission(request, obj)

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return self.may_write(request, obj)

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return self.may_write(request, obj)

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return self.may_write(request, obj)


class LedgerInline(RowsMixin, TabularInline):
    """The rows there are. Once their item is public they can only be read, in these columns."""

    columns: list[str] = []
    classes = ["tie"]

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return super().has_change_permission(request, obj) and not (obj and frozen_fields(obj))

    has_delete_permission = has_change_permission

    def get_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        return super().get_fields(request, obj) if self.has_change_permission(request, obj) else self.columns

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        return [] if self.has_change_permission(request, obj) else self.columns


class NewRowInline(RowsMixin, admin.StackedInline):
    """The next row below a ledger, there without a script too."""

    formfield_overrides = WIDGETS
    formset: type[BaseInlineFormSet] = BaseInlineFormSet
    extra = max_num = 1
    can_delete = False
    classes = ["next"]

    def get_queryset(self, request: HttpRequest) -> Any:
        return super().get_queryset(request).none()


class KnownTodayFormSet(LabelledFormSet):
    """What is tied to a page that is public already was not there before: it is known from today."""

    def save_new(self, form: Any, commit: bool = True) -> Any:
        if self.instance.has_been_public:
            form.instance.known_on = clock.today()
        return super().save_new(form, commit)


class TieInline(RowsMixin, TabularInline):
    """What an item touches; nobody types since when."""

    formset = KnownTodayFormSet
    exclude = ["known_on"]
    extra = 1
    classes = ["tie"]
