"""Tables of the back-office out of and into a file: with a trial run that says row by row what would happen.

The rows are django-import-export's work. What is ours: that a file is read safely and kept privately, that nothing is
published or overwritten in silence, and that every refusal says in Dutch what to do.
"""

from .download import CSV, XLSX, download
from .resource import Status, TableResource
from .running import MOST_ROWS, Report, RowReport, run

__all__ = ["CSV", "MOST_ROWS", "XLSX", "Report", "RowReport", "Status", "TableResource", "download", "run"]
