"""Each kind of item: found from the moment that it is public, and no longer than that."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from monitor.publication import publish, withdraw
from stroomop.lib import clock
from stroomop.search.gathered import KINDS, SOURCES
from tests.factories import (
    LONG_AGO,
    make_advies,
    make_event,
    make_experience,
    make_hoofddoel,
    make_indicator,
    make_initiative,
    make_lesson,
    make_news,
    make_organisation,
    make_page,
    make_panel_round,
    make_person,
    make_project,
    make_publication,
    make_randvoorwaarde,
    make_report,
    make_responsibility,
    make_speerpunt,
    make_statement,
    make_stelling,
    make_story,
    make_term,
    make_theme,
    make_update,
    make_veranderopgave,
)
from tests.monitor.panel.answers import deliver

from .asked import addresses, titles

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 12, 2, 12, tzinfo=UTC)
NAME = "Zeldzaamheid"


def make_own_statement(**kwargs: Any) -> Any:
    responsibility = make_responsibility(make_advies())
    return make_statement(organisation=responsibility.organisation, **kwargs)


def make_shown_round(**kwargs: Any) -> Any:
    panel_round = make_panel_round(**kwargs)
    stelling = make_stelling(panel_round=panel_round, text="Een stelling over wachten.")
    publish([deliver(stelling, jongeren="5 6 7 8")], LONG_AGO)
    return panel_round


MAKERS: dict[str, Callable[..., Any]] = {
    "project": lambda **kwargs: make_project(name=NAME, **kwargs),
    "update": lambda **kwargs: make_update(title=NAME, **kwargs),
    "lesson": lambda **kwargs: make_lesson(title=NAME, **kwargs),
    "experience": lambda **kwargs: make_experience(title=NAME, project=make_project(), **kwargs),
    "organisation": lambda **kwargs: make_organisation(name=NAME, **kwargs),
    "person": lambda **kwargs: make_person(name=NAME, **kwargs),
    "publication": lambda **kwargs: make_publication(title=NAME, **kwargs),
    "event": lambda **kwargs: make_event(title=NAME, **kwargs),
    "story": lambda **kwargs: make_story(title=NAME, **kwargs),
    "initiative": lambda **kwargs: make_initiative(name=NAME, **kwargs),
    "theme": lambda **kwargs: make_theme(name=NAME, **kwargs),
    "veranderopgave": lambda **kwargs: make_veranderopgave(name=NAME, **kwargs),
    "hoofddoel": lambda **kwargs: make_hoofddoel(name=NAME, **kwargs),
    "randvoorwaarde": lambda **kwargs: make_randvoorwaarde(name=NAME, **kwargs),
    "glossaryterm": lambda **kwargs: make_term(term=NAME, **kwargs),
    "advies": lambda **kwargs: make_advies(short_name=NAME, **kwargs),
    "report": lambda **kwargs: make_report(title=NAME, **kwargs),
    "news": lambda **kwargs: make_news(make_advies(), title=NAME, **kwargs),
    "statement": lambda **kwargs: make_own_statement(text=NAME, **kwargs),
    "speerpunt": lambda **kwargs: make_speerpunt(name=NAME, **kwargs),
    "indicator": lambda **kwargs: make_indicator(name=NAME, **kwargs),
    "panelround": lambda **kwargs: make_shown_round(name=NAME, **kwargs),
    "page": lambda **kwargs: make_page(title=NAME, **kwargs),
}
each_kind = pytest.mark.parametrize("make", MAKERS.values(), ids=MAKERS.keys())


def test_all_that_can_be_found_is_tried_here():
    assert {source.model._meta.model_name for source in SOURCES} == {*MAKERS}
    assert {source.kind for source in SOURCES} == {*KINDS}


@each_kind
def test_item_is_found_by_the_clock_alone(make):
    make(published_at=NOW, archived_at=NOW + timedelta(days=2))

    found = []
    for moment in (NOW - timedelta(days=1), NOW, NOW + timedelta(days=1), NOW + timedelta(days=2)):
        with clock.fixed_at(moment):
            found.append(len(titles(NAME)))

    assert found == [0, 1, 1, 0]


@each_kind
def test_draft_is_not_found(make):
    make(published_at=None)

    assert titles(NAME) == []


@each_kind
def test_item_is_found_as_it_was_saved_last(make, client):
    item = make(published_at=LONG_AGO)
    [address] = addresses(NAME)

    item.archived_at = clock.now()
    item.save()
    gone = addresses(NAME)
    item.archived_at = None
    item.save()

    assert gone == []
    assert addresses(NAME) == [address]
    assert client.get(address).status_code == 200


@pytest.mark.parametrize("make", [MAKERS[name] for name in ("project", "story", "page", "glossaryterm")])
def test_deleted_item_is_not_found(make):
    make().delete()

    assert titles(NAME) == []


def test_edit_is_found_at_once():
    story = make_story(title="Zeldzaamheid")

    story.title = "Ander woord"
    story.save()

    assert titles("zeldzaamheid") == []
    assert titles("ander woord") == ["Ander woord"]


def test_panel_round_without_answers_is_not_found():
    stelling = make_stelling(panel_round=make_panel_round(name=NAME), text="Een stelling over wachten.")
    release = deliver(stelling, jongeren="5 6 7 8")
    before = titles(NAME), titles("stelling wachten")

    publish([release])
    then = titles(NAME), titles("stelling wachten")
    withdraw([release], "Een test.")

    assert before == ([], [])
    assert then == ([NAME], [NAME])
    assert (titles(NAME), titles("stelling wachten")) == ([], [])
