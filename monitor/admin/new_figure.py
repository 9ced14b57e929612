"""One figure by hand: looked at as if it stood in a file, and published from the page where files are."""

from typing import Any

from django.contrib import admin
from django.contrib.admin.helpers import AdminForm
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.decorators import method_decorator
from django.utils.timezone import localtime
from django.views.decorators.http import require_http_methods

from monitor.forms import FigureForm
from monitor.importer import LedgerChangedError, check_rows, hand_in, preview
from monitor.models import Import

GROUPS: list[tuple[str, dict[str, Any]]] = [
    ("Waarover", {"fields": ["indicator", "category", ("period", "period_kind")]}),
    (
        "Het cijfer",
        {
            "fields": [
                ("value", "reason"),
                ("numerator", "denominator"),
                ("covered", "covered_of"),
                ("provisional", "approximate", "one_off"),
                "note",
            ]
        },
    ),
    (
        "De bron",
        {
            "fields": ["source", "source_title", "source_url", "known_on"],
            "description": "Staat de bron er nog niet bij? Vul dan de titel en het webadres in.",
        },
    ),
    ("Publiceren", {"fields": ["publish_at"]}),
]


class NewFigureMixin(admin.ModelAdmin):
    """For the admin of the releases."""

    def get_urls(self) -> list[Any]:
        view = self.admin_site.admin_view(self.new_figure_view)
        return [path("nieuw-cijfer/", view, name="monitor_release_new_figure"), *super().get_urls()]

    @method_decorator(require_http_methods(["GET", "HEAD", "POST"]))
    def new_figure_view(self, request: HttpRequest) -> HttpResponse:
        if not request.user.has_perm("monitor.add_import"):
            raise PermissionDenied
        form = FigureForm(request.POST) if request.method == "POST" else FigureForm()
        if form.is_bound and form.is_valid() and (batch := self.hand_in(request, form)):
            moment = form.cleaned_data["publish_at"]
            # Filled in there, with the button that does it.
            query = {"op": localtime(moment).strftime("%Y-%m-%dT%H:%M")} if moment else {}
            return redirect(reverse("admin:monitor_import_change", args=[batch.pk], query=query))
        # The stubs ask for a ModelForm; Django itself is content with any form.
        any_form: Any = form
        context = {
            **self.admin_site.each_context(request),
            "title": "Nieuw cijfer",
            "opts": self.opts,
            "adminform": AdminForm(any_form, GROUPS, {}),
            "media": self.media,
        }
        return TemplateResponse(request, "admin/monitor/release/new_figure.html", context)

    def hand_in(self, request: HttpRequest, form: FigureForm) -> Import | None:
        """What somebody can look at and then publish; None, with the reason on the form, when that makes no sense."""
        row = form.row()
        with transaction.atomic():
            # Indicator and category were chosen: only the source may be new.
            batch = hand_in("Nieuw cijfer", row.published_on, creates_missing=True)
            check_rows(batch, [row])
            told = batch.rows.get()
            if not (batch.new or batch.revised):
                form.add_error(None, told.message or "Dit cijfer staat er al, precies zo.")
                transaction.set_rollback(True)
                return None
            batch.name, batch.by_id, batch.rows_expected = f"Nieuw cijfer: {told.label}"[:200], request.user.pk, 1
            batch.save()
            look_ahead(batch)
            self.log_addition(request, batch, [{"added": {}}])
        return batch


def look_ahead(batch: Import) -> None:
    try:
        preview(batch)
    except LedgerChangedError:
        # Somebody wrote meanwhile: whoever publishes this is told to look again.
        return
