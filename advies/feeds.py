"""Atom feeds of the adviezen: all together, one advies, and what was asked of one party."""

from datetime import datetime
from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.urls import resolve, reverse
from django.utils.html import format_html_join

from advies.entries import Entry, newest
from advies.models import Advies
from advies.parties import asked_of, was_ever_asked
from advies.scope import Scope, everything, public_adviezen
from projects.feeds import PortalFeed, guid
from projects.models import Organisation, Redirect
from projects.shortcuts import get_published_or_gone
from stroomop.lib import clock
from stroomop.lib.gone import Gone
from stroomop.lib.text import writable


class EntryFeed(PortalFeed):
    subtitle = "Nieuws, afspraken, oordelen en wat partijen er zelf van zeggen."
    file = "adviezen.atom"

    def title(self, scope: Scope) -> str:
        return writable(scope.title)

    def link(self, scope: Scope) -> str:
        return settings.SITE_URL + scope.home

    def feed_url(self, scope: Scope) -> str:
        return self.link(scope) + self.file

    def items(self, scope: Scope) -> list[Entry]:
        return newest(scope)

    def item_title(self, item: Entry) -> str:
        return writable(item.title)

    def item_description(self, item: Entry) -> str:
        return format_html_join("", "<p>{}</p>", ((writable(text),) for text in item.paragraphs if text))

    def item_link(self, item: Entry) -> str:
        return settings.SITE_URL + item.path

    def item_guid(self, item: Entry) -> str:
        return guid(item.item)

    def item_updateddate(self, item: Entry) -> datetime:
        return item.updated_at


class AdviezenFeed(EntryFeed):
    """All twelve, and what parties say about all that is asked of them."""

    def get_object(self, request: HttpRequest) -> Scope:
        return everything(clock.today())


class PageFeed(EntryFeed):
    """Of one page. Where that had another address before, its feed leads on as well."""

    # The route of the feed, and of the page whose old addresses are remembered.
    feed_name: str
    page_name: str

    def __call__(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        try:
            return super().__call__(request, *args, **kwargs)
        except Gone:
            raise
        except Http404:
            target = Redirect.objects.target_of(reverse(self.page_name, kwargs=kwargs))
            if target is None or (page := resolve(target)).view_name != self.page_name:
                raise
            return HttpResponsePermanentRedirect(reverse(self.feed_name, kwargs=page.kwargs))


class AdviesFeed(PageFeed):
    feed_name, page_name = "advies:advies_feed", "advies:advies_detail"
    file = "advies.atom"

    def get_object(self, request: HttpRequest, number: int, slug: str) -> Scope:
        advies = get_published_or_gone(Advies.objects.all(), number=number, slug=slug)
        home, adviezen = advies.get_absolute_url(), public_adviezen(clock.today())
        chosen = {advies.pk} & adviezen.keys()
        return Scope(str(advies), home, clock.today(), adviezen, chosen, Organisation.objects.none())


class PartyFeed(PageFeed):
    """Also of a party whose own page has been archived: what was asked of it stays."""

    feed_name, page_name = "advies:party_feed", "projects:organisation_detail"

    def get_object(self, request: HttpRequest, slug: str) -> Scope:
        party = Organisation.objects.once_public().filter(slug=slug).first()
        if party is None or not was_ever_asked(party, clock.today()):
            raise Http404
        home, title = reverse("advies:party_detail", args=[slug]), f"Adviezen voor {party}"
        chosen = {item.advies_id for item in asked_of(party, clock.today())}
        speakers = Organisation.objects.filter(pk=party.pk)
        return Scope(title, home, clock.today(), public_adviezen(clock.today()), chosen, speakers)
