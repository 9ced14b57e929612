"""News in one form: the way in for somebody with an hour a week."""

from typing import Any

from django.contrib import admin, messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from advies.agreements import AgreementReading
from advies.forms.entry import NewsEntryForm
from advies.models import Advies, News
from advies.reading import NewsReading
from stroomop.lib import clock
from stroomop.lib.slugs import free_slug

from .quarter import address_after

QUARTER = "kwartaalronde"
# In the order in which somebody thinks of it.
GROUPS: list[tuple[str, dict[str, Any]]] = [
    ("Wat", {"fields": ["title", "text", "kind"]}),
    (
        "Wanneer",
        {
            "fields": [("date_from", "date_to", "precision")],
            "description": "Niet preciezer dan de bron. Weet je het niet? Laat alles leeg: dan staat er 'onbekend'.",
        },
    ),
    (
        "Link",
        {
            "fields": ["source_url", "source_title"],
            "description": "Staat deze pagina nog niet bij de publicaties? Dan zetten wij haar erbij.",
        },
    ),
    ("Welke adviezen", {"fields": ["adviezen", "named"]}),
    (
        "Loopt tot",
        {
            "fields": [("runs_until", "runs_until_precision")],
            "description": "Voor een maatregel of besluit dat een tijd geldt, zoals een subsidie.",
        },
    ),
    (
        "Afspraak",
        {
            "fields": [
                "is_agreement",
                "agreement_title",
                "promised_by",
                ("deadline_from", "deadline_to", "deadline_precision"),
                "deadline_wording",
            ],
            "description": "Zegt iemand toe dat iets op een dag klaar is? De eerste datum blijft altijd staan, ook als "
            "er later een andere komt. Noemt de bron geen datum? Laat die leeg: dan staat er 'onbekend'.",
        },
    ),
]
CHECKED: tuple[str, dict[str, Any]] = ("Nagekeken", {"fields": ["checked"]})
CORRECTION: tuple[str, dict[str, Any]] = ("Herstel van een fout", {"fields": ["supersedes"], "classes": ["collapse"]})


class EntryMixin(admin.ModelAdmin):
    """For the admin of news: adding is done by this form, changing by the ordinary one."""

    add_form_template = "admin/advies/news/add_form.html"

    def get_form(self, request: HttpRequest, obj: News | None = None, change: bool = False, **kwargs: Any) -> Any:
        return super().get_form(request, obj, change=change, **({} if obj else {"form": NewsEntryForm}), **kwargs)

    def get_fieldsets(self, request: HttpRequest, obj: News | None = None) -> Any:
        if obj:
            return super().get_fieldsets(request, obj)
        may_check = request.user.has_perm("advies.add_check")
        return [*GROUPS, *([CHECKED] if may_check else []), CORRECTION]

    def get_inlines(self, request: HttpRequest, obj: News | None) -> Any:
        return super().get_inlines(request, obj) if obj else []

    def get_changeform_initial_data(self, request: HttpRequest) -> dict[str, Any]:
        numbers = [number for number in ",".join(request.GET.getlist("advies")).split(",") if number.isdecimal()]
        ticked = Advies.objects.published().filter(number__in=[int(number) for number in numbers if len(number) < 4])
        return {"adviezen": [advies.pk for advies in ticked], "checked": request.GET.get("van") == QUARTER}

    def render_change_form(
        self, request: HttpRequest, context: dict[str, Any], *args: Any, **kwargs: Any
    ) -> HttpResponse:
        form = context["adminform"].form
        if isinstance(form, NewsEntryForm):
            context["title"] = "Nieuws toevoegen"
        if isinstance(form, NewsEntryForm) and form.is_preview and not form.errors:
            context["preview"] = self.preview(request, form)
        return super().render_change_form(request, context, *args, **kwargs)

    def preview(self, request: HttpRequest, form: NewsEntryForm) -> SafeString:
        """As a reader will see it: really made, shown and taken back, so that nothing can look otherwise later."""
        with transaction.atomic():
            news = form.save(commit=False)
            self.fill(news, public=True)
            news.save()
            form.save_parts(request.user)
            shown = News.objects.for_timeline(clock.today()).get(pk=news.pk)
            context = {
                "item": NewsReading(shown, clock.today(), derived=not form.cleaned_data["named"]),
                "agreements": [
                    AgreementReading(agreement, clock.today(), list(agreement.deadlines.all()))
                    for agreement in shown.agreements.all()
                ],
                "adviezen": form.cleaned_data["adviezen"],
            }
            html = render_to_string("admin/advies/news/preview.html", context)
            transaction.set_rollback(True)
        return html

    def fill(self, news: News, *, public: bool) -> None:
        """What nobody is asked for."""
        news.slug = free_slug(News.objects.all(), news.title, "nieuws")
        news.published_at = clock.now() if public else None

    def save_model(self, request: HttpRequest, obj: News, form: Any, change: bool) -> None:
        if not change:
            self.fill(obj, public="_publish" in request.POST)
        super().save_model(request, obj, form, change)

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:
        super().save_related(request, form, formsets, change)
        if not change:
            for item in form.save_parts(request.user):
                self.log_addition(request, item, [{"added": {}}])

    def response_add(self, request: HttpRequest, obj: News, post_url_continue: str | None = None) -> HttpResponse:
        self.message_user(request, told(obj), messages.SUCCESS)
        if request.GET.get("van") == QUARTER:
            return redirect(address_after(min(advies.number for advies in obj.adviezen.all())))
        return self.response_post_save_add(request, obj)


def told(news: News) -> SafeString:
    """Where the news stands now."""
    if not news.is_public:
        address = reverse("admin:advies_news_change", args=[news.pk])
        return format_html('Bewaard als concept: <a href="{}">{}</a>. Nog niemand ziet het.', address, news.title)
    adviezen = [(advies.get_absolute_url(), advies.number) for advies in news.adviezen.all()]
    places = format_html_join(" en ", '<a href="{}">advies {}</a>', adviezen)
    return format_html("“{}” staat nu bij {}.", news.title, places)
