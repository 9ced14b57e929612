"""Dates that the sources give imprecisely: a month, a season, a year, or nothing at all."""

from calendar import monthrange
from datetime import MAXYEAR, date

from django.utils.formats import date_format

SEASONS = {3: "voorjaar", 6: "zomer", 9: "najaar", 12: "winter"}
UNKNOWN = "onbekend"
FORTNIGHT = 14


def describe_date(day: date, precision: str) -> str:
    """One date in words, no more exact than the source: "3 februari 2023", "november 2020", "voorjaar 2018", "2021"."""
    match precision:
        case "jaar":
            return str(day.year)
        case "seizoen":
            # A winter is called after the year in which it begins.
            return f"{SEASONS[day.month // 3 * 3 or 12]} {day.year - (day.month < 3)}"
        case "maand":
            return date_format(day, "F Y")
        case _:
            return date_format(day, "j F Y")


def describe_period(date_from: date | None, date_to: date | None, precision: str) -> str:
    """A date or a period in words. ``date_to`` may be missing: then the end is unknown, and we say so."""
    if date_from is None and date_to is None:
        return UNKNOWN
    if date_from is None or date_to is None:
        known = date_from or date_to
        assert known is not None
        words = describe_date(known, precision)
        return f"vanaf {words}, einde onbekend" if date_from else f"tot en met {words}, begin onbekend"
    first, last = describe_date(date_from, precision), describe_date(date_to, precision)
    if first == last:
        return first
    # "1 tot en met 3 mei 2020": what both share is said once.
    if precision in ("dag", "maand") and date_from.year == date_to.year:
        first = first.removesuffix(f" {date_from.year}")
        first = first.split()[0] if precision == "dag" and date_from.month == date_to.month else first
    return f"{first} tot en met {last}"


def add_months(day: date, months: int) -> date:
    """The same day of a later month, or the last day of a shorter one. Past the last day there is, that day."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if year > MAXYEAR:
        return date.max
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def months_between(earlier: date, later: date) -> int:
    """Whole months that have passed, never below zero. A month is full on the day that ``add_months`` gives."""
    months = (later.year - earlier.year) * 12 + later.month - earlier.month
    return max(0, months - (later < add_months(earlier, months)))


def last_day(first: date, precision: str) -> date:
    """The last day of the month, season or year that a day is in; of a day it is that day itself."""
    to_come = {"maand": 0, "seizoen": 2 - first.month % 3, "jaar": 12 - first.month}
    if precision not in to_come:
        return first
    month = add_months(first.replace(day=1), to_come[precision])
    return month.replace(day=monthrange(month.year, month.month)[1])


def days_ago(day: date, today: date) -> str:
    """How long ago in words, as in "gisteren"; a day that is long ago gets its date."""
    match (today - day).days:
        case 0:
            return "vandaag"
        case 1:
            return "gisteren"
        case days if days < FORTNIGHT:
            return f"{days} dagen geleden"
        case _:
            return f"op {describe_date(day, 'dag')}"
