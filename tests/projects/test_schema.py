"""What search engines are told: what the page says, and nothing more."""

import json
import re
from datetime import UTC, date, datetime, time

import pytest

from projects.models import OrganisationFormerName
from projects.schema import describe
from tests.factories import (
    make_event,
    make_experience,
    make_initiative,
    make_lesson,
    make_organisation,
    make_person,
    make_project,
    make_publication,
    make_story,
    make_term,
    make_theme,
    make_update,
    make_veranderopgave,
)

pytestmark = pytest.mark.django_db

CONTEXT = {"@context": "https://schema.org"}
URL = "https://portaal.test"
DAY = {"date_from": date(2024, 5, 1), "precision": "dag"}
PLACE = {"@type": "Place", "name": "Utrecht", "address": "Utrecht"}
BARE_EVENT = {"@type": "Event", "name": "Testdag", "description": "Een test.", "startDate": "2024-05-01"}


def event_facts(**fields) -> dict:
    """What is told of an event, but for what is the same of each."""
    described = describe(make_event(slug="test", title="Testdag", **DAY | fields))
    return {name: value for name, value in described.items() if name not in ("@context", "url")}


def test_organisation_is_told_with_its_other_names():
    organisation = make_organisation(
        slug="wij", name="Wij", short_name="W", description="Een test.", website="https://example.org/"
    )
    for name in ("Oud", "Ouder"):
        OrganisationFormerName.objects.create(organisation=organisation, name=name)

    assert describe(organisation) == CONTEXT | {
        "@type": "Organization",
        "url": f"{URL}/organisaties/wij/",
        "name": "Wij",
        "alternateName": ["W", "Oud", "Ouder"],
        "description": "Een test.",
        "sameAs": "https://example.org/",
    }


def test_what_is_unknown_is_not_told():
    organisation = make_organisation(slug="wij", name="Wij")

    assert describe(organisation) == CONTEXT | {
        "@type": "Organization",
        "url": f"{URL}/organisaties/wij/",
        "name": "Wij",
    }


def test_project_is_told_by_its_summary():
    assert describe(make_project(slug="alfa", name="Alfa", summary="Een test.")) == CONTEXT | {
        "@type": "Project",
        "url": f"{URL}/projecten/alfa/",
        "name": "Alfa",
        "description": "Een test.",
    }


def test_person_is_told_in_a_public_role():
    person = make_person(slug="tester", name="T. Ester", role="Tester", url="https://example.org/", quote="Een test.")

    assert describe(person) == CONTEXT | {
        "@type": "Person",
        "url": f"{URL}/mensen/tester/",
        "name": "T. Ester",
        "jobTitle": "Tester",
        "sameAs": "https://example.org/",
    }


def test_event_is_told_with_who_organises_it():
    event = make_event(slug="test", title="Testdag", summary="Een test.", place="Utrecht", **DAY)
    event.organisations.add(make_organisation(name="Wij"), make_organisation(name="Zij"))

    assert describe(event) == CONTEXT | {
        "@type": "Event",
        "url": f"{URL}/agenda/test/",
        "name": "Testdag",
        "description": "Een test.",
        "startDate": "2024-05-01",
        "eventAttendanceMode": "https://schema.org/OfflineEventAttendanceMode",
        "location": PLACE,
        "organizer": [{"@type": "Organization", "name": "Wij"}, {"@type": "Organization", "name": "Zij"}],
    }


@pytest.mark.parametrize(
    ("fields", "times"),
    [
        ({}, {}),
        ({"date_to": date(2024, 5, 3)}, {"endDate": "2024-05-03"}),
        ({"time_from": time(9, 30)}, {"startDate": "2024-05-01T09:30"}),
        (
            {"time_from": time(9, 30), "time_to": time(12)},
            {"startDate": "2024-05-01T09:30", "endDate": "2024-05-01T12:00"},
        ),
        (
            {"date_to": date(2024, 5, 3), "time_from": time(9, 30), "time_to": time(9)},
            {"startDate": "2024-05-01T09:30", "endDate": "2024-05-03T09:00"},
        ),
    ],
)
def test_event_is_told_with_its_times(fields, times):
    assert event_facts(**fields) == BARE_EVENT | times


@pytest.mark.parametrize(
    ("fields", "mode", "location"),
    [
        ({"place": "Utrecht"}, "Offline", PLACE),
        ({"online": True}, "Online", {"@type": "VirtualLocation", "url": f"{URL}/agenda/test/"}),
        (
            {"online": True, "url": "https://example.org/"},
            "Online",
            {"@type": "VirtualLocation", "url": "https://example.org/"},
        ),
        (
            {"online": True, "place": "Utrecht"},
            "Mixed",
            [PLACE, {"@type": "VirtualLocation", "url": f"{URL}/agenda/test/"}],
        ),
    ],
)
def test_event_is_told_with_where_it_is(fields, mode, location):
    assert event_facts(**fields) == BARE_EVENT | {
        "eventAttendanceMode": f"https://schema.org/{mode}EventAttendanceMode",
        "location": location,
    }


@pytest.mark.parametrize("fields", [{"date_from": None, "precision": ""}, {"precision": "maand"}])
def test_event_without_a_day_is_a_page(fields):
    assert event_facts(**fields) == {"@type": "WebPage", "name": "Testdag", "description": "Een test."}


def test_story_is_told_as_ours_with_its_original():
    # Late in the evening, which is the day after in the Netherlands.
    changed = datetime(2024, 3, 4, 23, 30, tzinfo=UTC)
    story = make_story(slug="test", title="Test", source_url="https://example.org/", changed_at=changed)

    assert describe(story) == CONTEXT | {
        "@type": "Article",
        "url": f"{URL}/verhalen/test/",
        "headline": "Test",
        "description": "Een test.",
        "inLanguage": "nl",
        "isBasedOn": "https://example.org/",
        "dateModified": "2024-03-05",
    }


def test_story_as_it_was_loaded_has_no_day_of_change():
    assert describe(make_story(slug="test", title="Test")) == CONTEXT | {
        "@type": "Article",
        "url": f"{URL}/verhalen/test/",
        "headline": "Test",
        "description": "Een test.",
        "inLanguage": "nl",
    }


def test_publication_is_told_with_its_makers_and_year():
    publication = make_publication(
        slug="test",
        title="Test",
        authors="T. Ester",
        publisher=make_organisation(name="Wij"),
        url="https://example.org/",
        date_from=date(2021, 3, 1),
        precision="maand",
    )

    assert describe(publication) == CONTEXT | {
        "@type": "Report",
        "url": f"{URL}/publicaties/test/",
        "name": "Test",
        "description": "Een test.",
        "author": "T. Ester",
        "publisher": {"@type": "Organization", "name": "Wij"},
        "datePublished": "2021",
        "sameAs": "https://example.org/",
    }


@pytest.mark.parametrize(
    ("kind", "name"),
    [("rapport", "Report"), ("artikel", "Article"), ("boek", "Book"), ("link", "CreativeWork")],
)
def test_publication_is_told_by_its_kind(kind, name):
    assert describe(make_publication(slug="test", title="Test", kind=kind, publisher_name="Zij")) == CONTEXT | {
        "@type": name,
        "url": f"{URL}/publicaties/test/",
        "name": "Test",
        "description": "Een test.",
        "publisher": {"@type": "Organization", "name": "Zij"},
    }


@pytest.mark.parametrize(
    "make", [make_experience, make_initiative, make_lesson, make_term, make_theme, make_update, make_veranderopgave]
)
def test_item_without_a_fitting_type_is_not_told(make):
    assert describe(make()) is None


@pytest.mark.parametrize(
    "make", [make_event, make_organisation, make_person, make_project, make_publication, make_story]
)
def test_page_tells_what_it_describes_and_no_title_ends_it(client, make):
    name = "name" if make in (make_organisation, make_person, make_project) else "title"
    item = make(**{name: "Een </script><script>alert(1)</script> <!-- & test"})

    html = client.get(item.get_absolute_url()).content.decode()

    told = re.findall(r'<script type="application/ld\+json">(.*?)</script>', html, re.DOTALL)
    assert [json.loads(data) for data in told] == [describe(item)]
