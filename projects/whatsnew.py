"""What is new in the projects: what an editor published or changed, and notices by their own date.

What is as it was loaded is no news: there ``changed_at`` is NULL. Experiences are left out: a reader of a feed keeps a
copy, and consent can be withdrawn.
"""

from collections.abc import Iterator
from typing import Any

from django.db.models import Case, Prefetch, QuerySet, When
from django.db.models.functions import Coalesce, Greatest, TruncDate

from projects.feeds import start_of
from projects.models import (
    Event,
    Initiative,
    Lesson,
    Organisation,
    Person,
    Project,
    Publication,
    Story,
    Theme,
    Update,
    Veranderopgave,
)
from stroomop.lib.whatsnew import Keys, Line, Window

PAGES = {
    str(model._meta.model_name): model
    for model in (
        Project, Lesson, Story, Publication, Event, Initiative, Veranderopgave, Theme, Organisation, Person,
    )
}  # fmt: skip
NOTICE = "update"
CHANGED_ON = TruncDate(Greatest("changed_at", "published_at"))


def rows(window: Window) -> Iterator[QuerySet]:
    for kind, model in PAGES.items():
        yield window.rows(kind, public(model).filter(changed_at__isnull=False).annotate(news_on=CHANGED_ON))
    yield window.rows(NOTICE, notices())


def notices() -> QuerySet:
    # Of a month or a year the last day: it may not have happened before.
    own_day = Coalesce("date_to", "date_from")
    told_on = Case(When(changed_at__isnull=False, then=CHANGED_ON), default=own_day)
    return Update.objects.published().for_feed().annotate(news_on=told_on)


def read(keys: Keys) -> Iterator[Line]:
    """A query for each kind, and one for the projects of notices."""
    for kind, model in PAGES.items():
        if kind in keys:
            yield from map(page_line, public(model).as_links().filter(pk__in=keys[kind]))
    if NOTICE in keys:
        projects = Prefetch("project", Project.objects.published().as_links())
        told = notices().select_related(None).filter(pk__in=keys[NOTICE])
        yield from map(notice_line, told.prefetch_related(projects))


def public(model: Any) -> Any:
    # Those without a name have no page.
    found = model.objects.named() if model is Veranderopgave else model.objects.all()
    return found.published()


def page_line(item: Any) -> Line:
    return Line(
        item,
        item._meta.verbose_name,
        str(item),
        item.get_absolute_url(),
        item.updated_at,
        (getattr(item, "summary", ""),),
        getattr(item, "is_sensitive", False),
    )


def notice_line(notice: Any) -> Line:
    return Line(
        notice,
        "bericht",
        f"{notice.project}: {notice.title}",
        notice.get_absolute_url(),
        notice.updated_at or start_of(notice.news_on),
        (f"Wanneer: {notice.period}.",),
        notice.project.is_sensitive,
    )
