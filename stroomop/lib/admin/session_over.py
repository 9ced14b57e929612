"""What somebody typed until the session was over is given back, not lost."""

from collections.abc import Callable
from functools import update_wrapper
from typing import Any

from django.conf import settings
from django.contrib.admin import AdminSite
from django.contrib.auth import REDIRECT_FIELD_NAME
from django.http import HttpRequest, HttpResponse
from django.shortcuts import resolve_url
from django.template.response import TemplateResponse
from django.utils.http import urlencode

# Up to this length it is typed again sooner than copied. The names of buttons and choices have no spaces.
SHORT = 20
# Fields that are not shown again.
SECRET = ("password", "csrf")


class NothingLostMixin(AdminSite):
    def admin_view(self, view: Callable[..., Any], cacheable: bool = False) -> Any:
        inner = super().admin_view(view, cacheable)

        def outer(request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
            if request.method == "POST" and not request.user.is_authenticated and (typed := texts(request)):
                return self.session_over(request, typed)
            return inner(request, *args, **kwargs)

        return update_wrapper(outer, inner)

    def session_over(self, request: HttpRequest, typed: list[str]) -> HttpResponse:
        """The token of the form was looked at before this, so that nobody else can have words shown here."""
        context = {
            **self.each_context(request),
            "title": "Log opnieuw in",
            "is_nav_sidebar_enabled": False,
            "typed": typed,
            "address": f"{resolve_url(settings.LOGIN_URL)}?{urlencode({REDIRECT_FIELD_NAME: request.path})}",
        }
        response = TemplateResponse(request, "admin/session_over.html", context, status=403)
        response["Cache-Control"] = "no-store"
        return response


def texts(request: HttpRequest) -> list[str]:
    names = [name for name in request.POST if not any(word in name for word in SECRET)]
    return list(
        dict.fromkeys(
            text for name in names for text in request.POST.getlist(name) if len(text) > SHORT and " " in text
        )
    )
