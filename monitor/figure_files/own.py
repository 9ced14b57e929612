"""Our own columns, in a CSV file or a sheet: those that the portal exports."""

from datetime import date
from decimal import Decimal
from typing import NamedTuple

from monitor.models.public import State
from monitor.periods import PATTERNS, ParsedPeriod, parse_period
from stroomop.lib.table_files import LONGEST_QUOTE, FileRefusedError, Record, quoted

from .cells import Cells
from .notes import (
    APPROXIMATE,
    LONGEST_NOTE,
    NOT_MEASURED,
    ONE_OFF,
    SECOND_HAND,
    StatusWord,
    meaning_of,
    says,
    split_note,
)
from .numbers import NumberStyle
from .rows import FigureRow

COLUMNS = (
    "indicator_code", "indicator_name", "definition", "unit", "period", "breakdown_dimension",
    "breakdown_value", "value", "source_title", "source_url", "retrieved_note",
)  # fmt: skip
OPTIONAL = (
    "status", "reason", "period_kind", "numerator", "denominator", "origin", "published_on",
    "breakdown_dimension_2", "breakdown_value_2", "benadering", "losse_telling", "overgenomen", "vermelding",
    "doelwaarde", "covered", "covered_of",
)  # fmt: skip
# Of these a spreadsheet's way of writing can be told.
NUMBERS = ("value", "numerator", "denominator")

WHOLE_COUNTRY = "land"
# The parts of a breakdown taken together are the whole country too.
ALL_PARTS = "totaal"
COUNTRY = "Nederland"
UNKNOWN_SIGN = "."
REASONS = {word: state for state in State if state != State.MEASURED for word in (state.value, state.label)}
KINDS = (*PATTERNS, "gemiddelde", "onbekend")


def check_columns(names: list[str]) -> None:
    if missing := [name for name in COLUMNS if name not in names]:
        raise FileRefusedError(
            f"In het bestand ontbreken deze kolommen: {', '.join(missing)}. Zet ze in de eerste rij."
        )
    # A slip in the name of a column that may be left out would lose what stands in it.
    if unknown := [name for name in names if name not in COLUMNS + OPTIONAL]:
        raise FileRefusedError(
            f"De kolom {quoted(unknown[0])} is niet bekend. Haal de kolom weg, of kies uit: {', '.join(OPTIONAL)}."
        )


def read_figure(record: Record, style: NumberStyle) -> FigureRow:
    """Raises ValueError, in Dutch, for a row that can't be understood."""
    cells = Cells(record, style)
    words, note = split_note(cells.text("retrieved_note"))
    if len(note) > LONGEST_NOTE:
        raise ValueError(f"De noot is langer dan {LONGEST_NOTE} tekens. Maak de noot korter.")
    meaning = _meaning(cells.text("status") or words)
    outcome = _outcome(cells)
    covered, covered_of = _coverage(cells)
    second_hand = _marked(cells, "overgenomen", says(note, SECOND_HAND))
    return FigureRow(
        number=record.number,
        indicator=cells.needed("indicator_code"),
        indicator_name=cells.text("indicator_name"),
        definition=cells.text("definition"),
        unit=cells.text("unit"),
        categories=_categories(cells),
        period=_period(cells, note),
        state=outcome.state,
        value=outcome.value,
        numerator=outcome.numerator,
        denominator=outcome.denominator,
        status=meaning.status,
        rank=meaning.rank - second_hand,
        mention_only=_marked(cells, "vermelding", meaning.mention_only),
        is_target=_marked(cells, "doelwaarde", says(note, NOT_MEASURED)),
        approximate=_marked(cells, "benadering", says(note, APPROXIMATE)),
        one_off=_marked(cells, "losse_telling", says(note, ONE_OFF)),
        second_hand=second_hand,
        note=note,
        source=cells.needed("source_title"),
        source_url=cells.text("source_url"),
        origin=cells.text("origin"),
        published_on=cells.day("published_on"),
        covered=covered,
        covered_of=covered_of,
    )


class Outcome(NamedTuple):
    state: State
    value: Decimal | None = None
    numerator: Decimal | None = None
    denominator: Decimal | None = None


def _outcome(cells: Cells) -> Outcome:
    """A number, or the reason why there is none."""
    reason = _reason(cells.text("reason"))
    is_unknown = cells.text("value") == UNKNOWN_SIGN
    value = None if is_unknown else cells.number("value")
    numerator, denominator = cells.number("numerator"), cells.number("denominator")
    if denominator is not None and denominator <= 0:
        raise ValueError("De noemer moet groter zijn dan 0.")
    if is_unknown and reason is None:
        reason = State.UNCERTAIN
    if (value is not None and reason) or (is_unknown and reason != State.UNCERTAIN):
        raise ValueError("Er staat een waarde en ook een reden waarom er geen getal is. Haal een van de twee weg.")
    if value is not None:
        return Outcome(State.MEASURED, value, numerator, denominator)
    if reason is None:
        raise ValueError("Er staat geen getal. Vul het in, of schrijf in de kolom 'reason' waarom het er niet is.")
    if numerator is not None or denominator is not None:
        raise ValueError("Er staat een teller of een noemer zonder getal. Haal ze weg, of vul het getal in.")
    return Outcome(reason)


def _coverage(cells: Cells) -> tuple[int | None, int | None]:
    covered, covered_of = cells.count("covered"), cells.count("covered_of")
    if fault := coverage_fault(covered, covered_of):
        raise ValueError(fault)
    return covered, covered_of


def coverage_fault(covered: int | None, covered_of: int | None) -> str:
    """Why these can't go together, in Dutch; empty where they can. How many there are may be unknown."""
    if covered_of is None:
        return ""
    if covered is None:
        return "Er staat hoeveel instellingen er zijn, maar niet hoeveel er meetelden. Vul dat ook in."
    if covered > covered_of:
        return f"Er tellen nooit meer instellingen mee dan er zijn: {covered} van de {covered_of}."
    return ""


def _reason(words: str) -> State | None:
    if words and words.lower() not in REASONS:
        raise ValueError(f"De reden {quoted(words)} is niet bekend. Kies uit: {_reasons()}.")
    return REASONS.get(words.lower())


def _reasons() -> str:
    return "; ".join(state.label for state in State if state != State.MEASURED)


def _meaning(words: str) -> StatusWord:
    if meaning := meaning_of(words):
        return meaning
    raise ValueError(f"De status {quoted(words)} is niet bekend. Schrijf bijvoorbeeld definitief of voorlopig.")


def _marked(cells: Cells, column: str, by_note: bool) -> bool:
    """A column that says ja or nee outdoes the words of the note."""
    said = cells.yes(column)
    return by_note if said is None else said


def _categories(cells: Cells) -> tuple[tuple[str, str], ...]:
    pairs = [(cells.needed("breakdown_dimension"), cells.needed("breakdown_value"))]
    if cells.text("breakdown_dimension_2") or cells.text("breakdown_value_2"):
        pairs.append((cells.needed("breakdown_dimension_2"), cells.needed("breakdown_value_2")))
    for dimension, part in pairs:
        if dimension == WHOLE_COUNTRY and part not in (COUNTRY, ALL_PARTS):
            raise ValueError(f"Bij '{WHOLE_COUNTRY}' hoort '{COUNTRY}', en niet {quoted(part)}.")
    if len({dimension for dimension, _ in pairs}) < len(pairs):
        raise ValueError(f"De uitsplitsing {quoted(pairs[0][0])} staat er twee keer. Haal er één weg.")
    return tuple(pair for pair in pairs if pair[0] != WHOLE_COUNTRY and pair[1] != ALL_PARTS)


def _period(cells: Cells, note: str) -> ParsedPeriod:
    day, kind = cells.cells["period"], cells.text("period_kind")
    if kind and kind not in KINDS:
        raise ValueError(f"Het soort periode {quoted(kind)} is niet bekend. Kies uit: {', '.join(KINDS)}.")
    code = day.isoformat() if isinstance(day, date) else cells.needed("period")
    average = kind == "gemiddelde" if kind else "gemiddelde per jaar" in note
    # No period is this long, and the message repeats it.
    period = parse_period(code[:LONGEST_QUOTE], average=average)
    if kind and period.kind != kind:
        raise ValueError(f"De periode {quoted(code)} is geen {kind}. Verbeter de periode of het soort periode.")
    return period
