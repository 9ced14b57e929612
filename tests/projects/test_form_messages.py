"""What staff read when something is not right, and at which field it stands."""

from datetime import date, time

import pytest
from django.core.exceptions import ValidationError
from django.utils.html import escape

from projects.models import Experience
from tests.factories import (
    make_event,
    make_experience,
    make_initiative,
    make_organisation,
    make_person,
    make_project,
    make_publication,
    make_story,
    make_update,
)

pytestmark = pytest.mark.django_db

DAY, DAY_BEFORE = date(2024, 5, 2), date(2024, 5, 1)
BACKWARD = "Het einde ligt voor het begin."
NO_DAY = "Een tijd hoort bij een datum die op de dag bekend is, en begint met 'begint om'."
NO_CONSENT = "Publiceren kan pas met toestemming: vul de dag, de tekst en 'jonger dan 16' in."
NO_PARENT = "De verteller is jonger dan 16: publiceren kan pas als ook een ouder instemt."
RECOGNISABLE = "Publiceren kan pas als je hebt nagelezen dat niemand herkenbaar is."
NOT_THE_WEB = "Vul een webadres in dat begint met https://."


def faults(item, **fields):
    """The messages by field; those about the item as a whole under __all__."""
    for name, value in fields.items():
        setattr(item, name, value)
    with pytest.raises(ValidationError) as raised:
        item.full_clean()
    return raised.value.message_dict


@pytest.mark.parametrize("make", [make_event, make_initiative, make_project, make_publication, make_story, make_update])
def test_period_that_ends_before_it_starts_is_told_at_its_end(make):
    fields = {"date_from": DAY, "date_to": DAY_BEFORE, "precision": "dag"}

    assert faults(make(), **fields) == {"date_to": [BACKWARD]}


@pytest.mark.parametrize("date_to", [None, DAY])
def test_event_that_ends_before_it_starts_is_told_at_its_end(date_to):
    fields = {"date_from": DAY, "date_to": date_to, "precision": "dag", "time_from": time(12), "time_to": time(10)}

    assert faults(make_event(), **fields) == {"time_to": [BACKWARD]}


@pytest.mark.parametrize("fields", [{"time_to": time(10)}, {"time_from": time(10), "precision": "maand"}])
def test_event_with_a_time_but_no_day_is_told_as_a_whole(fields):
    event = make_event(date_from=DAY, precision="dag")

    assert faults(event, **fields) == {"__all__": [NO_DAY]}


@pytest.mark.parametrize("make", [make_event, make_initiative, make_person, make_publication])
@pytest.mark.parametrize("url", ["javascript:alert(1)", "ftp://example.org", "example.org", "data:text/html,x"])
def test_link_that_is_no_web_address_is_told_at_the_link(make, url):
    assert faults(make(), url=url) == {"url": [NOT_THE_WEB]}


@pytest.mark.parametrize("make", [make_event, make_person, make_publication, make_story, make_update])
def test_source_that_is_no_web_address_is_told_at_the_source(make):
    assert faults(make(), source_url="javascript:alert(1)") == {"source_url": [NOT_THE_WEB]}


def test_project_that_goes_on_as_itself_is_told_as_a_whole():
    project = make_project()

    assert faults(project, successor=project) == {"__all__": ["Een project gaat niet verder als zichzelf."]}


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ({"consent_on": None}, NO_CONSENT),
        ({"consent_text": ""}, NO_CONSENT),
        ({"under_sixteen": None}, NO_CONSENT),
        ({"under_sixteen": True}, NO_PARENT),
        ({"unrecognisable": False}, RECOGNISABLE),
    ],
)
def test_experience_without_consent_is_told_as_a_whole(fields, message):
    assert faults(make_experience(), **fields) == {"__all__": [message]}


def test_experience_that_was_withdrawn_does_not_come_back():
    experience = make_experience()
    experience.withdraw()

    messages = faults(experience, title="Terug", text="<p>Terug.</p>")

    assert messages == {
        "__all__": [
            "Deze ervaring is ingetrokken en kan niet terugkomen.",
            "Een ingetrokken ervaring heeft geen woorden meer.",
        ]
    }


@pytest.mark.parametrize("kind", ["aanbieder", "school"])
@pytest.mark.parametrize(
    "words",
    [
        {"text": "<p>Ik zat bij Het Testhuis.</p>"},
        {"text": "<p>Op Het <strong>Testhuis</strong>, daar.</p>"},
        {"text": "<p>Het\nTesthuis</p>"},
        {"title": "Het Testhuis en ik"},
    ],
)
def test_experience_that_names_a_school_or_provider_is_told_at_the_text(kind, words):
    make_organisation(kind=kind, name="Het Testhuis")

    assert faults(make_experience(), **words) == {
        "text": ["Noem geen instelling of school: hier staat 'Het Testhuis'."]
    }


@pytest.mark.parametrize("name", ["T&H", "Het Oude Huis"])
def test_experience_that_names_a_school_by_its_short_or_former_name_is_told(name):
    organisation = make_organisation(kind="school", name="Het Testhuis", short_name="T&H")
    organisation.former_names.create(name="Het Oude Huis")

    messages = faults(make_experience(), text=f"<p>Op de {escape(name)}-school.</p>")

    assert messages == {"text": [f"Noem geen instelling of school: hier staat '{name}'."]}


def test_experience_may_name_others_and_use_words_that_hold_a_name():
    make_organisation(kind="ministerie", name="Ministerie van Testen")
    make_organisation(kind="aanbieder", name="Elker", short_name="")
    experience = make_experience(text="<p>Ministerie van Testen, van elker, Elkerlyc.</p>")

    experience.full_clean()

    assert Experience.objects.get() == experience
