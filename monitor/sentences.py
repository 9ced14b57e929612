"""What the figures say, in plain Dutch, made from the figures themselves."""

from collections.abc import Sequence
from datetime import date

from django.utils.formats import date_format

from monitor.models import Indicator, PublicFigure, Status
from stroomop.lib.numbers import dutch_number

UNKNOWN_ORIGIN = "onbekend"


def amount(figure: PublicFigure, unit: str) -> str:
    """The number with its unit, or the reason why there is none."""
    if figure.value is None:
        return figure.get_state_display()
    return f"{dutch_number(figure.value)} {unit}{' (benadering)' * figure.approximate}"


def marks(figure: PublicFigure) -> list[str]:
    """What stands beside the status of a figure."""
    said = {"benadering": figure.approximate, "overgenomen": figure.second_hand, "losse telling": figure.one_off}
    return [word for word, holds in said.items() if holds]


def finding(figure: PublicFigure, unit: str) -> str:
    """The newest figure in a few words: "891 plaatsingen in 2023"."""
    return f"{amount(figure, unit)} {figure.period.when}"


def story(indicator: Indicator, figures: Sequence[PublicFigure], since: date | None = None) -> str:
    """The newest figure, the one before it and the first. Figures of one line, oldest first; ``since`` is the day from
    which they were counted so, where there are others from before."""
    measured = [figure for figure in figures if figure.value is not None]
    if not measured:
        return "Wij hebben hierover nog geen cijfer."
    last = measured[-1]
    sentences = [f"{capitalise(last.period.when)}: {amount(last, indicator.unit)}."]
    if last.is_provisional:
        sentences.append("Dat cijfer is voorlopig.")
    if not indicator.is_drawn or last.one_off:
        # A one-off count is never set beside another.
        return " ".join(sentences)
    if len(measured) > 1:
        before = measured[-2]
        sentences.append(f"{capitalise(before.period.when)}: {amount(before, indicator.unit)}.")
    if len(measured) > 2:
        first = "van deze telling" if since else "dat wij hebben"
        sentences.append(f"Het eerste cijfer {first}: {finding(measured[0], indicator.unit)}.")
    if since:
        sentences.append(counted_otherwise(since))
    return " ".join(sentences)


def counted_otherwise(since: date) -> str:
    return f"Vanaf {date_format(since, 'j F Y')} is er anders geteld."


def why_replaced(before: PublicFigure, after: PublicFigure) -> str:
    """Why a figure was replaced by another number, as far as we know."""
    told = [after.release.reason]
    if after.status == Status.REVISED_PROVISIONAL:
        told.insert(0, "Het voorlopige cijfer is bijgesteld.")
    elif before.is_provisional and after.status in (Status.FINAL, Status.REVISED):
        told.insert(0, f"Het cijfer was voorlopig en is nu {after.get_status_display()}.")
    return " ".join(filter(None, told)) or f"{whose(before, after)} gaf later een ander getal."


def whose(before: PublicFigure, after: PublicFigure) -> str:
    source, other = before.release.source, after.release.source
    same = source == other or (source.origin == other.origin and source.origin != UNKNOWN_ORIGIN)
    return "De bron" if same else "Een andere bron"


def capitalise(words: str) -> str:
    return words[:1].upper() + words[1:]
