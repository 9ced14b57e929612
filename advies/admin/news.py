"""What happened, and what was promised with it."""

from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest

from advies.agreements import AgreementReading
from advies.forms.judgement import DeadlineForm
from advies.models import Agreement, Bearing, Deadline, News, NewsSource
from advies.sources import share_sources
from advies.tables import NewsTable
from stroomop.lib import clock
from stroomop.lib.admin import (
    ChoiceMixin,
    ExchangeMixin,
    FieldGroup,
    KeptMixin,
    KnownTodayFormSet,
    LedgerInline,
    ModelAdmin,
    NewRowInline,
    PublishableAdmin,
    RowsMixin,
    TabularInline,
)

from .entry import EntryMixin


class BearingInline(LedgerInline):
    model = Bearing
    exclude = ["known_on"]
    columns = ["advies", "derived", "known_on"]


class NewBearingInline(NewRowInline):
    model = Bearing
    verbose_name = "gaat ook over"
    fields = ["advies", "derived"]
    formset = KnownTodayFormSet


class NewsSourceInline(RowsMixin, TabularInline):
    model = NewsSource


class AgreementInline(RowsMixin, TabularInline):
    """To find them by: a promise and its dates have a form of their own."""

    model = Agreement
    fields = ["title", "promised_by"]
    readonly_fields = ["title", "promised_by"]
    show_change_link = True
    max_num = 0
    can_delete = False


@admin.register(News)
class NewsAdmin(ExchangeMixin, EntryMixin, KeptMixin, ChoiceMixin, PublishableAdmin):
    table = NewsTable
    list_display = ["title", "kind", "period", "state"]
    list_filter = ["kind", "adviezen"]
    search_fields = ["title", "text"]
    exclude = ["known_on"]
    inlines = [BearingInline, NewBearingInline, NewsSourceInline, AgreementInline]
    last_fields = {
        "Wanneer": FieldGroup(["date_from", "date_to", "precision", "runs_until", "runs_until_precision"]),
        "Herstel van een fout": FieldGroup(["supersedes"]),
        "Publiceren": PublishableAdmin.last_fields["Publiceren"],
    }
    help_texts = {
        "title": "Wat is er gebeurd? Eén zin die een lezer zonder uitleg begrijpt.",
        "text": "Een paar korte zinnen in je eigen woorden. Alleen wat de bron zegt.",
    }

    def preview_path(self, item: News) -> str:
        """In the time line of the first advies that it is about."""
        first = item.adviezen.order_by("number").first()
        return first.get_absolute_url() if first else ""

    @admin.action(permissions=["change"], description="Publiceer nu")
    def publish(self, request: HttpRequest, queryset: QuerySet) -> None:
        drafts = [news.pk for news in queryset if not news.has_been_public]
        super().publish(request, queryset)
        for news in News.objects.once_public().filter(pk__in=drafts):
            share_sources(news)

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:
        super().save_related(request, form, formsets, change)
        if change and form.has_moved:
            share_sources(form.instance)


class DeadlineInline(LedgerInline):
    model = Deadline
    form = DeadlineForm
    verbose_name_plural = "data tot nu toe"
    exclude = ["known_on"]
    columns = ["words", "kind", "why", "known_on"]

    @admin.display(description="datum")
    def words(self, obj: Deadline) -> str:
        return obj.words

    @admin.display(description="reden en bron")
    def why(self, obj: Deadline) -> str:
        return " ".join(filter(None, [obj.reason, obj.source_title and f"Bron: {obj.source_title}."]))


class NewDeadlineInline(NewRowInline):
    """The first date is asked with the promise itself; each later row says why."""

    model = Deadline
    form = DeadlineForm
    verbose_name = "nieuwe datum, of hoe het afliep"

    def get_fields(self, request: HttpRequest, obj: Agreement | None = None) -> Any:
        date = [("date_from", "date_to", "precision"), "wording", "source_title", "source_url"]
        return ["kind", "reason", *date] if obj else date

    def get_min_num(self, request: HttpRequest, obj: Agreement | None = None, **kwargs: Any) -> int:
        return 0 if obj else 1

    def get_extra(self, request: HttpRequest, obj: Agreement | None = None, **kwargs: Any) -> int:
        return 1 if obj else 0


@admin.register(Agreement)
class AgreementAdmin(KeptMixin, ChoiceMixin, ModelAdmin):
    list_display = ["title", "news", "date_now", "moved"]
    list_select_related = ["news"]
    search_fields = ["title", "promised_by", "news__title"]
    inlines = [DeadlineInline, NewDeadlineInline]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Agreement]:
        return super().get_queryset(request).prefetch_related("deadlines")

    @admin.display(description="datum nu")
    def date_now(self, obj: Agreement) -> str:
        return reading.when if (reading := read(obj)) else ""

    @admin.display(description="eerdere data")
    def moved(self, obj: Agreement) -> str:
        return reading.moved if (reading := read(obj)) else ""


def read(agreement: Agreement) -> AgreementReading | None:
    ledger = list(agreement.deadlines.all())
    return AgreementReading(agreement, clock.today(), ledger) if ledger else None
