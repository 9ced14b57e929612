from datetime import date
from decimal import Decimal

import pytest

from monitor.importer import STATUS_WORDS, import_figures, read_rows, split_note
from monitor.models import PublicFigure, Release, Series
from monitor.models.ledger import Observation
from monitor.models.public import State, Status
from tests.factories import make_category, make_indicator, make_source
from tests.monitor.figures_file import write_figures

READ_ON = date(2026, 11, 22)


@pytest.fixture
def catalogue(db):
    make_indicator(code="TEST")
    make_source(title="Bron", date_from=date(2024, 5, 1), date_to=date(2024, 5, 31), precision="maand")


def row(tmp_path, **record):
    [read] = read_rows(write_figures(tmp_path, record))
    return read


@pytest.mark.parametrize(
    ("words", "status", "rank", "mention_only"),
    [
        ("", Status.UNKNOWN, 15, False),
        ("definitief", Status.FINAL, 40, False),
        ("herzien/definitief volgens de tabel", Status.REVISED, 40, False),
        ("herzien", Status.REVISED, 30, False),
        ("herzien en afgeleid", Status.UNKNOWN, 0, True),
        ("nader voorlopig", Status.REVISED_PROVISIONAL, 20, False),
        ("eerder gepubliceerd", Status.UNKNOWN, 20, False),
        ("voorlopig", Status.PROVISIONAL, 10, False),
        ("eerste publicatie", Status.UNKNOWN, 10, False),
        ("onzeker", Status.UNKNOWN, 0, True),
        ("tegenstrijdig", Status.UNKNOWN, 0, True),
    ],
)
def test_row_gets_status_and_rank_from_its_words(tmp_path, words, status, rank, mention_only):
    read = row(tmp_path, retrieved_note=f"gelezen in opgeslagen kopie van de pagina; status={words}; noot")

    assert (read.status, read.rank, read.mention_only, read.note) == (status, rank, mention_only, "noot")


@pytest.mark.parametrize("words", STATUS_WORDS)
def test_row_from_a_second_hand_ranks_just_below(tmp_path, words):
    first, second = (row(tmp_path, retrieved_note=f"status={words}; {note}") for note in ("x", "tweede bron: x"))

    assert (second.rank, second.status) == (first.rank - 1, first.status)


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
    ("text", "value", "state"),
    [
        ("12.50", Decimal("12.50"), State.MEASURED),
        ("-3", Decimal(-3), State.MEASURED),
        ("0", Decimal(0), State.MEASURED),
        (".", None, State.UNCERTAIN),
    ],
)
def test_row_holds_the_number_as_written_or_the_reason_for_none(tmp_path, text, value, state):
    read = row(tmp_path, value=text)

    assert (str(read.value), read.state) == (str(value), state)


def test_row_of_years_is_an_average_when_its_note_says_so(tmp_path):
    assert row(tmp_path, period="2012-2016", retrieved_note="gemiddelde per jaar").period.kind == "gemiddelde"
    assert row(tmp_path, period="2012-2016").period.kind == "venster"


def test_rows_leave_out_targets_and_norms(tmp_path):
    notes = ["x; doelwaarde, geen meting", "norm, geen meting", "meting"]
    path = write_figures(tmp_path, *({"retrieved_note": note, "value": "5"} for note in notes))

    assert [(read.number, read.note) for read in read_rows(path)] == [(4, "meting")]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig"])
def test_import_reads_a_file_with_and_without_byte_order_mark(catalogue, tmp_path, encoding):
    path = write_figures(tmp_path, {"retrieved_note": "één"}, encoding=encoding)

    assert import_figures(path, READ_ON) == 1
    assert [figure.note for figure in PublicFigure.objects.all()] == ["één"]


def test_import_makes_series_period_and_release(catalogue, tmp_path):
    category = make_category()
    dimension = category.dimension
    path = write_figures(
        tmp_path, {}, {"value": "4", "breakdown_dimension": dimension.name, "breakdown_value": category.name}
    )

    import_figures(path, READ_ON)

    figures = PublicFigure.objects.in_order().values_list("series__key", "period__code", "value", "valid_from")
    key = f"{dimension.slug}={category.slug}"
    assert list(figures) == [
        ("", "2023", Decimal(10), date(2024, 5, 31)), (key, "2023", Decimal(4), date(2024, 5, 31)),
    ]  # fmt: skip
    assert list(Series.objects.get(key=key).categories.all()) == [category]
    assert Release.objects.count() == 1


def test_import_takes_the_day_of_reading_for_a_source_without_date(catalogue, tmp_path):
    make_source(title="Zonder datum")

    import_figures(write_figures(tmp_path, {"source_title": "Zonder datum"}), READ_ON)

    assert Release.objects.get().known_on == READ_ON


def test_import_of_one_source_in_two_steps_makes_two_versions(catalogue, tmp_path):
    path = write_figures(
        tmp_path,
        {"value": "12", "retrieved_note": "status=herzien"},
        {"value": "11", "retrieved_note": "status=voorlopig"},
    )

    import_figures(path, READ_ON)

    said = PublicFigure.objects.values_list("release__version", "value", "status", "valid_to")
    assert list(said) == [
        (1, Decimal(11), "voorlopig", date(2024, 5, 31)), (2, Decimal(12), "herzien", None),
    ]  # fmt: skip


def test_import_a_second_time_adds_nothing(catalogue, tmp_path):
    path = write_figures(tmp_path, {}, {"period": "2024"}, {"value": "9", "retrieved_note": "status=voorlopig"})
    assert import_figures(path, READ_ON) == 3
    before = [list(model.objects.values()) for model in (Observation, PublicFigure, Release, Series)]

    assert import_figures(path, READ_ON) == 0

    assert [list(model.objects.values()) for model in (Observation, PublicFigure, Release, Series)] == before


def test_import_of_more_figures_adds_only_those(catalogue, tmp_path):
    import_figures(write_figures(tmp_path, {}), READ_ON)

    assert import_figures(write_figures(tmp_path, {}, {"period": "2024", "value": "."}), READ_ON) == 1
    assert [figure.value for figure in PublicFigure.objects.in_order()] == [Decimal(10), None]
