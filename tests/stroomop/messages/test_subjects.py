"""What a message can be about, and which pages never take reactions."""

import pytest

from stroomop.messages.subjects import subject_at, takes_reactions
from stroomop.models import Message
from tests.factories import (
    make_advies,
    make_indicator,
    make_initiative,
    make_lesson,
    make_page,
    make_person,
    make_project,
    make_publication,
    make_responsibility,
    make_story,
    make_theme,
)
from tests.pages import links, main, offers_help, texts

from .sending import send

pytestmark = pytest.mark.django_db

ALL = [make_advies, make_indicator, make_initiative, make_lesson, make_page, make_person, make_project]
ALL += [make_publication, make_story, make_theme]
REACTABLE = [make_project, make_story, make_advies]


@pytest.mark.parametrize("make", ALL)
def test_every_item_with_a_page_can_be_told_to_be_wrong(client, make):
    item = make()

    response = send(client, f"/bericht/klopt-niet/?over={item.get_absolute_url()}")

    assert (response.status_code, Message.objects.get().item) == (302, item)


@pytest.mark.parametrize(
    ("address", "title"),
    [
        ("/projecten/", "Projecten"),
        ("/agenda", "Agenda"),
        ("https://portaal.test/monitor/?stand=2024-01-01", "Monitor"),
        ("/monitor/vergelijk/", "Cijfers vergelijken"),
    ],
)
def test_overview_is_a_subject_without_an_item(address, title):
    subject = subject_at(address)

    assert subject
    assert (subject.title, subject.item, subject.is_sensitive) == (title, None, False)


def test_party_is_a_subject_once_it_was_asked_something():
    party = make_responsibility(make_advies()).organisation
    address = f"/adviezen/voor/{party.slug}/"

    subject = subject_at(address)

    assert subject
    assert (subject.path, subject.title) == (address, f"Wat is er gevraagd aan {party.name}?")
    assert subject_at("/adviezen/voor/niemand/") is None


@pytest.mark.parametrize("address", ["", "x", "/x/", "/beheer/", "//evil.test/projecten/", "http://[", "/stijl/"])
def test_other_addresses_are_no_subject(address):
    assert subject_at(address) is None


def test_page_that_is_not_public_is_no_subject_and_keeps_its_name(client):
    draft = make_project(published_at=None, name="Geheim")

    response = client.get(f"/bericht/klopt-niet/?over={draft.get_absolute_url()}")

    assert texts(response, "h1") == ["Meld dat er iets niet klopt"]
    assert "Geheim" not in main(response)


def test_message_about_what_is_no_longer_public_is_given_back(client):
    draft = make_project(published_at=None)

    response = send(client, f"/bericht/vraag/?over={draft.get_absolute_url()}")

    assert (texts(response, "blockquote"), Message.objects.count()) == (["Een testbericht."], 0)


def sensitive_itself(make):
    return make(sensitive=True)


def sensitive_by_theme(make):
    item = make()
    item.themes.add(make_theme(sensitive=True))
    return item


@pytest.mark.parametrize("make", REACTABLE)
@pytest.mark.parametrize("become", [sensitive_itself, sensitive_by_theme])
def test_heavy_subject_takes_no_reaction_and_offers_help_and_other_ways(client, make, become):
    item = become(make)
    path = item.get_absolute_url()

    asked = client.get(f"/bericht/reactie/?over={path}")
    sent = send(client, f"/bericht/reactie/?over={path}")

    assert (texts(asked, "h1"), offers_help(asked)) == (["Hier plaatsen we geen reacties"], True)
    assert links(asked)[-3:] == [f"/bericht/klopt-niet/?over={path}", f"/bericht/contact/?over={path}", path]
    assert (texts(sent, "blockquote"), Message.objects.count()) == (["Een testbericht."], 0)


@pytest.mark.parametrize("become", [sensitive_itself, sensitive_by_theme])
def test_form_about_a_heavy_subject_offers_help(client, become):
    item = become(make_project)

    assert offers_help(client.get(f"/bericht/vraag/?over={item.get_absolute_url()}"))


def test_theme_is_as_sensitive_as_it_says(client):
    theme = make_theme(sensitive=True)

    assert offers_help(client.get(f"/bericht/klopt-niet/?over={theme.get_absolute_url()}"))


def test_other_items_take_no_reactions():
    assert [takes_reactions(item) for item in (make_lesson(), make_project(published_at=None), None)] == [False] * 3
