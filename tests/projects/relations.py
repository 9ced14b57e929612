"""Every relation between two things that both have a page: how to make the two, and how to tie them."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Any

from django.urls import reverse

from projects.models import Condition, Participation
from tests.factories import (
    make_advies,
    make_event,
    make_initiative,
    make_lesson,
    make_organisation,
    make_person,
    make_project,
    make_publication,
    make_randvoorwaarde,
    make_related_project,
    make_related_publication,
    make_responsibility,
    make_story,
    make_theme,
    make_veranderopgave,
)

make_network = partial(make_initiative, kind="leernetwerk")


@dataclass(frozen=True)
class Relation:
    make_one: Callable[..., Any]
    make_other: Callable[..., Any]
    tie: Callable[[Any, Any], object]
    # Where the page of the one leads to for the other.
    address: Callable[[Any], str] = lambda other: other.get_absolute_url()

    def make(self, one: dict[str, Any] | None = None, other: dict[str, Any] | None = None) -> tuple[Any, Any]:
        """Two that are tied, made with the words for each."""
        pair = self.make_one(**one or {}), self.make_other(**other or {})
        self.tie(*pair)
        return pair


def many(name: str) -> Callable[[Any, Any], None]:
    return lambda one, other: getattr(one, name).add(other)


def single(name: str) -> Callable[[Any, Any], object]:
    return lambda one, other: type(one).objects.filter(pk=one.pk).update(**{name: other})


def take_part(project: Any, organisation: Any) -> None:
    Participation.objects.create(project=project, organisation=organisation, role="partner")


def page_of_party(organisation: Any) -> str:
    return reverse("advies:party_detail", args=[organisation.slug])


def work_on(project: Any, randvoorwaarde: Any) -> None:
    Condition.objects.create(project=project, randvoorwaarde=randvoorwaarde)


RELATIONS = {
    "project-organisation": Relation(make_project, make_organisation, take_part),
    "project-veranderopgave": Relation(make_project, make_veranderopgave, many("veranderopgaven")),
    "project-randvoorwaarde": Relation(make_project, make_randvoorwaarde, work_on),
    "project-successor": Relation(make_project, make_project, single("successor")),
    "lesson-project": Relation(make_lesson, make_project, single("project")),
    "publication-project": Relation(make_publication, make_project, many("projects")),
    "event-project": Relation(make_event, make_project, many("projects")),
    "story-project": Relation(make_story, make_project, many("projects")),
    "person-project": Relation(make_person, make_project, many("projects")),
    "alternative-project": Relation(make_initiative, make_project, many("projects")),
    "network-project": Relation(make_network, make_project, many("projects")),
    "story-person": Relation(make_story, make_person, many("persons")),
    "story-organisation": Relation(make_story, make_organisation, many("organisations")),
    "story-publication": Relation(make_story, make_publication, many("publications")),
    "event-organisation": Relation(make_event, make_organisation, many("organisations")),
    "lesson-organisation": Relation(make_lesson, make_organisation, single("organisation")),
    "publication-publisher": Relation(make_publication, make_organisation, single("publisher")),
    "initiative-organisation": Relation(make_initiative, make_organisation, single("organisation")),
    "person-organisation": Relation(make_person, make_organisation, single("organisation")),
    "organisation-parent": Relation(make_organisation, make_organisation, single("parent")),
    "advies-organisation": Relation(
        make_advies,
        make_organisation,
        lambda advies, party: make_responsibility(advies, organisation=party),
        page_of_party,
    ),
    "advies-project": Relation(make_advies, make_project, make_related_project),
    "advies-publication": Relation(make_advies, make_publication, make_related_publication),
    "advies-theme": Relation(make_advies, make_theme, many("themes")),
    "veranderopgave-theme": Relation(make_veranderopgave, make_theme, many("themes")),
    "project-theme": Relation(make_project, make_theme, many("themes")),
    "lesson-theme": Relation(make_lesson, make_theme, many("themes")),
    "publication-theme": Relation(make_publication, make_theme, many("themes")),
    "event-theme": Relation(make_event, make_theme, many("themes")),
    "story-theme": Relation(make_story, make_theme, many("themes")),
    "initiative-theme": Relation(make_initiative, make_theme, many("themes")),
}
# Where an organisation that has no page any more is still called by its name: it played its part.
STILL_NAMED = {
    "project-organisation",
    "publication-publisher",
    "initiative-organisation",
    "person-organisation",
    "advies-organisation",
}
