"""What can be read and attended: publications, stories, events."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from projects import calendar
from projects.forms import EventFilter, PublicationFilter, StoryFilter
from projects.models import Event, Publication, Story
from projects.shortcuts import any_sensitive, get_published_or_gone

from .base import FilteredList, PublishedDetail


class PublicationList(FilteredList):
    model = Publication
    filterset_class = PublicationFilter


class PublicationDetail(PublishedDetail):
    model = Publication
    related = ("projects", "stories")


class StoryList(FilteredList):
    model = Story
    filterset_class = StoryFilter


class StoryDetail(PublishedDetail):
    model = Story
    related = ("projects", "publications")


class EventList(FilteredList):
    """The agenda: what is coming stands above, on the first page; what was can be leafed through."""

    model = Event
    filterset_class = EventFilter

    def get_queryset(self) -> Any:
        narrowed: Any = super().get_queryset()
        self.upcoming = list(narrowed.upcoming())
        return narrowed.past()

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        upcoming = self.upcoming if context["page_obj"].number == 1 else []
        sensitive = context["sensitive"] or any_sensitive(upcoming)
        return {**context, "upcoming": upcoming, "sensitive": sensitive}


class EventDetail(PublishedDetail):
    model = Event
    related = ("projects",)


@require_safe
def event_calendar(request: HttpRequest, slug: str) -> HttpResponse:
    event = get_published_or_gone(Event.objects.exact(), slug=slug)
    return calendar_response(calendar.render([event]), f"{event.slug}.ics")


@require_safe
def agenda_calendar(request: HttpRequest) -> HttpResponse:
    """All meetings with a day, to subscribe to."""
    return calendar_response(calendar.render(Event.objects.published().exact()), "agenda.ics")


def calendar_response(content: bytes, name: str) -> HttpResponse:
    headers = {"Content-Disposition": f'inline; filename="{name}"'}
    return HttpResponse(content, content_type="text/calendar; charset=utf-8", headers=headers)
