"""What the note beside a figure says of it: its status, and the marks that decide what may be done with it."""

from typing import NamedTuple

from monitor.models.public import Status

# How the file was read; true of every row, and no news to a reader.
BOILERPLATE = "gelezen in opgeslagen kopie van de pagina"
LONGEST_NOTE = 300


class StatusWord(NamedTuple):
    """What the words behind ``status=`` mean. A higher rank replaces a lower one for the same period."""

    status: Status
    rank: int
    # Said somewhere, and never the figure that holds: it contradicts its own origin, or its source doubts it.
    mention_only: bool = False


NO_STATUS = StatusWord(Status.UNKNOWN, 15)
# Read from the top: the first that the words begin with.
STATUS_WORDS = {
    "definitief": StatusWord(Status.FINAL, 40),
    "herzien/definitief": StatusWord(Status.REVISED, 40),
    # Reckoned by us from a later difference: no source wrote this number.
    "herzien en afgeleid": StatusWord(Status.UNKNOWN, 0, mention_only=True),
    "herzien": StatusWord(Status.REVISED, 30),
    "nader voorlopig": StatusWord(Status.REVISED_PROVISIONAL, 20),
    # As the portal itself names them, on its pages and in its export.
    Status.REVISED_PROVISIONAL.label: StatusWord(Status.REVISED_PROVISIONAL, 20),
    Status.REVISED_PROVISIONAL.value: StatusWord(Status.REVISED_PROVISIONAL, 20),
    Status.UNKNOWN.label: NO_STATUS,
    "eerder gepubliceerd": StatusWord(Status.UNKNOWN, 20),
    "voorlopig": StatusWord(Status.PROVISIONAL, 10),
    "eerste publicatie": StatusWord(Status.UNKNOWN, 10),
    "onzeker": StatusWord(Status.UNKNOWN, 0, mention_only=True),
    "tegenstrijdig": StatusWord(Status.UNKNOWN, 0, mention_only=True),
}
# Between equals the first hand wins.
SECOND_HAND = ("tweede hand", "tweede bron", "secundaire bron", "persbron")
APPROXIMATE = ("benadering", "ondergrens", "schatting")
# Never drawn, compared or made a percentage.
ONE_OFF = ("teltijdvak", "niet vergelijkbaar", "geen officiele reeks", "geen officiële reeks")
NOT_MEASURED = ("doelwaarde, geen meting", "norm, geen meting")


def split_note(note: str) -> tuple[str, str]:
    """The words behind ``status=`` and the rest of the note, as a reader may see it."""
    parts = [part.strip() for part in note.split(";")]
    status = next((part.removeprefix("status=") for part in parts if part.startswith("status=")), "")
    return status, "; ".join(part for part in parts if part != BOILERPLATE and not part.startswith("status="))


def meaning_of(words: str) -> StatusWord | None:
    """None for words that we don't know."""
    if not words:
        return NO_STATUS
    return next((meaning for start, meaning in STATUS_WORDS.items() if words.lower().startswith(start)), None)


def says(note: str, marks: tuple[str, ...]) -> bool:
    return any(mark in note for mark in marks)
