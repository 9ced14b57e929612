from .image import Image
from .organisation import Organisation
from .project import FormerName, Participation, Project, ProjectSource, Result
from .publishing import PublicPage, Publishable, Redirect
from .shared import Dated, SourceLink
from .structure import Hoofddoel, Randvoorwaarde, Veranderopgave

__all__ = [
    "Dated",
    "FormerName",
    "Hoofddoel",
    "Image",
    "Organisation",
    "Participation",
    "Project",
    "ProjectSource",
    "PublicPage",
    "Publishable",
    "Randvoorwaarde",
    "Redirect",
    "Result",
    "SourceLink",
    "Veranderopgave",
]
