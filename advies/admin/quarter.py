"""The Kwartaalronde: past all adviezen, with "niets nieuws" in one click or a piece of news for each."""

from dataclasses import dataclass
from typing import Any

from django.contrib import admin, messages
from django.contrib.admin.models import ADDITION, LogEntry
from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.decorators import method_decorator
from django.utils.formats import time_format
from django.utils.timezone import localtime
from django.views.decorators.http import require_http_methods

from advies.forms.quarter import NothingNewForm, check_today
from advies.models import Advies, Check, News
from advies.reading import AdviesReading
from stroomop.lib import clock


@dataclass(frozen=True)
class Row:
    advies: Advies
    last_news: News | None
    # Of today; None while it is to be done.
    check: Check | None
    form: NothingNewForm
    # What went wrong with what was sent, and what was typed then.
    fault: str = ""
    typed: str = ""

    @property
    def done_by(self) -> str:
        return f"Nagekeken vandaag{by_whom(self.check)}" if self.check else ""


def by_whom(check: Check) -> str:
    user: Any = check.checked_by
    return f" door {user.get_full_name() or user.get_username()}" if user else ""


def address_after(number: int) -> str:
    """The round at the next advies that nobody has checked today."""
    to_do = list(Advies.objects.published().exclude(checks__checked_on=clock.today()).values_list("number", flat=True))
    following = [other for other in to_do if other > number] or to_do
    return reverse("admin:advies_check_quarter") + (f"#advies-{following[0]}" if following else "")


class QuarterMixin(admin.ModelAdmin):
    """For the admin of the checks."""

    def get_urls(self) -> list[Any]:
        view = self.admin_site.admin_view(self.quarter_view)
        return [path("kwartaalronde/", view, name="advies_check_quarter"), *super().get_urls()]

    @method_decorator(require_http_methods(["GET", "HEAD", "POST"]))
    def quarter_view(self, request: HttpRequest) -> HttpResponse:
        if request.method == "POST":
            return self.nothing_new(request)
        if not (self.has_view_or_change_permission(request) or self.has_add_permission(request)):
            raise PermissionDenied
        return self.quarter_page(request)

    def nothing_new(self, request: HttpRequest) -> HttpResponse:
        if not self.has_add_permission(request):
            raise PermissionDenied
        form = NothingNewForm(request.POST)
        form.full_clean()
        if (advies := form.cleaned_data.get("advies")) is None:
            raise Http404
        if form.errors:
            return self.quarter_page(request, sent=(advies, form, " ".join(map(str, form.errors["note"]))))
        with transaction.atomic():
            check, is_new = check_today(advies, request.user, form.cleaned_data["note"])
            if is_new:
                self.log_addition(request, check, [{"added": {}}])
        if not is_new:
            return self.quarter_page(request, sent=(advies, form, told_before(check)))
        self.message_user(request, f"Advies {advies.number}: niets nieuws.", messages.SUCCESS)
        return redirect(address_after(advies.number))

    def quarter_page(
        self, request: HttpRequest, sent: tuple[Advies, NothingNewForm, str] | None = None
    ) -> HttpResponse:
        rows = list(read_rows(sent))
        context = {
            **self.admin_site.each_context(request),
            "title": "Kwartaalronde",
            "opts": self.opts,
            "rows": rows,
            "done": sum(row.check is not None for row in rows),
            "may_check": self.has_add_permission(request),
        }
        return TemplateResponse(request, "admin/advies/check/quarter.html", context)


def read_rows(sent: tuple[Advies, NothingNewForm, str] | None) -> Any:
    today = clock.today()
    checks = {check.advies_id: check for check in Check.objects.filter(checked_on=today).select_related("checked_by")}
    for advies in Advies.objects.published().with_last_check(today).with_news(today):
        last = AdviesReading(advies, today).last_news
        form = NothingNewForm(initial={"advies": advies.pk}, auto_id=f"{advies.number}-%s")
        row = Row(advies, last.news if last else None, checks.get(advies.pk), form)
        if sent and sent[0] == advies:
            form.initial["note"] = sent[1].data.get("note", "")
            form.fields["note"].widget.attrs |= {"aria-describedby": f"fault-{advies.number}", "aria-invalid": "true"}
            row = Row(advies, row.last_news, row.check, form, sent[2], form.initial["note"])
        yield row


def told_before(check: Check) -> str:
    """That somebody was first, and when."""
    content_type = ContentType.objects.get_for_model(Check)
    entries = LogEntry.objects.filter(content_type=content_type, object_id=check.pk, action_flag=ADDITION)
    moment = entries.values_list("action_time", flat=True).first()
    at = f" om {time_format(localtime(moment), 'H:i')}" if moment else ""
    return f"Advies {check.advies.number} is vandaag al nagekeken{by_whom(check)}{at}."
