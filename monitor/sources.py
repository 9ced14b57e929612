"""Who gave the public figures."""

from collections.abc import Iterable

from monitor.models import PublicFigure


def source_name(figure: PublicFigure) -> str:
    return figure.release.source.credit


def source_names(figures: Iterable[PublicFigure]) -> list[str]:
    """Each source once, in order of appearance."""
    return list(dict.fromkeys(source_name(figure) for figure in figures))
