"""What staff fill in about figures: a file, one figure by hand, and when something is published or taken back."""

from .fields import NumberField
from .figure import FigureForm
from .imports import ImportForm, MomentForm, TakeBackForm

__all__ = ["FigureForm", "ImportForm", "MomentForm", "NumberField", "TakeBackForm"]
