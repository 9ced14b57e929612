"""The public read model and what describes it.

The ledger is registered here and not handed on: only the gate, the importer and the admin may import it, by its own
name (a contract of import-linter holds that).
"""

from . import ledger as _ledger  # noqa: F401 - Django finds models only when they are imported
from .catalogue import Category, Dimension, Indicator, Period, Series, Speerpunt
from .public import PublicFigure, Release, Source

__all__ = ["Category", "Dimension", "Indicator", "Period", "PublicFigure", "Release", "Series", "Source", "Speerpunt"]
