from .event import Event
from .experience import Experience
from .glossary import GlossaryTerm
from .image import Image
from .initiative import Initiative, InitiativeSource
from .lesson import Lesson
from .organisation import Organisation, OrganisationFormerName, OrganisationSource
from .person import Person
from .project import Condition, FormerName, Participation, Project, ProjectSource, Result, Update
from .publication import Publication
from .publishing import PublicPage, Publishable, Redirect
from .shared import Dated, SourceLink
from .story import Story
from .structure import Hoofddoel, Randvoorwaarde, Veranderopgave
from .theme import Theme, Themed

__all__ = [
    "Condition",
    "Dated",
    "Event",
    "Experience",
    "FormerName",
    "GlossaryTerm",
    "Hoofddoel",
    "Image",
    "Initiative",
    "InitiativeSource",
    "Lesson",
    "Organisation",
    "OrganisationFormerName",
    "OrganisationSource",
    "Participation",
    "Person",
    "Project",
    "ProjectSource",
    "PublicPage",
    "Publication",
    "Publishable",
    "Randvoorwaarde",
    "Redirect",
    "Result",
    "SourceLink",
    "Story",
    "Theme",
    "Themed",
    "Update",
    "Veranderopgave",
]
