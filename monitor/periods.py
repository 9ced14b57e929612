"""Periods as the files write them (2023, 2024-H1, 2021/2022, ...): read into real dates, and said in words."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date

from django.utils.formats import date_format


@dataclass(frozen=True)
class ParsedPeriod:
    """``start`` and ``end`` are both inclusive, and both None for the kind "onbekend"."""

    code: str
    kind: str
    start: date | None
    end: date | None


# A figure from before or after is a slip of the pen.
FIRST_YEAR, LAST_YEAR = 1800, 2199

PATTERNS = {
    "jaar": r"(\d{4})",
    "halfjaar": r"(\d{4})-H([12])",
    "kwartaal": r"(\d{4})-Q([1-4])",
    "maand": r"(\d{4})-(\d{2})",
    "maanden": r"(\d{4})-(\d{2})/(\d{4})-(\d{2})",
    "schooljaar": r"(\d{4})/(\d{4})",
    "peildatum": r"(\d{4})-(\d{2})-(\d{2})",
    "venster": r"(\d{4})-(\d{4})",
}


def parse_period(code: str, *, average: bool = False) -> ParsedPeriod:
    """Read a period. ``average`` says that a range of years is an average over them: the code alone can't tell.

    Raises ValueError with a Dutch message when it is no period.
    """
    if code == "onbekend":
        return ParsedPeriod(code, "onbekend", None, None)
    for kind, pattern in PATTERNS.items():
        if match := re.fullmatch(pattern, code, re.ASCII):
            try:
                start, end = dates_of(kind, [int(part) for part in match.groups()])
            except ValueError:
                break
            if start.year >= FIRST_YEAR and start <= end and end.year <= LAST_YEAR:
                return ParsedPeriod(code, "gemiddelde" if average and kind == "venster" else kind, start, end)
    raise ValueError(f"'{code}' is geen periode. Schrijf bijvoorbeeld 2023, 2023-H1, 2023-Q3, 2023-06-30 of 2022/2023.")


def dates_of(kind: str, parts: list[int]) -> tuple[date, date]:
    """The first and last day. Raises ValueError where the calendar has no such day."""
    match kind, parts:
        case "halfjaar", [year, half]:
            return months(year, half * 6 - 5, year, half * 6)
        case "kwartaal", [year, quarter]:
            return months(year, quarter * 3 - 2, year, quarter * 3)
        case "maand", [year, month]:
            return months(year, month, year, month)
        case "maanden", [year, month, last_year, last_month]:
            return months(year, month, last_year, last_month)
        case "schooljaar", [year, next_year]:
            if next_year != year + 1:
                raise ValueError
            return months(year, 8, next_year, 7)
        case "peildatum", [year, month, day]:
            return date(year, month, day), date(year, month, day)
        case _:
            return months(parts[0], 1, parts[-1], 12)


def months(year: int, month: int, last_year: int, last_month: int) -> tuple[date, date]:
    return date(year, month, 1), date(last_year, last_month, monthrange(last_year, last_month)[1])


def label(kind: str, code: str, start: date | None, end: date | None) -> str:
    """The period as a reader says it: "2023", "1e helft 2024", "3e kwartaal 2025", "30 juni 2024"."""
    if start is None or end is None:
        return "onbekend"
    match kind:
        case "halfjaar":
            return f"{1 if start.month == 1 else 2}e helft {start.year}"
        case "kwartaal":
            return f"{(start.month + 2) // 3}e kwartaal {start.year}"
        case "maand":
            return date_format(start, "F Y")
        case "maanden":
            return f"{date_format(start, 'F Y')} tot en met {date_format(end, 'F Y')}"
        case "peildatum":
            return date_format(start, "j F Y")
        case "gemiddelde":
            return f"een gemiddeld jaar van {start.year} tot en met {end.year}"
        case "venster":
            return f"{start.year} tot en met {end.year}"
        case _:
            return code


def when(kind: str, code: str, start: date | None, end: date | None) -> str:
    """The period inside a sentence: "in 2023", "op 30 juni 2024", "in de 1e helft van 2024"."""
    words = label(kind, code, start, end)
    match kind:
        case "onbekend":
            return "(periode onbekend)"
        case "peildatum":
            return f"op {words}"
        case "halfjaar":
            return f"in de {words.replace('helft', 'helft van')}"
        case "kwartaal":
            return f"in het {words.replace('kwartaal', 'kwartaal van')}"
        case "maanden" | "venster":
            return f"van {words}"
        case "schooljaar":
            return f"in schooljaar {words}"
        case _:
            return f"in {words}"
