"""One plain function per model. Test data looks like test data."""

from .advies import make_advies, make_check, make_news, make_related_project, make_report, make_responsibility
from .monitor import (
    make_category,
    make_figure,
    make_indicator,
    make_observation,
    make_period,
    make_release,
    make_series,
    make_source,
    make_speerpunt,
)
from .network import (
    make_event,
    make_experience,
    make_initiative,
    make_lesson,
    make_person,
    make_publication,
    make_story,
    make_term,
    make_theme,
    make_update,
)
from .projects import make_hoofddoel, make_organisation, make_project, make_randvoorwaarde, make_veranderopgave
from .shared import LONG_AGO
from .site import make_help_line, make_page, make_text_block, make_user

__all__ = [
    "LONG_AGO",
    "make_advies",
    "make_category",
    "make_check",
    "make_event",
    "make_experience",
    "make_figure",
    "make_help_line",
    "make_hoofddoel",
    "make_indicator",
    "make_initiative",
    "make_lesson",
    "make_news",
    "make_observation",
    "make_organisation",
    "make_page",
    "make_period",
    "make_person",
    "make_project",
    "make_publication",
    "make_randvoorwaarde",
    "make_related_project",
    "make_release",
    "make_report",
    "make_responsibility",
    "make_series",
    "make_source",
    "make_speerpunt",
    "make_story",
    "make_term",
    "make_text_block",
    "make_theme",
    "make_update",
    "make_user",
    "make_veranderopgave",
]
