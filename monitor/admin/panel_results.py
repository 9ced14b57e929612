"""What a panel answered, typed in: a draft release, which is looked at and published from its own page."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from django.contrib import admin
from django.contrib.admin.helpers import AdminForm
from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import Max
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import path
from django.utils.decorators import method_decorator
from django.views.decorators.http import require_http_methods

from monitor.forms import PanelForm
from monitor.models import PanelRound, Release, Source
from monitor.models.ledger import PanelResult
from monitor.panel_rule import may_be_told


class ResultsMixin(admin.ModelAdmin):
    """For the admin of the rounds."""

    def get_urls(self) -> list[Any]:
        view = self.admin_site.admin_view(self.results_view)
        return [path("<path:object_id>/uitkomsten/", view, name="monitor_panelround_results"), *super().get_urls()]

    @method_decorator(require_http_methods(["GET", "HEAD", "POST"]))
    def results_view(self, request: HttpRequest, object_id: str) -> HttpResponse:
        if not request.user.has_perm("monitor.add_panelresult"):
            raise PermissionDenied
        panel_round: PanelRound | None = self.get_object(request, unquote(object_id))
        if panel_round is None:
            raise Http404
        form = PanelForm(panel_round, request.POST) if request.method == "POST" else PanelForm(panel_round)
        if form.is_bound and form.is_valid():
            release = write(form)
            self.log_addition(request, release, f"Uitkomsten van “{panel_round}” ingevoerd.")
            return redirect("admin:monitor_release_change", release.pk)
        # The stubs ask for a ModelForm; Django itself is content with any form.
        any_form: Any = form
        context = {
            **self.admin_site.each_context(request),
            "title": f"Uitkomsten: {panel_round}",
            "opts": self.opts,
            "adminform": AdminForm(any_form, form.fieldsets, {}),
            "media": self.media,
        }
        return TemplateResponse(request, "admin/monitor/panelround/results.html", context)


def write(form: PanelForm) -> Release:
    data = form.cleaned_data
    with transaction.atomic():
        source = (
            data["source"]
            or Source.objects.get_or_create(title=data["source_title"], defaults={"url": data["source_url"]})[0]
        )
        # Whoever comes second waits here, for the next version.
        Source.objects.select_for_update().get(pk=source.pk)
        newest = source.releases.aggregate(newest=Max("version"))["newest"] or 0
        release = Release.objects.create(source=source, version=newest + 1, known_on=data["known_on"])
        PanelResult.objects.bulk_create(
            PanelResult(release=release, stelling=stelling, group=group, answer=answer, number=number)
            for stelling, group, answer, number in form.results()
        )
    return release


@dataclass(frozen=True)
class GroupResult:
    """A line on the page of a release: how one group answered one stelling."""

    results: Sequence[PanelResult]

    @property
    def stelling(self) -> str:
        return str(self.results[0].stelling)

    @property
    def group(self) -> str:
        return self.results[0].get_group_display()

    @property
    def numbers(self) -> str:
        return ", ".join(f"{one.answer}: {one.number}" for one in self.results)

    @property
    def is_told(self) -> bool:
        return may_be_told([one.number for one in self.results])


def read_results(release: Release) -> list[GroupResult]:
    results = PanelResult.objects.filter(release=release).select_related("stelling", "answer")
    in_order = results.order_by("stelling__order", "stelling", "group", "answer__order")
    groups = groupby(in_order, lambda one: (one.stelling_id, one.group))
    return [GroupResult(list(found)) for _, found in groups]
