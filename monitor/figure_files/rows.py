"""What comes out of a file with figures, and the limits of what may go in."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from monitor.models.public import State, Status
from monitor.periods import ParsedPeriod

LARGEST_FILE = 50_000_000
MOST_ROWS = 200_000
# In characters, of one cell.
LONGEST_CELL = 2_000


@dataclass(frozen=True, slots=True)
class FigureRow:
    """One figure, as the file gives it. Nothing is looked up: indicator, categories and source are still words."""

    # The line as a person sees it in a spreadsheet, where the header is 1. In JSON the place among the observations.
    number: int
    indicator: str
    indicator_name: str
    definition: str
    unit: str
    # The names of dimension and category; none is the whole country.
    categories: tuple[tuple[str, str], ...]
    period: ParsedPeriod
    state: State
    value: Decimal | None
    numerator: Decimal | None
    denominator: Decimal | None
    status: Status
    # A higher rank replaces a lower one for the same period.
    rank: int
    mention_only: bool
    # A target or a norm: no measurement.
    is_target: bool
    approximate: bool
    one_off: bool
    second_hand: bool
    note: str
    source: str
    source_url: str
    origin: str
    published_on: date | None
    # Of how many institutions it is; without the second we don't know how many there are.
    covered: int | None = None
    covered_of: int | None = None
