"""What the rule of stroming.py found, in plain Dutch: the measured fact first, then the word for it."""

from datetime import date

from advies import stroming as rule
from advies.stroming import Sign, State, Stroming
from stroomop.lib.dates import describe_date

# As a reader says them. What flows is left out where the list is used.
KINDS_OF_NEWS = {
    "maatregel": "een maatregel",
    "besluit": "een besluit",
    "onderzoek": "onderzoek",
    "kritiek": "kritiek",
    "afspraak": "een afspraak",
    "bericht": "een bericht",
}


def fact(found: Stroming, until: str = "") -> str:
    """What was measured. ``until`` says until when the running measure runs, where its source is no more exact than a
    month or a year."""
    match found.state:
        case State.DONE:
            return "Afgerond, volgens een ondertekend oordeel."
        case State.UNCHECKED if found.last_check:
            return f"Niet nagekeken sinds {in_words(found.last_check)}: dat ligt aan ons."
        case State.UNCHECKED:
            return "Nog niet nagekeken: dat ligt aan ons."
    if found.running:
        return running_fact(found.running, until)
    if found.last_flow is None:
        missing = f"{flow()} met een datum" if found.last_news or found.undated_flow else "nieuws met een datum"
        return f"Wij vonden geen {missing}, {checked(found)}."
    return silence(found)


def running_fact(running: Sign, until: str) -> str:
    assert running.runs_until is not None
    verb = "geldt" if running.kind == "besluit" else "loopt"
    return f"Er {verb} een {running.kind}, tot en met {until or in_words(running.runs_until)}."


def silence(found: Stroming) -> str:
    """How long nothing was heard. Other news breaks the silence, and is said; it is no flow. Nor is what has no date:
    its day may lie inside these months, and so we don't say that it was not found."""
    assert found.months is not None
    if found.months == 0:
        return f"Minder dan een maand geleden was er een {flow()}, {checked(found)}."
    other = found.last_news != found.last_flow
    if found.undated_flow:
        missing, heard = f"{flow()} met een datum", "; wel een zonder datum" + (", en ander nieuws" if other else "")
    elif other:
        missing, heard = flow(), "; er was wel ander nieuws"
    elif found.undated_news:
        missing, heard = "nieuws met een datum", "; wel nieuws zonder datum"
    else:
        missing, heard = "openbaar nieuws", ""
    return f"{count(found.months)} geen {missing} gevonden, {checked(found)}{heard}."


def label(found: Stroming) -> str:
    """The word, that comes after the fact."""
    match found.state:
        case State.UNCHECKED if found.last_check:
            return f"{found.state} sinds {in_words(found.last_check)}"
        case State.UNCHECKED:
            return f"nog {found.state}"
        case State.UNDATED if found.last_news:
            return f"geen {flow()} met een datum"
        case _:
            return str(found.state)


def explanation() -> list[tuple[str, str]]:
    """Each word with what it means, made from the constants of the rule; then what no word says."""
    fresh, still, check = count(rule.FRESH_MONTHS), count(rule.STILL_MONTHS), count(rule.CHECK_MONTHS)
    *others, last = [words for kind, words in KINDS_OF_NEWS.items() if kind not in rule.FLOWING_KINDS]
    no_flow = f"{', '.join(others)} of {last}"
    dated, ours = f"{flow()} met een datum", "de stilte is van ons, niet van een ander"
    meanings = {
        State.FLOWS: f"Er loopt nu een {flow()}, of er was er een in de laatste {fresh}.",
        State.RIPPLES: f"In de laatste {still} was er een {flow()}, maar de laatste {fresh} vonden wij er geen.",
        State.STILL: f"De laatste {still} vonden wij geen {dated}, daarvoor wel, en wij keken de laatste {check} nog.",
        State.UNCHECKED: f"Wij keken {check} of langer niet, en er loopt geen {flow()}: {ours}.",
        State.UNDATED: f"Wij vonden geen {dated}.",
        State.DONE: "Iemand heeft met naam en reden geoordeeld dat het advies is uitgevoerd.",
    }
    return [
        *((state.value, meaning) for state, meaning in meanings.items()),
        ("ander nieuws", f"Ook {no_flow} is nieuws, maar daardoor stroomt een advies niet."),
        (
            "verband",
            "Welk nieuws bij welk advies hoort, leiden wij meestal zelf af. Bij elk bericht lees je of dat zo is.",
        ),
        (
            "partijen",
            "Geen van deze woorden zegt iets over een partij: ze gaan over het nieuws dat wij bij een advies vonden.",
        ),
    ]


def flow() -> str:
    """The kinds that flow, always in one order: "maatregel of besluit"."""
    return " of ".join(sorted(rule.FLOWING_KINDS, reverse=True))


def checked(found: Stroming) -> str:
    assert found.last_check is not None
    return f"nagekeken op {in_words(found.last_check)}"


def count(months: int) -> str:
    return f"{months} {'maand' if months == 1 else 'maanden'}"


def in_words(day: date) -> str:
    return describe_date(day, "dag")
