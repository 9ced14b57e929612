"""Figures beside each other: parts of one dimension of an indicator, or two indicators on one axis of time.

``ask`` reads the address and says what there is to choose, what is wrong with the choice, and what it shows.
"""

from .asking import Asked, ask
from .candidates import Candidate, Split, comparable_splits
from .choice import MOST_PARTS, SLUG, Choice, parts_choice, read_choice

__all__ = [
    "MOST_PARTS",
    "SLUG",
    "Asked",
    "Candidate",
    "Choice",
    "Split",
    "ask",
    "comparable_splits",
    "parts_choice",
    "read_choice",
]
