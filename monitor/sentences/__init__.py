"""What the public figures say, in plain Dutch and made from those figures alone: no good or bad, and no cause.

A chart asks for ``story`` (one or two sentences), ``title`` (the finding), ``description`` (the text alternative) and
``share_text``; other shapes than a line have a function of their own. ``changes`` holds the rule of what is compared.
"""

from .changes import Change, change, counted_otherwise, not_before
from .corrections import amount, marks, why_replaced
from .coverage import say_coverage, say_coverage_of
from .description import description, share_text, two_lines
from .freshness import freshness_in_short, say_freshness
from .limits import limits, limits_in_short
from .line import Line, compared, story, title
from .panel import Group, say_statement
from .parts import Parts, parts_title, say_multiples, say_parts, together
from .words import capitalise

__all__ = [
    "Change",
    "Group",
    "Line",
    "Parts",
    "amount",
    "capitalise",
    "change",
    "compared",
    "counted_otherwise",
    "description",
    "freshness_in_short",
    "limits",
    "limits_in_short",
    "marks",
    "not_before",
    "parts_title",
    "say_coverage",
    "say_coverage_of",
    "say_freshness",
    "say_multiples",
    "say_parts",
    "say_statement",
    "share_text",
    "story",
    "title",
    "together",
    "two_lines",
    "why_replaced",
]
