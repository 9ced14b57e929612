"""Figures that are not there, and why: never more of a hidden one than that it is hidden."""

from collections.abc import Iterable, Sequence

from monitor.models import PublicFigure, State

from .words import capitalise, fit, over

HIDDEN = "tonen we geen cijfer: de groep is te klein"
# Without a state: nobody gave a figure, and nobody said why.
REASONS = {
    State.SUPPRESSED: HIDDEN,
    State.NOT_MEASURED: "is er geen cijfer: het is niet gemeten",
    State.NOT_YET: "is het cijfer nog niet bekend",
    State.NOT_APPLICABLE: "is er geen cijfer: het was niet van toepassing",
    State.UNCERTAIN: "geeft de bron geen cijfer: te onzeker of geheim",
}
NO_FIGURE = "is er geen cijfer"


def reason(figure: PublicFigure) -> str:
    return REASONS.get(State(figure.state), NO_FIGURE) if figure.state else NO_FIGURE


def say_missing(figures: Iterable[PublicFigure]) -> list[str]:
    """A sentence for each reason: "Over 2021 en 2022 is er geen cijfer"."""
    found: dict[str, list[PublicFigure]] = {}
    for figure in figures:
        if figure.value is None:
            found.setdefault(reason(figure), []).append(figure)
    return [say_periods(missing, why) for why, missing in found.items()]


def say_periods(figures: Sequence[PublicFigure], told: str) -> str:
    """Where naming every period would be too long, their number is said."""
    periods = [figure.period for figure in figures]
    named = f"{capitalise(over(periods))} {told}."
    return fit(named, f"Over {len(periods)} perioden {told}.") if len(periods) > 1 else named


def say_none(figures: Sequence[PublicFigure]) -> str:
    """Where there is no number at all."""
    if any(figure.state == State.SUPPRESSED for figure in figures):
        return "Wij tonen hierover geen cijfer: de groep is te klein."
    return "Wij hebben hierover nog geen cijfer."
