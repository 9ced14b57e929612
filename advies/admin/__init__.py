"""The back-office of the adviezen: what was asked, what happened, and what somebody thinks of it."""

from .adviezen import AdviesAdmin, ReportAdmin
from .judgement import AssessmentAdmin, CheckAdmin, ResponseAdmin, StatementAdmin
from .news import AgreementAdmin, NewsAdmin

__all__ = [
    "AdviesAdmin",
    "AgreementAdmin",
    "AssessmentAdmin",
    "CheckAdmin",
    "NewsAdmin",
    "ReportAdmin",
    "ResponseAdmin",
    "StatementAdmin",
]
