"""Pages with buttons that each do one thing, and once, however often somebody clicks."""

from typing import Any

from django import forms
from django.contrib import admin, messages
from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

DONE = "Dat was al gedaan. Kijk hieronder hoe het nu staat."


class DeedError(Exception):
    """Nothing was done; the message says why, in Dutch."""


class DeedsMixin(admin.ModelAdmin):
    # By the value of the button the name of the method that does it.
    deeds: dict[str, str] = {}

    def may_act(self, request: HttpRequest) -> bool:
        return request.user.has_perm(f"{self.opts.app_label}.change_{self.opts.model_name}")

    def wait_in_line(self) -> None:
        """For what must not happen at the same time as a deed."""

    def change_view(
        self, request: HttpRequest, object_id: str, form_url: str = "", extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        deed = self.deeds.get(request.POST.get("doe", "")) if request.method == "POST" else None
        if deed is None or (item := self.get_object(request, unquote(object_id))) is None:
            return super().change_view(request, object_id, form_url, extra_context)
        if not self.may_act(request):
            raise PermissionDenied
        try:
            with transaction.atomic():
                # Whoever clicks second waits here, and sees what the first has done.
                self.wait_in_line()
                item = self.model._default_manager.select_for_update().filter(pk=item.pk).first()
                said = getattr(self, deed)(request, item) if item else DONE
        except DeedError as error:
            self.message_user(request, str(error), messages.WARNING)
        else:
            self.message_user(request, said, messages.SUCCESS)
        if item and self.model._default_manager.filter(pk=item.pk).exists():
            return redirect(request.path)
        return redirect(f"admin:{self.opts.app_label}_{self.opts.model_name}_changelist")


def answers(form: forms.Form) -> dict[str, Any]:
    """What was filled in. Raises DeedError when that can't be."""
    if not form.is_valid():
        raise DeedError(" ".join(str(message) for errors in form.errors.values() for message in errors))
    return form.cleaned_data
