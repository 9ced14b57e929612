"""A day looked at in two ways: asked for afterwards, or lived, with only what was public by then."""

import re
from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta

from django.apps import apps
from django.db.models import DateField, DateTimeField, Model, Q
from django.http import HttpResponse
from django.test import Client

from advies.models import (
    Advies,
    Agreement,
    Assessment,
    AssessmentSource,
    Bearing,
    Check,
    Deadline,
    News,
    RelatedProject,
    RelatedPublication,
    Report,
    Response,
    Responsibility,
    Statement,
)
from projects.models import Publishable
from stroomop.lib import append_only, clock
from tests.pages import without_doors
from tests.rollback import rolled_back

# Children before their parents, each with the ways to the days since which it is known.
KNOWN_SINCE: dict[type[Model], list[str]] = {
    AssessmentSource: ["assessment__known_on", "assessment__advies__report__known_on"],
    Assessment: ["known_on", "advies__report__known_on"],
    Statement: ["known_on", "advies__report__known_on"],
    Response: ["known_on"],
    Check: ["checked_on"],
    Deadline: ["known_on", "agreement__news__known_on"],
    Agreement: ["news__known_on"],
    Bearing: ["known_on"],
    RelatedProject: ["known_on"],
    RelatedPublication: ["known_on"],
    Responsibility: ["known_on", "advies__report__known_on"],
    News: ["known_on"],
    Advies: ["report__known_on"],
    Report: ["known_on"],
}
NOTHING = "∅"
# What differs by the question alone: the notice, the form at the foot, and what keeps a reader on the day.
ASKED = re.compile(
    r'<div class="notice[^>]*>.*?</div>|<div class="stand">.*|<input type="hidden" name="stand"[^>]*>'
    r'|<a href="[^"]*">Wis de keuzes</a>|(&amp;|[?&])stand=[0-9-]+|[?](?=")| \(bekeken op .*?\)',
    re.DOTALL,
)


def noon(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, 12, tzinfo=UTC)


def dated_models() -> set[type[Model]]:
    """All models of ours with a day since which they are known."""
    ours = [model for model in apps.get_app_config("advies").get_models() if not hasattr(model, "history_id")]
    return {model for model in ours if {"known_on", "checked_by"} & {field.name for field in model._meta.fields}}


def every_day() -> set[date]:
    """Each date of the data."""
    found: set[date] = set()
    for model in apps.get_app_config("advies").get_models():
        for field in model._meta.concrete_fields:
            if isinstance(field, DateField) and not isinstance(field, DateTimeField):
                found |= set(model._base_manager.exclude(**{field.name: None}).values_list(field.name, flat=True))
    return found


def around(days: Iterable[date]) -> set[date]:
    """With the day before and the day after."""
    return {day + timedelta(days=step) for day in days for step in (-1, 0, 1)}


def differences(client: Client, urls: Iterable[str], days: Iterable[date], today: date) -> list[tuple[date, str, str]]:
    """Where the page of a day, asked for today, tells something else than it did on that day."""
    urls, days = list(urls), [day for day in days if day <= today]
    with clock.fixed_at(noon(today)):
        asked = {(day, url): told(ask(client, url, day)) for day in days for url in urls}
    lived = live(client, urls, days, today)
    return [(*key, first_difference(asked[key], lived[key])) for key in asked if not same(asked[key], lived[key])]


def ask(client: Client, url: str, day: date) -> HttpResponse:
    return client.get(f"{url}{'&' if '?' in url else '?'}stand={day.isoformat()}")


def live(client: Client, urls: list[str], days: list[date], today: date) -> dict[tuple[date, str], str]:
    """What the pages told on those days: from the last day back to the first, without what was not public yet."""
    found = {}
    with rolled_back(), append_only.lifted():
        publish_long_ago(noon(today))
        for day in sorted(days, reverse=True):
            forget_after(day)
            with clock.fixed_at(noon(day)):
                found |= {(day, url): told(client.get(url)) for url in urls}
    return found


def publish_long_ago(now: datetime) -> None:
    """What is public now was so always, as far as our two moments tell."""
    for model in apps.get_models():
        if issubclass(model, Publishable):
            rows = model._base_manager
            rows.filter(published_at__lte=now).update(published_at=datetime(1990, 1, 1, tzinfo=UTC))
            rows.filter(archived_at__lte=now).update(archived_at=datetime(1991, 1, 1, tzinfo=UTC))


def forget_after(day: date) -> None:
    for model, ways in KNOWN_SINCE.items():
        late = model._base_manager.filter(Q(*((f"{way}__gt", day) for way in ways), _connector=Q.OR))
        if hasattr(model, "supersedes"):
            # A correction goes before what it corrects; that of a draft stays, and has nothing to correct.
            while (last := late.filter(successor=None).exclude(supersedes=None)).exists():
                last.delete()
            model._base_manager.filter(supersedes__in=late).update(supersedes=None)
        late.delete()


def told(response: HttpResponse) -> str:
    """What an answer tells of its day; nothing when there is no page, or a page that says so."""
    if response.status_code == 404:
        return NOTHING
    assert response.status_code == 200
    text = response.content.decode() if response["Content-Type"].startswith("text/csv") else without_doors(response)
    shown = ASKED.sub("", re.sub('<p class="empty">.*?</p>', NOTHING, text, flags=re.DOTALL))
    return " ".join(shown.split())


def same(asked: str, lived: str) -> bool:
    if lived == NOTHING:
        return NOTHING in asked and not {"<table", '<dl class="facts">'} & set(re.findall("<table|<dl[^>]*>", asked))
    return asked == lived


def first_difference(asked: str, lived: str) -> str:
    at = next((at for at, pair in enumerate(zip(asked, lived, strict=False)) if len(set(pair)) == 2), 0)
    return f"asked …{asked[max(0, at - 60) : at + 100]}… and lived …{lived[max(0, at - 60) : at + 100]}…"
