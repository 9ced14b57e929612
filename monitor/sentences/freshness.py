"""How fresh the newest figure is, by the rule of freshness.py: a few sentences, or one line for a card."""

from django.utils.formats import date_format

from monitor.freshness import Day, Freshness, Ground, Told
from monitor.models import FigureCheck, Source
from stroomop.lib.dates import describe_date

from .words import bare, capitalise, over, say

Outcome = FigureCheck.Outcome
UNKNOWN = "Wanneer het volgende cijfer komt, is onbekend."
NOT_CHECKED = "Of er een nieuwer cijfer is, hebben we nog niet nagekeken."
RECKONED = "We rekenen daarbij met de tijd tussen de laatste twee perioden."
# What came of a look for a newer figure: of a question without an answer we know nothing.
CHECKED = {
    Outcome.NEW: "Nagekeken op {day}: er is een nieuw cijfer gevonden.",
    Outcome.NOTHING_NEW: "Nagekeken op {day}: niets nieuws.",
    Outcome.NO_ANSWER: "Gevraagd op {day}: geen antwoord.",
}
IN_SHORT = {
    Outcome.NEW: "nieuw cijfer gevonden op {day}",
    Outcome.NOTHING_NEW: "niets nieuws op {day}",
    Outcome.NO_ANSWER: "geen antwoord op {day}",
}


def say_freshness(found: Freshness) -> str:
    """Since when it is known, when the next one was to come, and who looked."""
    return say([*known(found.newest), *expected(found), checked(found.check)])


def known(newest: Told) -> list[str]:
    figure = f"het cijfer {over([newest.period])}"
    what = f"wat de bron zegt over {bare(newest.period)}"
    if not newest.known.precision:
        told = f"{figure} bekend is" if newest.has_number else f"bekend is {what}"
        return [f"Sinds wanneer {told}, weten we niet."]
    subject = capitalise(figure if newest.has_number else f"{what},")
    revised = [f"Voor het laatst bijgesteld: {month(newest.revised)}."] if newest.revised else []
    return [f"{subject} is bekend sinds {month(newest.known)}.", *revised]


def expected(found: Freshness) -> list[str]:
    if found.expected is None:
        return [UNKNOWN]
    is_named = found.ground == Ground.SOURCE
    verb = "verwachtten" if found.is_past else "verwachten"
    told = f"Het volgende cijfer {verb} we {'in' if is_named else about(found.expected)} {month(found.expected)}"
    late = f": {ago(found.overdue)} geleden" if found.is_past else ""
    return [f"{told}{late}.", f"Wie dat noemt: {found.named_by}." if is_named else RECKONED]


def about(day: Day) -> str:
    """The months are counted from the end of a year."""
    return "uiterlijk eind" if day.precision == Source.Precision.YEAR else "rond"


def checked(check: FigureCheck | None) -> str:
    return CHECKED[Outcome(check.outcome)].format(day=exact(check)) if check else NOT_CHECKED


def freshness_in_short(found: Freshness) -> str:
    """As in "bekend sinds mei 2024; volgende verwacht mei 2025, 17 maanden te laat"."""
    newest = found.newest
    told = [f"bekend sinds {month(newest.known)}" if newest.known.precision else "onbekend sinds wanneer"]
    if found.expected is None:
        told.append("volgende onbekend")
    else:
        late = f", {ago(found.overdue)} te laat" if found.is_past else ""
        told.append(f"volgende verwacht {month(found.expected)}{late}")
    if found.check:
        told.append(IN_SHORT[Outcome(found.check.outcome)].format(day=exact(found.check)))
    return "; ".join(told)


def ago(months: int) -> str:
    if not months:
        return "minder dan een maand"
    return "1 maand" if months == 1 else f"{months} maanden"


def month(day: Day) -> str:
    """To the month at most: a figure is not late by a day."""
    is_day = day.precision == Source.Precision.DAY
    return describe_date(day.on, Source.Precision.MONTH if is_day else day.precision)


def exact(check: FigureCheck) -> str:
    return date_format(check.checked_on, "j F Y")
