"""Why a figure was replaced by another one."""

from monitor.models import PublicFigure, Status
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
    told = [word for word, holds in said.items() if holds]
    return [*told, figure.coverage] if figure.coverage else told


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
