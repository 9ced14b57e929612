"""What an item is in the words of schema.org, for search engines: only what the page itself says."""

from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.utils import timezone

from projects.models import Event, Organisation, Person, Project, Publication, Story


def describe(item: Any) -> dict[str, Any] | None:
    """The item as JSON-LD; None for what has no fitting type."""
    if (build := BUILDERS.get(type(item))) is None:
        return None
    facts = {"url": settings.SITE_URL + item.get_absolute_url(), **build(item)}
    return {"@context": "https://schema.org", **{name: value for name, value in facts.items() if value}}


def organisation(item: Organisation) -> dict[str, Any]:
    former = [name.name for name in item.former_names.all()]
    return {
        "@type": "Organization",
        "name": item.name,
        "alternateName": [name for name in (item.short_name, *former) if name],
        "description": item.description,
        "sameAs": item.website,
    }


def project(item: Project) -> dict[str, Any]:
    return {"@type": "Project", "name": item.name, "description": item.summary}


def person(item: Person) -> dict[str, Any]:
    return {"@type": "Person", "name": item.name, "jobTitle": item.role, "sameAs": item.url}


def event(item: Event) -> dict[str, Any]:
    # A meeting without a day is no event to a search engine.
    if not item.has_exact_date:
        return {"@type": "WebPage", "name": item.title, "description": item.summary}
    mode = "Mixed" if item.online and item.place else "Online" if item.online else "Offline" if item.place else ""
    place = {"@type": "Place", "name": item.place, "address": item.place}
    online = {"@type": "VirtualLocation", "url": item.url or settings.SITE_URL + item.get_absolute_url()}
    last = item.date_to or (item.date_from if item.time_to else None)
    return {
        "@type": "Event",
        "name": item.title,
        "description": item.summary,
        "startDate": moment(item.date_from, item.time_from),
        "endDate": moment(last, item.time_to),
        "eventAttendanceMode": mode and f"https://schema.org/{mode}EventAttendanceMode",
        "location": [place, online] if mode == "Mixed" else online if item.online else place if item.place else None,
        "organizer": [{"@type": "Organization", "name": party.name} for party in item.organisations.all()],
    }


def moment(day: Any, time: Any) -> str:
    return f"{day:%Y-%m-%d}T{time:%H:%M}" if day and time else f"{day:%Y-%m-%d}" if day else ""


def story(item: Story) -> dict[str, Any]:
    """Our telling of it, based on the original."""
    return {
        "@type": "Article",
        "headline": item.title,
        "description": item.summary,
        "inLanguage": "nl",
        "isBasedOn": item.source_url,
        "dateModified": moment(item.updated_at and timezone.localdate(item.updated_at), None),
    }


def publication(item: Publication) -> dict[str, Any]:
    types = {item.Kind.BOOK: "Book", item.Kind.REPORT: "Report", item.Kind.ARTICLE: "Article"}
    publisher = str(item.publisher or item.publisher_name)
    return {
        "@type": types.get(item.Kind(item.kind), "CreativeWork"),
        "name": item.title,
        "description": item.summary,
        "author": item.authors,
        "publisher": {"@type": "Organization", "name": publisher} if publisher else None,
        "datePublished": item.date_from and f"{item.date_from:%Y}",
        "sameAs": item.url,
    }


BUILDERS: dict[type, Callable[[Any], dict[str, Any]]] = {
    Organisation: organisation,
    Project: project,
    Person: person,
    Event: event,
    Story: story,
    Publication: publication,
}
