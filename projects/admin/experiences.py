"""What people told. Their words stay here for as long as they agree, and nowhere else."""

from typing import Any

from django.conf import settings
from django.contrib import admin, messages
from django.contrib.admin import RelatedOnlyFieldListFilter
from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME
from django.contrib.admin.options import ActionLocation
from django.db import transaction
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse

from projects.models import Experience
from stroomop.lib.admin import FieldGroup, PublishableAdmin, StatusFilter

CONSENT = FieldGroup(
    ["consent_on", "consent_text", "under_sixteen", "parent_consent_on", "withdrawal_link"],
    "Zonder toestemming komt een ervaring niet op de site. Laat de verteller precies deze tekst lezen, en vertel dat "
    "intrekken altijd kan. Is de verteller jonger dan 16, dan moet ook een ouder of voogd toestemming geven. "
    "Verander je het verhaal later? Vraag dan opnieuw toestemming.",
)


class ExperienceStatusFilter(StatusFilter):
    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return [*super().lookups(request, model_admin), ("ingetrokken", "ingetrokken")]

    def queryset(self, request: HttpRequest, queryset: Any) -> Any:
        if self.value() == "ingetrokken":
            return queryset.exclude(withdrawn_at=None)
        found = super().queryset(request, queryset)
        return queryset if found is queryset else found.filter(withdrawn_at=None)


@admin.register(Experience)
class ExperienceAdmin(PublishableAdmin):
    """Messages and history name an experience by its number: they are kept longer than the words may be."""

    actions = [*PublishableAdmin.actions, "withdraw"]
    status_filter = ExperienceStatusFilter
    last_fields = {"Toestemming": CONSENT, **PublishableAdmin.last_fields}
    list_display = ["__str__", "title", "teller", "project", "state"]
    list_filter = ["teller", "themes", "under_sixteen", ("project", RelatedOnlyFieldListFilter)]
    list_select_related = ["project"]
    search_fields = ["title", "text", "project__name"]
    autocomplete_fields = ["project"]
    readonly_fields = ["withdrawal_link"]
    help_texts = {
        "title": "Een korte zin, liefst met woorden van de verteller zelf. Zonder naam of plaats.",
        "text": "Schrijf geen naam, plaats, instelling of school op, en ook geen leeftijd of datum waaraan je iemand "
        "herkent. Twijfel je? Laat het weg.",
        "teller": "Meer zeggen we niet over wie het is.",
        "project": "Mag leeg blijven. Doe dat zeker als bijna niemand aan het project meedeed.",
        "consent_on": "De dag waarop de verteller ja zei. Leeg: nog geen toestemming, dus alleen een concept.",
        "under_sixteen": "Was de verteller op de dag van de toestemming nog geen 16? Vraag het als je het niet weet.",
        "withdrawal_link": "Geef deze link aan de verteller, en aan niemand anders. Daarmee trekt die zelf de "
        "toestemming in, zonder account. Dat kan altijd.",
    }

    def get_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        """The link does what only the teller and who may change it can do. Of withdrawn ones little is left."""
        if obj and obj.withdrawn_at:
            return ["teller", "consent_on", "under_sixteen", "parent_consent_on", "withdrawn_at"]
        first = ["title", "text", "teller", "project"]
        names = [*first, *(name for name in super().get_fields(request, obj) if name not in first)]
        return [name for name in names if name != "withdrawal_link" or self.has_change_permission(request, obj)]

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Consent that is withdrawn stays withdrawn."""
        return super().has_change_permission(request, obj) and not (obj and obj.withdrawn_at)

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return super().has_delete_permission(request, obj) and not (obj and obj.withdrawn_at)

    def preview_path(self, item: Experience) -> str:
        """Among those of its project, else of one of its themes."""
        place = item.project or item.themes.first()
        return place.get_absolute_url() if place else ""

    @admin.display(description="status")
    def state(self, obj: Experience) -> str:
        return "ingetrokken" if obj.withdrawn_at else obj.status

    @admin.display(description="link om in te trekken")
    def withdrawal_link(self, obj: Experience) -> str:
        return f"{settings.SITE_URL}{obj.withdrawal_url}" if obj.pk else "Staat hier zodra je hebt opgeslagen."

    @admin.action(
        permissions=["change"],
        description="Trek toestemming in",
        location=[ActionLocation.CHANGE_LIST, ActionLocation.CHANGE_FORM],
    )
    def withdraw(self, request: HttpRequest, queryset: QuerySet) -> HttpResponse | None:
        """Asks first, because nobody can bring the words back."""
        experiences = list(queryset.filter(withdrawn_at=None))
        if not experiences:
            self.message_user(request, "De toestemming was al ingetrokken.", messages.WARNING)
            return None
        if "post" not in request.POST:
            context = {"title": "Toestemming intrekken", "opts": self.opts, "experiences": experiences}
            context |= {"action_checkbox_name": ACTION_CHECKBOX_NAME, **self.admin_site.each_context(request)}
            return TemplateResponse(request, "admin/withdraw_consent.html", context)
        with transaction.atomic():
            for experience in experiences:
                experience.withdraw()
                self.log_change(request, experience, "Toestemming ingetrokken.")
        names = ", ".join(map(str, experiences))
        self.message_user(request, f"De toestemming is ingetrokken en de woorden zijn gewist: {names}.")
        return None
