"""What was advised, to whom, and what has been heard of it since."""

from .advies import Advies, RelatedProject, RelatedPublication
from .agreement import Agreement, Deadline
from .judgement import Assessment, AssessmentSource, Check
from .news import Bearing, News, NewsSource
from .report import Report, ReportSource
from .responsibility import Responsibility
from .voices import Response, Statement

__all__ = [
    "Advies",
    "Agreement",
    "Assessment",
    "AssessmentSource",
    "Bearing",
    "Check",
    "Deadline",
    "News",
    "NewsSource",
    "RelatedProject",
    "RelatedPublication",
    "Report",
    "ReportSource",
    "Response",
    "Responsibility",
    "Statement",
]
