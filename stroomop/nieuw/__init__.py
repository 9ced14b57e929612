"""Everything that is new, of all apps."""

from .gathering import MOST, CappedPaginator, News, newest, newest_for_home, read, rows
from .question import read_question
from .subjects import CORRECTIONS, SUBJECTS

__all__ = [
    "CORRECTIONS",
    "MOST",
    "SUBJECTS",
    "CappedPaginator",
    "News",
    "newest",
    "newest_for_home",
    "read",
    "read_question",
    "rows",
]
