"""The back-office of the figures: what is measured, the files they come in, and the releases they go out in."""

from .catalogue import ChartEventAdmin, DimensionAdmin, PeriodAdmin, SourceAdmin, SpeerpuntAdmin
from .imports import ImportAdmin
from .indicator import IndicatorAdmin
from .panel import PanelRoundAdmin, ScaleAdmin
from .releases import ReleaseAdmin

__all__ = [
    "ChartEventAdmin",
    "DimensionAdmin",
    "ImportAdmin",
    "IndicatorAdmin",
    "PanelRoundAdmin",
    "PeriodAdmin",
    "ReleaseAdmin",
    "ScaleAdmin",
    "SourceAdmin",
    "SpeerpuntAdmin",
]
