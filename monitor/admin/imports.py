"""A file of figures from the moment it is handed in: what it would do, and the buttons that do it."""

from datetime import datetime
from functools import partial
from secrets import token_hex
from typing import Any

from django.contrib import admin
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from monitor import importer, publication
from monitor.forms import ImportForm, TakeBackForm
from monitor.importer import LedgerChangedError
from monitor.models import Import
from monitor.tasks import check_soon
from stroomop.lib import clock
from stroomop.lib.admin import DONE, DeedError, ModelAdmin, ReadOnlyMixin, answers
from stroomop.lib.admin.moment import MomentForm
from stroomop.lib.text import UNWRITABLE

from .deeds import FigureDeedsMixin, counted, in_words
from .import_page import ImportPage, expected_rows

Stage = Import.Stage
# How often the page looks whether the check is done, in seconds.
REFRESH = 3


@admin.register(Import)
class ImportAdmin(FigureDeedsMixin, ReadOnlyMixin, ModelAdmin):
    form = ImportForm
    list_display = ["name", "stage", "summary", "by", "handed_in_at"]
    list_filter = ["stage"]
    list_select_related = ["by"]
    search_fields = ["name"]
    add_form_template = "admin/monitor/import/add_form.html"
    change_form_template = "admin/monitor/import/page.html"
    help_texts = {
        "read_on": "Noemt een bron geen datum? Dan is hij bekend sinds deze dag.",
        "creates_missing": "Zonder dit vinkje weigeren we een rij met een indicator, categorie of bron die we niet "
        "kennen. Met dit vinkje zie je eerst wat we aanmaken.",
    }
    deeds = {
        "nu": "publish_now",
        "op": "publish_at",
        "concept": "keep_draft",
        "weg": "throw_away",
        "terug": "take_back",
        "opnieuw": "check_again",
    }

    @admin.display(description="wat erin staat")
    def summary(self, obj: Import) -> str:
        return obj.summary

    def has_add_permission(self, request: HttpRequest) -> bool:
        return request.user.has_perm("monitor.add_import")

    def get_fields(self, request: HttpRequest, obj: Import | None = None) -> Any:
        return [] if obj else ["file", "creates_missing", "read_on"]

    def get_changeform_initial_data(self, request: HttpRequest) -> dict[str, Any]:
        return {"read_on": clock.today()}

    def save_model(self, request: HttpRequest, obj: Import, form: Any, change: bool) -> None:
        upload = form.cleaned_data["file"]
        obj.name = UNWRITABLE.sub("", upload.name)[-200:]
        obj.by_id = request.user.pk
        obj.rows_expected = expected_rows(upload)
        # Nobody can guess where it is kept, and its name does no harm there.
        obj.file.name = token_hex(16)
        check_soon(obj)

    def response_add(self, request: HttpRequest, obj: Import, post_url_continue: str | None = None) -> HttpResponse:
        return redirect("admin:monitor_import_change", obj.pk)

    def render_change_form(
        self, request: HttpRequest, context: dict[str, Any], *args: Any, **kwargs: Any
    ) -> HttpResponse:
        if (batch := context.get("original")) is None:
            context["title"] = "Cijfers importeren"
            return super().render_change_form(request, context, *args, **kwargs)
        context |= {
            "title": batch.name,
            "subtitle": None,
            "page": ImportPage(batch, request.GET),
            "moment_form": MomentForm(initial={"moment": request.GET.get("op")}),
            "take_back_form": TakeBackForm(),
            "may_act": self.may_act(request),
        }
        response = super().render_change_form(request, context, *args, **kwargs)
        if batch.stage == Stage.CHECKING:
            response["Refresh"] = str(REFRESH)
        return response

    def publish_now(self, request: HttpRequest, batch: Import) -> str:
        return self.bring(request, batch)

    def publish_at(self, request: HttpRequest, batch: Import) -> str:
        return self.bring(request, batch, at=answers(MomentForm(request.POST))["moment"])

    def keep_draft(self, request: HttpRequest, batch: Import) -> str:
        return self.bring(request, batch, is_draft=True)

    def bring(self, request: HttpRequest, batch: Import, at: datetime | None = None, *, is_draft: bool = False) -> str:
        """Into the ledger, and before the public now, later or not yet."""
        waiting = list(batch.releases.filter(published_at=None, withdrawn_at=None))
        if batch.stage == Stage.CHECKED and batch.new + batch.revised:
            try:
                # Of its own, so that nothing of it stays when somebody else was first.
                with transaction.atomic():
                    importer.write(batch, at, publish=not is_draft)
            except LedgerChangedError:
                batch.refresh_from_db()
                check_soon(batch)
                return "Iemand anders heeft net cijfers toegevoegd. Daarom kijken we je bestand opnieuw na."
        elif batch.stage == Stage.WRITTEN and waiting and not is_draft:
            publication.publish(waiting, at)
        else:
            raise DeedError(DONE)
        number = counted(batch.new + batch.revised)
        if is_draft:
            said = f"Bewaard als concept: {number}. Nog niemand ziet dit."
        else:
            said = f"Wordt gepubliceerd op {in_words(at)}: {number}." if at else f"Gepubliceerd: {number}."
        self.log_change(request, batch, said)
        return said

    def throw_away(self, request: HttpRequest, batch: Import) -> str:
        if batch.stage in (Stage.WRITTEN, Stage.WITHDRAWN):
            raise DeedError(DONE)
        self.log_deletions(request, Import.objects.filter(pk=batch.pk))
        batch.delete()
        if path := batch.file.name:
            transaction.on_commit(partial(batch.file.storage.delete, path))
        return f"“{batch.name}” is weggegooid. Er is niets geschreven."

    def take_back(self, request: HttpRequest, batch: Import) -> str:
        if batch.stage != Stage.WRITTEN:
            raise DeedError(DONE)
        said = answers(TakeBackForm(request.POST))
        importer.take_back(batch, said["reason"], keeps_secret=said["keeps_secret"])
        self.log_change(request, batch, f"Teruggenomen: {said['reason']}")
        return "Teruggenomen. Wat hiervoor gold, geldt weer."

    def check_again(self, request: HttpRequest, batch: Import) -> str:
        if batch.stage != Stage.CHECKING:
            raise DeedError(DONE)
        check_soon(batch)
        return "We kijken het bestand opnieuw na."
