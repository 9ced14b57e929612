"""Atom feeds of what is new: everything, and of each kind."""

from datetime import datetime

from django.conf import settings
from django.http import Http404, HttpRequest
from django.urls import reverse
from django.utils.html import format_html_join

from projects.feeds import LENGTH, PortalFeed
from stroomop.lib.text import writable
from stroomop.nieuw import SUBJECTS, News, newest

BY_FILE = {subject.file: kind for kind, subject in SUBJECTS.items()}


class NieuwFeed(PortalFeed):
    def get_object(self, request: HttpRequest, name: str) -> str:
        """The kind that it is about; empty for all."""
        if name not in BY_FILE:
            raise Http404
        return BY_FILE[name]

    def title(self, kind: str) -> str:
        return f"{SUBJECTS[kind].title} op het portaal van StroomOP"

    def subtitle(self, kind: str) -> str:
        return SUBJECTS[kind].lead

    def link(self, kind: str) -> str:
        return settings.SITE_URL + reverse("nieuw") + (f"?soort={kind}" if kind else "")

    def feed_url(self, kind: str) -> str:
        return settings.SITE_URL + SUBJECTS[kind].feed

    def items(self, kind: str) -> list[News]:
        return newest(kind, LENGTH)

    def item_title(self, item: News) -> str:
        return writable(item.line.title)

    def item_description(self, item: News) -> str:
        return format_html_join("", "<p>{}</p>", ((writable(text),) for text in item.line.paragraphs if text))

    def item_link(self, item: News) -> str:
        return settings.SITE_URL + item.line.path

    def item_guid(self, item: News) -> str:
        return item.line.guid

    def item_updateddate(self, item: News) -> datetime:
        return item.line.updated_at
