from datetime import date
from typing import Any

from advies.models import Advies, Bearing, Check, News, RelatedProject, Report, Responsibility
from projects.models import Project

from .projects import make_organisation
from .shared import LONG_AGO, numbers


def make_report(**kwargs: Any) -> Report:
    number = next(numbers)
    defaults = {"title": f"Testrapport {number}", "slug": f"testrapport-{number}"}
    return Report.objects.create(**{**defaults, "published_at": LONG_AGO, **kwargs})


def make_advies(**kwargs: Any) -> Advies:
    number = next(numbers)
    report = kwargs.pop("report", None) or Report.objects.first() or make_report()
    defaults = {
        "number": number,
        "short_name": f"Testadvies {number}",
        "slug": f"testadvies-{number}",
        "quotation": "Doe een test.",
        "source_title": "Testbron",
    }
    return Advies.objects.create(**{**defaults, "report": report, "published_at": LONG_AGO, **kwargs})


def make_responsibility(advies: Advies, **kwargs: Any) -> Responsibility:
    organisation = kwargs.pop("organisation", None) or make_organisation()
    return Responsibility.objects.create(
        **{"advies": advies, "organisation": organisation, "role": "uitvoering", "basis": "titel", **kwargs}
    )


def make_news(*adviezen: Advies, **kwargs: Any) -> News:
    number = next(numbers)
    defaults = {"slug": f"testnieuws-{number}", "kind": "besluit", "title": f"Testnieuws {number}"}
    known_on = kwargs.get("date_to") or date(2021, 1, 1)
    news = News.objects.create(**{**defaults, "known_on": known_on, "published_at": LONG_AGO, **kwargs})
    for advies in adviezen:
        Bearing.objects.create(news=news, advies=advies)
    return news


def make_related_project(advies: Advies, project: Project, why: str = "Een test.") -> RelatedProject:
    return RelatedProject.objects.create(advies=advies, project=project, why=why)


def make_check(advies: Advies, **kwargs: Any) -> Check:
    return Check.objects.create(**{"advies": advies, "checked_on": date(2026, 11, 22), **kwargs})
