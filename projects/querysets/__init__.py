from .pages import (
    EventQuerySet,
    HoofddoelQuerySet,
    InitiativeQuerySet,
    LessonQuerySet,
    OrganisationQuerySet,
    ParticipationQuerySet,
    PersonQuerySet,
    ProjectQuerySet,
    PublicationQuerySet,
    RandvoorwaardeQuerySet,
    StoryQuerySet,
    UpdateQuerySet,
    VeranderopgaveQuerySet,
)
from .published import PublishedQuerySet
from .redirects import RedirectQuerySet, tidy
from .themed import THEMED, WITHDRAWAL, ExperienceQuerySet, ThemedQuerySet, ThemeQuerySet

__all__ = [
    "THEMED",
    "WITHDRAWAL",
    "EventQuerySet",
    "ExperienceQuerySet",
    "HoofddoelQuerySet",
    "InitiativeQuerySet",
    "LessonQuerySet",
    "OrganisationQuerySet",
    "ParticipationQuerySet",
    "PersonQuerySet",
    "ProjectQuerySet",
    "PublicationQuerySet",
    "PublishedQuerySet",
    "RandvoorwaardeQuerySet",
    "RedirectQuerySet",
    "StoryQuerySet",
    "ThemeQuerySet",
    "ThemedQuerySet",
    "UpdateQuerySet",
    "VeranderopgaveQuerySet",
    "tidy",
]
