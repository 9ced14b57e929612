from typing import Any

from projects.models import Hoofddoel, Organisation, Project, Randvoorwaarde, Veranderopgave

from .shared import LONG_AGO, numbers


def make_project(**kwargs: Any) -> Project:
    number = next(numbers)
    defaults = {
        "name": f"Testproject {number}",
        "slug": f"testproject-{number}",
        "summary": "Samenvatting van een test.",
    }
    return Project.objects.create(**{**defaults, "published_at": LONG_AGO, **kwargs})


def make_organisation(**kwargs: Any) -> Organisation:
    number = next(numbers)
    defaults = {"name": f"Testorganisatie {number}", "slug": f"testorganisatie-{number}", "kind": "overig"}
    return Organisation.objects.create(**{**defaults, "published_at": LONG_AGO, **kwargs})


def make_veranderopgave(**kwargs: Any) -> Veranderopgave:
    number = next(numbers)
    defaults = {"kind": "snel", "number": number, "name": f"Testopgave {number}", "slug": f"testopgave-{number}"}
    return Veranderopgave.objects.create(**{**defaults, "source_title": "Testbron", "published_at": LONG_AGO, **kwargs})


def make_hoofddoel(**kwargs: Any) -> Hoofddoel:
    return Hoofddoel.objects.create(**plan_part("hoofddoel") | kwargs)


def make_randvoorwaarde(**kwargs: Any) -> Randvoorwaarde:
    return Randvoorwaarde.objects.create(**plan_part("randvoorwaarde") | kwargs)


def plan_part(kind: str) -> dict[str, Any]:
    number = next(numbers)
    names = {"number": number, "name": f"Test{kind} {number}", "slug": f"test{kind}-{number}"}
    return names | {"source_title": "Testbron", "published_at": LONG_AGO}
