"""Asking a colleague to read along, and what that colleague thinks of it."""

from typing import Any

from django import forms
from django.contrib import admin, messages
from django.contrib.admin.utils import unquote
from django.contrib.auth import get_user_model
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import path, reverse
from django.utils.decorators import method_decorator
from django.views.decorators.http import require_POST

from stroomop.lib import clock

from .intent import ASK
from .people import name_of


class ColleagueField(forms.ModelChoiceField):
    def label_from_instance(self, obj: Any) -> str:
        return name_of(obj)


class AskForm(forms.Form):
    asked_of = ColleagueField(
        queryset=None, label="Wie vraag je?", required=False, empty_label="Wie tijd heeft", help_text=""
    )
    question = forms.CharField(
        label="Waar moet een collega op letten?",
        required=False,
        max_length=300,
        widget=forms.TextInput({"class": "vTextField"}),
    )

    def __init__(self, user: Any, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **{"prefix": ASK, **kwargs})
        colleagues = get_user_model()._default_manager.filter(is_staff=True, is_active=True).exclude(pk=user.pk)
        field: Any = self.fields["asked_of"]
        field.queryset = colleagues.order_by("first_name", "last_name", "username")


class ReadForm(forms.Form):
    remark = forms.CharField(
        label="Wat viel je op?",
        required=False,
        max_length=2000,
        widget=forms.Textarea({"rows": 3, "class": "vLargeTextField"}),
        help_text="Laat leeg als er niets op aan te merken is.",
    )


def ask(item: Any, user: Any, form: AskForm) -> str:
    """One question of a person at a time: a new one takes the place of the one before. Gives what to say of it."""
    item.read_requests.filter(asked_by=user, read_at=None).delete()
    asked_of = form.cleaned_data["asked_of"]
    item.read_requests.create(
        asked_by=user, asked_of=asked_of, asked_at=clock.now(), question=form.cleaned_data["question"]
    )
    whom = name_of(asked_of) if asked_of else "elke collega die tijd heeft"
    return f"Bewaard. De vraag om mee te lezen staat nu op de beginpagina van {whom}."


class ReadingAlongMixin(admin.ModelAdmin):
    def get_urls(self) -> list[Any]:
        name = f"{self.opts.app_label}_{self.opts.model_name}_read"
        view = self.admin_site.admin_view(self.read_view)
        return [path("<path:object_id>/gelezen/<int:request_id>/", view, name=name), *super().get_urls()]

    @method_decorator(require_POST)
    def read_view(self, request: HttpRequest, object_id: str, request_id: int) -> HttpResponse:
        """Who may look may also say what is wrong with it; not who asked."""
        item: Any = self.get_object(request, unquote(object_id))
        if not self.has_view_or_change_permission(request, item):
            raise PermissionDenied
        if item is None or (asked := self.open_for(item, request.user).filter(pk=request_id).first()) is None:
            raise Http404
        form = ReadForm(request.POST)
        if form.is_valid():
            asked.read_by, asked.read_at, asked.remark = request.user, clock.now(), form.cleaned_data["remark"]
            asked.save()
            self.message_user(request, f"Dank je. {name_of(asked.asked_by)} ziet wat je ervan vond.", messages.SUCCESS)
        else:
            self.message_user(request, "Houd het korter: hoogstens 2000 tekens.", messages.WARNING)
        return redirect(reverse(f"admin:{self.opts.app_label}_{self.opts.model_name}_change", args=[item.pk]))

    def open_for(self, item: Any, user: Any) -> Any:
        """The questions that this person may answer."""
        waiting = item.read_requests.filter(read_at=None).exclude(asked_by=user)
        return waiting.filter(asked_of=None) | waiting.filter(asked_of=user)
