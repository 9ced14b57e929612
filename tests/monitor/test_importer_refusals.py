from datetime import date
from pathlib import Path

import pytest

from monitor.importer import COLUMNS, ImportRefusedError, import_figures
from monitor.models import Period, PublicFigure, Release, Series
from monitor.models.ledger import Observation
from tests.factories import make_category, make_indicator, make_source
from tests.monitor.figures_file import write_figures

READ_ON = date(2026, 11, 22)
EXAMPLES = "Schrijf bijvoorbeeld 2023, 2023-H1, 2023-Q3, 2023-06-30 of 2022/2023."


@pytest.fixture(autouse=True)
def _catalogue(db):
    make_indicator(code="TEST")
    make_source(title="Bron")


def refusal(path: Path) -> str:
    with pytest.raises(ImportRefusedError) as error:
        import_figures(path, READ_ON)
    return str(error.value)


def written():
    return [model.objects.count() for model in (Observation, PublicFigure, Release, Series, Period)]


@pytest.mark.parametrize(
    ("record", "message"),
    [
        ({"indicator_code": "X"}, "de indicator 'X' is niet bekend."),
        ({"breakdown_dimension": "y", "breakdown_value": "X"}, "de categorie 'X' (y) is niet bekend."),
        ({"source_title": "X"}, "de bron 'X' is niet bekend."),
        ({"retrieved_note": "status=verzonnen"}, "de status 'verzonnen' is niet bekend."),
        ({"retrieved_note": "x" * 301}, "de noot is langer dan 300 tekens."),
        ({"period": "2023-13"}, f"'2023-13' is geen periode. {EXAMPLES}"),
        ({"value": ""}, "'' is geen getal."),
        ({"value": "1,5"}, "'1,5' is geen getal."),
        ({"value": "1.000.000"}, "'1.000.000' is geen getal."),
        ({"value": "1e5"}, "'1e5' is geen getal."),
        ({"value": "NaN"}, "'NaN' is geen getal."),
        ({"value": "٣"}, "'٣' is geen getal."),
        ({"value": "9" * 41}, f"'{'9' * 41}' is geen getal."),
    ],
)  # fmt: skip
def test_import_of_an_unknown_thing_names_the_row_and_writes_nothing(tmp_path, record, message):
    path = write_figures(tmp_path, {}, record)

    assert refusal(path) == f"Rij 3: {message}"
    assert written() == [0, 0, 0, 0, 0]


def test_import_of_a_known_category_in_another_dimension_is_refused(tmp_path):
    name = make_category().name
    path = write_figures(tmp_path, {"breakdown_dimension": make_category().dimension.name, "breakdown_value": name})

    assert "is niet bekend" in refusal(path)


@pytest.mark.parametrize("line", ["TEST,Test", "TEST" + "," * 40, "TEST"])
def test_import_of_a_line_with_another_number_of_cells_is_refused(tmp_path, line):
    path = write_figures(tmp_path, {})
    path.write_text(path.read_text() + line + "\n")

    assert refusal(path) == "Rij 3: het aantal kolommen klopt niet."
    assert written() == [0, 0, 0, 0, 0]


def test_import_without_columns_names_them(tmp_path):
    path = write_figures(tmp_path, {}, columns=[name for name in COLUMNS if name not in ("period", "value")])

    assert refusal(path) == "In het bestand ontbreken deze kolommen: period, value."


def test_import_of_an_empty_file_names_all_columns(tmp_path):
    path = tmp_path / "empty.csv"
    path.touch()

    assert refusal(path) == f"In het bestand ontbreken deze kolommen: {', '.join(COLUMNS)}."


@pytest.mark.parametrize("end", [b"\xff\xfe\n", b'"' + b"x" * 200_000])
def test_import_of_another_kind_of_file_is_refused(tmp_path, end):
    path = write_figures(tmp_path, {})
    path.write_bytes(path.read_bytes() + end)

    assert refusal(path) == "Het bestand is geen CSV in UTF-8."
    assert written() == [0, 0, 0, 0, 0]


@pytest.mark.parametrize(("before", "after", "said"), [("10", "11", "10"), ("10", ".", "10"), (".", "10", ".")])
def test_import_of_another_value_for_the_same_cell_is_refused(tmp_path, before, after, said):
    import_figures(write_figures(tmp_path, {"value": before}), READ_ON)
    was = list(PublicFigure.objects.values())

    message = refusal(write_figures(tmp_path, {"period": "2024"}, {"value": after}))

    assert message == f"Rij 3: 'Bron' gaf voor TEST, 2023 eerder {said}."
    assert list(PublicFigure.objects.values()) == was


def test_import_accepts_the_same_number_written_with_other_decimals(tmp_path):
    import_figures(write_figures(tmp_path, {"value": "10"}), READ_ON)

    assert import_figures(write_figures(tmp_path, {"value": "10.0"}), READ_ON) == 0
