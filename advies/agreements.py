"""A promise with all dates that were ever named for it."""

from dataclasses import dataclass
from datetime import date

from advies.models import Agreement, Deadline

OPEN_ENDED = "datum onbekend"
PASSED = "die datum is voorbij; of het gelukt is, is ons niet bekend"


@dataclass(frozen=True)
class AgreementReading:
    """As it stood on a day: the ledger, oldest first, has at least one row."""

    agreement: Agreement
    day: date
    ledger: list[Deadline]

    @property
    def current(self) -> Deadline:
        return self.ledger[-1]

    @property
    def named(self) -> list[Deadline]:
        """Each date that was named, oldest first. What mends a mistake of ours takes the place of that mistake."""
        rows: list[Deadline] = []
        for row in self.ledger:
            if row.kind == Deadline.Kind.CORRECTION:
                rows[-1:] = [row]
            elif row.kind == Deadline.Kind.DATE:
                rows.append(row)
        return rows

    @property
    def is_closed(self) -> bool:
        return self.current.kind in Deadline.CLOSING

    @property
    def due(self) -> date | None:
        """The last day of the date that is named now."""
        return self.current.date_to or self.current.date_from

    @property
    def has_passed(self) -> bool:
        return not self.is_closed and self.due is not None and self.due < self.day

    @property
    def urgency(self) -> tuple[int, int]:
        """What comes first: still to come, the soonest first; then without a date; then passed; then closed."""
        if self.is_closed:
            return 3, 0
        if self.due is None:
            return 1, 0
        return (2, -self.due.toordinal()) if self.has_passed else (0, self.due.toordinal())

    @property
    def when(self) -> str:
        """The date that holds now, in words."""
        if self.is_closed:
            return self.current.get_kind_display()
        if self.due is None:
            return OPEN_ENDED
        return f"{self.current.words} ({PASSED})" if self.has_passed else self.current.words

    @property
    def moved(self) -> str:
        """The dates before the one that holds now; empty when the first one still holds. It counts no changes: that no
        later date was found may be our doing."""
        first, *later = self.named
        if not later:
            return ""
        between = later if self.is_closed else later[:-1]
        return "; daarna: ".join([f"eerst genoemd: {first.words}", *(row.words for row in between)])

    @property
    def words(self) -> str:
        """The whole promise in one line, each date with the reason it changed for."""
        return f"{self.agreement.title}: {'; '.join(map(row_words, self.ledger))}"


def row_words(row: Deadline) -> str:
    known = bool(row.date_from or row.date_to)
    if row.number == 1:
        return row.words if known else OPEN_ENDED
    match row.kind:
        case Deadline.Kind.DATE:
            change = f"daarna {row.words}" if known else f"daarna {OPEN_ENDED}"
        case Deadline.Kind.CORRECTION:
            change = f"door ons verbeterd tot {row.words}"
        case _:
            change = row.get_kind_display() + (f" ({row.words})" if known else "")
    return f"{change} (reden: {row.reason.rstrip('.')})"
