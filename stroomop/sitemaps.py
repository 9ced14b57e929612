from datetime import datetime
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.contrib.sitemaps import Sitemap
from django.urls import reverse

from advies.models import Advies
from advies.parties import parties
from monitor.models import Indicator, PanelRound, Speerpunt
from projects.models import (
    Event,
    Initiative,
    Lesson,
    Organisation,
    Person,
    Project,
    Publication,
    PublicPage,
    Story,
    Theme,
    Veranderopgave,
)
from stroomop.lib.clock import today
from stroomop.models import Page
from stroomop.nav import MAIN, sections


class SiteSitemap(Sitemap):
    """Under the address that the canonical links name, whichever host was asked. A long one is cut into parts."""

    limit = 5000

    def get_domain(self, site: object = None) -> str:
        return urlsplit(settings.SITE_URL).netloc

    def get_protocol(self, protocol: str | None = None) -> str:
        return urlsplit(settings.SITE_URL).scheme


class FixedSitemap(SiteSitemap):
    def items(self) -> list[str]:
        lists = [route for _, route in (*MAIN, *sections())]
        more = ["projects:veranderopgave_list", "advies:party_list", "advies:sheet", "monitor:compare"]
        return ["home", *lists, *more, "nieuw"]

    def location(self, item: str) -> str:
        return reverse(item)


class PublishedSitemap(SiteSitemap):
    """The published items of one model. ``lastmod`` only when somebody changed it after it was loaded."""

    def __init__(self, queryset: Any) -> None:
        self.queryset = queryset

    def items(self) -> Any:
        return self.queryset.published().order_by("pk")

    def lastmod(self, item: PublicPage) -> datetime | None:
        return item.updated_at


class PartySitemap(SiteSitemap):
    """What is asked of each party."""

    def items(self) -> Any:
        return parties(today()).order_by("pk")

    def location(self, item: Organisation) -> str:
        return reverse("advies:party_detail", args=[item.slug])


class PanelSitemap(SiteSitemap):
    """The rounds of the panel that there is something to read of, and their list."""

    def items(self) -> list[Any]:
        rounds = list(PanelRound.objects.shown(today()).order_by("pk"))
        return ["monitor:panelround_list", *rounds] if rounds else []

    def location(self, item: PanelRound | str) -> str:
        return reverse(item) if isinstance(item, str) else item.get_absolute_url()

    def lastmod(self, item: PanelRound | str) -> datetime | None:
        return None if isinstance(item, str) else item.updated_at


SITEMAPS: dict[str, type[Sitemap] | Sitemap] = {
    "vast": FixedSitemap,
    "paginas": PublishedSitemap(Page.objects.all()),
    "adviezen": PublishedSitemap(Advies.objects.all()),
    "gevraagd": PartySitemap,
    "projecten": PublishedSitemap(Project.objects.all()),
    "veranderopgaven": PublishedSitemap(Veranderopgave.objects.named()),
    "lessen": PublishedSitemap(Lesson.objects.all()),
    "themas": PublishedSitemap(Theme.objects.all()),
    "organisaties": PublishedSitemap(Organisation.objects.all()),
    "mensen": PublishedSitemap(Person.objects.all()),
    "publicaties": PublishedSitemap(Publication.objects.all()),
    "verhalen": PublishedSitemap(Story.objects.all()),
    "agenda": PublishedSitemap(Event.objects.all()),
    "initiatieven": PublishedSitemap(Initiative.objects.all()),
    "speerpunten": PublishedSitemap(Speerpunt.objects.all()),
    "indicatoren": PublishedSitemap(Indicator.objects.all()),
    "panel": PanelSitemap,
}
