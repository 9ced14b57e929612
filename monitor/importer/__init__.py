"""Figures from a file into the ledger: all of it or nothing, and a second time changes nothing.

Handed in, checked row by row against the ledger, then written in one transaction. Nothing is public before the gate
has been asked (``monitor.publication``).
"""

from .checking import check, check_rows
from .packing import unpack
from .running import MOST_PREVIEWED, ImportRefusedError, hand_in, import_figures
from .writing import LedgerChangedError, preview, take_back, write

__all__ = [
    "MOST_PREVIEWED",
    "ImportRefusedError",
    "LedgerChangedError",
    "check",
    "check_rows",
    "hand_in",
    "import_figures",
    "preview",
    "take_back",
    "unpack",
    "write",
]
