from datetime import date
from typing import Any

from advies.models import (
    Advies,
    Agreement,
    Assessment,
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
from projects.models import Project, Publication

from .projects import make_organisation
from .shared import LONG_AGO, numbers

REPORTED = date(2020, 11, 30)


def make_report(**kwargs: Any) -> Report:
    number = next(numbers)
    defaults = {"title": f"Testrapport {number}", "slug": f"testrapport-{number}", "known_on": REPORTED}
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
        **{
            "advies": advies,
            "organisation": organisation,
            "role": "uitvoering",
            "basis": "titel",
            "known_on": REPORTED,
            **kwargs,
        }
    )


def make_news(*adviezen: Advies, **kwargs: Any) -> News:
    number = next(numbers)
    defaults = {"slug": f"testnieuws-{number}", "kind": "besluit", "title": f"Testnieuws {number}"}
    known_on = kwargs.get("date_to") or date(2021, 1, 1)
    news = News.objects.create(**{**defaults, "known_on": known_on, "published_at": LONG_AGO, **kwargs})
    for advies in adviezen:
        Bearing.objects.create(news=news, advies=advies)
    return news


def make_dated_news(*adviezen: Advies, known_on: date = date(2021, 1, 1), **kwargs: Any) -> News:
    """Of which the source says when it was: known from that day."""
    return make_news(*adviezen, **{"date_from": known_on, "precision": "dag", "known_on": known_on, **kwargs})


def make_related_project(advies: Advies, project: Project, why: str = "Een test.") -> RelatedProject:
    return RelatedProject.objects.create(advies=advies, project=project, why=why)


def make_check(advies: Advies, **kwargs: Any) -> Check:
    return Check.objects.create(**{"advies": advies, "checked_on": date(2026, 11, 22), **kwargs})


def make_related_publication(advies: Advies, publication: Publication, **kwargs: Any) -> RelatedPublication:
    return RelatedPublication.objects.create(
        **{"advies": advies, "publication": publication, "why": "Een test.", **kwargs}
    )


def make_agreement(news: News, **kwargs: Any) -> Agreement:
    return Agreement.objects.create(**{"news": news, "title": f"Testafspraak {next(numbers)}", **kwargs})


def make_deadline(agreement: Agreement, **kwargs: Any) -> Deadline:
    """The next row of the ledger; a later one than the first has a reason."""
    reason = "Een test." if agreement.deadlines.exists() else ""
    return Deadline.objects.create(**{"agreement": agreement, "reason": reason, "known_on": date(2021, 1, 1), **kwargs})


def make_assessment(advies: Advies, **kwargs: Any) -> Assessment:
    defaults = {"verdict": "gestart", "reason": "Een test.", "signed_name": "Test Beoordelaar"}
    organisation = kwargs.pop("organisation", None) or make_organisation()
    known_on = date(2026, 11, 22)
    return Assessment.objects.create(
        **{**defaults, "advies": advies, "organisation": organisation, "known_on": known_on, **kwargs}
    )


def make_response(advies: Advies, **kwargs: Any) -> Response:
    organisation = kwargs.pop("organisation", None) or make_organisation()
    defaults = {"answer": "neemt_over", "known_on": date(2026, 11, 22)}
    return Response.objects.create(**{**defaults, "advies": advies, "organisation": organisation, **kwargs})


def make_statement(**kwargs: Any) -> Statement:
    organisation = kwargs.pop("organisation", None) or make_organisation()
    defaults = {"text": "Wij doen een test.", "source_title": "Testbron", "known_on": date(2021, 1, 1)}
    return Statement.objects.create(**{**defaults, "organisation": organisation, "published_at": LONG_AGO, **kwargs})
