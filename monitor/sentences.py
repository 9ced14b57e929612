"""What the figures say, in plain Dutch, made from the figures themselves."""

from collections.abc import Sequence

from monitor.models import Indicator, PublicFigure
from stroomop.lib.numbers import dutch_number


def amount(figure: PublicFigure, unit: str) -> str:
    """The number with its unit, or the reason why there is none."""
    return figure.get_state_display() if figure.value is None else f"{dutch_number(figure.value)} {unit}"


def finding(figure: PublicFigure, unit: str) -> str:
    """The newest figure in a few words: "891 plaatsingen in 2023"."""
    return f"{amount(figure, unit)} {figure.period.when}"


def story(indicator: Indicator, figures: Sequence[PublicFigure]) -> str:
    """One to three sentences: the newest figure, the one before it and the first. Figures of one line, oldest first."""
    measured = [figure for figure in figures if figure.value is not None]
    if not measured:
        return "Wij hebben hierover nog geen cijfer."
    last = measured[-1]
    sentences = [f"{capitalise(last.period.when)}: {amount(last, indicator.unit)}."]
    if last.is_provisional:
        sentences.append("Dat cijfer is voorlopig.")
    if not indicator.is_drawn:
        # A one-off count is never set beside another.
        return " ".join(sentences)
    if len(measured) > 1:
        before = measured[-2]
        sentences.append(f"{capitalise(before.period.when)}: {amount(before, indicator.unit)}.")
    if len(measured) > 2:
        sentences.append(f"Het eerste cijfer dat wij hebben: {finding(measured[0], indicator.unit)}.")
    return " ".join(sentences)


def capitalise(words: str) -> str:
    return words[:1].upper() + words[1:]
