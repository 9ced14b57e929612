"""The public read model and what describes it.

The ledger is registered here and not handed on: only the gate, the importer and the admin may import it, by its own
name (a contract of import-linter holds that).
"""

from . import ledger as _ledger  # noqa: F401 - Django finds models only when they are imported
from .changes import Break, ChartEvent, Definition
from .figure import State, Status
from .imports import Import, ImportRow
from .indicator import Indicator, Speerpunt
from .looking import FigureCheck
from .panel import Answer, PanelRound, Scale, Stelling
from .public import PublicFigure, Release, Source
from .public_panel import PublicAnswer
from .related import AdviesIndicator, ProjectIndicator
from .series import Category, Dimension, Period, Series
from .targets import Baseline, Target

__all__ = [
    "AdviesIndicator",
    "Answer",
    "Baseline",
    "Break",
    "Category",
    "ChartEvent",
    "Definition",
    "Dimension",
    "FigureCheck",
    "Import",
    "ImportRow",
    "Indicator",
    "PanelRound",
    "Period",
    "ProjectIndicator",
    "PublicAnswer",
    "PublicFigure",
    "Release",
    "Scale",
    "Series",
    "Source",
    "Speerpunt",
    "State",
    "Status",
    "Stelling",
    "Target",
]
