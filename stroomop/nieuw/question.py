"""What a reader asks of the list: which kind, since which day, and as of which day."""

from dataclasses import dataclass
from datetime import date

from django.http import QueryDict
from django.utils.formats import date_format

from stroomop.lib.stand import Stand, echo, read_day, read_stand
from stroomop.lib.whatsnew import Window

from .subjects import SUBJECTS


@dataclass(frozen=True)
class Question:
    """What a reader asks for; ``fault``, in Dutch, is about the day since which."""

    kind: str
    since: date | None
    stand: Stand
    fault: str = ""
    is_unknown_kind: bool = False

    @property
    def window(self) -> Window:
        return Window(self.since, self.stand.day)

    @property
    def kept(self) -> list[tuple[str, str]]:
        """What a form for another day keeps."""
        chosen = {"soort": self.kind, "sinds": self.since.isoformat() if self.since else ""}
        return [(name, value) for name, value in chosen.items() if value]


def read_question(query: QueryDict) -> Question:
    kind, stand = query.get("soort", ""), read_stand(query)
    known = kind if kind in SUBJECTS else ""
    since, fault = read_since(query.get("sinds", ""), stand)
    return Question(known, since, stand, fault, is_unknown_kind=known != kind)


def read_since(text: str, stand: Stand) -> tuple[date | None, str]:
    """Never refuses: for what is no day, or still to come, all is shown, with the reason."""
    if not text:
        return None, ""
    day = read_day(text)
    if day is None:
        return None, f"{echo(text)} is geen datum. Schrijf een datum als 2024-05-31. Je ziet al het nieuws."
    if day > stand.today:
        return None, f"{date_format(day, 'j F Y')} ligt in de toekomst. Kies een eerdere dag. Je ziet al het nieuws."
    return day, ""
