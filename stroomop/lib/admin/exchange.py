"""Importing and exporting a list of the back-office: the buttons, the pages, and who may press them."""

from typing import Any, ClassVar, cast

from django import forms
from django.conf import settings
from django.contrib import admin, messages
from django.contrib.admin.helpers import AdminForm
from django.contrib.admin.options import IncorrectLookupParameters
from django.core.exceptions import PermissionDenied
from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.text import slugify

from stroomop.lib.exchange import CSV, MOST_ROWS, XLSX, Report, TableResource, download, run, uploads
from stroomop.lib.table_files import FileRefusedError

from .exchange_page import ExchangePage
from .widgets import FileWidget

MOST_MEGABYTES = 5
GONE = "Er ligt geen bestand meer klaar. Was je al klaar? Kijk dan in de lijst. Lever het bestand anders opnieuw in."
CHANGED = "Intussen is er iets veranderd. Er is niets geschreven. Kijk opnieuw wat er zou gebeuren."


class UploadForm(forms.Form):
    file = forms.FileField(
        label="Bestand",
        widget=FileWidget,
        help_text="Excel (XLSX) of CSV, met in de eerste rij de namen van de kolommen. Hoogstens 2.000 rijen en 5 MB.",
    )
    changes_public = forms.BooleanField(
        label="Wijzig ook wat al gepubliceerd of ingepland is",
        required=False,
        help_text="Zonder dit vinkje weigeren we zulke rijen. Met dit vinkje ziet een lezer de wijziging meteen.",
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if settings.FOUR_EYES:
            # A file would publish by one pair.
            del self.fields["changes_public"]

    def clean_file(self) -> UploadedFile:
        file: UploadedFile = self.cleaned_data["file"]
        if file.size is None or file.size > MOST_MEGABYTES * 1024 * 1024:
            raise forms.ValidationError("Het bestand is groter dan 5 MB. Splits het in kleinere bestanden.")
        return file


class ExchangeMixin(admin.ModelAdmin):
    """For the admin of what has a table: a subclass of TableResource."""

    table: ClassVar[type[TableResource]]
    change_list_template = "admin/exchange/change_list.html"

    def may_import(self, request: HttpRequest) -> bool:
        return self.has_add_permission(request) and self.has_change_permission(request)

    def get_urls(self) -> list[Any]:
        pages = {"import": self.import_view, "review": self.review_view, "export": self.export_view}
        addresses = {"import": "import/", "review": "import/nakijken/", "export": "export/"}
        own = [
            path(addresses[name], self.admin_site.admin_view(view), name=self.page_name(name))
            for name, view in pages.items()
        ]
        return [*own, *super().get_urls()]

    def page_name(self, page: str) -> str:
        return f"{self.opts.app_label}_{self.opts.model_name}_{page}"

    def page_url(self, page: str) -> str:
        return reverse(f"admin:{self.page_name(page)}")

    def changelist_view(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> Any:
        may = {
            "import_url": self.page_url("import") if self.may_import(request) else "",
            "export_url": self.page_url("export"),
        }
        return super().changelist_view(request, may | (extra_context or {}))

    def exchange_page(self, request: HttpRequest, name: str, **context: Any) -> HttpResponse:
        shared = {
            **self.admin_site.each_context(request),
            "opts": self.opts,
            "columns": [column.column_name for column in self.table.columns],
        }
        return TemplateResponse(request, f"admin/exchange/{name}.html", shared | context)

    def import_view(self, request: HttpRequest) -> HttpResponse:
        if not self.may_import(request):
            raise PermissionDenied
        form = UploadForm(request.POST, request.FILES) if request.method == "POST" else UploadForm()
        if form.is_valid():
            public = form.cleaned_data.get("changes_public", False)
            uploads.keep(request, self.opts.label_lower, form.cleaned_data["file"], changes_public=public)
            return redirect(self.page_url("review"))
        title = f"{self.opts.verbose_name_plural} importeren".capitalize()
        fields: Any = [(None, {"fields": list(form.fields)})]
        adminform = AdminForm(cast(Any, form), fields, {}, model_admin=self)
        return self.exchange_page(request, "import", title=title, adminform=adminform, form=form)

    def review_view(self, request: HttpRequest) -> HttpResponse:
        """What the file would do; and the buttons that do it, or throw it away."""
        if not self.may_import(request):
            raise PermissionDenied
        waiting = uploads.find(request, self.opts.label_lower)
        if waiting is None:
            self.message_user(request, GONE, messages.WARNING)
            return redirect(self.page_url("import"))
        match request.POST.get("doe"):
            case "weg":
                uploads.drop(request, self.opts.label_lower)
                self.message_user(request, f"“{waiting.name}” is weggegooid. Er is niets geschreven.", messages.SUCCESS)
                return redirect(self.page_url("import"))
            case "schrijf":
                return self.write(request, waiting)
        context: dict[str, Any] = {"title": f"{waiting.name} nakijken", "waiting": waiting}
        try:
            report = run(waiting.path, self.table(changes_public=waiting.changes_public))
        except FileRefusedError as error:
            return self.exchange_page(request, "review", fault=str(error), **context)
        return self.exchange_page(request, "review", page=ExchangePage(report, self.opts, request.GET), **context)

    def write(self, request: HttpRequest, waiting: uploads.Waiting) -> HttpResponse:
        """Just what was looked at, or nothing."""
        with transaction.atomic():
            try:
                report = run(waiting.path, self.table(changes_public=waiting.changes_public), write=True)
                is_as_seen = report.can_be_written and report.fingerprint == request.POST.get("gezien")
            except FileRefusedError:
                is_as_seen = False
            if is_as_seen:
                self.log(request, report)
            else:
                transaction.set_rollback(True)
        if not is_as_seen:
            self.message_user(request, CHANGED, messages.WARNING)
            return redirect(self.page_url("review"))
        uploads.drop(request, self.opts.label_lower)
        self.message_user(request, ExchangePage(report, self.opts, request.GET).done, messages.SUCCESS)
        # What came in is a draft; in a long list nobody would find it.
        return redirect(self.page_url("changelist") + ("?status=concept" if report.new else ""))

    def log(self, request: HttpRequest, report: Report) -> None:
        for item, row in report.items:
            if row.is_new:
                self.log_addition(request, item, "Toegevoegd met een import.")
            else:
                columns = ", ".join(change.column for change in row.changes)
                self.log_change(request, item, f"Gewijzigd met een import: {columns}.")

    def export_view(self, request: HttpRequest) -> HttpResponse:
        """What the list shows now: its filters stand in the address."""
        if not self.has_view_permission(request):
            raise PermissionDenied
        try:
            items = self.filtered(request)
        except IncorrectLookupParameters:
            return redirect(self.page_url("export"))
        number, fault = items.count(), ""
        if number > MOST_ROWS:
            fault = "Dat zijn er meer dan 2.000. Maak de lijst eerst korter met de filters, en exporteer dan in delen."
        elif (kind := request.POST.get("bestand")) in (CSV, XLSX):
            try:
                return download(self.table(), items, slugify(str(self.opts.verbose_name_plural)), kind)
            except FileRefusedError as error:
                fault = str(error)
        title = f"{self.opts.verbose_name_plural} exporteren".capitalize()
        return self.exchange_page(request, "export", title=title, number=number, fault=fault, is_part=bool(request.GET))

    def filtered(self, request: HttpRequest) -> QuerySet[Any]:
        items: QuerySet[Any] = self.get_changelist_instance(request).queryset
        return items
