"""A row in our own columns, as a whole figure."""

from collections import Counter
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from monitor.figure_files import Fault, FigureRow, read_figures
from monitor.figure_files.notes import STATUS_WORDS, split_note
from monitor.models.public import State, Status
from monitor.periods import ParsedPeriod
from tests.monitor.figure_files.made_up import ROW, read, read_one

CONTENT = Path(__file__).resolve().parents[3] / "monitor/content/figures.csv"


def test_row_with_the_required_columns_only(tmp_path):
    assert read_one(tmp_path) == ROW


def test_row_with_every_column(tmp_path):
    row = read_one(
        tmp_path,
        period="2012-2016",
        period_kind="gemiddelde",
        breakdown_dimension="kleur",
        breakdown_value="rood",
        breakdown_dimension_2="maat",
        breakdown_value_2="groot",
        value="12.50",
        numerator="1",
        denominator="8",
        status="voorlopig, bijgesteld",
        origin="Knikkerbond",
        published_on="2024-02-29",
        benadering="ja",
        losse_telling="ja",
        overgenomen="ja",
        vermelding="ja",
        doelwaarde="ja",
        retrieved_note="een noot",
    )

    assert row == replace(
        ROW,
        period=ParsedPeriod("2012-2016", "gemiddelde", date(2012, 1, 1), date(2016, 12, 31)),
        categories=(("kleur", "rood"), ("maat", "groot")),
        value=Decimal("12.50"),
        numerator=Decimal(1),
        denominator=Decimal(8),
        status=Status.REVISED_PROVISIONAL,
        rank=19,
        origin="Knikkerbond",
        published_on=date(2024, 2, 29),
        approximate=True,
        one_off=True,
        second_hand=True,
        mention_only=True,
        is_target=True,
        note="een noot",
    )
    assert str(row.value) == "12.50"


@pytest.mark.parametrize(
    ("words", "status", "rank", "mention_only"),
    [
        ("", Status.UNKNOWN, 15, False),
        ("onbekend", Status.UNKNOWN, 15, False),
        ("definitief", Status.FINAL, 40, False),
        ("Definitief", Status.FINAL, 40, False),
        ("herzien/definitief volgens de tabel", Status.REVISED, 40, False),
        ("herzien of definitief", Status.REVISED, 30, False),
        ("herzien", Status.REVISED, 30, False),
        ("herzien en afgeleid", Status.UNKNOWN, 0, True),
        ("nader voorlopig", Status.REVISED_PROVISIONAL, 20, False),
        ("voorlopig, bijgesteld", Status.REVISED_PROVISIONAL, 20, False),
        ("voorlopig-bijgesteld", Status.REVISED_PROVISIONAL, 20, False),
        ("eerder gepubliceerd", Status.UNKNOWN, 20, False),
        ("voorlopig", Status.PROVISIONAL, 10, False),
        ("eerste publicatie", Status.UNKNOWN, 10, False),
        ("onzeker", Status.UNKNOWN, 0, True),
        ("tegenstrijdig", Status.UNKNOWN, 0, True),
    ],
)
def test_row_gets_status_and_rank_from_its_note_or_column(tmp_path, words, status, rank, mention_only):
    note = f"gelezen in opgeslagen kopie van de pagina; status={words}; noot"
    by_note = read_one(tmp_path, retrieved_note=note)
    by_column = read_one(tmp_path, retrieved_note="noot", status=words)

    assert by_note == replace(ROW, status=status, rank=rank, mention_only=mention_only, note="noot")
    assert by_column == by_note


def test_row_takes_the_column_above_the_note_and_the_note_where_the_column_is_empty(tmp_path):
    rows = read(
        tmp_path,
        {"status": "definitief", "retrieved_note": "status=voorlopig"},
        {"retrieved_note": "status=voorlopig"},
    )

    assert [row.status for row in rows] == [Status.FINAL, Status.PROVISIONAL]


@pytest.mark.parametrize("status", Status)
def test_row_knows_every_status_by_word_and_label(tmp_path, status):
    rows = read(tmp_path, {"status": status.value}, {"status": status.label})

    assert [row.status for row in rows] == [status, status]


@pytest.mark.parametrize("words", STATUS_WORDS)
def test_row_from_a_second_hand_ranks_just_below(tmp_path, words):
    first, second = read(
        tmp_path, {"retrieved_note": f"status={words}"}, {"retrieved_note": f"status={words}; tweede bron: x"}
    )

    assert second == replace(first, number=3, rank=first.rank - 1, second_hand=True, note="tweede bron: x")


@pytest.mark.parametrize(
    ("note", "expected"),
    [
        ("", ("", "")),
        ("gelezen in opgeslagen kopie van de pagina", ("", "")),
        ("status=voorlopig", ("voorlopig", "")),
        (" een ;status=voorlopig; twee ", ("voorlopig", "een; twee")),
    ],
)
def test_note_is_split_into_status_and_what_a_reader_may_see(note, expected):
    assert split_note(note) == expected


@pytest.mark.parametrize(
    ("note", "column", "mark"),
    [
        ("benadering: 'een stuk of tien'", "benadering", "approximate"),
        ("ondergrens", "benadering", "approximate"),
        ("schatting van de bond", "benadering", "approximate"),
        ("teltijdvak drie weken", "losse_telling", "one_off"),
        ("andere zak, niet vergelijkbaar", "losse_telling", "one_off"),
        ("geen officiele reeks", "losse_telling", "one_off"),
        ("geen officiële reeks", "losse_telling", "one_off"),
        ("doelwaarde, geen meting", "doelwaarde", "is_target"),
        ("norm, geen meting", "doelwaarde", "is_target"),
    ],
)
def test_row_is_marked_by_its_note_unless_the_column_says_otherwise(tmp_path, note, column, mark):
    rows = read(tmp_path, *({"retrieved_note": note, column: said} for said in ("", "ja", "nee")))

    assert [getattr(row, mark) for row in rows] == [True, True, False]
    marks = ("approximate", "one_off", "is_target", "second_hand", "mention_only")
    assert [name for name in marks if getattr(rows[0], name)] == [mark]


@pytest.mark.parametrize(
    ("record", "categories"),
    [
        ({"breakdown_value": "totaal"}, ()),
        ({"breakdown_dimension": "kleur", "breakdown_value": "totaal"}, ()),
        ({"breakdown_dimension": "kleur", "breakdown_value": "rood"}, (("kleur", "rood"),)),
        ({"breakdown_dimension_2": "kleur", "breakdown_value_2": "rood"}, (("kleur", "rood"),)),
        ({"breakdown_dimension_2": "kleur", "breakdown_value_2": "totaal"}, ()),
    ],
)
def test_row_has_the_categories_that_are_not_everybody(tmp_path, record, categories):
    assert read_one(tmp_path, **record) == replace(ROW, categories=categories)


@pytest.mark.parametrize("state", [state for state in State if state != State.MEASURED])
def test_row_without_a_number_tells_why(tmp_path, state):
    by_word, by_label = read(tmp_path, {"value": "", "reason": state.value}, {"value": "", "reason": state.label})

    assert by_word == replace(ROW, value=None, state=state)
    assert by_label == replace(by_word, number=3)


def test_row_with_the_sign_of_the_source_is_uncertain(tmp_path):
    rows = read(tmp_path, {"value": "."}, {"value": ".", "reason": State.UNCERTAIN.label})

    assert rows == [replace(ROW, number=number, value=None, state=State.UNCERTAIN) for number in (2, 3)]


@pytest.mark.parametrize(
    ("record", "kind"),
    [
        ({"period": "2012-2016"}, "venster"),
        ({"period": "2012-2016", "retrieved_note": "gemiddelde per jaar"}, "gemiddelde"),
        ({"period": "2012-2016", "retrieved_note": "gemiddelde per jaar", "period_kind": "venster"}, "venster"),
        ({"period": "2012-2016", "period_kind": "gemiddelde"}, "gemiddelde"),
        ({"period": "2023-06-30", "period_kind": "peildatum"}, "peildatum"),
        ({"period": "onbekend", "period_kind": "onbekend"}, "onbekend"),
    ],
)
def test_row_of_years_is_what_its_kind_or_note_says(tmp_path, record, kind):
    assert read_one(tmp_path, **record).period.kind == kind


def test_our_own_figures_are_read_without_a_fault():
    rows = [*read_figures(CONTENT)]

    assert [row for row in rows if isinstance(row, Fault)] == []
    assert [row.number for row in rows] == [*range(2, len(rows) + 2)]
    marks = Counter(mark for row in rows for mark in FigureRow.__slots__ if getattr(row, mark) is True)
    assert (len(rows), marks) == (
        439,
        {"is_target": 3, "mention_only": 3, "one_off": 3, "approximate": 17, "second_hand": 70},
    )
