"""One plain function per model. Test data looks like test data."""

from datetime import UTC, date, datetime
from decimal import Decimal
from itertools import count
from typing import Any

from advies.models import Advies, Bearing, Check, News, RelatedProject, Report, Responsibility
from monitor.models import Category, Dimension, Indicator, Period, PublicFigure, Release, Series, Source, Speerpunt
from monitor.models.ledger import Observation
from monitor.models.public import State
from monitor.periods import parse_period
from projects.models import Hoofddoel, Organisation, Project, Randvoorwaarde, Veranderopgave
from stroomop.models import HelpLine, Page, TextBlock, User

LONG_AGO = datetime(2020, 1, 1, tzinfo=UTC)
_numbers = count(1)


def make_project(**kwargs: Any) -> Project:
    number = next(_numbers)
    defaults = {
        "name": f"Testproject {number}",
        "slug": f"testproject-{number}",
        "summary": "Samenvatting van een test.",
    }
    return Project.objects.create(**{**defaults, "published_at": LONG_AGO, **kwargs})


def make_organisation(**kwargs: Any) -> Organisation:
    number = next(_numbers)
    defaults = {"name": f"Testorganisatie {number}", "slug": f"testorganisatie-{number}", "kind": "overig"}
    return Organisation.objects.create(**{**defaults, "published_at": LONG_AGO, **kwargs})


def make_veranderopgave(**kwargs: Any) -> Veranderopgave:
    number = next(_numbers)
    defaults = {"kind": "snel", "number": number, "name": f"Testopgave {number}", "slug": f"testopgave-{number}"}
    return Veranderopgave.objects.create(**{**defaults, "source_title": "Testbron", "published_at": LONG_AGO, **kwargs})


def make_hoofddoel(**kwargs: Any) -> Hoofddoel:
    return Hoofddoel.objects.create(**plan_part("hoofddoel") | kwargs)


def make_randvoorwaarde(**kwargs: Any) -> Randvoorwaarde:
    return Randvoorwaarde.objects.create(**plan_part("randvoorwaarde") | kwargs)


def plan_part(kind: str) -> dict[str, Any]:
    number = next(_numbers)
    names = {"number": number, "name": f"Test{kind} {number}", "slug": f"test{kind}-{number}"}
    return names | {"source_title": "Testbron", "published_at": LONG_AGO}


def make_report(**kwargs: Any) -> Report:
    number = next(_numbers)
    defaults = {"title": f"Testrapport {number}", "slug": f"testrapport-{number}"}
    return Report.objects.create(**{**defaults, "published_at": LONG_AGO, **kwargs})


def make_advies(**kwargs: Any) -> Advies:
    number = next(_numbers)
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
    number = next(_numbers)
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


def make_speerpunt(**kwargs: Any) -> Speerpunt:
    number = next(_numbers)
    defaults = {"number": number, "name": f"Testspeerpunt {number}", "slug": f"testspeerpunt-{number}"}
    return Speerpunt.objects.create(**{**defaults, "source_title": "Testbron", "published_at": LONG_AGO, **kwargs})


def make_indicator(**kwargs: Any) -> Indicator:
    number = next(_numbers)
    defaults = {"code": f"TEST_{number}", "slug": f"test-{number}", "name": f"Testindicator {number}", "unit": "tests"}
    return Indicator.objects.create(**{**defaults, "published_at": LONG_AGO, **kwargs})


def make_series(indicator: Indicator, *categories: Category) -> Series:
    key = ",".join(f"{category.dimension.slug}={category.slug}" for category in categories)
    series, _ = Series.objects.get_or_create(indicator=indicator, key=key)
    series.categories.set(categories)
    return series


def make_category(**kwargs: Any) -> Category:
    number = next(_numbers)
    dimension = kwargs.pop("dimension", None) or Dimension.objects.create(
        slug=f"testindeling-{number}", name=f"Testindeling {number}", plural="testindelingen"
    )
    return Category.objects.create(
        **{"dimension": dimension, "name": f"Testcategorie {number}", "slug": f"testcategorie-{number}", **kwargs}
    )


def make_source(**kwargs: Any) -> Source:
    return Source.objects.create(**{"title": f"Testbron {next(_numbers)}", **kwargs})


def make_release(**kwargs: Any) -> Release:
    source = kwargs.pop("source", None) or make_source()
    return Release.objects.create(
        **{"source": source, "known_on": date(2024, 1, 1), "published_at": LONG_AGO, **kwargs}
    )


def make_period(code: str) -> Period:
    parsed = parse_period(code)
    values = {"start": parsed.start, "end": parsed.end}
    return Period.objects.get_or_create(code=parsed.code, kind=parsed.kind, defaults=values)[0]


def make_observation(series: Series, period: str, value: str | None, **kwargs: Any) -> Observation:
    return Observation.objects.create(**figure(series, period, value, **kwargs))


def make_figure(series: Series, period: str, value: str | None, **kwargs: Any) -> PublicFigure:
    return PublicFigure.objects.create(**{"valid_from": date(2024, 1, 1), **figure(series, period, value, **kwargs)})


def figure(series: Series, period: str, value: str | None, **kwargs: Any) -> dict[str, Any]:
    number = None if value is None else Decimal(value)
    state = State.UNCERTAIN if value is None else State.MEASURED
    release = kwargs.pop("release", None) or make_release()
    cell = {"series": series, "period": make_period(period), "release": release}
    return {**cell, "value": number, "state": state, **kwargs}


def make_user(**kwargs: Any) -> User:
    return User.objects.create_user(**{"username": f"test{next(_numbers)}", "password": "test", **kwargs})


def make_page(**kwargs: Any) -> Page:
    number = next(_numbers)
    defaults = {"slug": f"testpagina-{number}", "title": f"Testpagina {number}", "description": "Een test."}
    return Page.objects.create(**{**defaults, "body": "<p>Test.</p>", "published_at": LONG_AGO, **kwargs})


def make_help_line(**kwargs: Any) -> HelpLine:
    return HelpLine.objects.create(
        **{"slug": "testlijn", "name": "Testlijn", "phone": "0", "tel": "0", "text": "Test.", **kwargs}
    )


def make_text_block(key: str, text: str) -> TextBlock:
    return TextBlock.objects.create(key=key, text=text)
