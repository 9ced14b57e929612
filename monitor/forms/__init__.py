"""What staff fill in about figures: a file, one figure by hand, what a panel answered, and when that is public."""

from .checks import CheckForm
from .fields import NumberField
from .figure import FigureForm
from .imports import ImportForm, TakeBackForm
from .panel import PanelForm

__all__ = ["CheckForm", "FigureForm", "ImportForm", "NumberField", "PanelForm", "TakeBackForm"]
