"""What the rule of progress.py found, in plain Dutch: the numbers that stand beside the label."""

from collections.abc import Callable
from decimal import Decimal

from monitor.charts.points import amount, short_amount
from monitor.progress import Kind, Label, Point, Progress, Reason

MEANINGS = {
    Label.REACHED: "Het nieuwste cijfer is bij het doel.",
    Label.LOST: "De datum van het doel is voorbij. Er was een cijfer bij het doel, maar het nieuwste is dat niet.",
    Label.TOO_LATE: "De datum van het doel is voorbij, en het nieuwste cijfer is niet bij het doel.",
    Label.ON_THE_WAY: (
        "Het nieuwste cijfer is dichter bij het doel dan het begincijfer. Of het op tijd lukt, zegt dit niet."
    ),
    Label.UNCHANGED: "Het nieuwste cijfer is even ver van het doel als het begincijfer.",
    Label.FARTHER: "Het nieuwste cijfer is verder van het doel dan het begincijfer.",
    Label.NONE: "Met deze cijfers kunnen wij over het doel niets zeggen. De reden staat erbij.",
}
# Where one figure stands in the way, the reason names it: see why_not().
REASONS = {
    Reason.NO_TARGET: "er is geen doel bekend",
    Reason.NO_BASELINE: "er is geen begincijfer bekend",
    Reason.TOO_FEW: "er zijn nog geen twee cijfers om te vergelijken",
    Reason.NOT_OVER: "de periode van het nieuwste cijfer is nog niet voorbij",
    Reason.TWICE: "er zijn twee cijfers over dezelfde periode",
    Reason.BREAK: "er zit een breuk in de reeks",
    Reason.DEFINITION: "er wordt nu iets anders geteld dan eerst",
    Reason.GAP: "er ontbreken cijfers in de reeks",
    Reason.NOT_YET: "de datum van het doel is voorbij, en over die tijd hebben wij nog geen cijfer",
}


def sentence(found: Progress, unit: str) -> str:
    """Both ends and the target. Without a label: why, and the target alone, so that nothing looks compared."""
    if found.label == Label.NONE:
        why = f"Geen label: {why_not(found)}."
        return f"{why} Het {goal(found, unit)}." if found.target else why
    held = " Eerder was dit doel wel bereikt." if found.label == Label.LOST else ""
    first, last = told(found.first, amount, unit), told(found.last, short_amount, unit)
    return f"Van {first} naar {last}; het {goal(found, unit)}.{held}"


def told(point: Point | None, say: Callable[[Decimal, str], str], unit: str) -> str:
    """A figure with its period: "1.720 plaatsingen in 2018"."""
    assert point
    assert point.value is not None
    return f"{say(point.value, unit)} {point.when}"


def goal(found: Progress, unit: str) -> str:
    """As in "doel is hoogstens 100 in 2030". Beside figures with a unit its own goes without."""
    target = found.target
    assert target
    say = amount if found.label == Label.NONE else short_amount
    level = say(target.value, unit)
    if target.upper is not None:
        level = f"{short_amount(target.value, unit)} en {say(target.upper, unit)}"
    kind = "" if target.kind == Kind.REACH else target.kind
    verb = "was" if target.past(found.day) else "is"
    return " ".join(filter(None, ["doel", verb, kind, level, target.when]))


def why_not(found: Progress) -> str:
    """The reason in words; where one figure stands in the way also which one."""
    assert found.reason
    ends = [point for point in (found.last, found.first) if point]
    match found.reason:
        case Reason.NO_NUMBER:
            return next(f"{point.when} is er geen cijfer" for point in ends if point.value is None)
        case Reason.PROVISIONAL:
            return next(f"het cijfer {point.when} is voorlopig" for point in ends if point.provisional)
    return REASONS[found.reason]


def explanation() -> list[tuple[str, str]]:
    """Each label with what it means; then what none of them says."""
    return [
        *((label.value, meaning) for label, meaning in MEANINGS.items()),
        (
            "goed of slecht",
            "Geen van deze woorden zegt of jongeren nu beter geholpen zijn. Ze leggen een cijfer naast een doel.",
        ),
    ]
