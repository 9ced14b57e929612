"""Who was counted at all, and that of the rest nothing is known."""

from collections.abc import Sequence

from monitor.models import PublicFigure

from .words import all_of, bare, capitalise

OTHERS = "telden misschien andere instellingen mee"


def notes_on_coverage(newest: PublicFigure, before: PublicFigure | None) -> list[str]:
    """Beside the newest figure: who took part, and that the one before is about others."""
    told = [said] if (said := say_coverage_of(newest)) else []
    if before and not newest.is_as_covered_as(before):
        told.append(f"Vergelijk dit niet met {bare(before.period)}: toen {OTHERS}.")
    return told


def say_coverage_of(figure: PublicFigure | None) -> str:
    if figure is None or figure.covered is None:
        return ""
    return say_coverage(figure.covered, figure.covered_of)


def alike_covered(figures: Sequence[PublicFigure]) -> bool:
    return all(one.is_as_covered_as(figures[0]) for one in figures)


def say_coverage(counted: int, total: int | None, plural: str = "instellingen") -> str:
    """Who was counted: "9 van de 12 instellingen deden mee"."""
    if total is None or total < counted:
        return f"{capitalise(members(counted, plural))}. Hoeveel er in totaal zijn, weten we niet."
    if total == counted:
        told = members(total, plural) if total == 1 else f"{all_of(total)} {plural} deden mee"
        return f"{capitalise(told)}."
    verb = "deed" if counted == 1 else "deden"
    rest = total - counted
    other = f"de andere {rest}" if rest > 1 else "de andere"
    return f"{counted} van de {total} {plural} {verb} mee. Van {other} weten we het niet."


def members(count: int, plural: str) -> str:
    return f"van de {plural} deed er 1 mee" if count == 1 else f"{count} {plural} deden mee"
