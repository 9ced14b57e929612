from .base import ListFilter
from .library import EventFilter, PublicationFilter, StoryFilter
from .network import InitiativeFilter, OrganisationFilter
from .projects import LessonFilter, ProjectFilter

__all__ = [
    "EventFilter",
    "InitiativeFilter",
    "LessonFilter",
    "ListFilter",
    "OrganisationFilter",
    "ProjectFilter",
    "PublicationFilter",
    "StoryFilter",
]
