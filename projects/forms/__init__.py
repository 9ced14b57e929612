from .base import ListFilter
from .image import ImageForm, PictureInput
from .library import EventFilter, PublicationFilter, StoryFilter
from .network import InitiativeFilter, OrganisationFilter
from .projects import LessonFilter, ProjectFilter

__all__ = [
    "EventFilter",
    "ImageForm",
    "InitiativeFilter",
    "LessonFilter",
    "ListFilter",
    "OrganisationFilter",
    "PictureInput",
    "ProjectFilter",
    "PublicationFilter",
    "StoryFilter",
]
