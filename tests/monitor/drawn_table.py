"""A table as a drawing: a line for each series, a column for each period."""

from decimal import Decimal

from monitor.disclosure import Breakdown, Cell, Figure, Rule, Span, Table, hidden

TOTAL = "land"
HIDDEN, NO_FIGURE = "x", "-"
FIVE = Rule(5)
HALVES = "2023: H1 H2 H3"


def cells(drawing):
    """Each cell with what stands there: "12", "-" (no figure), "x" (hidden), or versions as "12>15"."""
    header, *rows = (line.split() for line in drawing.strip().splitlines())
    return {Cell(series, period): text for series, *texts in rows for period, text in zip(header, texts, strict=True)}


def table(drawing, *spans, covers=True):
    """The first letter of a series is its breakdown. A span is "whole: part part"."""
    drawn = cells(drawing)
    breakdowns = {}
    for series, _ in drawn:
        if series != TOTAL:
            breakdowns.setdefault(series[0], set()).add(series)
    return Table(
        TOTAL,
        tuple(
            Figure(cell, Decimal(version))
            for cell, text in drawn.items()
            if text not in (HIDDEN, NO_FIGURE)
            for version in text.split(">")
        ),
        tuple(Breakdown(frozenset(parts), covers) for parts in breakdowns.values()),
        tuple(Span(whole, frozenset(parts.split())) for whole, parts in (span.split(":") for span in spans)),
    )


def crosses(drawing):
    return frozenset(cell for cell, text in cells(drawing).items() if text == HIDDEN)


def found(before, *spans, rule=FIVE, covers=True):
    """What is hidden of a drawn table; what is drawn hidden already was."""
    return hidden(table(before, *spans, covers=covers), rule, crosses(before))
