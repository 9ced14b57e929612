"""What must hold of the models, and how they name themselves."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from projects.models import (
    Condition,
    Event,
    FormerName,
    GlossaryTerm,
    Image,
    Initiative,
    InitiativeSource,
    Lesson,
    Organisation,
    OrganisationFormerName,
    Participation,
    Person,
    Project,
    ProjectSource,
    Publication,
    Randvoorwaarde,
    Result,
    Story,
    Theme,
    Update,
)
from tests.factories import (
    make_hoofddoel,
    make_organisation,
    make_project,
    make_randvoorwaarde,
    make_term,
    make_update,
    make_veranderopgave,
)

pytestmark = pytest.mark.django_db


def faults(item):
    with pytest.raises(ValidationError) as raised:
        item.full_clean()
    return raised.value.messages


def test_things_are_called_by_their_names():
    project = Project(name="Testproject")
    organisation = Organisation(name="Testorganisatie")
    things = [
        project,
        organisation,
        FormerName(name="Oude naam"),
        OrganisationFormerName(name="Oude naam"),
        Condition(project=project, randvoorwaarde=Randvoorwaarde(name="Testvoorwaarde")),
        Result(project=project),
        Participation(organisation=organisation, role="trekker"),
        ProjectSource(title="Testbron"),
        Image(alt_text="Een test"),
        Image(pk=7, decorative=True),
        InitiativeSource(title="Testbron"),
        *(model(title="Test") for model in (Event, Lesson, Publication, Story, Update)),
        *(model(name="Test") for model in (Initiative, Person, Theme)),
        GlossaryTerm(term="Test"),
    ]

    assert [str(thing) for thing in things] == [
        "Testproject",
        "Testorganisatie",
        "Oude naam",
        "Oude naam",
        "Testproject: Testvoorwaarde",
        "Resultaat van Testproject",
        "Testorganisatie (trekker)",
        "Testbron",
        "Een test",
        "decoratieve afbeelding 7",
        "Testbron",
        *["Test"] * 9,
    ]


def test_part_of_the_plan_has_its_place_on_the_overview():
    parts = [make_hoofddoel(slug="doel", name="Doel"), make_randvoorwaarde(slug="voorwaarde", name="Voorwaarde")]

    assert [(str(part), part.get_absolute_url()) for part in parts] == [
        ("Doel", "/veranderopgaven/#doel"),
        ("Voorwaarde", "/veranderopgaven/#voorwaarde"),
    ]


def test_notice_and_word_have_their_place_on_a_page():
    parts = [make_update(make_project(slug="alfa"), slug="bericht"), make_term(slug="vso")]

    assert [part.get_absolute_url() for part in parts] == ["/projecten/alfa/#bericht", "/begrippen/#vso"]


@pytest.mark.parametrize(
    ("publisher", "publisher_name", "words"),
    [("Wij", "", "Wij"), ("Wij", "Zij", "Wij"), (None, "Zij", "Zij"), (None, "", "onbekend")],
)
def test_publication_names_its_publisher_or_says_that_it_is_unknown(publisher, publisher_name, words):
    organisation = publisher and Organisation(name=publisher)

    assert Publication(publisher=organisation, publisher_name=publisher_name).publisher_words == words


def test_veranderopgave_without_a_name_says_so():
    unnamed = make_veranderopgave(kind="langlopend", number=3, name="", slug=None)

    assert str(unnamed) == "Langlopende veranderopgave 3 (naam onbekend)"
    assert str(make_veranderopgave(name="Testopgave")) == "Testopgave"


@pytest.mark.parametrize("half", [{"name": "Test", "slug": None}, {"name": "", "slug": "test"}])
def test_veranderopgave_has_a_name_and_an_address_or_neither(half):
    with pytest.raises(IntegrityError, match="veranderopgave_named_with_address"), transaction.atomic():
        make_veranderopgave(**half)


def test_veranderopgaven_without_a_name_can_be_many_and_renumbered():
    first = make_veranderopgave(kind="langlopend", number=1, name="", slug=None)
    make_veranderopgave(kind="langlopend", number=2, name="", slug=None)

    first.number = 3
    first.save()

    assert first.slug is None


def test_organisation_is_not_its_own_parent():
    organisation = make_organisation()
    organisation.parent = organisation

    assert faults(organisation) == ["Een organisatie hoort niet bij zichzelf."]


@pytest.mark.parametrize(
    ("dates", "messages"),
    [
        ({"date_from": date(2021, 1, 1), "date_to": date(2021, 12, 31), "precision": "jaar"}, None),
        ({"date_from": date(2021, 1, 1), "precision": "jaar"}, None),
        ({"date_to": date(2021, 1, 1), "precision": "jaar"}, None),
        (
            {"date_from": date(2021, 1, 2), "date_to": date(2021, 1, 1), "precision": "dag"},
            ["Het einde ligt voor het begin."],
        ),
        ({"date_from": date(2021, 1, 1)}, ["Vul bij een datum in hoe precies die is, en alleen dan."]),
        ({"precision": "jaar"}, ["Vul bij een datum in hoe precies die is, en alleen dan."]),
    ],
)
def test_period_is_whole_half_or_absent_but_never_backward(dates, messages):
    project = Project(name="Test", slug="test", summary="Test.", **dates)

    assert (faults(project) if messages else project.full_clean()) == messages


@pytest.mark.parametrize(
    ("dates", "month"),
    [
        ({}, "onbekend"),
        ({"date_from": date(2021, 3, 9), "precision": "dag"}, "maart 2021"),
        ({"date_from": date(2021, 3, 1), "precision": "jaar"}, "2021"),
        ({"date_to": date(2021, 3, 1), "precision": "jaar"}, "onbekend"),
    ],
)
def test_month_is_for_where_there_is_little_room(dates, month):
    assert Project(**dates).month == month


@pytest.mark.parametrize("url", ["javascript:alert(1)", "ftp://example.org", "example.org", "//example.org"])
def test_link_leads_to_the_web_only(url):
    source = ProjectSource(project=make_project(), title="Testbron", url=url)

    assert faults(source) == ["Vul een webadres in dat begint met https://."]


@pytest.mark.parametrize("words", [{"alt_text": "", "decorative": False}, {"alt_text": "Test", "decorative": True}])
def test_image_has_a_text_or_is_decorative(words):
    with pytest.raises(IntegrityError, match="image_alt_text_or_decorative"), transaction.atomic():
        Image.objects.create(**words)
