"""What a row adds to all that was said before of the same thing."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from monitor.figure_files import FigureRow
from monitor.models import ImportRow, State, Status
from monitor.models.figure import say_covered
from stroomop.lib.numbers import dutch_number

Outcome = ImportRow.Outcome
# The release of a row that is not written, because it repeats what was said.
REPEATED = -1


@dataclass(frozen=True, slots=True)
class Version:
    """Something that was said of a cell. ``number`` is the row that said it, when it was this file."""

    source: str
    state: str
    value: Decimal | None
    numerator: Decimal | None
    denominator: Decimal | None
    covered: int | None
    covered_of: int | None
    status: str
    rank: int
    known_on: date
    mention_only: bool = False
    # Counts on with each release: of the ledger, and of this file apart.
    release: int = 0
    number: int | None = None
    # The row itself says since when it is known.
    is_dated: bool = False
    # As the public reads it: our own export says it so. It holds nothing by itself.
    is_public_form: bool = False

    def __str__(self) -> str:
        number = State(self.state).label if self.value is None else dutch_number(self.value)
        status = "" if self.status == Status.UNKNOWN else Status(self.status).label
        marks = ", ".join(filter(None, [status, say_covered(self.covered, self.covered_of)]))
        return f"{number} ({marks})" if marks else number

    @property
    def order(self) -> tuple[int, date, bool, int]:
        """As the gate sorts: a later one takes the place of an earlier. Those of this file come last."""
        return self.rank, self.known_on, self.number is not None, self.release

    @property
    def can_hold(self) -> bool:
        return not (self.mention_only or self.is_public_form or self.release == REPEATED)


class Comparison(NamedTuple):
    outcome: str
    message: str = ""
    was: str = ""


def version(row: FigureRow, known_on: date, release: int = 0) -> Version:
    return Version(
        row.source, row.state, row.value, row.numerator, row.denominator, row.covered, row.covered_of, row.status,
        row.rank, known_on, row.mention_only, release, row.number, row.published_on is not None,
    )  # fmt: skip


def compare(said: Version, before: Sequence[Version]) -> Comparison:
    """``before`` is all that the ledger, the public and the rows above say of this cell."""
    own = [one for one in before if one.source == said.source]
    if same := [one.number for one in repeatable(said, own) if is_same(said, one)]:
        in_file = [number for number in same if number is not None]
        return Comparison(Outcome.UNCHANGED, f"Staat ook in rij {min(in_file)}." if in_file == same else "")
    for one in own:
        if one.number and one.known_on == said.known_on and words(one) == words(said):
            return Comparison(
                Outcome.REFUSED,
                f"Rij {one.number} geeft hiervoor {one}, en deze rij {said}. Laat er één staan, of zet er bij elk een"
                " andere status bij.",
            )
    if said.mention_only:
        return Comparison(Outcome.NEW, "Alleen een vermelding: het wordt niet het geldende cijfer.")
    holder = max((one for one in before if one.can_hold), key=lambda one: one.order, default=None)
    if holder is None:
        return Comparison(Outcome.NEW)
    is_alike = (holder.state, holder.value) == (said.state, said.value) and is_as_covered(said, holder)
    if is_alike and said.status in (holder.status, Status.UNKNOWN):
        return Comparison(Outcome.NEW, "Een andere vermelding van hetzelfde cijfer.")
    if said.order < holder.order:
        return Comparison(Outcome.NEW, f"Een oudere versie: {holder} blijft het geldende cijfer.")
    return Comparison(Outcome.REVISED, was=str(holder))


def repeatable(said: Version, own: Sequence[Version]) -> list[Version]:
    """What the source said before that a row may say again. With a day that is the last by then: a number may come
    back after another. Our own export has days, and alone repeats what the public reads."""
    if not said.is_dated:
        return [one for one in own if not one.is_public_form]
    last = max((one.known_on for one in own if one.known_on <= said.known_on), default=None)
    return [one for one in own if one.known_on == last]


def is_same(said: Version, one: Version) -> bool:
    """What a row does not say can't differ."""
    return (
        (one.state, one.value, one.mention_only) == (said.state, said.value, said.mention_only)
        and said.status in (one.status, Status.UNKNOWN)
        and said.numerator in (one.numerator, None)
        and said.denominator in (one.denominator, None)
        and is_as_covered(said, one)
    )


def is_as_covered(said: Version, one: Version) -> bool:
    return said.covered in (one.covered, None) and said.covered_of in (one.covered_of, None)


def words(one: Version) -> tuple[str, int, bool]:
    """By which a row says that it is another version."""
    return one.status, one.rank, one.mention_only
