"""What the network made, met for and wrote about, and who took part."""

from datetime import date
from typing import Any

from projects.models import (
    Event,
    Experience,
    GlossaryTerm,
    Initiative,
    Lesson,
    Person,
    Project,
    Publication,
    Story,
    Theme,
    Update,
)

from .projects import make_project
from .shared import LONG_AGO, numbers


def make_theme(**kwargs: Any) -> Theme:
    number = next(numbers)
    defaults = {"name": f"Testthema {number}", "slug": f"testthema-{number}"}
    return Theme.objects.create(**{**defaults, "published_at": LONG_AGO, **kwargs})


def make_lesson(**kwargs: Any) -> Lesson:
    defaults = titled("testles") | {"text": "<p>Een test leert iets.</p>", "source_title": "Testbron"}
    return Lesson.objects.create(**{**defaults, **kwargs})


def make_update(project: Project | None = None, **kwargs: Any) -> Update:
    defaults = titled("testbericht") | {"project": project or make_project(), "source_title": "Testbron"}
    return Update.objects.create(**{**defaults, **kwargs})


def make_experience(**kwargs: Any) -> Experience:
    """Told with consent, by somebody of sixteen or older."""
    number = next(numbers)
    words = {"title": f"Testervaring {number}", "text": "<p>Ik deed een test.</p>", "teller": "jongere"}
    consent = {"consent_on": date(2019, 12, 1), "consent_text": "Ik vind het goed, voor een test."}
    consent |= {"under_sixteen": False, "unrecognisable": True}
    return Experience.objects.create(**{**words, **consent, "published_at": LONG_AGO, **kwargs})


def make_publication(**kwargs: Any) -> Publication:
    defaults = titled("testpublicatie") | {"kind": "rapport", "summary": "Een test.", "source_title": "Testbron"}
    return Publication.objects.create(**{**defaults, **kwargs})


def make_event(**kwargs: Any) -> Event:
    defaults = titled("testbijeenkomst") | {"summary": "Een test.", "source_title": "Testbron"}
    return Event.objects.create(**{**defaults, **kwargs})


def make_story(**kwargs: Any) -> Story:
    defaults = titled("testverhaal") | {"kind": "interview", "summary": "Een test.", "body": "<p>Test.</p>"}
    return Story.objects.create(**{**defaults, "source_title": "Testbron", **kwargs})


def make_person(**kwargs: Any) -> Person:
    number = next(numbers)
    defaults = {"name": f"Testpersoon {number}", "slug": f"testpersoon-{number}", "role": "Tester"}
    return Person.objects.create(**{**defaults, "source_title": "Testbron", "published_at": LONG_AGO, **kwargs})


def make_initiative(**kwargs: Any) -> Initiative:
    number = next(numbers)
    defaults = {"name": f"Testinitiatief {number}", "slug": f"testinitiatief-{number}", "kind": "wonen"}
    return Initiative.objects.create(**{**defaults, "summary": "Een test.", "published_at": LONG_AGO, **kwargs})


def make_term(**kwargs: Any) -> GlossaryTerm:
    number = next(numbers)
    defaults = {"term": f"testbegrip {number}", "slug": f"testbegrip-{number}", "explanation": "Woord uit een test."}
    return GlossaryTerm.objects.create(**{**defaults, "source_title": "Testbron", "published_at": LONG_AGO, **kwargs})


def titled(kind: str) -> dict[str, Any]:
    number = next(numbers)
    names = {"title": f"{kind.capitalize()} {number}", "slug": f"{kind}-{number}"}
    return names | {"published_at": LONG_AGO}
