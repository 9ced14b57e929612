"""Atom feeds. An entry is as new as the last thing an editor did to it, never as the day its content was loaded."""

from collections.abc import Iterable
from datetime import date, datetime, time
from typing import Any

from django.conf import settings
from django.contrib.syndication.views import Feed
from django.db.models import F
from django.urls import reverse
from django.utils import timezone
from django.utils.decorators import method_decorator
from django.utils.feedgenerator import Atom1Feed
from django.utils.html import escape
from django.views.decorators.http import require_safe

from projects.models import Event, Publication, Story, Update
from stroomop.lib import links
from stroomop.lib.text import writable

LENGTH = 50


@method_decorator(require_safe, name="__call__")
class PortalFeed(Feed):
    """What all our feeds have in common. Addresses in it begin as the canonical links do, whichever host was asked."""

    feed_type = Atom1Feed
    language = "nl"
    author_name = "StroomOP"


class ItemFeed(PortalFeed):
    """The newest published items of one model."""

    model: Any
    list_name: str
    feed_name: str

    def link(self) -> str:
        return settings.SITE_URL + reverse(f"projects:{self.list_name}")

    def feed_url(self) -> str:
        return settings.SITE_URL + reverse(f"projects:{self.feed_name}")

    def items(self) -> Iterable[Any]:
        newest = F("changed_at").desc(nulls_last=True), F("date_from").desc(nulls_last=True), "-pk"
        return self.queryset().order_by(*newest)[:LENGTH]

    def queryset(self) -> Any:
        return self.model.objects.published()

    def item_title(self, item: Any) -> str:
        return writable(item.title)

    def item_description(self, item: Any) -> str:
        # Atom says of a summary that it is HTML.
        return escape(writable(item.summary))

    def item_link(self, item: Any) -> str:
        return settings.SITE_URL + item.get_absolute_url()

    def item_guid(self, item: Any) -> str:
        return guid(item)

    def item_updateddate(self, item: Any) -> datetime:
        # The first: a meeting is announced before its day.
        day = min((day for day in (item.date_from, item.checked_on) if day), default=None)
        known = start_of(day) if day else item.published_at
        return item.updated_at or min(known, item.published_at)


def guid(item: Any) -> str:
    """What a reader knows an entry by: the number stays when the address changes."""
    return f"{settings.SITE_URL}/#{item._meta.model_name}-{item.pk}"


def start_of(day: date) -> datetime:
    """Midnight in the Netherlands."""
    return timezone.make_aware(datetime.combine(day, time()))


class UpdateFeed(ItemFeed):
    title = "Berichten uit de projecten van StroomOP"
    subtitle = "Wat er gebeurt in de veranderprojecten."
    model = Update
    list_name, feed_name = "project_list", "update_feed"

    def queryset(self) -> Any:
        return super().queryset().for_feed()

    def items(self) -> list[Update]:
        updates = list(super().items())
        for update, text in zip(updates, links.as_public(*(update.text for update in updates)), strict=True):
            update.text = text
        return updates

    def item_title(self, item: Update) -> str:
        return writable(f"{item.project}: {item.title}")

    def item_description(self, item: Update) -> str:
        return writable(item.text)


class StoryFeed(ItemFeed):
    title = "Verhalen op het portaal van StroomOP"
    subtitle = "Interviews, opinie, nieuws en voorbeelden uit de praktijk."
    model = Story
    list_name, feed_name = "story_list", "story_feed"


class PublicationFeed(ItemFeed):
    title = "Publicaties op het portaal van StroomOP"
    subtitle = "Rapporten, artikelen en handreikingen over jongeren in gesloten jeugdhulp."
    model = Publication
    list_name, feed_name = "publication_list", "publication_feed"


class EventFeed(ItemFeed):
    title = "Agenda van StroomOP"
    subtitle = "Bijeenkomsten die komen en die waren."
    model = Event
    list_name, feed_name = "event_list", "event_feed"
